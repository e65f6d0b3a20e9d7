import Foundation
import MastheadCore
import MastheadRadio
import Testing

@Suite("Emissions behind a receiver's filter")
struct ReceivedSpectrumTests {
    private static let emission = SpectralDensity(segments: [
        DecibelSegment(fromHertz: -60e6, toHertz: -10e6, fromDB: -120, toDB: -85),
        DecibelSegment(fromHertz: -10e6, toHertz: 10e6, fromDB: -30, toDB: -30),
        DecibelSegment(fromHertz: 10e6, toHertz: 60e6, fromDB: -85, toDB: -120),
    ])
    private static let carrier = Frequency(megahertz: 3600)
    private static let bandwidth = Frequency(megahertz: 20)

    @Test("channel and what is beside it are all of the emission")
    func parts() {
        let channel = ReceivedSpectrum(.channel, of: Self.emission, carrier: Self.carrier, bandwidth: Self.bandwidth)
        let beside = ReceivedSpectrum(.beside, of: Self.emission, carrier: Self.carrier, bandwidth: Self.bandwidth)
        let sum = channel.milliwatts() + beside.milliwatts()
        #expect(abs(10 * log10(sum) - Self.emission.totalPower.dBm) < 1e-12)
        // −30 dBm/Hz over 20 MHz.
        #expect(abs(10 * log10(channel.milliwatts()) - (-30 + 10 * log10(20e6))) < 1e-9)
    }

    @Test("power behind a filter is what frequency-dependent rejection leaves")
    func rejection() throws {
        let filter = try SelectivityMask(
            id: "filter",
            points: [(0.0, 0.5), (20, 0.5), (50, 30), (200, 68)].map {
                SelectivityMask.Point(offset: Frequency(megahertz: $0.0), attenuation: Decibels($0.1))
            })
        for megahertz in [3600.0, 3625, 3660, 3700, 3900] {
            let middle = Frequency(megahertz: megahertz)
            let filtered = [ReceivedSpectrum.Part.channel, .beside].reduce(0.0) {
                $0
                    + ReceivedSpectrum(
                        $1, of: Self.emission, carrier: Self.carrier, bandwidth: Self.bandwidth,
                        filter: (filter, middle)
                    ).milliwatts()
            }
            let rejection = FrequencyDependentRejection(
                of: Self.emission, by: filter, offset: Frequency(hertz: Self.carrier.hertz - middle.hertz))
            #expect(abs(10 * log10(filtered) - (Self.emission.totalPower.dBm - rejection.total.value)) < 1e-9)
            #expect(filter.attenuationDB(atHertz: 35e6) == 15.25 && filter.attenuationDB(atHertz: -1e9) == 68)
        }
    }

    @Test("the strongest window is nowhere beaten by windows that slide")
    func window() throws {
        let beside = ReceivedSpectrum(.beside, of: Self.emission, carrier: Self.carrier, bandwidth: Self.bandwidth)
        for (low, high) in [(3540.0, 3590.0), (3612, 3655), (3560, 3640)] {
            for width in [0.1e6, 1e6, 8e6] {
                let best = try #require(beside.strongestWindow(width: width, in: low * 1e6...high * 1e6))
                #expect(best.from >= low * 1e6 && best.from + width <= high * 1e6)
                var start = low * 1e6
                while start + width <= high * 1e6 {
                    #expect(beside.milliwatts(from: start, to: start + width) <= best.milliwatts * (1 + 1e-9))
                    start += 0.05e6
                }
            }
        }
        #expect(beside.strongestWindow(width: 1e6, in: 3700e6...3800e6) == nil)
        let whole = try #require(beside.strongestWindow(width: 1e9, in: 3615e6...3620e6))
        #expect(whole.from == 3615e6 && whole.width == 5e6)
    }
}
