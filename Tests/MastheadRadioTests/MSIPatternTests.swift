import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

/// Writes MSI files of a made-up antenna: 65° by 10°, tilted electrically by 6°, weaker to the left than to the right.
struct MadeUpAntenna {
    var header =
        "NAME Made-up 65/10\nMAKE none\nFREQUENCY 758-803 MHz\nGAIN 15.5 dBi\nTILT ELECTRICAL 6\nCOMMENT none\n"
    var horizontal = Self.cut(count: 360) { angle in
        let side = angle > 180 ? angle - 360 : angle
        return min(12 * (side / 65) * (side / 65) + (side < 0 ? 1 : 0), 25)
    }
    var vertical = Self.cut(count: 360) { angle in
        // Down is positive: the beam is at 6°, the back at 174°, and they meet at the zenith.
        let down = angle > 270 ? angle - 360 : angle
        let front = min(12 * ((down - 6) / 10) * ((down - 6) / 10), 20)
        return down > 90 ? 25 : front
    }

    static func cut(count: Int, _ loss: (Double) -> Double) -> [(Double, Double)] {
        (0..<count).map { index in
            let angle = 360 * Double(index) / Double(count)
            return (angle, loss(angle))
        }
    }

    static func lines(_ cut: [(Double, Double)]) -> String {
        cut.map { angle, loss in
            "\(String(format: "%.1f", angle))\t\(String(format: "%.2f", loss))\n"
        }.joined()
    }

    var text: String {
        header + "HORIZONTAL \(horizontal.count)\n" + Self.lines(horizontal) + "VERTICAL \(vertical.count)\n"
            + Self.lines(vertical)
    }

    func pattern() throws -> MSIPattern { try MSIPatternReader.parse(text, path: "patterns/made-up.msi") }
}

@Suite("MSI pattern files")
struct MSIPatternTests {
    private func gain(_ pattern: any AntennaPattern, _ azimuth: Double, _ elevation: Double) -> Double {
        pattern.gainDBi(azimuthRadians: radians(azimuth), elevationRadians: radians(elevation))
    }

    // 1e-9 dB: interpolation at the file's own angles, within the rounding of degrees to radians and back.
    @Test("vertical angles run downwards: 90 in the file is straight down")
    func verticalSense() throws {
        var antenna = MadeUpAntenna()
        antenna.vertical[90].1 = 33
        antenna.vertical[270].1 = 44
        let pattern = try antenna.pattern()
        #expect(abs(gain(pattern, 0, -90) - (15.5 - 33)) < 1e-9)
        #expect(abs(gain(pattern, 0, 90) - (15.5 - 44)) < 1e-9)
        #expect(abs(gain(pattern, 0, -6) - 15.5) < 1e-9, "a beam tilted down by 6° peaks below the horizon")
    }

    @Test("horizontal angles run clockwise, as azimuths do")
    func horizontalSense() throws {
        let pattern = try MadeUpAntenna().pattern()
        let mounted = MountedAntenna(pattern: pattern, azimuth: Angle(degrees: 0))
        let right = mounted.gainDBi(azimuthRadians: radians(40), elevationRadians: radians(-6))
        let left = mounted.gainDBi(azimuthRadians: radians(-40), elevationRadians: radians(-6))
        #expect(abs(right - left - 1) < 1e-9)
    }

