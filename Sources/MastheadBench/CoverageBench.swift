import Foundation
import MastheadCore

/// Whole `masthead coverage` against `gdal_viewshed`, which knows line of sight and nothing else, on the same terrain:
/// processor time of the two commands, and peak memory.
///
/// Terrain is a sample of 80 km at one second of arc, or the raster that is named; the site is 30 m above its middle.
enum CoverageBench {
    private static let rounds = 7
    private static let carriers = "763MHz,1.8GHz,2.6GHz,3.5GHz,4.9GHz"

    static func run(ground: String?) throws -> [Measure] {
        guard MeasuredCommand.isPossible else { return measures(nil, nil, MeasuredCommand.whyNot) }
        return try ScratchFolder.with { try run(ground, in: $0) }
    }

    private static func run(_ ground: String?, in folder: URL) throws -> [Measure] {
        let (path, site) = try terrain(ground, in: folder)
        print("masthead coverage, 30 km at 30 m, five carriers, rasters written: processor time, median of \(rounds)")
        let out = folder.appending(path: "site").path
        func arguments(_ carriers: String, _ threads: Int) -> [String] {
            [
                "coverage", "--at", site, "--height", "30", "--carrier", carriers, "--radius", "30km", "--resolution",
                "30", "--ground", path, "--out", out, "--threads", "\(threads)",
            ]
        }
        let one = try MeasuredCommand.median(of: rounds, MeasuredCommand.masthead, arguments("763MHz", 1))
        MeasuredCommand.show("one carrier, 1 thread", one)
        let five = try MeasuredCommand.median(of: rounds, MeasuredCommand.masthead, arguments(carriers, 1))
        MeasuredCommand.show("five carriers, 1 thread", five)
        let four = try MeasuredCommand.median(of: rounds, MeasuredCommand.masthead, arguments(carriers, 4))
        MeasuredCommand.show("five carriers, 4 threads", four)
        print(String(format: "4 threads against 1, with reading and writing: %.1f by the wall", five.wall / four.wall))
        guard
            let viewshed = [
                "/usr/bin/gdal_viewshed", "/usr/local/bin/gdal_viewshed", "/opt/homebrew/bin/gdal_viewshed",
            ]
            .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            print("")
            return measures(five, nil, "not measured: gdal_viewshed is not installed (Debian package gdal-bin)")
        }
        return try compare(five, viewshed, path, site, folder)
    }

    /// `gdal_viewshed` wants metres: the terrain is brought to the plane of the site first, which is not timed.
    private static func compare(
        _ five: MeasuredCommand.Cost, _ viewshed: String, _ path: String, _ site: String,
        _ folder: URL
    ) throws -> [Measure] {
        let plane = folder.appending(path: "plane.tif").path
        let degrees = site.split(separator: ",").map(String.init)
        let warp = try MeasuredCommand.cost(
            viewshed.replacing("gdal_viewshed", with: "gdalwarp"),
            [
                "-q", "-t_srs", "+proj=laea +lat_0=\(degrees[1]) +lon_0=\(degrees[0]) +datum=WGS84 +units=m", "-tr",
                "30",
                "30", "-te", "-30300", "-30300", "30300", "30300", "-r", "bilinear", "-ot", "Float32", path, plane,
            ])
        let seen = folder.appending(path: "seen.tif").path
        let line = try MeasuredCommand.median(
            of: 3 * rounds, viewshed,
            ["-q", "-ox", "0", "-oy", "0", "-oz", "30", "-tz", "1.5", "-md", "30000", plane, seen])
        MeasuredCommand.show("gdal_viewshed", line)
        MeasuredCommand.show("gdalwarp before it", warp)
        print(
            String(
                format:
                    "ratio %.1f (five carriers, 1 thread, to gdal_viewshed without gdalwarp); at most 25, aim 8; "
                    + "peak memory %.0f MB\n",
                five.seconds / line.seconds, five.megabytes))
        return measures(five, line, "")
    }

    /// The rows of the table; `whyNot` where a figure is not there.
    private static func measures(
        _ five: MeasuredCommand.Cost?, _ viewshed: MeasuredCommand.Cost?, _ whyNot: String
    ) -> [Measure] {
        [
            Measure(
                what: "whole masthead coverage, 30 km at 30 m, five bands, processor time over gdal_viewshed",
                asked: "<= 25", aim: "8",
                value: five.flatMap { five in viewshed.map { String(format: "%.1f", five.seconds / $0.seconds) } }
                    ?? whyNot),
            Measure(
                what: "peak memory of that run", asked: "<= 300 MB", aim: "150 MB",
                value: five.map { String(format: "%.0f MB", $0.megabytes) } ?? whyNot),
        ]
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
        _ = try MeasuredCommand.cost(
            MeasuredCommand.masthead,
            ["sample", sample, "--size", "80km", "--seed", "7", "--cell", "1", "--centre", "10,45"])
        return ("\(sample)/ground.tif", "10,45")
    }
}
