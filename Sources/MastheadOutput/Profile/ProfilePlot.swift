public import MastheadCore

/// A vertical section through the terrain between two antennas: ground and clutter over the curved Earth, line of sight,
/// first Fresnel zone and horizons.
public struct ProfilePlot: Sendable {
    /// Distances from the transmitter, km.
    public var distanceKilometres: [Double]
    /// Altitude of the ground, m.
    public var groundMetres: [Double]
    /// Height of the clutter above the ground, m.
    public var clutterMetres: [Double]
    /// Height of the transmitting antenna above the ground, m.
    public var transmitterHeightMetres: Double
    /// Height of the receiving antenna above the ground, m.
    public var receiverHeightMetres: Double
    /// Effective Earth radius, km, over which the section is drawn.
    public var effectiveRadiusKilometres: Double
    /// Wavelength, m, for the first Fresnel zone.
    public var wavelengthMetres: Double
    /// Distances of the horizons seen from transmitter and receiver, km from the transmitter; empty where in sight.
    public var horizonKilometres: [Double]
    /// The heading.
    public var title: String
    /// The line below it.
    public var subtitle: String

    /// What models say about the path, in the order they are listed below the drawing.
    public var losses: [Loss]

    /// What one model says about a path.
    public struct Loss: Sendable {
        /// The model's name.
        public var model: String
        /// The text with its edition.
        public var edition: String
        /// Basic transmission loss, dB; nil where the model does not hold for the path.
        public var decibels: Double?

        /// A loss by its model; nil decibels where the model does not hold.
        public init(model: String, edition: String, decibels: Double?) {
            self.model = model
            self.edition = edition
            self.decibels = decibels
        }
    }

    /// A plot of one path.
    public init(
        distanceKilometres: [Double], groundMetres: [Double], clutterMetres: [Double],
        transmitterHeightMetres: Double, receiverHeightMetres: Double, effectiveRadiusKilometres: Double,
        wavelengthMetres: Double, horizonKilometres: [Double], title: String, subtitle: String,
        losses: [Loss] = []
    ) {
        self.distanceKilometres = distanceKilometres
        self.groundMetres = groundMetres
        self.clutterMetres = clutterMetres
        self.transmitterHeightMetres = transmitterHeightMetres
        self.receiverHeightMetres = receiverHeightMetres
        self.effectiveRadiusKilometres = effectiveRadiusKilometres
        self.wavelengthMetres = wavelengthMetres
        self.horizonKilometres = horizonKilometres
        self.title = title
        self.subtitle = subtitle
        self.losses = losses
    }

    /// Draws the plot to a PNG or, by the path's ending, an SVG file; whole or not at all.
    ///
    /// - Throws: `bad-profile` for fewer than two points, unequal counts, or no length; `cannot-write`.
    public func write(to path: String) throws(MastheadError) {
        try AtomicFile.write(drawing(isSVG: path.lowercased().hasSuffix(".svg")), to: path)
    }

    /// The plot as the bytes of a PNG or SVG file.
    ///
    /// - Throws: `bad-profile`.
    package func drawing(isSVG: Bool) throws(MastheadError) -> [UInt8] {
        try check()
        let width = Int(ProfileSheet.width)
        let height = Int(ProfileSheet.height + LossList.height(losses.count))
        let canvas = try isSVG ? Canvas(svgOfWidth: width, height: height) : Canvas(width: width, height: height)
        ProfileSheet(plot: self, on: canvas).draw(on: canvas)
        LossList(losses: losses).draw(on: canvas, top: ProfileSheet.height)
        return try canvas.finish()
    }

    private func check() throws(MastheadError) {
        let count = distanceKilometres.count
        guard count >= 2, groundMetres.count == count, clutterMetres.count == count else {
            throw MastheadError(
                .badProfile,
                "a profile of \(count) distances, \(groundMetres.count) altitudes and \(clutterMetres.count) clutter "
                    + "heights cannot be drawn",
                remedy: "Give at least two points, each with distance, altitude and clutter height.")
        }
        guard length > 0, (distanceKilometres + groundMetres + clutterMetres).allSatisfy(\.isFinite) else {
            throw MastheadError(
                .badProfile, "a profile of \(PlainText.number(length)) km with a gap or without length cannot be drawn",
                remedy: "Give ends that lie apart, on ground without voids.")
        }
    }

    // MARK: - Geometry

    /// Length of the path, km.
    var length: Double { distanceKilometres.last ?? 0 }

    /// How much the Earth rises above the chord between the ends at a distance, m.
    ///
    ///     h = d (D − d) / (2 aₑ)
    func bulge(_ d: Double) -> Double { 500 * d * (length - d) / effectiveRadiusKilometres }

    /// Altitude of the line of sight at a distance, m.
    func sight(_ d: Double) -> Double {
        let start = (groundMetres.first ?? 0) + transmitterHeightMetres
        let end = (groundMetres.last ?? 0) + receiverHeightMetres
        return start + (end - start) * d / length
    }

    /// Radius of the first Fresnel zone at a distance, m.
    ///
    ///     R₁ = √( λ d (D − d) / D )
    func fresnel(_ d: Double) -> Double {
        (wavelengthMetres * max(0, d * 1000 * (length - d) / length)).squareRoot()
    }

    /// Altitude of the ground over the curved Earth, m, one value per point.
    var bases: [Double] { zip(distanceKilometres, groundMetres).map { $1 + bulge($0) } }

    /// Altitude of the tops of the clutter over the curved Earth, m, one value per point.
    var tops: [Double] { zip(bases, clutterMetres).map { $0 + $1 } }
}
