import Foundation
import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("Damaged input gives a result or an error with a remedy, never a trap", .serialized)
struct HostileInputTests {
    /// Runs a world of which one file was damaged; anything but a result or a `MastheadError` fails the test.
    private func survives(_ world: TinyWorld, damaging file: String, seed: UInt64, _ damage: (inout Data) -> Void)
        throws
    {
        _ = try world.write()
        let path = world.folder.file(file)
        var data = try Data(contentsOf: URL(filePath: path))
        damage(&data)
        let job = world.folder.file("tiny.yaml")
        try data.write(to: URL(filePath: path))
        do throws(MastheadError) {
            _ = try RunService.check(jobPath: job, options: RunOptions(threads: 1))
        } catch {
            #expect(!error.remedy.isEmpty && !error.problem.isEmpty, "seed \(seed)")
        }
    }

    @Test("rasters cut short or with flipped bits", arguments: ["ground.tif", "population.tif", "clutter.tif"])
    func rasters(file: String) throws {
        for seed in UInt64(0)..<12 {
            var generator = SeededGenerator(seed: seed)
            let world = try TinyWorld()
            try survives(world, damaging: file, seed: seed) { data in
                if seed % 3 == 0 {
                    data = data.prefix(Int.random(in: 0..<data.count, using: &generator))
                } else {
                    for _ in 0..<(1 + Int(seed)) {
                        data[Int.random(in: 0..<data.count, using: &generator)] ^= UInt8(1 << (seed % 8))
                    }
                }
            }
        }
    }

    @Test("registers and regions with random characters", arguments: ["register.csv", "regions.geojson"])
    func texts(file: String) throws {
        let characters = Array("\u{0}\n\r\",;{}[]-9e.é区:".utf8)
        for seed in UInt64(0)..<25 {
            var generator = SeededGenerator(seed: seed)
            let world = try TinyWorld()
            try survives(world, damaging: file, seed: seed) { data in
                for _ in 0..<(1 + Int(seed) / 4) {
                    let place = Int.random(in: 0..<data.count, using: &generator)
                    data[place] = characters.randomElement(using: &generator) ?? 0
                }
                if seed % 5 == 0 { data = data.prefix(data.count / 2) }
            }
        }
    }

    @Test("a finished run whose manifest or figures are damaged is done again, or said to be bad")
    func finishedRun() throws {
        let world = try TinyWorld()
        let summary = try world.run()
        for name in ["manifest.json", "figures.json"] {
            let path = URL(filePath: summary.runFolder + "/" + name)
            let whole = try Data(contentsOf: path)
            try whole.prefix(whole.count / 2).write(to: path)
            let error = #expect(throws: MastheadError.self) {
                try ExplainService.explain(run: summary.runFolder, question: .region("A"))
            }
            #expect(error?.code == .badRun)
            #expect(try !world.run().wasFinished)
        }
    }
}
