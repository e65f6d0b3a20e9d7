import Foundation
import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("Damaged rule packs give a pack or an error with a remedy, never a trap")
struct RulePackFuzzTests {
    private static let scraps = [
        ":", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "? ", "| ", "%", "\t", "\n", "  ", "~", "nan dB",
        "inf %", "1e400 MHz", "-0 dB", "99999999999999999999", "😀", "\u{0}", "\u{FEFF}", "--- ", "to be set", "none",
        "- dB", "+", ".", "−129 dBm",
    ]

    private static let paths: [String] = {
        let folder = SharedData.root.appending(path: "Jobs/rules")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0).path }
    }()

    private func survives(_ bytes: [UInt8], path: String, seed: UInt64) {
        do throws(MastheadError) {
            let file = try RulePackFile.read(bytes: bytes, path: path)
            for criterion in file.pack.criteria {
                #expect(criterion.threshold.limit.isFinite && criterion.threshold.timePercent > 0, "seed \(seed)")
            }
        } catch {
            for error in [error] + error.others {
                #expect(error.remedy.count > 8 && !error.problem.contains("\n"), "seed \(seed): \(error)")
                #expect(error.location.description.hasPrefix(path), "seed \(seed): \(error)")
            }
        }
    }

    @Test("scraps inserted, characters lost, lines swapped", arguments: 0..<20 as Range<UInt64>)
    func scraps(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let path = try #require(Self.paths.randomElement(using: &generator))
            var lines = try String(contentsOfFile: path, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<lines.count, using: &generator)
                var characters = Array(lines[index])
                let at = Int.random(in: 0...characters.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &generator))
                case 1: lines[index] = String(characters.prefix(at))
                case 2 where at < characters.count:
                    characters.remove(at: at)
                    lines[index] = String(characters)
                default:
                    characters.insert(contentsOf: Self.scraps.randomElement(using: &generator) ?? "", at: at)
                    lines[index] = String(characters)
                }
            }
            survives(Array(lines.joined(separator: "\n").utf8), path: path, seed: seed)
        }
    }

    @Test("bytes changed at random", arguments: 0..<10 as Range<UInt64>)
    func bytes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<30 {
            let path = try #require(Self.paths.randomElement(using: &generator))
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            if seed % 5 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))) }
            survives(bytes, path: path, seed: seed)
        }
    }
}
