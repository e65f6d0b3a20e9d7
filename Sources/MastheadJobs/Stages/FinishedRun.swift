import Foundation
import MastheadCore
import MastheadOutput
import MastheadPlanning

/// A run folder with its manifest, as `explain` reads it.
struct FinishedRun {
    let folder: String
    let manifest: RunManifest
    let figures: RunFigures

    /// Opens the folder of a finished run.
    ///
    /// - Throws: `bad-run` when it is not one.
    init(folder: String) throws(MastheadError) {
        guard FileManager.default.fileExists(atPath: "\(folder)/manifest.json") else {
            throw MastheadError(
                .badRun, "the folder holds no manifest.json, so it is no finished run", at: .file(folder),
                remedy: "Name a folder <output>/<job>/<run>; an interrupted run, or one that made its plan alone, is "
                    + "finished by masthead run.")
        }
        self.folder = folder
        manifest = try JSONFile.read(RunManifest.self, from: "\(folder)/manifest.json")
        figures = try JSONFile.read(RunFigures.self, from: "\(folder)/figures.json")
    }

    /// The job that made the run, with the same inputs as then.
    ///
    /// - Throws: `bad-run` naming the first input that has changed since.
    func job() throws(MastheadError) -> ResolvedJob {
        let path = JobPath(manifest.jobFile, in: folder).resolved
        let job = try JobResolver.resolve(JobSpec.read(path: path), rays: manifest.definitions.rays)
        let known = manifest.products.first { $0.name == "job.yaml" }
        guard known?.sha256 == FileDigest.digest(of: job.spec.bytes) else {
            throw changed("the job file \(path)")
        }
        for file in job.inputs {
            let (_, sha256) = try FileDigest.digest(ofFile: file.path)
            guard manifest.inputs.contains(where: { $0.role == file.role && $0.sha256 == sha256 }) else {
                throw changed("the \(file.role) file \(file.path)")
            }
        }
        return job.plan == nil ? job : try job.adding(PlanFile.read(from: folder).plan)
    }

    private func changed(_ what: String) -> MastheadError {
        MastheadError(
            .badRun, "\(what) is not what it was when the run was made", at: .file(folder),
            remedy: "Put the earlier file back, or run the job again and explain the new run.")
    }
}
