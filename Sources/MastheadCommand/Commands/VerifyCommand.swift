import ArgumentParser
import Foundation
import MastheadConformance
import MastheadCore

/// `masthead verify`: the models against published vectors.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Run the models over published vectors and print the worst deviations.",
        discussion: """
            Reads every file of cases below the folder and compares what Masthead computes with what the file says. \
            Files that no model here computes are listed as not implemented, and those that need a map of the ITU \
            which is not installed as such. Ends with status 1 if a value is beyond its tolerance.

            Examples:
              masthead verify
              masthead verify ../shared/conformance --json
            """)

    @Argument(help: "The folder with the vectors.", completion: .directory)
    var folder = "Tests/Vectors"

    @Option(
        help: ArgumentHelp(
            "The folder with the maps of the ITU (`make maps`). Default: Geo/local.", valueName: "folder"),
        completion: .directory)
    var maps: String?

    @Flag(help: "Print the results as JSON.")
    var json = false

    mutating func run() throws {
        if let maps, (try? FileManager.default.contentsOfDirectory(atPath: maps)) == nil {
            throw MastheadError(
                .missingFile, "there is no folder \(maps)", at: .file(maps),
                remedy: "Give the folder with DN50.TXT, N050.TXT and v7_r001.npz, or leave --maps out.")
        }
        let results = try ConformanceSuite.run(folder: folder, maps: maps ?? "Geo/local")
        try Terminal.show(json ? ConformanceReport.json(results) : ConformanceReport.text(results))
        if ConformanceReport.hasMiss(results) { throw Answer(status: .miss) }
    }
}
