import ArgumentParser
import MastheadConformance
import MastheadCore

/// `masthead verify`: the models against published vectors.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Run the models over published vectors and print the worst deviations.",
        discussion: """
            Reads every file of cases below the folder and compares what Masthead computes with what the file says. \
            Files that no model here computes are listed as not implemented. Ends with status 1 if a value is beyond \
            its tolerance.

            Examples:
              masthead verify
              masthead verify ../shared/conformance --json
            """)

    @Argument(help: "The folder with the vectors.", completion: .directory)
    var folder = "Tests/Vectors"

    @Flag(help: "Print the results as JSON.")
    var json = false

    mutating func run() throws {
        let results = try ConformanceSuite.run(folder: folder)
        try Terminal.show(json ? ConformanceReport.json(results) : ConformanceReport.text(results))
        if ConformanceReport.hasMiss(results) { throw Answer(status: .miss) }
    }
}
