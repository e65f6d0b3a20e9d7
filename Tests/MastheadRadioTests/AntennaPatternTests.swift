import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Antenna patterns by equation")
struct AntennaPatternTests {
    /// The rows of the element's vectors, as numbers; the name of the case is left out.
    private func rows(_ path: String) throws -> [[String: Double]] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",").map { Double($0) ?? .nan }
            return Dictionary(uniqueKeysWithValues: zip(header, fields)).filter { $0.key != "case_id" }
        }
    }

    private func check(_ path: String) throws -> Int {
        let rows = try rows(path)
        for row in rows {
            func value(_ column: String) -> Double { row[column] ?? .nan }
            let pattern = SectorElementPattern(
                peakGain: Decibels(value("G_E_max_dBi")), horizontalBeamwidth: Angle(degrees: value("phi_3dB_deg")),
                verticalBeamwidth: Angle(degrees: value("theta_3dB_deg")), frontToBack: Decibels(value("A_m_dB")),
                verticalSidelobe: Decibels(value("SLA_v_dB")))
            let gain = pattern.gainDBi(
                azimuthRadians: value("phi_deg") * .pi / 180,
                elevationRadians: (90 - value("theta_zenith_deg")) * .pi / 180)
            // 1e-9 dB: a closed form, printed with 12 digits.
            #expect(abs(gain - value("gain_dBi")) <= 1e-9, "\(row)")
        }
        return rows.count
    }

    @Test("the element pattern meets the committed sample of M.2101")
    func elementSample() throws {
        let path = SharedData.root.appending(path: "Tests/Vectors/antenna/m2101_element.csv").path
        #expect(try check(path) == 60)
    }

    @Test(
        "the element pattern meets all vectors of M.2101", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func elementFull() throws {
        let path = try #require(SharedData.path("conformance/antenna/m2101_element.csv"))
        #expect(try check(path) == 206)
    }

    // 1e-12 dB: half a beamwidth off is 12 · 0.5² = 3 dB by the equation, but for rounding.
    @Test("half a beamwidth off the boresight the gain is 3 dB lower, in either plane and on either side")
    func halfPower() {
        let pattern = SectorElementPattern(
            peakGain: Decibels(17), horizontalBeamwidth: Angle(degrees: 65), verticalBeamwidth: Angle(degrees: 8))
        for side in [-1.0, 1] {
            let across = pattern.gainDBi(azimuthRadians: side * 32.5 * .pi / 180, elevationRadians: 0)
            let along = pattern.gainDBi(azimuthRadians: 0, elevationRadians: side * 4 * .pi / 180)
            #expect(abs(across - 14) < 1e-12 && abs(along - 14) < 1e-12)
        }
        #expect(pattern.gainDBi(azimuthRadians: .pi, elevationRadians: 0) == 17 - 30)
    }

    @Test("the omnidirectional pattern does not depend on azimuth, and has the sector's vertical cut")
    func omnidirectional() {
        let omni = OmnidirectionalPattern(peakGain: Decibels(9), verticalBeamwidth: Angle(degrees: 10))
        let sector = SectorElementPattern(peakGain: Decibels(9), verticalBeamwidth: Angle(degrees: 10))
        #expect(!omni.isDirectional && sector.isDirectional)
        for elevation in stride(from: -90.0, through: 90, by: 1.5) {
            let expected = sector.gainDBi(azimuthRadians: 0, elevationRadians: elevation * .pi / 180)
            for azimuth in stride(from: -180.0, through: 180, by: 30) {
                let gain = omni.gainDBi(
                    azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
                #expect(gain == expected)
            }
        }
    }

    @Test("the isotropic pattern has 0 dBi in every direction, however it is mounted")
    func isotropic() {
        let pattern = IsotropicPattern()
        #expect(!pattern.isDirectional)
        let antenna = MountedAntenna(
            pattern: pattern, azimuth: Angle(degrees: 77), mechanicalTilt: Angle(degrees: 10),
            electricalTilt: Angle(degrees: 4))
        for azimuth in stride(from: 0.0, through: 360, by: 20) {
            for elevation in stride(from: -90.0, through: 90, by: 20) {
                let gain = antenna.gainDBi(
                    azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
                #expect(gain == 0)
            }
        }
    }
}
