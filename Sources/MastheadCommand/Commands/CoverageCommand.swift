import ArgumentParser
import Foundation
import MastheadCore
import MastheadJobs

/// `masthead coverage`: one site, straight from flags.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Map the coverage of one site from flags: a raster for each carrier.",
        discussion: """
            Computes every cell within the radius for all carriers, which share the search of the terrain, and writes \
            a GeoTIFF for each: loss-<carrier>.tif with the basic transmission loss, or level-<carrier>.tif where the \
            EIRP is known from --eirp or --template. Levels are SS-RSRP where a template tells the bandwidth, else the \
            power of the whole carrier. Values are hundredths of a decibel with scale 0.01; cells without a value hold \
            nodata. site.json holds all definitions, the inputs with their digests, and the counts of caveats.

            Without --azimuth or --pattern the site radiates alike in all directions. Loss and level are medians over \
            locations. Memory: about 30 bytes a cell and 2 for each further carrier, whatever the number of threads.

            Examples:
              masthead coverage --at -121.75,36.65 --height 30 --carrier 763MHz,2.6GHz,3.5GHz --radius 30km \\
                --ground dem.tif --out site
              masthead coverage --at -121.75,36.65 --template n28-700,n41-2600 --azimuth 0,120,240 --radius 30km \\
                --ground dem.tif --clutter clutter.tif --out site
            """)

    // Unconditional: a western longitude starts with the sign of an option.
    @Option(parsing: .unconditional, help: ArgumentHelp("The site, in degrees.", valueName: "lon,lat"))
    var at: String

    @Option(help: "Height of the antennas above the ground. Default: the template's, else 30 m.")
    var height: String?

    @Option(help: ArgumentHelp("Carriers, such as 763MHz,2.6GHz. Default: those of --template.", valueName: "list"))
    var carrier: String?

    @Option(
        help: ArgumentHelp(
            "Band templates, one for all carriers or one for each; auto: by the channel that holds the carrier.",
            valueName: "list"))
    var template: String?

    @Option(help: "Largest distance from the site.")
    var radius: String

    @Option(help: "Side of the square cells. Default: the pixels of the ground.")
    var resolution: String?

    @Option(help: ArgumentHelp("The folder to write into: new, empty, or an earlier result.", valueName: "dir"))
    var out: String

    @OptionGroup(title: "Terrain options") var terrain: LayerOptions

    @Option(
        help: ArgumentHelp(
            "Altitudes of the tops of what stands on the ground, for models that read it.", valueName: "path"),
        completion: .file())
    var surface: String?

    @Option(
        help: ArgumentHelp("Radio-climatic zones: 1 sea, 3 coastal land, 4 inland.", valueName: "path"),
        completion: .file())
    var zones: String?

    @Flag(help: "Leave out cells on or behind voids of the ground, and count them.")
    var tolerateVoids = false

    @OptionGroup(title: "Site options") var site: SiteOptions

    @Option(help: "Worker threads; the result is the same for any number. Default: all cores.")
    var threads: Int?

    @Flag(help: "Compute every cell on its own ray instead of the nearest of the radials: slow, to audit with.")
    var exactRays = false

    @Flag(help: "Write Cloud Optimized GeoTIFFs with overviews.")
    var cog = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    mutating func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads \(threads) is outside 1 to 1024. Write a number of threads, such as 4.")
        }
    }

    mutating func run() throws {
        let stop = StopFlag()
        let signals = Signals(raising: stop) { Terminal.say("Stopping; nothing whole was written.\n") }
        defer { signals.cancel() }
        let request = try request()
        let report = try SiteService.run(
            request, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, stop: stop)
        try Terminal.show(json ? JSONOutput.text(report) : SiteText.text(report, folder: out))
    }
}

/// What is asked of a site beside its place, carriers and terrain.
struct SiteOptions: ParsableArguments {
    @Option(help: "The propagation model (masthead list models). Default: the template's, else p1812.")
    var model: String?

    @Option(help: "Height of the receivers above the ground. Default: the template's, else 1.5 m.")
    var receiverHeight: String?

    @Option(help: "Share of an average year for which the loss is not exceeded. Default: the template's, else 50 %.")
    var time: String?

    @Option(help: "Polarization: vertical or horizontal. Default: the template's, else vertical.")
    var polarization: String?

    @Option(
        help: "Fall of refractivity through the lowest kilometre of the air. Default: ITU maps, else 45 N-units/km.")
    var deltaN: String?

    @Option(name: .customLong("n0"), help: "Refractivity at sea level. Default: ITU maps, else 325 N-units.")
    var n0: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "EIRP of the whole carrier at the antenna's peak, one for all or one for each. Default: the template's.",
            valueName: "list"))
    var eirp: String?

    @Option(
        parsing: .unconditional, help: "The median level that is wanted. Default: what the template's criterion needs.")
    var threshold: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Azimuths of the sectors, such as 0,120,240.", valueName: "list"))
    var azimuth: String?

    @Option(help: "The antenna pattern: a name (masthead list antennas) or a file. Default: the template's.")
    var pattern: String?

    @Option(help: "Half-power beamwidth in azimuth. Default: the template's, else 65 deg.")
    var beamwidth: String?

    @Option(help: "Half-power beamwidth in elevation. Default: the template's, else 15 deg.")
    var verticalBeamwidth: String?

    @Option(parsing: .unconditional, help: "Electrical tilt, down is positive. Default: the template's, else 0 deg.")
    var tilt: String?
}
