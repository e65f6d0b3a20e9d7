import Foundation

/// Peak memory of whole runs at one and at sixteen times the area: it follows threads and tile, not the area.
enum MemoryBench {
    static func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print("Whole runs, 2 threads, cells of 100 m, radius 15 km: peak memory against area")
        print("sample      cells of area      paths    seconds   peak memory")
        var first: RunManifest?
        for size in [20, 80] {
            let outcome = try run(size: size, in: folder)
            print(
                "\(size) km  \(outcome.areaCells) cells  \(outcome.paths) paths  "
                    + String(
                        format: "%.1f s  %.0f MB", outcome.stageSeconds.values.sorted().reduce(0, +), outcome.megabytes)
            )
            if let first {
                print(
                    String(
                        format: "%.1f times the cells, %.2f times the memory",
                        Double(outcome.areaCells) / Double(first.areaCells), outcome.megabytes / first.megabytes))
            }
            first = first ?? outcome
        }
    }

    private static func run(size: Int, in folder: URL) throws -> RunManifest {
        let sample = folder.appending(path: "sample-\(size)").path
        try command(["sample", sample, "--size", "\(size)km", "--seed", "7"])
        let job = try BenchJob.write("area-\(size)", sample: sample, in: folder)
        try command(["run", job, "--threads", "2"], accepting: [0, 2])
        return try RunManifest(ofOnlyRunIn: folder.appending(path: "out/area-\(size)"))
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
