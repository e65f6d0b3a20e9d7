import Foundation
import MastheadCore
import MastheadOutput
import MastheadPlanning

/// The content of everything that a run depends on.
struct InputDigests: Sendable {
    /// One entry for each input file, in the order of the resolved job.
    let inputs: [RunManifest.Input]

    /// Reads and digests all inputs.
    static func digest(_ job: ResolvedJob, progress: any ProgressReporting, stop: StopFlag)
        throws(MastheadError) -> InputDigests
    {
        let stage = "inputs"
        progress.report(.started(stage: stage, of: job.inputs.count, unit: "files"))
        var inputs: [RunManifest.Input] = []
        for file in job.inputs {
            guard !stop.isRaised else { throw WorkerPool.stopped }
            let (bytes, sha256) = try FileDigest.digest(ofFile: file.path)
            inputs.append(
                RunManifest.Input(
                    role: file.role, name: file.name, base: file.base, bytes: bytes, sha256: sha256,
                    credit: file.credit))
            progress.report(.advanced(stage: stage, done: inputs.count, of: job.inputs.count))
        }
        progress.report(.finished(stage: stage))
        return InputDigests(inputs: inputs)
    }

    /// The text whose digest names the run: version, job file, form of the rays, and the content of each input by its role.
    func key(job: ResolvedJob) -> String {
        let lines = inputs.map { "\($0.role)\t\($0.name)\t\($0.sha256)" }
        return
            (["masthead \(SoftwareVersion.masthead)", FileDigest.digest(of: job.spec.bytes), job.setup.rays.rawValue]
            + lines)
            .joined(separator: "\n")
    }
}

extension RunFolder {
    /// The folder of a resolved job's run.
    init(_ job: ResolvedJob, inputs: InputDigests) {
        self.init(
            output: job.spec.output.value.resolved, job: job.spec.name.value, key: inputs.key(job: job))
    }
}
