import Foundation
import MastheadCore
import MastheadJobs
import MastheadTestSupport

/// Jobs that tests start from.
enum SpecSamples {
    /// The smallest job: every required key, nothing else.
    static let smallest = """
        job: small
        regions: { path: regions.geojson }
        grid: { resolution: 100 m }
        layers:
          ground: { path: ground.tif }
          population: { path: people.tif }
        bands:
          - template: n28-700
        register:
          - path: register.csv
        output: out
        """

    /// The committed examples, by path.
    static var examples: [String] {
        let folder = SharedData.root.appending(path: "Jobs/examples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0).path }
    }

    /// Reads a job from text, as if it stood in `jobs/test.yaml`.
    static func read(_ text: String) throws(MastheadError) -> JobSpec {
        try JobSpec.read(bytes: Array(text.utf8), path: "jobs/test.yaml")
    }

    /// The errors that a text gives, the first and all others; empty when it is a job.
    static func errors(_ text: String) -> [MastheadError] {
        errors(bytes: Array(text.utf8))
    }

    /// The errors that the bytes of a file give.
    static func errors(bytes: [UInt8]) -> [MastheadError] {
        do throws(MastheadError) {
            _ = try JobSpec.read(bytes: bytes, path: "jobs/test.yaml")
            return []
        } catch {
            return [error] + error.others
        }
    }
}
