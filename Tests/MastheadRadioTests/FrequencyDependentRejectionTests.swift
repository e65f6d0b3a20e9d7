import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Frequency-dependent rejection")
struct FrequencyDependentRejectionTests {
    private func emitter(_ megahertz: Double, dBm: Double = 46) throws -> SpectralDensity {
        try SpectralDensity(rectangular: PowerLevel(dBm: dBm), bandwidth: Frequency(megahertz: megahertz))
    }

    private func receiver(_ megahertz: Double, stop: Double = 200) throws -> SelectivityMask {
        try SelectivityMask(rectangular: Frequency(megahertz: megahertz), attenuation: Decibels(stop))
    }

    private func rejection(_ emission: SpectralDensity, _ receiver: SelectivityMask, at megahertz: Double)
        -> FrequencyDependentRejection
    {
        FrequencyDependentRejection(of: emission, by: receiver, offset: Frequency(megahertz: megahertz))
    }

    /// A mask with slopes, and a receiver with slopes.
    private func sloped() throws -> (SpectralDensity, SelectivityMask) {
        let mask = try MaskReader.emission(
            """
            offset_from_mhz,offset_to_mhz,level_from_dbm,level_to_dbm,measurement_bandwidth_khz,basis,citation
            0,5,-7,-14,100,derived,test
            5,10,-14,-14,100,derived,test
            10,40,-13,-23,1000,derived,test
            """, path: "mask.csv")
        let points = [(0.0, 0.0), (4.5, 0), (7.5, 45), (7.5, 47), (20, 60), (60, 80)].map {
            SelectivityMask.Point(offset: Frequency(megahertz: $0.0), attenuation: Decibels($0.1))
        }
        return (
            try SpectralDensity(
                power: PowerLevel(dBm: 46), bandwidth: Frequency(megahertz: 20), mask: mask),
            try SelectivityMask(id: "receiver", points: points)
        )
    }

    // 1e-9 dB here and below: sums of a few closed forms.
    @Test(
        "on one frequency a wider emission is rejected by the ratio of the bandwidths, a narrower one not at all",
        arguments: [(20.0, 5.0), (100, 1), (10, 10), (5, 20)])
    func onTune(emitted: Double, received: Double) throws {
        let rejection = rejection(try emitter(emitted), try receiver(received), at: 0)
        #expect(abs(rejection.onTune.value - max(0, 10 * log10(emitted / received))) < 1e-9)
        #expect(abs(rejection.offFrequency.value) < 1e-12)
    }

    @Test(
        "two rectangles reject by the share of the emission that overlaps the receiver",
        arguments: [
            0.0, 4, 7.5, 9, 12, 12.49,
        ])
    func overlap(offset: Double) throws {
        let rejection = rejection(try emitter(20), try receiver(5), at: offset)
        let overlap = min(5, 10 + 2.5 - offset)
        #expect(abs(rejection.total.value - 10 * log10(20 / overlap)) < 1e-9)
    }

    @Test("beyond all overlap the rejection is that of the stop band")
    func stopBand() throws {
        let rejection = rejection(try emitter(20), try receiver(5, stop: 80), at: 500)
        #expect(abs(rejection.total.value - 80) < 1e-9)
        #expect(abs(rejection.onTune.value - (10 * log10(20) - 10 * log10(5 + 15e-8))) < 1e-9)
    }

    @Test("a slope's share is the integral of its exponential, in closed form")
    func slope() throws {
        // 10 dB per MHz from 0 to 3 MHz, received flat: (1 − 10⁻³)/ln 10 MHz on each side.
        let piece = DecibelSegment(fromHertz: 0, toHertz: 3e6, fromDB: 0, toDB: -30)
        let expected = 60 + 10 * log10((1 - 1e-3) / log(10))
        #expect(abs(SpectralDensity(segments: [piece]).totalPower.dBm - expected) < 1e-12)
        // Nearly level slopes keep their digits: 10 log₁₀ of the width, less half the fall.
        for fall in [1e-6, 1e-9, 1e-12, 1e-15, 0] {
            let level = DecibelSegment(fromHertz: 0, toHertz: 1e6, fromDB: 0, toDB: -fall)
            #expect(abs(SpectralDensity(segments: [level]).totalPower.dBm - (60 - fall / 2)) < 1e-12)
        }
    }

