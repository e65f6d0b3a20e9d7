import Foundation
public import MastheadCore
import MastheadGeo
import MastheadOutput
public import MastheadPlanning

/// Makes plans, and checks them.
public enum PlanService {
    /// Makes the plan of a job, or finds it made.
    ///
    /// - Throws: `bad-job` for a job without a plan; `interrupted` when `stop` is raised.
    public static func plan(
        jobPath: String, options: RunOptions = RunOptions(), progress: any ProgressReporting = SilentProgress(),
        stop: StopFlag = StopFlag()
    ) throws(MastheadError) -> RunSummary {
        let clock = RunClock()
        let job = try JobResolver.resolve(JobSpec.read(path: jobPath), rays: options.rays)
        guard job.plan != nil else {
            throw MastheadError(
                .badJob, "the job asks for no plan", at: .file(jobPath),
                remedy: "Add the key plan (Jobs/README.md), or give the command masthead run.")
        }
        let inputs = try InputDigests.digest(job, progress: progress, stop: stop)
        let folder = RunFolder(job, inputs: inputs)
        try folder.create()
        let lock = try RunLock(folder: folder.path)
        defer { lock.hold() }
        let wasFinished = PlanManifest.finished(in: folder.path) != nil
        let manifest = try made(job, inputs: inputs, folder: folder, options: options, progress: progress, stop: stop)
        clock.mark("plan")
        if !FileManager.default.fileExists(atPath: folder.manifestPath) { folder.removeWork() }
        let file = try PlanFile.read(from: folder.path)
        var summary = PlanSummary.summary(file, manifest: manifest, folder: folder)
        summary.wasFinished = wasFinished
        summary.seconds = clock.seconds
        summary.peakMemoryBytes = RunClock.peakMemoryBytes
        return summary
    }

    /// Checks a plan from the files of its run alone.
    ///
    /// - Throws: `bad-run` where a file is missing or damaged.
    public static func verify(run: String) throws(MastheadError) -> [EvidenceCheck.Finding] {
        EvidenceCheck(try EvidenceFiles.read(from: run)).findings()
    }

    /// Has the solver look for the best plan of all, from the files of a run.
    ///
    /// - Parameter hours: After how long it is given up.
    /// - Throws: `bad-run` where a file is missing or damaged, and as `OptimumProof`.
    public static func prove(
        run: String, hours: Double, stop: StopFlag = StopFlag()
    ) throws(MastheadError) -> OptimumProof.Outcome {
        try OptimumProof(try EvidenceFiles.read(from: run), at: .file(run)).outcome(
            hours: hours, at: .file(run), isStopped: { stop.isRaised })
    }

    /// The plan of a job in its run's folder, made where it is not there.
    static func made(
        _ job: ResolvedJob, inputs: InputDigests, folder: RunFolder, options: RunOptions,
        progress: any ProgressReporting, stop: StopFlag
    ) throws(MastheadError) -> PlanManifest {
        if let manifest = PlanManifest.finished(in: folder.path) { return manifest }
        guard let plan = job.plan else {
            throw MastheadError(
                .internalFault, "a job without a plan is asked for one", at: .file(job.spec.file),
                remedy: "Report this with the job file.")
        }
        let threads = RunService.threads(options, job)
        let outcome = try PlanStage(job: job, plan: plan, threads: threads, progress: progress, stop: stop).outcome()
        let content = try content(outcome, job: job, inputs: inputs)
        let stage = "products"
        let entries = try PlanProductCatalogue.entries(job.spec.products?.value.map { ($0.value, $0.location) })
        progress.report(.started(stage: stage, of: entries.count, unit: "products"))
        var files = try PlanProductWriter.write(
            content, products: entries, to: folder.path, isStopped: { stop.isRaised },
            onProduct: { progress.report(.advanced(stage: stage, done: $0, of: entries.count)) })
        let evidence = PlanEvidence(
            outcome.problem, setup: outcome.setup, requirements: outcome.requirements, result: outcome.result,
            sitePlan: outcome.plan, bands: job.setup.bands.map(\.id))
        for name in try EvidenceFiles.write(evidence, to: folder.path) {
            let (bytes, sha256) = try FileDigest.digest(ofFile: "\(folder.path)/\(name)")
            files.append(ProductWriter.WrittenFile(name: name, bytes: bytes, sha256: sha256))
        }
        progress.report(.finished(stage: stage))
        let manifest = PlanManifest(
            software: "Masthead \(SoftwareVersion.masthead)", job: job.spec.name.value, inputs: inputs.inputs,
            files: files, findings: PlanSummary.findings(outcome.plan))
        try AtomicFile.write(JSONFile.text(manifest), to: "\(folder.path)/\(PlanManifest.fileName)")
        return manifest
    }

    private static func content(
        _ outcome: PlanStage.Outcome, job: ResolvedJob, inputs: InputDigests
    ) throws(MastheadError) -> PlanContent {
        let projected = try job.regions.projected(to: job.setup.studyGrid)
        let regions = zip(job.regions.regions, projected.rings).map { region, rings in
            PlanContent.Region(id: region.id, name: region.name, polygons: region.polygons(of: rings))
        }
        var credits: [String] = []
        for credit in inputs.inputs.compactMap(\.credit) where !credits.contains(credit) { credits.append(credit) }
        var planContent = PlanContent(
            job: job.spec.name.value, software: "Masthead \(SoftwareVersion.masthead)", title: job.spec.title.value,
            plan: outcome.plan, definitions: job.definitions, people: outcome.people, grid: job.setup.studyGrid,
            regions: regions, stations: job.setup.stations, ground: job.terrain.ground, credits: credits)
        planContent.candidates = outcome.candidates
        planContent.planBands = job.plan.map { $0.bands.map { job.setup.bands[$0.band].id } } ?? []
        return planContent
    }
}

extension Region {
    /// The region's polygons out of its projected rings.
    func polygons(of rings: [[PlanePoint]]) -> [VectorPolygon] {
        var rest = rings[...]
        return polygons.map { polygon in
            defer { rest = rest.dropFirst(1 + polygon.holes.count) }
            return VectorPolygon(outer: rest.first ?? [], holes: Array(rest.dropFirst().prefix(polygon.holes.count)))
        }
    }
}
