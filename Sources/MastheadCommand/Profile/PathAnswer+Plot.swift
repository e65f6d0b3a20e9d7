import MastheadCore
import MastheadOutput
import MastheadPropagation

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
        let parameters = request.parameters
        let horizons = path.horizonKilometres(
            transmitterHeight: request.transmitterHeight, receiverHeight: request.receiverHeight,
            effectiveRadiusKilometres: effectiveRadiusKilometres)
        try ProfilePlot(
            distanceKilometres: path.profile.distanceKilometres, groundMetres: path.profile.groundMetres,
            clutterMetres: path.profile.clutterMetres,
            transmitterHeightMetres: request.transmitterHeight.metres,
            receiverHeightMetres: request.receiverHeight.metres,
            effectiveRadiusKilometres: effectiveRadiusKilometres,
            wavelengthMetres: parameters.frequency.wavelengthMetres, horizonKilometres: horizons,
            title: "\(request.from) to \(request.to)",
            subtitle: "\(FixedPoint.text(path.profile.lengthKilometres, decimals: 2)) km, \(parameters.frequency), "
                + "antennas \(request.transmitterHeight) and \(request.receiverHeight) above the ground. "
                + "Loss not exceeded for \(PlainNumber.text(parameters.timePercent)) % of time and "
                + "\(PlainNumber.text(parameters.locationPercent)) % of locations.",
            losses: answers.map { answer in
                ProfilePlot.Loss(model: answer.entry.id, edition: answer.entry.edition, decibels: answer.lossDB)
            }
        ).write(to: file)
    }

    /// Median effective radius of the Earth, km.
    ///
    ///     aₑ = 6371 · 157 / (157 − ΔN)        (P.1812-8, eq. 6 and 7a)
    private var effectiveRadiusKilometres: Double {
        // At 157 the ray follows the Earth; a model that bears such air gets a drawing that is all but flat.
        PhysicalConstants.ituEarthRadiusKilometres * 157 / max(157 - request.parameters.deltaN, 1)
    }
}
