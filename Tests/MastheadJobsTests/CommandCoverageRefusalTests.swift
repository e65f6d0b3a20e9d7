import Foundation
import MastheadCore
import MastheadTestSupport
import Testing

@Suite(
    "what masthead coverage refuses", .enabled(if: CommandRunner.path != nil, Comment(rawValue: CommandRunner.absence)))
struct CommandCoverageRefusalTests {
    // 64 is usage, 65 bad data.
    @Test(
        "bad options are refused with their place, and nothing is written",
        arguments: [
            (["--carrier", "763MHz,2.6Ghx"], 64, "option --carrier, number 2 of the list"),
            (["--carrier", "763MHz,26GHz"], 65, "option --carrier, number 2 of the list"),
            (["--carrier", "763MHz,763 MHz"], 64, "stated twice"),
            (
                ["--carrier", "9GHz", "--template", "auto"], 65,
                "no band template has a channel around 9000 MHz"
            ),
            (["--carrier", "763MHz", "--template", "n28"], 65, "there is no band template"),
            (["--carrier", "763MHz", "--radius", "100m"], 65, "below the 250 m"),
            (["--carrier", "763MHz", "--model", "tr38901-rma", "--radius", "12km"], 65, "above the"),
            (
                ["--carrier", "763MHz", "--model", "tr38901-rma", "--height", "400"], 65,
                "option --height, --receiver-height"
            ),
            (["--carrier", "763MHz", "--at", "50,100"], 64, "not on Earth"),
            (["--carrier", "763MHz", "--at", "20,50"], 65, "the ground has no value under the site"),
            (["--carrier", "763MHz", "--radius", "20km"], 65, "--tolerate-voids"),
            (["--carrier", "763MHz", "--resolution", "1m"], 64, "cells; there may be"),
            (["--carrier", "763MHz", "--azimuth", "90"], 64, "there is no EIRP"),
            (["--carrier", "763MHz", "--threshold", "-100dBm"], 64, "there is no EIRP"),
            (["--carrier", "763MHz", "--eirp", "60dBm,61dBm"], 64, "2 values of EIRP for 1 carriers"),
            (["--carrier", "763MHz", "--eirp", "60dBm", "--beamwidth", "30"], 64, "no azimuth is stated"),
            ([], 64, "no carrier is stated"),
        ] as [([String], Int32, String)])
    func options(arguments: [String], status: Int32, words: String) throws {
        let world = try CoverageWorld()
        let result = try world.coverage("out", arguments, carrier: nil)
        #expect(result.status == status, "\(result.err)")
        #expect(result.err.contains(words), "\(result.err)")
        #expect(result.err.contains("\n  fix  "), "\(result.err)")
        #expect(!FileManager.default.fileExists(atPath: world.file("out")))
    }

    @Test("an earlier result gives way, and files of others are not touched")
    func folder() throws {
        let world = try CoverageWorld()
        #expect(try world.coverage("out", []).status == 0)
        _ = try world.folder.text("out/notes.txt", "mine")
        #expect(try world.coverage("out", [], carrier: "800MHz").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: world.file("out")).sorted()
        #expect(names == ["loss-800MHz.tif", "notes.txt", "site.json"])
        _ = try world.folder.text("out/loss-900MHz.tif", "mine too")
        let taken = try world.coverage("out", [], carrier: "900MHz")
        #expect(taken.status == ExitStatus.cannotWrite.rawValue)
        #expect(taken.err.contains("no part of the earlier result"), "\(taken.err)")
        #expect(try String(contentsOfFile: world.file("out/loss-900MHz.tif"), encoding: .utf8) == "mine too")
        #expect(FileManager.default.fileExists(atPath: world.file("out/loss-800MHz.tif")))
    }

    @Test("a folder with other files, and a file, are refused")
    func foreignFolder() throws {
        let world = try CoverageWorld()
        try FileManager.default.createDirectory(atPath: world.file("mine"), withIntermediateDirectories: true)
        _ = try world.folder.text("mine/site.json", "{}")
        let folder = try world.coverage("mine", [])
        #expect(folder.status == ExitStatus.cannotWrite.rawValue)
        #expect(folder.err.contains("not an earlier result of this command"), "\(folder.err)")
        let file = try world.coverage("ground.tif", [])
        #expect(file.status == ExitStatus.cannotWrite.rawValue)
        #expect(file.err.contains("is a file"), "\(file.err)")
    }

    @Test("cells on and behind a void are refused with a place, or left out and counted")
    func voids() throws {
        let world = try CoverageWorld(hole: true)
        let refused = try world.coverage("out", [], carrier: "763MHz")
        #expect(refused.status == ExitStatus.badData.rawValue)
        #expect(refused.err.contains("° N 10.0"), "\(refused.err)")
        let result = try world.coverage("out", ["--tolerate-voids"], carrier: "763MHz")
        #expect(result.status == 0, "\(result.err)")
        let tally = try world.tally("out", 0)
        // The hole is 1 km wide, 1.46 km away: with its shadow 0.66 rad from there to the rim, 620 cells and those beside it.
        #expect((550...850).contains(tally["void"] ?? 0), "\(tally)")
        #expect((tally["valued"] ?? 0) + (tally["void"] ?? 0) == tally["cells"])
        #expect(result.out.contains("void-path"), "\(result.out)")
    }

    @Test("a surface layer that no model reads is refused")
    func surface() throws {
        let world = try CoverageWorld()
        let result = try world.coverage("out", ["--surface", world.ground], carrier: "763MHz")
        #expect(result.status == ExitStatus.usage.rawValue)
        #expect(result.err.contains("no model asked for reads a surface layer: p1812"), "\(result.err)")
        let sight = try world.coverage("out", ["--surface", world.ground, "--model", "tr38901-rma"], carrier: "763MHz")
        #expect(sight.status == 0, "\(sight.err)")
    }
}
