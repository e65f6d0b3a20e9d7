import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("Mutated job files")
struct SpecMutationTests {
    /// What stands in jobs, and what breaks YAML.
    private static let scraps = [
        ":", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!!int ", "? ", "| ", ">", "%", "@", "`", "\t",
        "\n",
        "  ", "~", "null", "nan m", "inf m", "1e400 m", "-0 m", "0x10 m", "9999999999999999999999", "😀", "\u{0}",
        "\u{2028}", "\u{FEFF}", "--- ", "...", "<<: ", "=", "true", "path: ", "..", "/", "\r",
    ]

    @Test("every mutated job is a job, or errors with a place and a remedy", arguments: 0..<40 as Range<UInt64>)
    func mutants(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sources = try SpecSamples.examples.map { try String(contentsOfFile: $0, encoding: .utf8) }
        for _ in 0..<50 {
            let source = sources.randomElement(using: &generator) ?? SpecSamples.smallest
            let text = Self.mutated(source, &generator)
            for error in SpecSamples.errors(text) {
                #expect(!error.problem.isEmpty && !error.problem.hasSuffix("."), "seed \(seed): \(error)")
                #expect(error.remedy.first?.isUppercase == true && error.remedy.count > 8, "seed \(seed): \(error)")
                #expect(error.location.description.hasPrefix("jobs/test.yaml"), "seed \(seed): \(error)")
                #expect(!error.problem.contains("\n"), "seed \(seed): \(error)")
            }
        }
    }

    @Test("bytes at random are never a trap", arguments: 0..<20 as Range<UInt64>)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 0..<200, using: &generator)
            let bytes = (0..<count).map { _ in
                UInt8.random(in: 0...(seed.isMultiple(of: 2) ? 127 : 255), using: &generator)
            }
            #expect(!SpecSamples.errors(bytes: bytes).isEmpty, "seed \(seed)")
        }
    }

    /// One to four changes: delete, double, swap or replace characters or whole lines.
    private static func mutated(_ text: String, _ generator: inout SeededGenerator) -> String {
        var lines = text.components(separatedBy: "\n")
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: 0..<lines.count, using: &generator)
            var characters = Array(lines[index])
            let at = Int.random(in: 0...characters.count, using: &generator)
            switch Int.random(in: 0..<7, using: &generator) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[index], at: index)
            case 2: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &generator))
            case 3 where at < characters.count:
                characters.remove(at: at)
                lines[index] = String(characters)
            case 4 where at < characters.count:
                characters.insert(characters[at], at: at)
                lines[index] = String(characters)
            case 5: lines[index] = String(characters.prefix(at))
            default:
                let scrap = scraps.randomElement(using: &generator) ?? ""
                characters.insert(contentsOf: scrap, at: at)
                lines[index] = String(characters)
            }
            if lines.isEmpty { lines = [""] }
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// The pieces between separators, empty ones included.
    fileprivate func components(separatedBy separator: Character) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
