import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Envelopes of steered arrays")
struct SteeredArrayEnvelopeTests {
    private static func beam(scan: Double = 0, tilt: Double = 0) -> BeamArrayPattern {
        BeamArrayPattern(
            element: SectorElementPattern(peakGain: Decibels(6.4), verticalBeamwidth: Angle(degrees: 65)), columns: 8,
            rows: 8, columnSpacing: 0.5, rowSpacing: 0.7, scan: Angle(degrees: scan),
            electricalTilt: Angle(degrees: tilt))
    }

    private static let scans = stride(from: -60.0, through: 60, by: 15).map { Angle(degrees: $0) }
    private static let tilts = [2.0, 6, 12].map { Angle(degrees: $0) }

    @Test("the mean lies between the weakest and the strongest beam, and the largest is one of them")
    func bounds() throws {
        let mean = try SteeredArrayEnvelope(Self.beam(), scans: Self.scans, tilts: Self.tilts, statistic: .mean)
        let largest = try SteeredArrayEnvelope(Self.beam(), scans: Self.scans, tilts: Self.tilts, statistic: .largest)
        #expect(mean.beams.count == 27 && mean.peakGainDBi == Self.beam().peakGainDBi)
        var random = SeededGenerator(seed: 2101)
        for _ in 0..<2000 {
            let azimuth = random.uniform(in: -Double.pi...Double.pi)
            let elevation = random.uniform(in: -1.5...1.5)
            let gains = mean.beams.map { $0.gainDBi(azimuthRadians: azimuth, elevationRadians: elevation) }
            let average = mean.gainDBi(azimuthRadians: azimuth, elevationRadians: elevation)
            let most = largest.gainDBi(azimuthRadians: azimuth, elevationRadians: elevation)
            #expect(most == gains.max() && most <= largest.peakGainDBi + 1e-9)
            #expect(average <= most + 1e-9 && average >= (gains.min() ?? 0) - 1e-9)
            // The strongest of 27 beams alone brings a 27th of its power.
            #expect(average >= most - 10 * log10(27.0) - 1e-9)
        }
    }

    @Test("an envelope of one beam is that beam")
    func oneBeam() throws {
        let one = Self.beam(scan: 20, tilt: 5)
        for statistic in SteeredArrayEnvelope.Statistic.allCases {
            let envelope = try SteeredArrayEnvelope(
                Self.beam(), scans: [Angle(degrees: 20)], tilts: [Angle(degrees: 5)], statistic: statistic)
            for azimuth in [-1.0, 0, 0.3, 2] {
                let difference =
                    envelope.gainDBi(azimuthRadians: azimuth, elevationRadians: -0.1)
                    - one.gainDBi(azimuthRadians: azimuth, elevationRadians: -0.1)
                #expect(abs(difference) < 1e-12)
            }
        }
    }

    @Test("an envelope without beams, or beyond the sector's plane, is refused")
    func refusals() {
        #expect(throws: MastheadError.self) {
            try SteeredArrayEnvelope(Self.beam(), scans: [], tilts: Self.tilts, statistic: .mean)
        }
        #expect(throws: MastheadError.self) {
            try SteeredArrayEnvelope(
                Self.beam(), scans: [Angle(degrees: 120)], tilts: Self.tilts, statistic: .mean)
        }
    }
}
