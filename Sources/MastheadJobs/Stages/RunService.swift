import Foundation
public import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning

/// Checks and runs jobs.
public enum RunService {
    /// Checks a job, and estimates its run.
    ///
    /// - Throws: Whatever would make the run refuse.
    public static func check(
        jobPath: String, options: RunOptions = RunOptions(), progress: any ProgressReporting = SilentProgress(),
        stop: StopFlag = StopFlag()
    ) throws(MastheadError) -> CheckReport {
        let job = try JobResolver.resolve(JobSpec.read(path: jobPath), rays: options.rays)
        let tiles = job.setup.studyGrid.window.tiles(side: job.spec.run.tile.value)
        let threads = Self.threads(options, job)
        let survey = try survey(job, tiles: tiles, threads: threads, progress: progress, stop: stop)
        let estimate = try RunEstimate.estimate(job, survey: survey, tiles: tiles, threads: threads)
        var plan: PlanEstimate?
        if let asked = job.plan {
            plan = try PlanEstimate.estimate(job, asked, threads: threads, progress: progress, stop: stop)
        }
        let inputs = try InputDigests.digest(job, progress: progress, stop: stop)
        return CheckReportBuilder.report(
            job, folder: RunFolder(job, inputs: inputs), survey: survey, estimate: estimate, tiles: tiles.count,
            plan: plan)
    }

    /// Runs a job, or goes on with it, or finds it finished.
    ///
    /// - Throws: `interrupted` when `stop` is raised; the run can then be resumed.
    public static func run(
        jobPath: String, options: RunOptions = RunOptions(), progress: any ProgressReporting = SilentProgress(),
        stop: StopFlag = StopFlag()
    ) throws(MastheadError) -> RunSummary {
        let clock = RunClock()
        var job = try JobResolver.resolve(JobSpec.read(path: jobPath), rays: options.rays)
        let threads = Self.threads(options, job)
        let inputs = try InputDigests.digest(job, progress: progress, stop: stop)
        let folder = RunFolder(job, inputs: inputs)
        try folder.create()
        let lock = try RunLock(folder: folder.path)
        defer { lock.hold() }
        var finisher = RunFinisher(job: job, folder: folder, inputs: inputs, progress: progress, stop: stop)
        if let finished = try finisher.finishedRun() { return finished }
        if job.plan != nil {
            finisher.planFiles = try PlanService.made(
                job, inputs: inputs, folder: folder, options: options, progress: progress, stop: stop
            ).files
            job = try job.adding(PlanFile.read(from: folder.path).plan)
            finisher.job = job
            clock.mark("plan")
        }

        let tiles = job.setup.studyGrid.window.tiles(side: job.spec.run.tile.value)
        let engine = TileEngine(tiles: tiles, store: folder.tiles, threads: threads)
        let resumed = engine.finishedCount
        if !folder.isSurveyed {
            _ = try survey(job, tiles: tiles, threads: threads, progress: progress, stop: stop)
            try folder.markSurveyed()
        }
        clock.mark("check")
        try cover(job, engine: engine, progress: progress, stop: stop)
        clock.mark("coverage")
        guard !stop.isRaised else { throw WorkerPool.stopped }
        return try finisher.finish(tiles: tiles, resumed: resumed, threads: threads, clock: clock)
    }

    static func threads(_ options: RunOptions, _ job: ResolvedJob) -> Int {
        max(1, options.threads ?? job.spec.run.threads?.value ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    private static func survey(
        _ job: ResolvedJob, tiles: [GridWindow], threads: Int, progress: any ProgressReporting, stop: StopFlag
    ) throws(MastheadError) -> RunSurvey {
        let stage = "check"
        progress.report(.started(stage: stage, of: tiles.count, unit: "tiles"))
        let survey = try RunSurvey.survey(
            job, tiles: tiles, threads: threads, isStopped: { stop.isRaised },
            onTile: { progress.report(.advanced(stage: stage, done: $0, of: tiles.count)) })
        progress.report(.finished(stage: stage))
        return survey
    }

    private static func cover(
        _ job: ResolvedJob, engine: TileEngine, progress: any ProgressReporting, stop: StopFlag
    ) throws(MastheadError) {
        let stage = "coverage"
        let count = engine.tiles.count
        progress.report(.started(stage: stage, of: count, unit: "tiles"))
        try engine.run(
            makeWorker: { () throws(MastheadError) in
                try TileWorker(setup: job.setup, census: try CensusReader(plan: job.census))
            },
            isStopped: { stop.isRaised },
            onTile: { progress.report(.advanced(stage: stage, done: $0, of: count)) })
        progress.report(.finished(stage: stage))
    }
}
