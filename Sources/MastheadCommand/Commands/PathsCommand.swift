import ArgumentParser
import Foundation
import MastheadCore
import MastheadJobs
import MastheadPropagation

/// `masthead paths`: the losses of a table of links.
struct PathsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths",
        abstract: "Compute the losses of a table of links, each with its own path, carrier and model.",
        discussion: """
            Reads a CSV file with a link in each row, and writes the same rows with their losses. A row that has none \
            says why in its error column, and stops no other. The rows keep their order, and the bytes are the same \
            for any number of threads.

            Columns, by name, in any order; others stay as they are:
            \(columns.map { "  " + $0.0 + String(repeating: " ", count: 20 - $0.0.count) + $0.1 }.joined(separator: "\n"))

            A profile is a CSV file with d_km, h_masl_m and, where known, clutter_height_m and zone_code (1 sea, 3 \
            coastal land, 4 inland), or one of masthead profile --csv.

            The result adds model (used_model where the table has a column model), edition, length_km, loss_db, and \
            error: a code, what is wrong, and what would mend it. Lengths and losses have six decimals.

            Memory does not grow with the table: 4,096 rows, or 8 MB of them, are held at a time, and for each thread \
            one path of up to 200,000 points and the readers of 8 neighbourhoods.

            Exit status: 0 when each row has a loss, 2 when the table is written and rows have an error; another when \
            no table is written.

            Examples:
              masthead paths --in links.csv --out losses.csv --ground ground.tif --clutter clutter.tif
              masthead paths --in pairs.csv --out losses.csv --model p452 --carrier 3.6GHz --time "0.1 %" --threads 8
            """)

    private static let columns = [
        ("from_lon, from_lat", "one end in degrees, for terrain from --ground"),
        ("to_lon, to_lat", "the other end"),
        ("profile", "instead: a file of points, from the table's folder"),
        ("from_height_m", "antenna above the ground, m; needed"),
        ("to_height_m", "the same at the other end; needed"),
        ("frequency", "with its unit, such as 763 MHz; else --carrier"),
        ("frequency_mhz", "a number, in place of frequency"),
        ("time_percent", "a number; else --time"),
        ("location_percent", "a number; else --locations"),
        ("polarization", "else --polarization"),
        ("model", "else --model"),
        ("delta_n, n0", "N-units/km and N-units; else --delta-n and --n0"),
        ("mid_lat", "latitude of a profile; else its ends, else --latitude"),
    ]

    @Option(name: .customLong("in"), help: ArgumentHelp("The table of links.", valueName: "file"), completion: .file())
    var input: String

    @Option(help: ArgumentHelp("The table to write.", valueName: "file"), completion: .file())
    var out: String

    @Flag(help: "Replace the table to write where it exists.")
    var force = false

    @Option(help: "The model of rows that name none (masthead list models).")
    var model = "p1812"

    @Option(help: "The carrier frequency of rows that state none, such as 763MHz.")
    var carrier: String?

    @OptionGroup(title: "Terrain options") var terrain: TerrainOptions

    @OptionGroup(title: "Propagation options") var propagation: PropagationOptions

    // Unconditional: the south starts with the sign of an option.
    @Option(parsing: .unconditional, help: "Latitude of profiles that come without one.")
    var latitude = "45 deg"

    @Option(help: "Worker threads; the result is the same for any number. Default: all cores.")
    var threads: Int?

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
                progress.report(.message("Stopping. No table will be written."))
            }
            defer { signals.cancel() }
            let table = try command.table()
            let rows = try table.check(stop: stop)
            let summary = try table.write(rows: rows, progress: progress, stop: stop)
            progress.close()
            try Terminal.show(command.json ? JSONOutput.text(summary) : summary.text)
            return summary.failed == 0 ? .done : .findings
        }
    }
}
