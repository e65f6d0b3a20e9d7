import MastheadCore
import MastheadJobs

extension RunCommand {
    /// Hands the job to the engine.
    func summary(progress: RunProgress, stop: StopFlag) throws(MastheadError) -> RunSummary {
        try RunService.run(
            jobPath: job, options: RunOptions(threads: threads, engine: engine.rawValue), progress: progress,
            stop: stop)
    }
}

extension CheckCommand {
    /// Has the job checked.
    func report() throws(MastheadError) -> CheckReport {
        try RunService.check(jobPath: job)
    }
}

extension ExplainCommand {
    /// Asks the finished run.
    func answer(to question: ExplainQuestion) throws(MastheadError) -> ExplainAnswer {
        try ExplainService.explain(run: run, question: question)
    }
}
