import ArgumentParser
import MastheadCore

/// The rasters that many paths are read from, none where profiles are given, and the spacing of the points.
struct TerrainOptions: ParsableArguments {
    @OptionGroup var rasters: LayerOptions

    @Option(help: "Largest spacing of the profiles' points. Default: the pixels of the ground.")
    var step: String?

    /// Opens the rasters; nil where none is stated.
    func layers() throws(MastheadError) -> TerrainLayers? { try rasters.layers() }

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
