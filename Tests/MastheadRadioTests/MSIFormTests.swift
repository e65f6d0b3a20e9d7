import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("What MSI files may differ in")
struct MSIFormTests {
    private func parse(_ text: String) throws -> MSIPattern { try MSIPatternReader.parse(text, path: "test.msi") }

    private func gain(_ pattern: any AntennaPattern, _ azimuth: Double, _ elevation: Double) -> Double {
        pattern.gainDBi(azimuthRadians: azimuth * .pi / 180, elevationRadians: elevation * .pi / 180)
    }

    /// The good file with its line of tilt replaced.
    private func file(tilt: String) -> String { MSIFile().text.replacing("TILT ELECTRICAL", with: tilt) }

    @Test("the order of the angles, angles below 0 and comments among them change nothing")
    func order() throws {
        let file = MSIFile()
        let plain = try parse(file.text)
        let lines = file.lines
        let reversed = lines[..<6] + lines[6..<366].reversed() + lines[366...]
        #expect(try parse(reversed.joined(separator: "\n")) == plain)
        let signed = (-179...180).map { "\($0)\t\(file.vertical[($0 + 360) % 360])" }
        #expect(try parse((lines[..<367] + signed).joined(separator: "\n")) == plain)
        let commented = file.text.replacing("HORIZONTAL 360\n", with: "HORIZONTAL\n# measured\n; twice\n  // by us\n\n")
        #expect(try parse(commented) == plain)
        let declared = file.text.replacing("VERTICAL 360", with: "360 0\nVERTICAL 360")
            .replacing("HORIZONTAL 360", with: "HORIZONTAL 361")
        #expect(try parse(declared) == plain)
    }

    @Test("a first line without keyword is the name")
    func unnamed() throws {
        let rest = MSIFile().text.replacing("NAME TEST 65-8\n", with: "")
        #expect(try parse("742 265\n" + rest).name == "742 265")
        #expect(try parse("Panel 65-8\n" + rest).name == "Panel 65-8")
        #expect(try parse(rest).name.isEmpty)
    }

    @Test(
        "another number of angles is taken where the file states it, and interpolated",
        arguments: [36, 72, 180, 720, 3600])
    func otherSteps(count: Int) throws {
        let losses = (0..<count).map { index in
            let degrees = 360 * Double(index) / Double(count)
            let turned = degrees > 180 ? degrees - 360 : degrees
            return min(12 * (turned / 40) * (turned / 40), 25)
        }
        let angles = losses.enumerated().map { "\(360 * Double($0.offset) / Double(count)) \($0.element)" }
        let pattern = try parse((MSIFile().lines[..<366] + ["VERTICAL \(count)"] + angles).joined(separator: "\n"))
        #expect(pattern.vertical.attenuationsDB == losses && pattern.horizontal.attenuationsDB.count == 360)
        let step = 360 / Double(count)
        // 1e-9 dB: degrees to radians and back.
        #expect(abs(gain(pattern, 0, -1.5 * step) - (17.5 - (losses[1] + losses[2]) / 2)) < 1e-9)
    }

    @Test("cuts that hold gains instead of attenuations are refused")
    func gains() throws {
        var file = MSIFile()
        file.horizontal = file.horizontal.map { 31 - $0 }
        file.vertical = file.vertical.map { 31 - $0 }
        let error = #expect(throws: MastheadError.self) { try parse(file.text) }
        #expect(error?.remedy.contains("not gains") == true)
    }

    @Test("the electrical tilt in the file is not applied twice")
    func builtInTilt() throws {
        let pattern = try parse(MSIFile().text)
        #expect(abs(pattern.electricalTilt.degrees - 6) < 1e-12)
        func gain(_ tilt: Angle?, _ elevation: Double) -> Double {
            MountedAntenna(pattern: pattern, azimuth: Angle(degrees: 0), electricalTilt: tilt)
                .gainDBi(azimuthRadians: 0, elevationRadians: elevation * .pi / 180)
        }
        // 1e-9 dB: degrees to radians and back.
        #expect(abs(gain(nil, -6) - 17.5) < 1e-9)
        #expect(abs(gain(Angle(degrees: 6), -6) - 17.5) < 1e-9)
        #expect(abs(gain(Angle(degrees: 2), -2) - 17.5) < 1e-9, "a tilt of 2° moves the beam up from the file's 6°")
    }

    @Test(
        "the tilt is where the vertical cut peaks, whatever words the file has for it",
        arguments: ["TILT ELECTRICAL", "TILT 6", "ELECTRICAL_TILT 6.4", "TILT 0", "# none", "TILT MECHANICAL"])
    func tiltTexts(line: String) throws {
        // A stated tilt within a degree of the peak is the finer number.
        let expected = line.hasSuffix("6.4") ? 6.4 : 6
        #expect(abs(try parse(file(tilt: line)).electricalTilt.degrees - expected) < 1e-12)
    }

    @Test("a file whose vertical angles run upwards is refused where it states its tilt")
    func mirrored() throws {
        var file = MSIFile()
        file.vertical = (0..<360).map { file.vertical[(360 - $0) % 360] }
        let error = #expect(throws: MastheadError.self) {
            try parse(file.text.replacing("TILT ELECTRICAL", with: "TILT 6"))
        }
        #expect(error?.problem.contains("run upwards") == true && error?.remedy.contains("straight down") == true)
    }

    @Test("the file's frequency is read where it can be, and tells the carriers that it is not for")
    func frequencies() throws {
        for (text, low, high) in [
            ("773", 773.0, 773.0), ("0.773 GHz", 773, 773), ("758-803 MHz", 758, 803), ("698 - 960", 698, 960),
        ] {
            let range = try #require(
                try parse(MSIFile().text.replacing("FREQUENCY 3500", with: "FREQUENCY \(text)")).frequencies)
            // 1e-9 MHz: units times and divided by powers of ten.
            #expect(abs(range.lowerBound.megahertz - low) < 1e-9 && abs(range.upperBound.megahertz - high) < 1e-9)
        }
        let pattern = try parse(MSIFile().text)
        #expect(pattern.isFor(Frequency(megahertz: 3600)) && !pattern.isFor(Frequency(megahertz: 773)))
        let vague = try parse(MSIFile().text.replacing("FREQUENCY 3500", with: "FREQUENCY low band"))
        #expect(vague.frequencies == nil && vague.isFor(Frequency(megahertz: 773)))
    }

    @Test("an antenna whose horizontal cut is even needs no azimuth")
    func direction() throws {
        var file = MSIFile()
        #expect(try parse(file.text).isDirectional)
        file.horizontal = (0..<360).map { Double($0 % 3) * 0.2 }
        #expect(try !parse(file.text).isDirectional)
    }
}
