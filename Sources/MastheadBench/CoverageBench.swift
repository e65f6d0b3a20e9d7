import Foundation
import MastheadCore

/// Whole `masthead coverage` against `gdal_viewshed`, which knows line of sight and nothing else, on the same terrain:
/// processor time of the two commands, and peak memory.
///
/// Terrain is a sample of 80 km at one second of arc, or the raster that is named; the site is 30 m above its middle.
enum CoverageBench {
    private static let rounds = 3
    private static let carriers = "763MHz,1.8GHz,2.6GHz,3.5GHz,4.9GHz"

    private static let time = "/usr/bin/time"

    /// What a command took.
    private struct Cost {
        let seconds: Double
        let wall: Double
        let megabytes: Double
    }

    static func run(ground: String?) throws {
        guard FileManager.default.isExecutableFile(atPath: time) else {
            print("masthead coverage is not measured: GNU time is not installed (Debian package time).\n")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (path, site) = try terrain(ground, in: folder)
        print("masthead coverage, 30 km at 30 m, five carriers, rasters written: processor time, median of \(rounds)")
        let out = folder.appending(path: "site").path
        func arguments(_ carriers: String, _ threads: Int) -> [String] {
            [
                "coverage", "--at", site, "--height", "30", "--carrier", carriers, "--radius", "30km", "--resolution",
                "30", "--ground", path, "--out", out, "--threads", "\(threads)",
            ]
        }
        let one = try median(masthead, arguments("763MHz", 1))
        show("one carrier, 1 thread", one)
        let five = try median(masthead, arguments(carriers, 1))
        show("five carriers, 1 thread", five)
        let four = try median(masthead, arguments(carriers, 4))
        show("five carriers, 4 threads", four)
        guard
            let viewshed = [
                "/usr/bin/gdal_viewshed", "/usr/local/bin/gdal_viewshed", "/opt/homebrew/bin/gdal_viewshed",
            ]
            .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            print("gdal_viewshed is not installed (Debian package gdal-bin), so there is nothing to compare with.\n")
            return
        }
        try compare(five, viewshed, path, site, folder)
    }

    /// `gdal_viewshed` wants metres: the terrain is brought to the plane of the site first, which is not timed.
    private static func compare(
        _ five: Cost, _ viewshed: String, _ path: String, _ site: String, _ folder: URL
    ) throws {
        let plane = folder.appending(path: "plane.tif").path
        let degrees = site.split(separator: ",").map(String.init)
        let warp = try cost(
            viewshed.replacing("gdal_viewshed", with: "gdalwarp"),
            [
                "-q", "-t_srs", "+proj=laea +lat_0=\(degrees[1]) +lon_0=\(degrees[0]) +datum=WGS84 +units=m", "-tr",
                "30",
                "30", "-te", "-30300", "-30300", "30300", "30300", "-r", "bilinear", "-ot", "Float32", path, plane,
            ])
        let seen = folder.appending(path: "seen.tif").path
        let line = try median(
            viewshed, ["-q", "-ox", "0", "-oy", "0", "-oz", "30", "-tz", "1.5", "-md", "30000", plane, seen])
        show("gdal_viewshed", line)
        show("gdalwarp before it", warp)
        print(
            String(
                format:
                    "ratio %.1f (five carriers, 1 thread, to gdal_viewshed without gdalwarp); at most 25, aim 8; "
                    + "peak memory %.0f MB\n",
                five.seconds / line.seconds, five.megabytes))
    }

    private static func terrain(_ ground: String?, in folder: URL) throws -> (path: String, site: String) {
        if let ground {
            guard let site = ProcessInfo.processInfo.environment["SITE"] else {
                throw MastheadError(
                    .usage, "the terrain \(ground) has no site", remedy: "Set SITE=LON,LAT in the environment.")
            }
            return (ground, site)
        }
        let sample = folder.appending(path: "sample").path
        _ = try cost(masthead, ["sample", sample, "--size", "80km", "--seed", "7", "--cell", "1", "--centre", "10,45"])
        return ("\(sample)/ground.tif", "10,45")
    }

    private static var masthead: String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "masthead").path
    }

    private static func show(_ what: String, _ cost: Cost) {
        print(
            what.padding(toLength: 26, withPad: " ", startingAt: 0)
                + String(
                    format: "%7.2f s of processor, %6.2f s, peak memory %.0f MB", cost.seconds, cost.wall,
                    cost.megabytes))
    }

    private static func median(_ program: String, _ arguments: [String]) throws -> Cost {
        let costs = try (0..<rounds).map { _ in try cost(program, arguments) }
        return costs.sorted { $0.seconds < $1.seconds }[rounds / 2]
    }

    /// Runs a command and asks the system what it took.
    private static func cost(_ program: String, _ arguments: [String]) throws -> Cost {
        // GNU time tells of one child what getrusage would tell of all.
        let process = Process()
        process.executableURL = URL(filePath: time)
        process.arguments = ["-f", "%U %S %e %M", program] + arguments
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let numbers = (said.split(separator: "\n").last ?? "").split(separator: " ").compactMap { Double($0) }
        guard process.terminationStatus == 0, numbers.count == 4 else {
            throw MastheadError(
                .internalFault, "\(program) ended with status \(process.terminationStatus)",
                remedy: "Run it by hand to see why.", cause: said)
        }
        return Cost(seconds: numbers[0] + numbers[1], wall: numbers[2], megabytes: numbers[3] * 1024 / 1e6)
    }
}
