import ArgumentParser
import MastheadCore
import MastheadJobs
import MastheadSample

/// `masthead sample`: a synthetic region to try everything on.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Write a complete synthetic region: terrain, people, regions, routes, registers.",
        discussion: """
            Terrain with a coast and a river, clutter, population in a town and villages, administrative regions, \
            roads and a railway, places, towers, a 700 MHz register and earth stations. The same size and seed give \
            the same files on any machine. Nothing in it is real.

            Examples:
              masthead sample Output/sample-region --size 60km --seed 7
              masthead sample /tmp/big --size "300 km" --cell 6
            """)

    @Argument(help: ArgumentHelp("The folder to write into.", valueName: "dir"), completion: .directory)
    var folder: String

    @Option(help: "The side of the region.")
    var size = "60km"

    @Option(help: "The seed; another number is another land.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Spacing of the raster cells in seconds of arc.", valueName: "arc-seconds"))
    var cell = 3

    // Unconditional: a western longitude starts with the sign of an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The middle of the region. Default: in the open Pacific.", valueName: "lon,lat"))
    var centre: String?

    @Flag(help: "Print what the region holds as JSON.")
    var json = false

    mutating func run() throws {
        var options = SampleOptions(
            size: try OptionValue.quantity(Length.self, size, option: "--size"), seed: seed, cellArcSeconds: cell)
        if let centre { options.centre = try OptionValue.position(centre, option: "--centre") }
        let summary = try SampleRegion.write(to: folder, options: options)
        try Terminal.show(json ? JSONOutput.text(SampleRecord(summary, folder: folder)) : text(summary))
    }

    private func text(_ summary: SampleSummary) -> String {
        """
        \(folder): \(Grouped.text(summary.columns)) × \(Grouped.text(summary.rows)) cells, \
        \(Grouped.text(summary.landSquareKilometres)) km² of land up to \(Grouped.text(summary.highestMetres)) m, \
        \(Grouped.text(summary.people)) people in \(Grouped.text(summary.settlements)) towns and villages and \
        \(Grouped.text(summary.regions)) regions, \(Grouped.text(summary.masts)) masts, \
        \(Grouped.text(summary.baseStations)) base stations. Nothing in it is real.

        """
    }
}

/// What a sample holds, as JSON writes it.
private struct SampleRecord: Encodable {
    let folder: String
    let columns, rows, people, landSquareKilometres, highestMetres, settlements, regions, masts, baseStations: Int

    init(_ summary: SampleSummary, folder: String) {
        self.folder = folder
        columns = summary.columns
        rows = summary.rows
        people = summary.people
        landSquareKilometres = summary.landSquareKilometres
        highestMetres = summary.highestMetres
        settlements = summary.settlements
        regions = summary.regions
        masts = summary.masts
        baseStations = summary.baseStations
    }
}
