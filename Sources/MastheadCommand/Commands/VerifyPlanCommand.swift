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

            Examples:
              masthead verify-plan Output/three-bands/1f2e3d4c5b6a
            """)

    @Argument(help: ArgumentHelp("The folder of a run with a plan.", valueName: "run"), completion: .directory)
    var runFolder: String

    @Flag(help: "Print the results as JSON.")
    var json = false

    mutating func run() throws {
        let findings = try PlanService.verify(run: runFolder)
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
