import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("The manifest")
struct ManifestTests {
    private func manifest(started: String, threads: Int, host: String) throws -> RunManifest {
        let run = try SyntheticRun(columns: 40, rows: 30)
        let figures = run.content.figures
        return RunManifest(
            job: "synthetic", run: "0123456789ab", jobFile: "../../job.yaml",
            software: RunManifest.Software(masthead: "0.1", gdal: "3.6.2", proj: "9.1.1"),
            inputs: [
                RunManifest.Input(
                    role: "ground", name: "dem/a.tif", base: .job, bytes: 12, sha256: "ab", credit: "Nobody, CC0")
            ],
            parameters: ["bands[0].power": "46 dBm"], decisions: ["grid.crs": "chosen by position"],
            definitions: figures.definitions, grid: run.content.tiles.grid, terrainStepMetres: 50, areaCells: 1,
            evaluations: 2,
            population: RunManifest.Population(source: figures.sourcePeople, studyArea: figures.total.people),
            register: RunManifest.Register(rows: 6, quarantined: 1, stations: 5, sectors: 15), total: figures.total,
            caveats: [RunManifest.CaveatCount(code: "near-field", count: 3, meaning: "Free space is used there.")],
            findings: ["West misses the target"], products: try run.write(["regions", "map"]),
            clock: RunManifest.Clock(
                started: started, finished: started, stageSeconds: ["coverage": Double(threads)], threads: threads,
                peakMemoryBytes: threads, resumedTiles: 0, host: host))
    }

    private func members(_ manifest: RunManifest) throws -> [String: Any] {
        let text = try JSONFile.text(manifest)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("nothing but the clock tells two runs of one job apart")
    func onlyTheClockDiffers() throws {
        let first = try manifest(started: "2026-01-01T00:00:00Z", threads: 1, host: "a")
        var second = try manifest(started: "2027-05-05T05:05:05Z", threads: 64, host: "b")
        #expect(try JSONFile.text(first) != JSONFile.text(second))
        second.clock = first.clock
        #expect(try JSONFile.text(first) == JSONFile.text(second))
    }

    @Test("dates, host, threads and memory stand in the clock and nowhere else")
    func clockHoldsAll() throws {
        var members = try members(try manifest(started: "2026-01-01T00:00:00Z", threads: 61, host: "mainframe"))
        let clock = try #require(members.removeValue(forKey: "clock") as? [String: Any])
        #expect(
            clock.keys.sorted() == [
                "finished", "host", "peakMemoryBytes", "resumedTiles", "stageSeconds", "started", "threads",
            ])
        let rest = String(describing: members)
        for word in ["2026-01-01", "mainframe", "threads", "Memory", "Seconds"] {
            #expect(!rest.contains(word), "\(word)")
        }
    }

    @Test("it is written whole with sorted keys, and reads back")
    func readsBack() throws {
        let folder = try ScratchFolder()
        let manifest = try manifest(started: "2026-01-01T00:00:00Z", threads: 4, host: "a")
        let text = try JSONFile.text(manifest)
        try AtomicFile.write(text, to: folder.file("manifest.json"))
        let read = try JSONFile.read(RunManifest.self, from: folder.file("manifest.json"))
        #expect(try JSONFile.text(read) == text)
        let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map(String.init)
        #expect(top == top.sorted())
        #expect(read.products.map(\.name) == ["regions.csv", "figures.json", "map-n28.png"])
        #expect(read.products.allSatisfy { $0.sha256.count == 64 && $0.bytes > 0 })
    }

    @Test("people of source and study area are compared, and an empty source differs by nothing")
    func population() {
        let people = RunManifest.Population(
            source: PersonCount(persons: 1000), studyArea: PersonCount(persons: 999.999))
        // 1e-9: the quotient of two counts that are exact to a billionth.
        #expect(abs(people.relativeDifference - 1e-6) < 1e-9)
        #expect(RunManifest.Population(source: .zero, studyArea: .zero).relativeDifference == 0)
    }

    @Test("a file that is no manifest is refused with its path")
    func refuses() throws {
        let folder = try ScratchFolder()
        try folder.text("manifest.json", "{\"job\": 1}")
        for name in ["manifest.json", "absent.json"] {
            let error = #expect(throws: MastheadError.self) {
                try JSONFile.read(RunManifest.self, from: folder.file(name))
            }
            #expect(error?.code == .badRun)
            #expect(error?.location == .file(folder.file(name)))
        }
    }
}
