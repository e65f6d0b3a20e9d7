import Foundation
import MastheadCore

/// A whole `masthead run` over 100 by 100 km of the sample generator's country: cells of 100 m, one band, 400 base stations
/// that reach 15 km, all products written.
enum RunBench {
    private static let sites = 400

    static func run() throws -> [Measure] {
        guard MeasuredCommand.isPossible else {
            print("masthead run is not measured: GNU time is not installed (Debian package time).\n")
            return []
        }
        return try ScratchFolder.with { folder in
            let sample = folder.appending(path: "sample").path
            _ = try MeasuredCommand.cost(
                MeasuredCommand.masthead, ["sample", sample, "--size", "100km", "--seed", "11"])
            try chooseSites(sample)
            let job = try BenchJob.write("country", sample: sample, in: folder)
            let cost = try MeasuredCommand.cost(
                MeasuredCommand.masthead, ["run", job, "--threads", "4"], accepting: [0, 2])
            print("masthead run, 100 by 100 km, cells of 100 m, \(sites) base stations to 15 km, one band, 4 threads")
            MeasuredCommand.show("whole run", cost)
            print("")
            return [
                Measure(
                    what: "100 x 100 km at 100 m, 400 sites to 15 km, whole run, 4 threads", asked: "<= 60 s",
                    aim: "15 s", value: String(format: "%.1f s", cost.wall))
            ]
        }
    }

    /// Every second station of the sample's register, which stands in the order of its towns.
    private static func chooseSites(_ sample: String) throws {
        let path = "\(sample)/base-stations-700.csv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let chosen = stride(from: 1, to: lines.count, by: 2).prefix(sites).map { lines[$0] }
        guard chosen.count == sites else {
            throw MastheadError(
                .internalFault, "the sample has \(lines.count - 1) base stations", remedy: "Take a larger sample.")
        }
        try ([lines[0]] + chosen).joined(separator: "\n").appending("\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
    }
}
