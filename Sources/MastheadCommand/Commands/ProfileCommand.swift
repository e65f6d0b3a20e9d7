import ArgumentParser
import MastheadCore

/// `masthead profile`: one path, every intermediate.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Compute the loss of one path over real terrain, with every intermediate.",
        discussion: """
            Reads the terrain along the shortest line between two places and prints the basic transmission loss as a \
            ledger: every term with its value and the equation it comes from. Quantities carry their unit, in quotes \
            where there is a space.

            With --compare, several models answer for the same path, side by side; a model that does not hold for it \
            says why in its row. Differences are to the first model that has a loss.

            Examples:
              masthead profile --from -121.9,36.6 --to -121.6,36.7 --carrier 763MHz \\
                --ground ground.tif --clutter clutter.tif --height-tx "35 m"
              masthead profile --from -121.9,36.6 --to -121.6,36.7 --carrier "763 MHz" \\
                --ground ground.tif --time "1 %" --csv path.csv --plot path.png
              masthead profile --from -121.9,36.6 --to -121.6,36.7 --carrier 763MHz \\
                --ground ground.tif --compare all --plot path.svg
            """)

    // Unconditional: a western longitude starts with the sign of an option.
    @Option(parsing: .unconditional, help: ArgumentHelp("The transmitter, in degrees.", valueName: "lon,lat"))
    var from: String

    @Option(parsing: .unconditional, help: ArgumentHelp("The receiver, in degrees.", valueName: "lon,lat"))
    var to: String

    @Option(help: "The propagation model (masthead list models). Default: p1812.")
    var model: String?

    @Option(help: ArgumentHelp("Models to compare, with commas between, or all.", valueName: "models"))
    var compare: String?

    @Flag(help: "With --compare: print the ledger of each model too.")
    var ledgers = false

    @Option(help: "The carrier frequency, such as 763MHz.")
    var carrier: String

    @OptionGroup(title: "Terrain options") var terrain: TerrainOptions

    @Option(help: "Height of the transmitting antenna above the ground.")
    var heightTx = "30 m"

    @Option(help: "Height of the receiving antenna above the ground.")
    var heightRx = "1.5 m"

    @OptionGroup(title: "Propagation options") var propagation: PropagationOptions

    @Flag(help: "Print the ledger and the profile as JSON.")
    var json = false

    @Option(help: ArgumentHelp("Write the profile's points to a CSV file.", valueName: "file"), completion: .file())
    var csv: String?

    @Option(help: ArgumentHelp("Draw the profile to a .png or .svg file.", valueName: "file"), completion: .file())
    var plot: String?

    mutating func validate() throws {
        if ledgers, compare == nil {
            throw ValidationError("--ledgers goes with --compare; the ledger of one model is always printed.")
        }
    }

    mutating func run() throws {
        let answer = try PathAnswer(request())
        if let csv { try answer.writeTable(to: csv) }
        if let plot { try answer.draw(to: plot) }
        try Terminal.show(
            json ? JSONOutput.text(answer.record(withLedgers: ledgers)) : answer.text(withLedgers: ledgers))
    }
}