    @Test("along both cuts the pattern is the file's, front and back")
    func cuts() throws {
        var antenna = MadeUpAntenna()
        // Without a tilt both cuts agree where they cross.
        antenna.header = "NAME plain\nGAIN 15.5 dBi\n"
        antenna.vertical = MadeUpAntenna.cut(count: 360) { angle in
            let down = angle > 180 ? angle - 360 : angle
            return min(12 * (down / 40) * (down / 40), 25)
        }
        antenna.horizontal[180].1 = 25
        let pattern = try antenna.pattern()
        for angle in stride(from: -179.0, through: 180, by: 1) {
            let index = Int(angle < 0 ? angle + 360 : angle)
            // The file prints hundredths of a dB.
            let horizontal = (antenna.horizontal[index].1 * 100).rounded() / 100
            #expect(abs(gain(pattern, angle, 0) - (15.5 - horizontal)) < 1e-9)
            let vertical = (antenna.vertical[index].1 * 100).rounded() / 100
            let back = abs(angle) > 90
            let elevation = back ? (angle > 0 ? -(180 - angle) : 180 + angle) : -angle
            #expect(abs(gain(pattern, back ? 180 : 0, elevation) - (15.5 - vertical)) < 1e-9, "\(angle)")
        }
    }

    @Test("between angles the attenuation is interpolated, across 359 and 0 as well")
    func interpolation() throws {
        var antenna = MadeUpAntenna()
        antenna.horizontal[0].1 = 0
        antenna.horizontal[359].1 = 2
        let pattern = try antenna.pattern()
        #expect(abs(gain(pattern, -0.25, -6) - (15.5 - 0.5)) < 1e-2)
    }

