import ArgumentParser
import MastheadCore
import MastheadJobs

/// `masthead check`: everything that can be wrong with a job, and what its run will take.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a job and estimate its run; compute nothing.",
        discussion: """
            Reads the job, opens every layer, looks for voids, undefined values and uncovered places where the run \
            needs them, checks every region and register row, and prints the estimate of cells, evaluations, memory, \
            disk and time. All problems of the job are reported together, each with its place and a remedy.

            Examples:
              masthead check Jobs/examples/quickstart.yaml
              masthead check Jobs/north.yaml --json
            """)

    @Argument(help: "The job file (YAML; its keys are described in Jobs/README.md).", completion: .file())
    var job: String

    @OptionGroup var rays: RayOptions

    @OptionGroup var log: LogOptions

    @Flag(help: "Print the estimate as JSON.")
    var json = false

    mutating func run() throws {
        let command = self
        try log.reporting { progress throws(MastheadError) in
            let report = try command.report(progress: progress)
            progress.close()
            try Terminal.show(command.json ? JSONOutput.text(report) : ReportText.text(report))
            return .done
        }
    }
}
