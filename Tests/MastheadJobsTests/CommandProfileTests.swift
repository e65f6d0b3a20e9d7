import Foundation
import MastheadCore
import MastheadTestSupport
import Testing

@Suite(
    "masthead profile and verify",
    .enabled(if: CommandRunner.path != nil && SharedData.isPresent, Comment(rawValue: SharedData.absence)))
struct CommandProfileTests {
    private var layers: [String] {
        let folder = SharedData.path("data/monterey") ?? ""
        return ["--ground", "\(folder)/ground.tif", "--clutter", "\(folder)/clutter.tif"]
    }

    private func path(_ from: String, _ to: String, _ more: [String] = []) throws -> CommandRunner.Result {
        try CommandRunner.run(["profile", "--from", from, "--to", to, "--carrier", "763 MHz"] + layers + more)
    }

    @Test("the ledger adds up to the loss, and the loss is at least free space")
    func ledger() throws {
        let result = try path("-121.9,36.6", "-121.6,36.7", ["--json"])
        #expect(result.status == 0, "\(result.err)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        let loss = try #require(object["loss_db"] as? Double)
        let ledger = try #require(object["ledger"] as? [String: Any])
        let terms = try #require(ledger["terms"] as? [[String: Any]])
        let sum = terms.filter { $0["role"] as? String == "summand" }.compactMap { $0["value"] as? Double }.reduce(0, +)
        // 1e-9 dB: numbers pass through decimal text.
        #expect(abs(sum - loss) < 1e-9)
        // 29.03 km at 763 MHz: 119.3 dB in free space; anomalous propagation cannot undercut it at the median.
        #expect(loss > 119.3)
        #expect((object["ground_metres"] as? [Double])?.count == (object["distance_kilometres"] as? [Double])?.count)
    }

    @Test("the loss is the same both ways when the antennas have equal heights")
    func reciprocity() throws {
        let heights = ["--height-tx", "30 m", "--height-rx", "30 m", "--json"]
        let losses = try [("-121.9,36.6", "-121.6,36.7"), ("-121.6,36.7", "-121.9,36.6")].map { from, to in
            let result = try path(from, to, heights)
            let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
            return try #require(object?["loss_db"] as? Double, "\(result.err)")
        }
        // 0.05 dB: the terrain grid is anchored at the transmitter, so both ways read slightly different points.
        #expect(abs(losses[0] - losses[1]) < 0.05, "\(losses)")
    }

    @Test("the table has a row for each point, and the ends are the places asked for")
    func table() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "masthead-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try path("-121.9,36.6", "-121.6,36.7", ["--csv", file.path, "--step", "100 m"])
        #expect(result.status == 0)
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        // 29.03 km in steps of at most 100 m: 291 steps, 292 points, and the header.
        #expect(rows.count == 293)
        #expect(rows[1].hasPrefix("0,0.000000,-121.90000000,36.60000000,"))
        #expect(rows[292].contains(",-121.60000000,36.70000000,"))
    }

    @Test("the drawing is written in the format that its name asks for", arguments: ["png", "svg"])
    func plot(ending: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "masthead-\(UUID().uuidString).\(ending)")
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try path("-121.9,36.6", "-121.6,36.7", ["--plot", file.path])
        #expect(result.status == 0, "\(result.err)")
        let start = try Data(contentsOf: file).prefix(8)
        #expect(start == (ending == "png" ? Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]) : Data("<?xml ve".utf8)))
    }

    @Test("a void, a place beyond the layer, a missing file and a carrier beyond the model are refused by name")
    func refusals() throws {
        let beyond = try path("-121.9,36.6", "-120.0,36.6")
        #expect(beyond.status == ExitStatus.badData.rawValue)
        #expect(beyond.err.contains("the ground has no value") && beyond.err.contains("121.00"), "\(beyond.err)")
        let missing = try CommandRunner.run([
            "profile", "--from", "-121.9,36.6", "--to", "-121.6,36.7", "--carrier", "763 MHz", "--ground", "none.tif",
        ])
        #expect(missing.status == ExitStatus.missingInput.rawValue)
        let carrier = try CommandRunner.run(
            ["profile", "--from", "-121.9,36.6", "--to", "-121.6,36.7", "--carrier", "28 GHz"] + layers)
        #expect(carrier.status == ExitStatus.badData.rawValue)
        #expect(carrier.err.contains("code outside-validity"))
    }

    @Test("verify meets the full set of vectors, and a model computes each file")
    func verify() throws {
        let result = try CommandRunner.run(["verify", SharedData.path("conformance") ?? ""])
        #expect(result.status == 0, "\(result.out)")
        #expect(result.out.contains("0 missed, 0 not implemented"))
    }

    @Test("verify refuses a folder of maps that is named and not there")
    func noFolderOfMaps() throws {
        let result = try CommandRunner.run(["verify", "--maps", "/nowhere/at/all"])
        #expect(result.status == ExitStatus.missingInput.rawValue)
        #expect(result.err.contains("/nowhere/at/all") && result.err.contains("--maps"))
    }
}
