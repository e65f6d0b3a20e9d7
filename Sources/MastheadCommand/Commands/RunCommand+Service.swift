import MastheadCore
import MastheadJobs

extension RunCommand {
    /// Hands the job to the engine.
    func summary(progress: RunProgress, stop: StopFlag) throws(MastheadError) -> RunSummary {
        try RunService.run(
            jobPath: job, options: RunOptions(threads: threads, engine: engine.rawValue, rays: rays.form),
            progress: progress,
            stop: stop)
    }
}

extension CheckCommand {
    /// Has the job checked.
    func report(progress: RunProgress) throws(MastheadError) -> CheckReport {
        try RunService.check(jobPath: job, options: RunOptions(rays: rays.form), progress: progress)
    }
}

extension ExplainCommand {
    /// Asks the finished run.
    func answer(to question: ExplainQuestion) throws(MastheadError) -> ExplainAnswer {
        try ExplainService.explain(run: runFolder, question: question)
    }
}
