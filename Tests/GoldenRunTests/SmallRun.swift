import Foundation
import MastheadCore
import MastheadTestSupport
import Testing

/// A job on the committed sample region in a folder of its own, and ways to run it.
struct SmallRun {
    let folder: URL
    var job: URL { folder.appending(path: "small.yaml") }
    var output: URL { folder.appending(path: "out") }

    /// Writes a job with the committed sample as its input.
    ///
    /// - Parameters:
    ///   - resolution: Side of a cell; coarse, so that the tests take seconds.
    ///   - changes: Text to replace in the job, for variants.
    init(resolution: String = "250 m", changes: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "masthead-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sample = SharedData.root.appending(path: "Geo/samples/small-bay").path
        var text = """
            job: small
            title: Small run
            regions: { path: \(sample)/regions.geojson }
            grid: { resolution: \(resolution) }
            layers:
              ground: { path: \(sample)/ground.tif }
              clutter: { path: \(sample)/clutter.tif }
              population: { path: \(sample)/population.tif, name: Sample people }
            bands:
              - template: \(SharedData.root.path)/Jobs/bands/n28-700.yaml
                radius: 12 km
            # Stated, so that maps of the ITU that are installed change nothing.
            atmosphere: { delta-n: 45 N-units/km, n0: 325 N-units }
            register:
              - path: \(sample)/base-stations-700.csv
            output: out
            run: { tile: 32 }

            """
        for (old, new) in changes {
            #expect(text.contains(old), "the variant changes nothing")
            text = text.replacing(old, with: new)
        }
        try text.write(to: job, atomically: true, encoding: .utf8)
    }

    /// Removes everything.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The folder of the only run.
    func runFolder() throws -> URL {
        let runs = try FileManager.default.contentsOfDirectory(atPath: output.appending(path: "small").path)
        try #require(runs.count == 1)
        return output.appending(path: "small").appending(path: runs[0])
    }

    /// Waits until the run has finished so many tiles, so that what follows happens in the midst of the work.
    ///
    /// - Returns: False when the process ended before that.
    func waitForTiles(_ count: Int, of process: Process) throws -> Bool {
        while process.isRunning {
            let small = output.appending(path: "small").path
            let run = (try? FileManager.default.contentsOfDirectory(atPath: small))?.first
            let tiles = run.flatMap {
                try? FileManager.default.contentsOfDirectory(atPath: "\(small)/\($0)/.work/tiles")
            }
            if (tiles ?? []).filter({ $0.hasPrefix("tile-") }).count >= count, run != nil { return true }
            usleep(2000)
        }
        return false
    }

    /// All products by name, the manifest without its clock.
    func products() throws -> [String: Data] {
        let run = try runFolder()
        var products: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: run.path) where !name.hasPrefix(".") {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: run.appending(path: name).path, isDirectory: &isFolder)
            if isFolder.boolValue { continue }
            let data = try Data(contentsOf: run.appending(path: name))
            products[name] = name == "manifest.json" ? try Self.withoutClock(data) : data
        }
        return products
    }

    private static func withoutClock(_ manifest: Data) throws -> Data {
        var object = try #require(JSONSerialization.jsonObject(with: manifest) as? [String: Any])
        #expect(object.removeValue(forKey: "clock") != nil, "the manifest has one object for the clock")
        return try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    }
}

/// The `masthead` command beside the test bundle.
enum MastheadCommand {
    static var path: String {
        get throws {
            let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            let candidates = [bundle, SharedData.root.appending(path: ".build/release")]
                .map { $0.appending(path: "masthead").path }
            return try #require(
                candidates.first { FileManager.default.isExecutableFile(atPath: $0) },
                "build the masthead product first: swift build -c release")
        }
    }

    /// Starts the command; its talk is thrown away.
    static func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: try path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the command to its end and gives its exit status.
    static func run(_ arguments: [String]) throws -> Int32 {
        let process = try start(arguments)
        process.waitUntilExit()
        return process.terminationStatus
    }
}
