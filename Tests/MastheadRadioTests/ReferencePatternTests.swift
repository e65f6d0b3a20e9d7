import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

@Suite("Reference patterns of ITU-R")
struct ReferencePatternTests {
    @Test("no direction has more gain than the peak", arguments: [65.0, 90, 120], [6.5, 10, 30])
    func peakIsPeak(horizontal: Double, vertical: Double) throws {
        var random = SeededGenerator(seed: 1336)
        let parameters = AntennaParameters(
            gain: Decibels(15), horizontalBeamwidth: Angle(degrees: horizontal),
            verticalBeamwidth: Angle(degrees: vertical))
        for entry in AntennaCatalogue.entries where entry.id != "isotropic" {
            let pattern = try entry.make(parameters)
            #expect(abs(pattern.gainDBi(azimuthRadians: 0, elevationRadians: 0) - 15) < 1e-12)
            for _ in 0..<200 {
                let gain = pattern.gainDBi(
                    azimuthRadians: Double.random(in: -Double.pi...Double.pi, using: &random),
                    elevationRadians: Double.random(in: -Double.pi / 2...Double.pi / 2, using: &random))
                #expect(gain.isFinite && gain <= pattern.peakGainDBi + 1e-12)
            }
        }
    }

    @Test("the vertical cut of F.1336 has no jump between its pieces", arguments: [6.5, 15.1, 22.5, 40])
    func continuousSector(vertical: Double) {
        for sidelobes in [SectorReferencePattern.Sidelobes.peak, .average] {
            let pattern = SectorReferencePattern(
                peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65),
                verticalBeamwidth: Angle(degrees: vertical), sidelobes: sidelobes)
            func gain(_ elevation: Double) -> Double {
                pattern.gainDBi(azimuthRadians: 0, elevationRadians: radians(elevation))
            }
            // The text itself steps at x_k: by 0.13 dB for peak and 0.4 dB for average side lobes. Wide beams reach 90°
            // before their last piece. Elsewhere a thousandth of a degree is worth less than 0.01 dB.
            for step in 0..<(vertical < 22.5 ? 90_000 : 89_000) {
                let difference = abs(gain(Double(step) / 1000) - gain(Double(step + 1) / 1000))
                #expect(difference < 0.5, "\(step) thousandths of a degree")
            }
        }
    }

    @Test(
        "peak side lobes of F.1336 agree with pycraf up to four vertical beamwidths",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func peakSidelobes() throws {
        let path = try #require(SharedData.path("conformance/antenna/f1336_sector.csv"))
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let header = lines[0].split(separator: ",").map(String.init)
        var compared = 0
        for line in lines.dropFirst() {
            let row = Dictionary(uniqueKeysWithValues: zip(header, line.split(separator: ",").map(String.init)))
            func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
            let vertical = try number("theta_3dB_deg")
            let antenna = MountedAntenna(
                pattern: SectorReferencePattern(
                    peakGain: Decibels(try number("G0_dBi")),
                    horizontalBeamwidth: Angle(degrees: try number("phi_3dB_deg")),
                    verticalBeamwidth: Angle(degrees: vertical), sidelobes: .peak,
                    sidelobeFactor: try number("k_p"), azimuthFactor: try number("k_h"),
                    elevationFactor: try number("k_v")),
                azimuth: Angle(degrees: 0), mechanicalTilt: Angle(degrees: try number("mech_downtilt_deg")),
                electricalTilt: Angle(degrees: try number("elec_downtilt_deg")))
            // Tilts of up to 18° in all move the cut by less than that; beyond, rows are left out with certainty.
            let tilts = try number("mech_downtilt_deg") + number("elec_downtilt_deg")
            guard try abs(number("elevation_deg")) + tilts < 4 * vertical else { continue }
            let gain = antenna.gainDBi(
                azimuthRadians: radians(try number("azimuth_deg")),
                elevationRadians: radians(try number("elevation_deg")))
            // 1e-6 dB: the tolerance that the vectors' README states.
            #expect(abs(gain - (try number("gain_peak_sidelobe_dBi"))) < 1e-6, "\(row["case_id"] ?? "")")
            compared += 1
        }
        #expect(compared > 100)
    }

    @Test(
        "pycraf's reading of peak side lobes is the Recommendation's up to four beamwidths, and steps at 90°",
        arguments: [6.5, 10, 15])
    func readings(vertical: Double) {
        func pattern(_ reading: SectorReferencePattern.Reading, _ kind: SectorReferencePattern.Sidelobes = .peak)
            -> SectorReferencePattern
        {
            SectorReferencePattern(
                peakGain: Decibels(15), horizontalBeamwidth: Angle(degrees: 65),
                verticalBeamwidth: Angle(degrees: vertical), sidelobes: kind, reading: reading)
        }
        func gain(_ pattern: SectorReferencePattern, _ elevation: Double) -> Double {
            pattern.gainDBi(azimuthRadians: 0, elevationRadians: radians(elevation))
        }
        for step in 0..<90 {
            let elevation = Double(step)
            let isNear = elevation < 4 * vertical
            // 1e-12 dB: beyond four beamwidths both join what is before them, so that they part from there on.
            let difference = gain(pattern(.pycraf), elevation) - gain(pattern(.recommendation), elevation)
            #expect(isNear ? difference == 0 : difference > -1e-12, "\(elevation)°")
            #expect(
                gain(pattern(.pycraf, .average), elevation) == gain(pattern(.recommendation, .average), elevation))
        }
        #expect(gain(pattern(.pycraf), 89.999) - gain(pattern(.pycraf), 90) > 0.5)
        #expect(abs(gain(pattern(.recommendation), 89.999) - gain(pattern(.recommendation), 90)) < 0.01)
    }

    @Test("a steered beam has the array's gain where it points, and the tilt is down")
    func steeredBeam() {
        let element = SectorElementPattern()
        let beam = BeamArrayPattern(
            element: element, columns: 8, rows: 8, columnSpacing: 0.5, rowSpacing: 0.7, scan: Angle(degrees: 20),
            electricalTilt: Angle(degrees: 6))
        // 1e-9 dB: the phases cancel to rounding there.
        let gain = beam.gainDBi(azimuthRadians: radians(20), elevationRadians: radians(-6))
        let single = element.gainDBi(azimuthRadians: radians(20), elevationRadians: radians(-6))
        #expect(abs(gain - single - 10 * log10(64)) < 1e-9)
        #expect(beam.gainDBi(azimuthRadians: radians(20), elevationRadians: radians(6)) < gain - 10)
    }
}
