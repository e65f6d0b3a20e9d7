import Foundation

/// Peak memory of whole runs at one and at sixteen times the area: it follows threads and tile, not the area.
enum MemoryBench {
    private struct Outcome {
        let cells: Int
        let paths: Int
        let megabytes: Double
        let seconds: Double
    }

    static func run() throws {
        try ScratchFolder.with { try run(in: $0) }
    }

    private static func run(in folder: URL) throws {
        print("Whole runs, 2 threads, cells of 100 m, radius 15 km: peak memory against area")
        print("sample      cells of area      paths    seconds   peak memory")
        var first: Outcome?
        for size in [20, 80] {
            let outcome = try run(size: size, in: folder)
            print(
                "\(size) km  \(outcome.cells) cells  \(outcome.paths) paths  "
                    + String(format: "%.1f s  %.0f MB", outcome.seconds, outcome.megabytes))
            if let first {
                print(
                    String(
                        format: "%.1f times the cells, %.2f times the memory",
                        Double(outcome.cells) / Double(first.cells), outcome.megabytes / first.megabytes))
            }
            first = first ?? outcome
        }
    }

    private static func run(size: Int, in folder: URL) throws -> Outcome {
        let sample = folder.appending(path: "sample-\(size)").path
        try command(["sample", sample, "--size", "\(size)km", "--seed", "7"])
        let job = try BenchJob.write("area-\(size)", sample: sample, in: folder)
        try command(["run", job, "--threads", "2"], accepting: [0, 2])
        let runs = folder.appending(path: "out/area-\(size)")
        let names = try FileManager.default.contentsOfDirectory(atPath: runs.path)
        let manifest = try Data(contentsOf: runs.appending(path: names[0]).appending(path: "manifest.json"))
        let object = try JSONSerialization.jsonObject(with: manifest) as? [String: Any] ?? [:]
        let clock = object["clock"] as? [String: Any] ?? [:]
        let seconds = (clock["stageSeconds"] as? [String: Double] ?? [:]).values.reduce(0, +)
        return Outcome(
            cells: object["areaCells"] as? Int ?? 0,
            paths: object["evaluations"] as? Int ?? 0,
            megabytes: Double(clock["peakMemoryBytes"] as? Int ?? 0) / 1e6, seconds: seconds)
    }

    private static func command(_ arguments: [String], accepting statuses: Set<Int32> = [0]) throws {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "masthead")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard statuses.contains(process.terminationStatus) else {
            throw CocoaError(.executableLoad, userInfo: ["arguments": arguments])
        }
    }
}
