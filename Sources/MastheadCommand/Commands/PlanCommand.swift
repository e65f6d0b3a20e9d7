import ArgumentParser
import MastheadCore
import MastheadJobs

/// `masthead plan`: from the files of a job to the sites that serve what it asks for.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract:
            "Choose sites for a job: in order, with reasons, and with a bound on how much better a plan could be.",
        discussion: """
            Candidates are the masts of the register and of plan.towers, and new places as plan.generate says. The plan, \
            its tables, map and evidence appear in <output>/<job>/<run>; masthead run goes on from there to the coverage \
            of the plan. Ends with status 2 where something that is asked for cannot be met; the findings say what is in \
            the way.

            Examples:
              masthead plan Jobs/examples/three-bands.yaml
              masthead verify-plan Output/three-bands/1f2e3d4c5b6a
              masthead explain Output/three-bands/1f2e3d4c5b6a --site L00042
            """)

    @Argument(help: "The job file (YAML; its keys are described in Jobs/README.md).", completion: .file())
    var job: String

    @Option(help: "Worker threads; the result is the same for any number. Default: what the job says, else all.")
    var threads: Int?

    @OptionGroup var rays: RayOptions

    @OptionGroup var log: LogOptions

    @Flag(help: "Print the figures as JSON.")
    var json = false

    mutating func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads \(threads) is outside 1 to 1024. Write a number of threads, such as 4.")
        }
    }

    mutating func run() throws {
        let command = self
        let stop = StopFlag()
        try log.reporting { progress throws(MastheadError) in
            let signals = Signals(raising: stop) {
                progress.report(.message("Stopping. The same command begins again."))
            }
            defer { signals.cancel() }
            let summary = try PlanService.plan(
                jobPath: command.job, options: RunOptions(threads: command.threads, rays: command.rays.form),
                progress: progress, stop: stop)
            progress.close()
            try Terminal.show(command.json ? JSONOutput.text(summary) : ReportText.text(summary))
            return summary.findings.isEmpty ? .done : .findings
        }
    }
}
