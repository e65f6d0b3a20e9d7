import ArgumentParser
import MastheadCore
import MastheadJobs
import MastheadPlanning

/// `masthead verify-plan`: a plan and its certificate, counted anew from the files of the run.
struct VerifyPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-plan",
        abstract: "Check a plan and its certificate from the files of its run alone.",
        discussion: """
            Counts what each site adds and what is lost without it, whether the needs are met, and the bound that the \
            published multipliers give, in plain loops over plan-evidence. Output/verify_plan.py does the same without \
            Masthead. Ends with status 1 if anything differs.

            --prove has the solver cbc look for the best plan of all besides, for plans of up to 400 candidates.

            Examples:
              masthead verify-plan Output/three-bands/1f2e3d4c5b6a
              masthead verify-plan Output/monterey-plan/1f2e3d4c5b6a --prove --hours 1
            """)

    @Argument(help: ArgumentHelp("The folder of a run with a plan.", valueName: "run"), completion: .directory)
    var runFolder: String

    @Flag(help: "Have the solver look for the best plan of all.")
    var prove = false

    @Option(help: ArgumentHelp("With --prove: after how long the search is given up.", valueName: "hours"))
    var hours = 1.0

    @Flag(help: "Print the results as JSON.")
    var json = false

    func validate() throws {
        guard hours > 0, hours <= 10_000 else { throw ValidationError("--hours must be above 0, and 10000 at most") }
    }

    mutating func run() throws {
        var findings = try PlanService.verify(run: runFolder)
        if prove {
            let stop = StopFlag()
            let signals = Signals(raising: stop) {}
            defer { signals.cancel() }
            findings.append(try PlanService.prove(run: runFolder, hours: hours, stop: stop).finding)
        }
        if json {
            try Terminal.show(JSONOutput.text(findings))
        } else {
            let rows =
                [["what", "stated", "counted", "agrees"]]
                + findings.map { [$0.what, $0.stated, $0.counted, $0.agrees ? "yes" : "NO"] }
            try Terminal.show(TextTable(rows: rows).text)
        }
        if findings.contains(where: { !$0.agrees }) { throw Answer(status: .miss) }
    }
}
