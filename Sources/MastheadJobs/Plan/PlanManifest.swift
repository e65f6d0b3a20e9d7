import Foundation
import MastheadCore
import MastheadOutput

/// The files of a finished plan; written last, so that a plan with one is complete.
struct PlanManifest: Codable {
    /// The program that computed, with its version.
    var software: String
    /// The job's name.
    var job: String
    /// The files that the plan depended on.
    var inputs: [RunManifest.Input]
    /// Its files.
    var files: [ProductWriter.WrittenFile]
    /// What the plan says no to.
    var findings: [String]

    static let fileName = "plan-manifest.json"

    /// The manifest of a plan in a folder whose files are all as they were; nil where there is none.
    static func finished(in folder: String) -> PlanManifest? {
        let path = "\(folder)/\(fileName)"
        guard FileManager.default.fileExists(atPath: path),
            let manifest = try? JSONFile.read(PlanManifest.self, from: path),
            manifest.files.allSatisfy({ file in
                (try? FileDigest.digest(ofFile: "\(folder)/\(file.name)"))?.sha256 == file.sha256
            })
        else { return nil }
        return manifest
    }
}
