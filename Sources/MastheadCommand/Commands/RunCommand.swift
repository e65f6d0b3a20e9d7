import ArgumentParser
import MastheadCore
import MastheadJobs

/// `masthead run`: from the files of a job to its products.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a job: check it, compute it, write its products.",
        discussion: """
            All inputs are checked before any computing starts. The products appear in <output>/<job>/<run>, each whole \
            or not at all, and the manifest last. The run's name follows from the job, its inputs and the version, so \
            the same job again finds its finished run.

            Ctrl-C or SIGTERM ends with status 75; the same command then goes on from the finished tiles, as it does \
            after a kill or a power cut, and ends with the same bytes. A second Ctrl-C ends at once.

            Examples:
              masthead run Jobs/examples/quickstart.yaml
              masthead run Jobs/north.yaml --threads 8 --log-format json --json > north.json
              masthead run Jobs/north.yaml --exact-rays
            """)

    @Argument(help: "The job file (YAML; its keys are described in Jobs/README.md).", completion: .file())
    var job: String

    @Option(help: "Worker threads; the result is the same for any number. Default: what the job says, else all.")
    var threads: Int?

    @Option(help: "What computes the tiles: local, the threads of this process.")
    var engine: EngineName = .local

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
                progress.report(.message("Stopping after the tiles in work. The same command goes on from there."))
            }
            defer { signals.cancel() }
            let summary = try command.summary(progress: progress, stop: stop)
            progress.close()
            try Terminal.show(command.json ? JSONOutput.text(summary) : ReportText.text(summary))
            return summary.findings.isEmpty ? .done : .findings
        }
    }
}

/// The engines that can compute tiles.
enum EngineName: String, ExpressibleByArgument, CaseIterable {
    /// The threads of this process.
    case local
}
