import ArgumentParser
import MastheadCore

/// The layers of a terrain, and what their codes mean.
struct LayerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Altitudes of the bare ground: a raster, a VRT or a folder of tiles.", valueName: "path"),
        completion: .file())
    var ground: String?

    @Option(
        help: ArgumentHelp("Land-cover classes; without it the ground is bare.", valueName: "path"), completion: .file()
    )
    var clutter: String?

    @Option(help: ArgumentHelp("The table of the classes: a name or a path.", valueName: "table"))
    var clutterClasses = "esa-worldcover"

    @Option(parsing: .unconditional, help: "Water whose ground lies at or below this altitude is sea; with --clutter.")
    var seaBelow = "1 m"

    /// Opens the rasters; nil where none is stated.
    ///
    /// - Parameters:
    ///   - surface: A raster of the tops of what stands on the ground, for commands that read one.
    ///   - zones: A raster of radio-climatic zones, in place of zones derived from clutter.
    func layers(surface: String? = nil, zones: String? = nil) throws(MastheadError) -> TerrainLayers? {
        let sea = try OptionValue.quantity(Length.self, seaBelow, option: "--sea-below")
        guard let ground else {
            guard clutter == nil else {
                throw MastheadError(
                    .usage, "there is clutter and no ground for it to stand on", at: .option("--clutter"),
                    remedy: "Add --ground with a raster of altitudes, or remove --clutter.")
            }
            return nil
        }
        return try TerrainLayers(
            ground: ground, clutter: clutter, classes: clutterClasses, seaBelow: sea, surface: surface, zones: zones)
    }
}
