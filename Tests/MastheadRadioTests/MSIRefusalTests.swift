import Foundation
import MastheadCore
import MastheadRadio
import MastheadTestSupport
import Testing

@Suite("MSI files that are refused")
struct MSIRefusalTests {
    private let path = "antennas/test.msi"

    private func refusal(_ text: String) throws -> MastheadError {
        let error = try #require(
            #expect(throws: MastheadError.self) { try MSIPatternReader.parse(text, path: path) })
        #expect(error.code == .badPattern && error.remedy.count > 12 && error.remedy.hasSuffix("."))
        return error
    }

    /// The good file with one line changed; lines from 1.
    private func refusal(line: Int, _ text: String?) throws -> MastheadError {
        var lines = MSIFile().lines
        lines.replaceSubrange((line - 1)..<line, with: text.map { [$0] } ?? [])
        return try refusal(lines.joined(separator: "\n"))
    }

    // Line 6 is HORIZONTAL, 7 to 366 its angles 0 to 359; line 367 is VERTICAL, 368 to 727 its angles.
    @Test("a file without GAIN, HORIZONTAL or VERTICAL is refused as a whole, with the line to add")
    func missingParts() throws {
        let gain = try refusal(line: 4, nil)
        #expect(gain.problem.contains("GAIN") && gain.location == .file(path) && gain.remedy.contains("dBi or dBd"))
        let lines = MSIFile().lines
        for (name, rest) in [("HORIZONTAL", lines[..<5] + lines[366...]), ("VERTICAL", lines[..<366])] {
            let error = try refusal(rest.joined(separator: "\n"))
            #expect(error.problem.contains(name) && error.location == .file(path))
            #expect(error.remedy.contains("\(name) 360"))
        }
        for text in ["", "\n\n", "%PDF-1.4 no pattern\n"] { #expect(try refusal(text).problem.contains("GAIN")) }
    }

    @Test("a missing angle is refused by its degree, at the head of its section")
    func missingAngle() throws {
        let horizontal = try refusal(line: 7 + 17, nil)
        #expect(horizontal.problem == "the section HORIZONTAL has 359 of its 360 angles, and none at 17°")
        #expect(horizontal.location == .line(file: path, line: 6))
        let vertical = try refusal(line: 368 + 359, nil)
        #expect(vertical.problem == "the section VERTICAL has 359 of its 360 angles, and none at 359°")
        #expect(vertical.location == .line(file: path, line: 367))
    }

    @Test(
        "a line of a section that cannot be used is refused at its line",
        arguments: [
            ("40\t3.0", "stands twice"), ("41.5\t3.0", "not a multiple of 1°"), ("-181\t3.0", "outside −180 to 360"),
            ("361\t3.0", "outside −180 to 360"), ("41\t200.5", "outside -0.5 to 200"),
            ("41\t-12", "outside -0.5 to 200"),
            ("41\tnan", "not an angle"), ("41\tinf", "not an angle"), ("41\tx", "not an angle"),
            ("x\t3.0", "not an angle"), ("41", "not an angle"), ("41\t3.0\t7", "not an angle"),
            ("41\t3,5", "not an angle"), ("41,3.5", "not an angle"), ("nan\t3.0", "not an angle"),
            ("1e300\t3.0", "outside −180 to 360"),
        ])
    func badLine(text: String, mention: String) throws {
        let error = try refusal(line: 7 + 41, text)
        #expect(error.problem.contains(mention), "\(error)")
        #expect(error.location == .line(file: path, line: 48), "\(error)")
    }

    @Test("a circle that is closed with another attenuation is refused at its line")
    func openCircle() throws {
        let error = try refusal(MSIFile().text.replacing("VERTICAL 360", with: "360 4\nVERTICAL 360"))
        #expect(
            error.problem.contains("the direction of 0, and has another attenuation")
                && error.location == .line(file: path, line: 367))
    }

    @Test(
        "a gain that is no gain is refused at its line",
        arguments: ["GAIN", "GAIN x", "GAIN 17,5 dBi", "GAIN 17.5 dB", "GAIN nan dBi", "GAIN 175 dBi", "GAIN 1 7 dBi"])
    func badGain(line: String) throws {
        let error = try refusal(line: 4, line)
        #expect(error.problem.contains("gain") && error.location == .line(file: path, line: 4))
        #expect(error.remedy.contains("dBi"))
    }

    @Test("a gain or a section that stands twice, and angles other than the section states, are refused at their line")
    func repeatedParts() throws {
        #expect(try refusal(line: 5, "GAIN 3 dBi").location == .line(file: path, line: 5))
        let twice = try refusal(line: 367, "HORIZONTAL 360")
        #expect(twice.problem.contains("twice") && twice.location == .line(file: path, line: 367))
        let few = try refusal(line: 6, "HORIZONTAL 180")
        #expect(few.problem.contains("not a multiple of 2°") && few.location == .line(file: path, line: 8))
        for count in ["7", "all", "-360", "3602"] {
            #expect(try refusal(line: 6, "HORIZONTAL \(count)").location == .line(file: path, line: 6))
        }
    }

    @Test("a file that is not there, a folder and a huge file are refused by name")
    func files() throws {
        let folder = try ScratchFolder()
        for missing in [folder.file("none.msi"), folder.path] {
            let error = #expect(throws: MastheadError.self) { try MSIPatternReader.read(path: missing) }
            #expect(error?.code == .missingFile && error?.location == .file(missing))
        }
        let huge = folder.file("huge.msi")
        #expect(FileManager.default.createFile(atPath: huge, contents: nil))
        // A file of 8 GB with nothing in it: it must be refused without being read.
        let handle = try #require(FileHandle(forWritingAtPath: huge))
        try handle.truncate(atOffset: 8 << 30)
        try handle.close()
        let error = #expect(throws: MastheadError.self) { try MSIPatternReader.read(path: huge) }
        #expect(error?.code == .badPattern && error?.location == .file(huge))
        #expect(error?.problem.contains("larger than 1048576 bytes") == true)
    }

    @Test(
        "every mutated file is a pattern with finite gains, or a refusal with its file and a remedy",
        arguments: 0..<6 as Range<UInt64>)
    func mutants(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let good = Array(MSIFile().text.utf8)
        let tokens = ["360", "-1", "nan", "1e308", "GAIN", "VERTICAL 360", "\r", "\u{85}", ",", "dBd", "\0", "é"]
        for round in 0..<50 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes.remove(at: at)
                case 1: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                case 2: bytes.insert(contentsOf: Array((tokens.randomElement(using: &generator) ?? "").utf8), at: at)
                case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...200, using: &generator)))
                default: bytes.removeSubrange(at...)
                }
                if bytes.isEmpty { bytes = [0x0A] }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do throws(MastheadError) {
                let pattern = try MSIPatternReader.parse(text, path: path)
                for _ in 0..<20 {
                    let gain = pattern.gainDBi(
                        azimuthRadians: generator.uniform(in: -3.2...3.2),
                        elevationRadians: generator.uniform(in: -1.6...1.6))
                    #expect(gain.isFinite, "seed \(seed), round \(round)")
                }
            } catch {
                #expect(error.code == .badPattern && error.remedy.count > 12, "seed \(seed), round \(round): \(error)")
                #expect(error.location.description.hasPrefix(path), "seed \(seed), round \(round): \(error)")
            }
        }
    }
}
