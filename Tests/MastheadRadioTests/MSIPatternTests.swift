import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("Patterns from MSI files")
struct MSIPatternTests {
    private func gain(_ pattern: MSIPattern, azimuth: Double, elevation: Double) -> Double {
        pattern.gainDBi(azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
    }

    @Test("a well-formed file gives its name, frequency, gain and cuts")
    func wellFormed() throws {
        let folder = try ScratchFolder()
        let file = MSIFile()
        let pattern = try MSIPatternReader.read(path: folder.text("test.msi", file.text))
        #expect(
            pattern.name == "TEST 65-8" && pattern.frequencies?.lowerBound == Frequency(megahertz: 3500)
                && pattern.peakGainDBi == 17.5)
        #expect(
            pattern.horizontal.attenuationsDB == file.horizontal && pattern.vertical.attenuationsDB == file.vertical)
        #expect(pattern.isDirectional && pattern.source == "test.msi")
    }

    // 2.15 dB: a half-wave dipole over the isotropic antenna; 1e-12 for one sum.
    @Test(
        "a gain in dBd, or without a unit, is one of a dipole",
        arguments: [
            ("17.5 dBi", 17.5), ("17.5dBi", 17.5), ("17.5 DBI", 17.5), ("15.35 dBd", 17.5), ("15.35dbd", 17.5),
            ("15.35", 17.5), ("-3 dBi", -3),
        ])
    func gainUnits(written: String, dBi: Double) throws {
        let pattern = try MSIPatternReader.parse(MSIFile(gain: "GAIN \(written)").text, path: "test.msi")
        #expect(abs(pattern.peakGainDBi - dBi) < 1e-12)
    }

    @Test("line ends of any kind, a byte order mark, lower case and text around the sections change nothing")
    func forms() throws {
        let file = MSIFile()
        let plain = try MSIPatternReader.parse(file.text, path: "test.msi")
        for lineEnd in ["\r\n", "\r", " \n", "\n\n"] {
            var other = file
            other.lineEnd = lineEnd
            #expect(try MSIPatternReader.parse(other.text, path: "test.msi") == plain, "\(lineEnd.debugDescription)")
        }
        #expect(try MSIPatternReader.parse("\u{FEFF}" + file.text, path: "test.msi") == plain)
        let lower = file.text.replacing("HORIZONTAL", with: "horizontal").replacing("GAIN", with: "Gain")
        #expect(try MSIPatternReader.parse(lower, path: "test.msi") == plain)
        let around = "2024 catalogue\n" + file.text + "COMMENT 1 of 2\nend of file\n"
        #expect(try MSIPatternReader.parse(around, path: "test.msi") == plain)
        let reordered = file.lines[366...] + file.lines[..<366]
        #expect(try MSIPatternReader.parse(reordered.joined(separator: "\n"), path: "test.msi") == plain)
    }

    @Test("a name in Latin-1 is read, and the lines after it are counted as an editor does")
    func latin1() throws {
        let folder = try ScratchFolder()
        let path = folder.file("latin.msi")
        // 0x85 is a line break of its own in Unicode, and an ellipsis in the code page of such files.
        let file = MSIFile(name: "Büro 65°\u{85}")
        try Data(file.text.unicodeScalars.map { UInt8($0.value) }).write(to: URL(filePath: path))
        #expect(try MSIPatternReader.read(path: path).name == "Büro 65°\u{85}")
        let spoilt = file.text.replacing("\n3\t", with: "\nx\t", maxReplacements: 1)
        try Data(spoilt.unicodeScalars.map { UInt8($0.value) }).write(to: URL(filePath: path))
        let error = #expect(throws: MastheadError.self) { try MSIPatternReader.read(path: path) }
        #expect(error?.location == .line(file: path, line: 10))
    }

    @Test("a circle may be closed: 360 for 0, or beside it with the same attenuation")
    func closedCircle() throws {
        let file = MSIFile()
        let plain = try MSIPatternReader.parse(file.text, path: "test.msi")
        let beside = file.text.replacing("VERTICAL 360", with: "360 0\nVERTICAL 360")
        #expect(try MSIPatternReader.parse(beside, path: "test.msi") == plain)
        var lines = file.lines
        lines[6] = lines[6].replacing("0\t", with: "360\t", maxReplacements: 1)
        #expect(try MSIPatternReader.parse(lines.joined(separator: "\n"), path: "test.msi") == plain)
    }

    // 1e-9 dB here and below: degrees to radians and back.
    @Test("vertical angles run downwards: 90 is straight down and 270 straight up")
    func verticalSense() throws {
        let pattern = try MSIPatternReader.parse(MSIFile().text, path: "test.msi")
        #expect(abs(gain(pattern, azimuth: 0, elevation: -6) - 17.5) < 1e-9)
        #expect(gain(pattern, azimuth: 0, elevation: 6) < 17.5 - 12)
        #expect(abs(gain(pattern, azimuth: 0, elevation: -90) - (17.5 - 20)) < 1e-9)
        #expect(abs(gain(pattern, azimuth: 0, elevation: 90) - (17.5 - 23)) < 1e-9)
    }

    @Test("horizontal angles run clockwise, and values between degrees are interpolated")
    func horizontalSense() throws {
        var file = MSIFile()
        file.vertical = Array(repeating: 0, count: 360)
        file.horizontal[90] = 5
        file.horizontal[91] = 6
        let pattern = try MSIPatternReader.parse(file.text, path: "test.msi")
        #expect(abs(gain(pattern, azimuth: 90, elevation: 0) - (17.5 - 5)) < 1e-9)
        #expect(abs(gain(pattern, azimuth: -90, elevation: 0) - (17.5 - file.horizontal[270])) < 1e-9)
        #expect(abs(gain(pattern, azimuth: 90.25, elevation: 0) - (17.5 - 5.25)) < 1e-9)
        let antenna = MountedAntenna(pattern: pattern, azimuth: Angle(degrees: 350))
        #expect(abs(antenna.gainDBi(azimuthRadians: 80 * .pi / 180, elevationRadians: 0) - (17.5 - 5)) < 1e-9)
    }

    @Test("the gain on the boresight is the file's, and the cuts are met in their own planes")
    func cuts() throws {
        var file = MSIFile()
        file.vertical = (0..<360).map { MSIFile.cut($0, beamwidth: 8, limit: 30) }
        let pattern = try MSIPatternReader.parse(file.text, path: "test.msi")
        #expect(gain(pattern, azimuth: 0, elevation: 0) == 17.5)
        for degrees in -90...90 {
            let down = file.vertical[(degrees + 360) % 360]
            #expect(abs(gain(pattern, azimuth: 0, elevation: Double(-degrees)) - (17.5 - down)) < 1e-9)
            let right = file.horizontal[(degrees + 360) % 360]
            #expect(abs(gain(pattern, azimuth: Double(degrees), elevation: 0) - (17.5 - right)) < 1e-9)
        }
    }

    @Test("between front and back the vertical cut counts by how near the direction is to either")
    func projection() throws {
        var file = MSIFile()
        file.horizontal = Array(repeating: 0, count: 360)
        file.horizontal[180] = 25
        file.horizontal[60] = 10
        file.vertical = Array(repeating: 0, count: 360)
        file.vertical[180] = 28
        file.vertical[170] = 31
        file.vertical[10] = 12
        let pattern = try MSIPatternReader.parse(file.text, path: "test.msi")
        #expect(abs(gain(pattern, azimuth: 180, elevation: 0) - (17.5 - 25)) < 1e-9)
        // 10° down behind is 170 on the vertical cut: 25 + (31 − 28) dB.
        #expect(abs(gain(pattern, azimuth: 180, elevation: -10) - (17.5 - 28)) < 1e-9)
        // At 60°, a third of the way to the back: 10 + (2/3) 12 + (1/3) (31 − 28) dB.
        #expect(abs(gain(pattern, azimuth: 60, elevation: -10) - (17.5 - 19)) < 1e-9)
    }

    @Test("the gain is finite and not above the peak in all directions, however the antenna is mounted")
    func allDirections() throws {
        let pattern = try MSIPatternReader.parse(MSIFile().text, path: "test.msi")
        for (mechanical, electrical) in [(0.0, 0.0), (8, 4), (-90, 30), (45, -20)] {
            let antenna = MountedAntenna(
                pattern: pattern, azimuth: Angle(degrees: 200), mechanicalTilt: Angle(degrees: mechanical),
                electricalTilt: Angle(degrees: electrical))
            for azimuth in stride(from: -360.0, through: 720, by: 7.5) {
                for elevation in stride(from: -90.0, through: 90, by: 3) {
                    let gain = antenna.gainDBi(
                        azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
                    #expect(gain.isFinite && gain <= 17.5)
                }
            }
        }
        #expect(gain(pattern, azimuth: .nan, elevation: 0).isNaN)
        #expect(gain(pattern, azimuth: 0, elevation: .infinity).isNaN)
    }
}