    @Test("the sum of the closed forms is the integral that a fine sum of rectangles approaches")
    func againstSums() throws {
        let (emission, selectivity) = try sloped()
        let points = selectivity.points
        func attenuation(_ hertz: Double) -> Double {
            let offset = abs(hertz)
            guard let upper = points.firstIndex(where: { $0.offset.hertz > offset }) else {
                return points.last?.attenuation.value ?? 0
            }
            let (a, b) = (points[upper - 1], points[upper])
            let share = (offset - a.offset.hertz) / (b.offset.hertz - a.offset.hertz)
            return a.attenuation.value + share * (b.attenuation.value - a.attenuation.value)
        }
        for offset in [0.0, 3, 18, 35, -41.5] {
            var (all, received) = (0.0, 0.0)
            // 1 kHz steps, read in their middle; all corners of the curves stand at multiples of 1 kHz.
            for piece in emission.segments {
                let steps = Int(((piece.toHertz - piece.fromHertz) / 1000).rounded())
                for step in 0..<steps {
                    let hertz = piece.fromHertz + (Double(step) + 0.5) * 1000
                    let level = piece.levelDB(atHertz: hertz)
                    all += exp(level / 10 * log(10))
                    received += exp((level - attenuation(hertz + offset * 1e6)) / 10 * log(10))
                }
            }
            // 1e-5 dB: the sum's own error, (slope · step)²/24 of each rectangle.
            let total = rejection(emission, selectivity, at: offset).total.value
            #expect(abs(total - 10 * log10(all / received)) < 1e-5, "\(offset) MHz")
        }
    }

    @Test("curves that are the same on both sides reject alike above and below, and never less further away")
    func symmetry() throws {
        let (emission, selectivity) = try sloped()
        var last = -1.0
        for step in 0...200 {
            let offset = Double(step) / 2
            let above = rejection(emission, selectivity, at: offset)
            let below = rejection(emission, selectivity, at: -offset)
            #expect(abs(above.total.value - below.total.value) < 1e-9)
            #expect(above.onTune == below.onTune && above.total.value >= last - 1e-9, "\(offset) MHz")
            #expect(abs(above.total.value - above.onTune.value - above.offFrequency.value) < 1e-12)
            last = above.total.value
        }
    }

    @Test("the power of the emission does not change what is rejected of it")
    func scale() throws {
        let receiver = try receiver(5, stop: 60)
        for offset in [0.0, 12, 30] {
            let weak = rejection(try emitter(20, dBm: -100), receiver, at: offset).total.value
            let strong = rejection(try emitter(20, dBm: 60), receiver, at: offset).total.value
            #expect(abs(weak - strong) < 1e-9)
        }
    }

    @Test("rejections of any curves in their ranges are finite")
    func fuzz() throws {
        var random = SeededGenerator(seed: 337)
        for _ in 0..<300 {
            let corners = (0..<4).map { _ in Double.random(in: 0...80, using: &random) }.sorted()
            let points = ([0] + corners).map { offset in
                SelectivityMask.Point(
                    offset: Frequency(megahertz: offset),
                    attenuation: Decibels(Double.random(in: 0...200, using: &random)))
            }
            let receiver = try SelectivityMask(id: "random", points: points)
            let emission = try emitter(
                Double.random(in: 0.001...400, using: &random), dBm: Double.random(in: -200...150, using: &random))
            let offset = Double.random(in: -1000...1000, using: &random)
            let result = rejection(emission, receiver, at: offset)
            #expect(result.total.value.isFinite && result.onTune.value.isFinite)
            #expect(result.total.value > -1e-9 && result.total.value < 200 + 1e-9)
        }
    }
}
