import Foundation
import MastheadCore

/// What the manifest of a finished run tells of its work.
struct RunManifest {
    /// Cells of the study area.
    let areaCells: Int
    /// Pairs of a mast and a cell within its reach whose loss was computed.
    let paths: Int
    /// Seconds of each stage, by name.
    let stageSeconds: [String: Double]
    /// The most memory that the run held, by its own account, MB.
    let megabytes: Double

    /// - Parameter folder: The folder of a job, which holds one run.
    init(ofOnlyRunIn folder: URL) throws {
        guard let run = try FileManager.default.contentsOfDirectory(atPath: folder.path).first else {
            throw MastheadError(.internalFault, "no run in \(folder.path)", remedy: "Run the job by hand to see why.")
        }
        let data = try Data(contentsOf: folder.appending(path: run).appending(path: "manifest.json"))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        let clock = object["clock"] as? [String: Any] ?? [:]
        guard let areaCells = object["areaCells"] as? Int, let paths = object["evaluations"] as? Int,
            let stages = clock["stageSeconds"] as? [String: Double], let peak = clock["peakMemoryBytes"] as? Int
        else {
            throw MastheadError(
                .internalFault, "the manifest in \(folder.path) lacks areaCells, evaluations or the clock",
                remedy: "Bring RunManifest in step with the manifest.")
        }
        self.areaCells = areaCells
        self.paths = paths
        stageSeconds = stages
        megabytes = Double(peak) / 1e6
    }
}
