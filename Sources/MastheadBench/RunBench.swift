import Foundation
import MastheadCore

/// A whole `masthead run` over 100 by 100 km of the sample generator's country: cells of 100 m, one band, 400 sites of three
/// sectors that reach 15 km, all products written.
enum RunBench {
    private static let sites = 400
    private static let threads = 4
    private static let rounds = 3

    static func run() throws -> [Measure] {
        guard MeasuredCommand.isPossible else { return [measure(MeasuredCommand.whyNot)] }
        return try ScratchFolder.with { folder in
            let sample = folder.appending(path: "sample")
            _ = try MeasuredCommand.cost(
                MeasuredCommand.masthead, ["sample", sample.path, "--size", "100km", "--seed", "11"])
            let sectors = try chooseSites(sample.appending(path: "base-stations-700.csv"))
            try drawWhole(sample)
            let job = try BenchJob.write("country", sample: sample.path, regions: "whole.geojson", in: folder)
            let output = folder.appending(path: "out")
            let costs = try (0..<rounds).map { _ in
                // A finished run is not computed again.
                try? FileManager.default.removeItem(at: output)
                return try MeasuredCommand.cost(
                    MeasuredCommand.masthead, ["run", job, "--threads", "\(threads)"], accepting: [0, 2])
            }
            let cost = costs.sorted { $0.wall < $1.wall }[rounds / 2]
            show(cost, try RunManifest(ofOnlyRunIn: output.appending(path: "country")), sectors: sectors)
            return [measure(String(format: "%.1f s", cost.wall))]
        }
    }

    private static func measure(_ value: String) -> Measure {
        Measure(
            what: "100 x 100 km at 100 m, 400 sites to 15 km, one band, whole masthead run, 4 threads",
            asked: "<= 60 s", aim: "15 s", value: value)
    }

    private static func show(_ cost: MeasuredCommand.Cost, _ manifest: RunManifest, sectors: Int) {
        print(
            "masthead run, 100 by 100 km (\(manifest.areaCells) cells of 100 m), \(sites) sites with \(sectors) sectors"
        )
        print("to 15 km, one band, \(threads) threads, all products; median wall time of \(rounds)")
        MeasuredCommand.show("whole run", cost)
        let paths = Double(manifest.paths)
        print(
            String(
                format: "%.1f million paths, %.2f million per second of the wall, %.2f million per second of a core",
                paths / 1e6, paths / 1e6 / cost.wall, paths / 1e6 / cost.seconds))
        let stages = manifest.stageSeconds.sorted { $0.value > $1.value }
        print(
            "stages of the last run: "
                + stages.map { String(format: "%@ %.1f s", $0.key, $0.value) }.joined(separator: ", ") + "\n")
    }

    /// Keeps the first station of three sectors of each site, and of these as many as are asked for, evenly along the
    /// register, which stands in the order of its towns.
    ///
    /// - Returns: The sectors of the stations that are kept.
    private static func chooseSites(_ register: URL) throws -> Int {
        let lines = try String(contentsOf: register, encoding: .utf8).split(separator: "\n")
        let header = lines[0].split(separator: ",")
        guard let site = header.firstIndex(of: "site_id"), let sectors = header.firstIndex(of: "sectors") else {
            throw MastheadError(
                .internalFault, "the sample's register has no site_id or no sectors",
                remedy: "Bring RunBench in step with the sample.")
        }
        var known: Set<Substring> = []
        let stations = lines.dropFirst().filter {
            let fields = $0.split(separator: ",", omittingEmptySubsequences: false)
            return fields[sectors] == "3" && known.insert(fields[site]).inserted
        }
        guard stations.count >= sites else {
            throw MastheadError(
                .internalFault, "the sample has \(stations.count) sites of three sectors",
                remedy: "Take a larger sample.")
        }
        let chosen = (0..<sites).map { stations[$0 * stations.count / sites] }
        try ([lines[0]] + chosen).joined(separator: "\n").appending("\n")
            .write(to: register, atomically: true, encoding: .utf8)
        return 3 * chosen.count
    }

    /// Makes the whole raster one region, sea included, two cells inside its rim: the sample's own regions are land only.
    private static func drawWhole(_ sample: URL) throws {
        let data = try Data(contentsOf: sample.appending(path: "sample.json"))
        let about = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        guard let x = about["centre_longitude_deg"] as? Double, let y = about["centre_latitude_deg"] as? Double,
            let columns = about["columns"] as? Int, let rows = about["rows"] as? Int,
            let seconds = about["cell_arc_seconds"] as? Double
        else {
            throw MastheadError(
                .internalFault, "sample.json lacks its centre or size",
                remedy: "Bring RunBench in step with the sample.")
        }
        let (u, v) = (Double(columns / 2 - 2) * seconds / 3600, Double(rows / 2 - 2) * seconds / 3600)
        let corners = [[x - u, y - v], [x + u, y - v], [x + u, y + v], [x - u, y + v], [x - u, y - v]]
        let region: [String: Any] = [
            "type": "FeatureCollection",
            "features": [
                [
                    "type": "Feature", "properties": ["id": "W", "name": "Whole"],
                    "geometry": ["type": "Polygon", "coordinates": [corners]],
                ] as [String: Any]
            ],
        ]
        try JSONSerialization.data(withJSONObject: region).write(to: sample.appending(path: "whole.geojson"))
    }
}
