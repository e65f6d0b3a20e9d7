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
        // 1e-6 dB: the points of both ways differ by the rounding of the geodesic, some nanometres.
        #expect(abs(losses[0] - losses[1]) < 1e-6, "\(losses)")
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
        // The layer ends at 121.0004° W; the points are 0.001° apart.
        #expect(beyond.err.contains("the ground has no value"), "\(beyond.err)")
        #expect(beyond.err.contains("° N 121.000") || beyond.err.contains("° N 120.999"), "\(beyond.err)")
        let missing = try CommandRunner.run([
            "profile", "--from", "-121.9,36.6", "--to", "-121.6,36.7", "--carrier", "763 MHz", "--ground", "none.tif",
        ])
        #expect(missing.status == ExitStatus.missingInput.rawValue)
        let carrier = try CommandRunner.run(
            ["profile", "--from", "-121.9,36.6", "--to", "-121.6,36.7", "--carrier", "28 GHz"] + layers)
        #expect(carrier.status == ExitStatus.badData.rawValue)
        #expect(carrier.err.contains("code outside-validity"))
    }

    @Test("models are compared to the first that has a loss, and one that refuses the path stops no other")
    func comparison() throws {
        // Hata ends at 20 km, and this path has 29 km.
        let result = try path("-121.9,36.6", "-121.6,36.7", ["--compare", "hata,p525,p1812", "--json"])
        #expect(result.status == 0, "\(result.err)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
        let models = try #require(object["models"] as? [[String: Any]])
        #expect(models.map { $0["model"] as? String } == ["hata", "p525", "p1812"])
        #expect((models[0]["error"] as? [String: String])?["code"] == "outside-validity")
        #expect(models[0]["loss_db"] == nil && models[1]["difference_db"] as? Double == 0)
        let losses = models.compactMap { $0["loss_db"] as? Double }
        // Exact but for the decimal text of both losses, 1e-9 dB.
        #expect(abs((models[2]["difference_db"] as? Double ?? .nan) - (losses[1] - losses[0])) < 1e-9)
        #expect(models[2]["ledger"] == nil)
        let alone = try path("-121.9,36.6", "-121.6,36.7", ["--json"])
        let single = try JSONSerialization.jsonObject(with: Data(alone.out.utf8)) as? [String: Any]
        #expect(single?["loss_db"] as? Double == losses[1])
    }

    @Test("all models stand in one table, --model leads it, and --ledgers adds the ledger of each that has a loss")
    func allModels() throws {
        let result = try path(
            "-121.9,36.6", "-121.6,36.7", ["--compare", "all", "--model", "p525", "--ledgers"])
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.contains("to p525") && result.out.contains("\np1812 "), "\(result.out)")
        let refused = result.out.split(separator: "\n").filter { $0.hasPrefix("hata ") }
        #expect(refused.count == 1 && refused[0].contains(" none ") && refused[0].contains("20000 m"), "\(refused)")
        let losses = result.out.components(separatedBy: "\n  total").count - 1
        #expect(losses >= 2)
    }

    @Test("a comparison that no model answers is an error, and so is a model that is not there")
    func noAnswer() throws {
        let none = try path("-121.9,36.6", "-121.6,36.7", ["--compare", "hata,tr38901-uma"])
        #expect(none.status == ExitStatus.badData.rawValue && none.out.isEmpty)
        #expect(none.err.components(separatedBy: "error: ").count > 2, "\(none.err)")
        let unknown = try path("-121.9,36.6", "-121.6,36.7", ["--compare", "p525,p1821"])
        #expect(unknown.err.contains("Write \"p1812\"."), "\(unknown.err)")
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