    @Test("no direction has more than the stated gain")
    func peakIsPeak() throws {
        let pattern = try MadeUpAntenna().pattern()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let value = pattern.gainDBi(
                azimuthRadians: Double.random(in: -Double.pi...Double.pi, using: &random),
                elevationRadians: Double.random(in: -Double.pi / 2...Double.pi / 2, using: &random))
            #expect(value.isFinite && value <= 15.5)
        }
    }

    @Test(
        "a gain without unit is in dBd",
        arguments: [("GAIN 13.35", 15.5), ("GAIN 13.35 dBd", 15.5), ("Gain 15.5dBi", 15.5)])
    func gainUnits(line: String, expected: Double) throws {
        var antenna = MadeUpAntenna()
        antenna.header = "NAME x\n\(line)\n"
        #expect(abs(try antenna.pattern().peakGainDBi - expected) < 1e-12)
    }

    @Test("order, line ends, comments, a byte order mark and a closed circle make no difference")
    func tolerated() throws {
        let plain = MadeUpAntenna()
        let expected = try plain.pattern()
        var reversed = plain
        reversed.horizontal.reverse()
        var signed = plain
        signed.vertical = plain.vertical.map { ($0.0 > 180 ? $0.0 - 360 : $0.0, $0.1) }.sorted { $0.0 < $1.0 }
        var closed = plain
        closed.horizontal.append((360, plain.horizontal[0].1))
        for text in [
            plain.text.replacing("\n", with: "\r\n"), "\u{FEFF}" + plain.text, reversed.text, signed.text,
            closed.text, closed.text.replacing("HORIZONTAL 361", with: "HORIZONTAL 360"),
            plain.text.replacing("HORIZONTAL 360\n", with: "HORIZONTAL\n# measured\n; twice\n// by us\n\n"),
            plain.text.replacing("\t", with: "   "), plain.text.replacing("NAME Made", with: "name Made"),
        ] {
            let pattern = try MSIPatternReader.parse(text, path: "patterns/made-up.msi")
            #expect(pattern == expected)
        }
        let unnamed = try MSIPatternReader.parse(
            "742 265\n" + plain.text.replacing("NAME Made-up 65/10\n", with: ""), path: "a.msi")
        #expect(unnamed.name == "742 265")
    }

    @Test("coarser and finer cuts are taken where the file states their number", arguments: [36, 72, 180, 720, 3600])
    func otherSteps(count: Int) throws {
        var antenna = MadeUpAntenna()
        antenna.vertical = MadeUpAntenna.cut(count: count) { min(12 * ($0 / 40) * ($0 / 40), 25) }
        antenna.header = "GAIN 15.5 dBi\n"
        let pattern = try antenna.pattern()
        #expect(pattern.vertical.attenuationsDB.count == count && pattern.horizontal.attenuationsDB.count == 360)
        let step = 360 / Double(count)
        let between = (antenna.vertical[1].1 + antenna.vertical[2].1) / 2
        // 0.01 dB: the file prints hundredths.
        #expect(abs(gain(pattern, 0, -1.5 * step) - (15.5 - between)) < 0.01)
    }

    @Test(
        "a malformed file is refused with its line and a remedy",
        arguments: [
            ("GAIN 15.5 dBi", "GAIN 15,5 dBi", ":4", "decimals after a point"),
            ("GAIN 15.5 dBi", "GAIN", ":4", "dBi or dBd"), ("GAIN 15.5 dBi", "GAIN 500 dBi", ":4", "Correct the gain"),
            ("GAIN 15.5 dBi\n", "", "", "Add a line GAIN"), ("HORIZONTAL 360", "HORIZONTAL 7", ":7", "HORIZONTAL 360"),
            ("HORIZONTAL 360", "HORIZONTAL all", ":7", "HORIZONTAL 360"),
            ("\n3.0\t", "\n3.5\t", ":11", "equal steps"), ("\n3.0\t", "\n2.0\t", ":11", "Delete one"),
            ("\n3.0\t0.03", "\n3.0\t-0.03", ":11", "positive"), ("\n3.0\t0.03", "\n3.0\t0,03", ":11", "point"),
            ("\n3.0\t0.03", "\n3.0 0.03 7", ":11", "two numbers"), ("\n3.0\t0.03", "\n3.0\tnan", ":11", "two numbers"),
            ("\n3.0\t0.03", "\nthree 0.03", ":11", "#"), ("\n3.0\t0.03\n", "\n", ":367", "Give the other angles"),
            ("VERTICAL 360", "HORIZONTAL 360", ":368", "Delete one of the two"),
            ("COMMENT none\n", "3 0.5\n", ":6", "HORIZONTAL 360"), ("TILT ELECTRICAL 6", "TILT 6", "", ""),
        ])
    func malformed(old: String, new: String, line: String, remedy: String) throws {
        let text = MadeUpAntenna().text
        #expect(text.contains(old))
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        if remedy.isEmpty {
            #expect(throws: Never.self) { try MSIPatternReader.parse(changed, path: "x.msi") }
            return
        }
        let error = #expect(throws: MastheadError.self) { try MSIPatternReader.parse(changed, path: "x.msi") }
        #expect(error?.code == .badPattern && error?.location.description == "x.msi\(line)", "\(error as Any)")
        #expect(error?.remedy.contains(remedy) == true, "\(error as Any)")
    }

    @Test("a file that lacks angles at its end names the first that is missing")
    func truncated() {
        let lines = MadeUpAntenna().text.split(separator: "\n")
        for count in [0, 3, 100, 367, 400, 726] {
            let error = #expect(throws: MastheadError.self) {
                try MSIPatternReader.parse(lines.prefix(count).joined(separator: "\n"), path: "x.msi")
            }
            #expect(error?.code == .badPattern && error?.remedy.isEmpty == false)
        }
        let error = #expect(throws: MastheadError.self) {
            try MSIPatternReader.parse(lines.prefix(400).joined(separator: "\n"), path: "x.msi")
        }
        #expect(error?.problem == "VERTICAL has 32 of its 360 angles; 32° is missing")
    }

    @Test("cuts that hold gains instead of attenuations are refused")
    func gains() {
        var antenna = MadeUpAntenna()
        antenna.horizontal = antenna.horizontal.map { ($0.0, 30 - $0.1) }
        antenna.vertical = antenna.vertical.map { ($0.0, 30 - $0.1) }
        let error = #expect(throws: MastheadError.self) { try antenna.pattern() }
        #expect(error?.remedy.contains("not gains") == true)
    }

    @Test("a missing file is an error with its path")
    func missingFile() {
        let error = #expect(throws: MastheadError.self) { try MSIPatternReader.read(path: "/nowhere/x.msi") }
        #expect(error?.code == .missingFile && error?.location == .file("/nowhere/x.msi"))
    }

    @Test("any change of single bytes gives a pattern or an error with a remedy, never a trap")
    func mutated() {
        let original = Array(MadeUpAntenna().text.utf8)
        var random = SeededGenerator(seed: 360)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let pattern = try MSIPatternReader.parse(String(decoding: bytes, as: UTF8.self), path: "x.msi")
                #expect(gain(pattern, 17, -3).isFinite)
            } catch {
                #expect(!error.remedy.isEmpty)
            }
        }
    }
}

