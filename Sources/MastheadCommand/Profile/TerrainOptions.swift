import ArgumentParser
import MastheadCore

/// The rasters that many paths are read from; none where profiles are given.
struct TerrainOptions: ParsableArguments {
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

    @Option(help: "Largest spacing of the profiles' points. Default: the pixels of the ground.")
    var step: String?

    /// Opens the rasters; nil where none is stated.
    func layers() throws(MastheadError) -> TerrainLayers? {
        let sea = try OptionValue.quantity(Length.self, seaBelow, option: "--sea-below")
        guard let ground else {
            guard clutter == nil else {
                throw MastheadError(
                    .usage, "there is clutter and no ground for it to stand on", at: .option("--clutter"),
                    remedy: "Add --ground with a raster of altitudes, or remove --clutter.")
            }
            return nil
        }
        return try TerrainLayers(ground: ground, clutter: clutter, classes: clutterClasses, seaBelow: sea)
    }

    /// The step as stated; nil for the pixels of the ground.
    func statedStep() throws(MastheadError) -> Length? {
        guard let step else { return nil }
        let length = try OptionValue.quantity(Length.self, step, option: "--step")
        guard length.metres >= 1 else {
            throw MastheadError(
                .usage, "the step \(length) is below 1 m", at: .option("--step"),
                remedy: "Write a step of 1 m or more; the default follows the pixels of the ground.")
        }
        return length
    }
}
