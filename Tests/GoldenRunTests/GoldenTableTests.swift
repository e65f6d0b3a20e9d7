import Foundation
import MastheadTestSupport
import Testing

@Suite("The committed sample gives the committed tables")
struct GoldenTableTests {
    /// Golden files change only in a commit that says why; to make them anew, copy what the failing test names.
    @Test("reach, density and sectors of the small run are what they were", arguments: ["regions.csv", "sectors.csv"])
    func tables(name: String) throws {
        let run = try SmallRun()
        defer { run.remove() }
        #expect([0, 2].contains(try MastheadCommand.run(["run", run.job.path])))
        let golden = SharedData.root.appending(path: "Tests/GoldenRunTests/Golden").appending(path: name)
        let made = try String(contentsOf: run.runFolder().appending(path: name), encoding: .utf8)
        let kept = try String(contentsOf: golden, encoding: .utf8)
        for (line, (a, b)) in zip(made.split(separator: "\n"), kept.split(separator: "\n")).enumerated() {
            #expect(a == b, "line \(line + 1) of \(name)")
        }
        #expect(made.count == kept.count)
    }
}