@Suite("Tilt and use of MSI patterns")
struct MSIPatternUseTests {
    @Test("the electrical tilt in the file is not applied twice")
    func builtInTilt() throws {
        let pattern = try MadeUpAntenna().pattern()
        #expect(abs(pattern.electricalTilt.degrees - 6) < 1e-12)
        func gain(_ tilt: Angle?, _ elevation: Double) -> Double {
            MountedAntenna(pattern: pattern, azimuth: Angle(degrees: 0), electricalTilt: tilt)
                .gainDBi(azimuthRadians: 0, elevationRadians: radians(elevation))
        }
        // 1e-9 dB: degrees to radians and back.
        #expect(abs(gain(nil, -6) - 15.5) < 1e-9)
        #expect(abs(gain(Angle(degrees: 6), -6) - 15.5) < 1e-9)
        #expect(abs(gain(Angle(degrees: 2), -2) - 15.5) < 1e-9, "a tilt of 2° moves the beam up from the file's 6°")
    }

    @Test(
        "the tilt is where the vertical cut peaks, whatever words the file has for it",
        arguments: ["TILT ELECTRICAL", "TILT 6", "ELECTRICAL_TILT 6.4", "TILT 0", "# none", "TILT MECHANICAL"])
    func tiltTexts(line: String) throws {
        var antenna = MadeUpAntenna()
        antenna.header = "GAIN 15.5 dBi\n\(line)\n"
        // A stated tilt within a degree of the peak is the finer number.
        let expected = line.hasSuffix("6.4") ? 6.4 : 6
        #expect(abs(try antenna.pattern().electricalTilt.degrees - expected) < 1e-12)
    }

    @Test("a file whose vertical angles run upwards is refused")
    func mirrored() {
        var antenna = MadeUpAntenna()
        antenna.vertical = antenna.vertical.map { ($0.0 == 0 ? 0 : 360 - $0.0, $0.1) }
        let error = #expect(throws: MastheadError.self) { try antenna.pattern() }
        #expect(error?.problem.contains("run upwards") == true)
    }

    @Test("the file's frequency is read where it can be, and tells carriers it is not for")
    func frequencies() throws {
        for (text, low, high) in [
            ("773", 773.0, 773.0), ("0.773 GHz", 773, 773), ("758-803 MHz", 758, 803), ("698 - 960", 698, 960),
        ] {
            var antenna = MadeUpAntenna()
            antenna.header = "FREQUENCY \(text)\nGAIN 15.5 dBi\n"
            let range = try #require(try antenna.pattern().frequencies)
            #expect(abs(range.lowerBound.megahertz - low) < 1e-9 && abs(range.upperBound.megahertz - high) < 1e-9)
        }
        let pattern = try MadeUpAntenna().pattern()
        #expect(pattern.isFor(Frequency(megahertz: 773)) && !pattern.isFor(Frequency(megahertz: 2600)))
        var vague = MadeUpAntenna()
        vague.header = "FREQUENCY low band\nGAIN 15.5 dBi\n"
        #expect(try vague.pattern().isFor(Frequency(megahertz: 2600)))
    }

    @Test("an antenna whose horizontal cut is even needs no azimuth")
    func direction() throws {
        var antenna = MadeUpAntenna()
        #expect(try antenna.pattern().isDirectional)
        antenna.horizontal = MadeUpAntenna.cut(count: 360) { _ in 0.4 }
        #expect(try !antenna.pattern().isDirectional)
    }
}
