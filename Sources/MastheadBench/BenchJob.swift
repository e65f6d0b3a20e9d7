import Foundation

/// A job over a generated sample: cells of 100 m, 700 MHz to 15 km, the sample's whole register.
enum BenchJob {
    /// Writes the job beside where its output goes, `out/<name>`.
    ///
    /// - Parameter regions: The file of regions in the sample's folder.
    /// - Returns: The path of the job file.
    static func write(
        _ name: String, sample: String, regions: String = "regions.geojson", in folder: URL
    ) throws -> String {
        let bands = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "Jobs/bands/n28-700.yaml")
            .path
        let job = folder.appending(path: "\(name).yaml")
        try """
        job: \(name)
        regions: { path: \(sample)/\(regions) }
        grid: { resolution: 100 m }
        layers:
          ground: { path: \(sample)/ground.tif }
          clutter: { path: \(sample)/clutter.tif }
          population: { path: \(sample)/population.tif }
        bands: [ { template: \(bands), radius: 15 km } ]
        register: [ { path: \(sample)/base-stations-700.csv } ]
        output: out

        """.write(to: job, atomically: true, encoding: .utf8)
        return job.path
    }
}
