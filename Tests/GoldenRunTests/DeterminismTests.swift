import Foundation
import Testing

@Suite("A run gives the same bytes however it is done")
struct DeterminismTests {
    @Test("one thread and four write the same products")
    func threads() throws {
        let one = try SmallRun()
        let four = try SmallRun()
        defer {
            one.remove()
            four.remove()
        }
        #expect([0, 2].contains(try MastheadCommand.run(["run", one.job.path, "--threads", "1"])))
        #expect([0, 2].contains(try MastheadCommand.run(["run", four.job.path, "--threads", "4"])))
        try expectEqual(try one.products(), try four.products())
    }

    @Test("the side of a tile changes no product")
    func tiles() throws {
        let small = try SmallRun()
        let large = try SmallRun(changes: ["tile: 32": "tile: 50"])
        defer {
            small.remove()
            large.remove()
        }
        #expect([0, 2].contains(try MastheadCommand.run(["run", small.job.path])))
        #expect([0, 2].contains(try MastheadCommand.run(["run", large.job.path])))
        // The two job files differ, so the run's name and the manifest do; everything that was computed is the same.
        var a = try small.products()
        var b = try large.products()
        for name in ["manifest.json", "job.yaml"] {
            a[name] = nil
            b[name] = nil
        }
        try expectEqual(a, b)
    }

    @Test("a run that is killed at any moment goes on and ends with the same bytes", arguments: [0, 1, 4, 12])
    func killed(tiles: Int) throws {
        let whole = try SmallRun(resolution: "150 m")
        let killed = try SmallRun(resolution: "150 m")
        defer {
            whole.remove()
            killed.remove()
        }
        #expect([0, 2].contains(try MastheadCommand.run(["run", whole.job.path])))
        let process = try MastheadCommand.start(["run", killed.job.path, "--threads", "1"])
        #expect(try killed.waitForTiles(tiles, of: process), "the run ended before it was killed")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect([0, 2].contains(try MastheadCommand.run(["run", killed.job.path])))
        try expectEqual(try whole.products(), try killed.products())
    }

    @Test("a run that is asked to stop answers 75 and can be resumed")
    func stopped() throws {
        let run = try SmallRun(resolution: "100 m")
        defer { run.remove() }
        let process = try MastheadCommand.start(["run", run.job.path, "--threads", "1"])
        #expect(try run.waitForTiles(1, of: process), "the run ended before it was stopped")
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 75)
        #expect(!FileManager.default.fileExists(atPath: try run.runFolder().appending(path: "manifest.json").path))
        #expect([0, 2].contains(try MastheadCommand.run(["run", run.job.path])))
        #expect(FileManager.default.fileExists(atPath: try run.runFolder().appending(path: "manifest.json").path))
    }

    @Test("two runs of one job at once do not disturb each other: the second names the first and answers 75")
    func twoAtOnce() throws {
        let run = try SmallRun(resolution: "100 m")
        defer { run.remove() }
        let first = try MastheadCommand.start(["run", run.job.path, "--threads", "1"])
        #expect(try run.waitForTiles(1, of: first), "the first run ended before the second began")
        let second = try MastheadCommand.run(["run", run.job.path])
        #expect(second == 75)
        first.waitUntilExit()
        #expect([0, 2].contains(first.terminationStatus))
    }

    @Test("a damaged tile is computed again")
    func damagedTile() throws {
        let whole = try SmallRun(resolution: "150 m")
        let damaged = try SmallRun(resolution: "150 m")
        defer {
            whole.remove()
            damaged.remove()
        }
        #expect([0, 2].contains(try MastheadCommand.run(["run", whole.job.path])))
        let process = try MastheadCommand.start(["run", damaged.job.path, "--threads", "1"])
        #expect(try damaged.waitForTiles(3, of: process), "the run ended before it was killed")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let tiles = try damaged.runFolder().appending(path: ".work/tiles")
        for name in try FileManager.default.contentsOfDirectory(atPath: tiles.path)
        where name.hasPrefix("tile-") {
            var bytes = try Data(contentsOf: tiles.appending(path: name))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: tiles.appending(path: name))
        }
        #expect([0, 2].contains(try MastheadCommand.run(["run", damaged.job.path])))
        try expectEqual(try whole.products(), try damaged.products())
    }

    private func expectEqual(_ a: [String: Data], _ b: [String: Data]) throws {
        #expect(a.keys.sorted() == b.keys.sorted())
        for (name, data) in a { #expect(data == b[name], "\(name) differs") }
    }
}
