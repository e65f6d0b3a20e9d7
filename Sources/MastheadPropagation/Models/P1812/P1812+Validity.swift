public import MastheadCore

extension P1812 {
    /// Carrier frequencies that the method covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 30)...Frequency(megahertz: 6000), of: "carrier frequency", by: citation("Annex 1, §1"))
    /// Time percentages that the method covers.
    public static let timePercentages = ValidRange(
        Share(percent: 1)...Share(percent: 50), of: "time percentage", by: citation("Annex 1, §1"))
    /// Location percentages that the method covers.
    public static let locationPercentages = ValidRange(
        Share(percent: 1)...Share(percent: 99), of: "location percentage", by: citation("Annex 1, §1"))
    /// Path lengths that the method covers.
    public static let distances = ValidRange(
        Length(kilometres: 0.25)...Length(kilometres: 3000), of: "path length", by: citation("Annex 1, §1"))
    /// Antenna heights above the ground that the method covers.
    public static let heights = ValidRange(
        Length(metres: 1)...Length(metres: 3000), of: "antenna height above the ground", by: citation("Annex 1, §1"))
    /// The fewest points of a profile.
    public static let leastPoints = 5

    /// The ranges in words.
    static let validity = [
        "\(frequencies.subject) \(frequencies)", "\(timePercentages.subject) \(timePercentages)",
        "\(locationPercentages.subject) \(locationPercentages)",
        "\(distances.subject) \(distances.bounds.lowerBound.kilometres) to "
            + "\(PlainNumber.text(distances.bounds.upperBound.kilometres)) km",
        "\(heights.subject) \(heights)",
    ]

    /// Checks the parameters and prepares the method for many paths.
    ///
    /// - Throws: `outside-validity`, with the value and the limit; all that is wrong at once.
    public static func prepare(
        for parameters: Parameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> P1812 {
        var errors: [MastheadError] = []
        func check(_ body: () throws(MastheadError) -> Void) {
            do throws(MastheadError) { try body() } catch { errors.append(error) }
        }
        check { () throws(MastheadError) in
            try frequencies.require(
                parameters.frequency, at: location,
                remedy: "Use a carrier of \(frequencies), or a model made for this frequency.")
        }
        check { () throws(MastheadError) in
            try timePercentages.require(Share(percent: parameters.timePercent), at: location)
        }
        check { () throws(MastheadError) in
            try locationPercentages.require(Share(percent: parameters.locationPercent), at: location)
        }
        func refuse(_ problem: String, _ remedy: String) {
            errors.append(MastheadError(.outsideValidity, problem, at: location, remedy: remedy))
        }
        if let sigma = parameters.locationSigma?.value, !(sigma >= 0 && sigma.isFinite) {
            refuse(
                "standard deviation of location variability \(PlainNumber.text(sigma)) dB is below zero or not finite",
                "Give a standard deviation of 0 dB or more, or leave it out to use the method's own.")
        }
        let side = parameters.locationResolution.metres
        if !(side > 0 && side.isFinite) {
            refuse(
                "resolution of location variability \(PlainNumber.text(side)) m is not above zero",
                "Give the side of a square in metres, for example \"100 m\".")
        }
        if !(parameters.deltaN >= 0 && parameters.deltaN < 157) {
            refuse(
                "ΔN of \(PlainNumber.text(parameters.deltaN)) N-units/km is outside 0 to 157, "
                    + "where the effective Earth radius of \(citation("eq. (6)")) is defined",
                "Give ΔN as a positive decrease per kilometre, 45 in a temperate climate.")
        }
        if !(parameters.n0 > 0 && parameters.n0.isFinite) {
            refuse(
                "N₀ of \(PlainNumber.text(parameters.n0)) N-units is not above zero",
                "Give the sea-level refractivity in N-units, 325 in a temperate climate.")
        }
        if let error = MastheadError.combining(errors) { throw error }
        return P1812(unchecked: parameters)
    }

    /// Refuses a path that the method does not cover.
    ///
    /// - Throws: `bad-profile` for fewer than ``leastPoints`` points or values that are not finite, `outside-validity`
    ///   for length, heights, latitude and distances to the coast.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: Self.leastPoints)
        try Self.distances.require(
            Length(kilometres: profile.lengthKilometres),
            remedy: "Use free space (\"p525\") for shorter paths, and leave out longer ones.")
        try require(terminals)
    }

    /// Refuses antenna heights, a latitude or distances to the coast that the method does not cover.
    ///
    /// - Throws: `outside-validity`.
    public func require(_ terminals: PathTerminals, at location: ErrorLocation = .none) throws(MastheadError) {
        try Self.heights.require(Length(metres: terminals.transmitterHeightMetres), at: location)
        try Self.heights.require(Length(metres: terminals.receiverHeightMetres), at: location)
        guard abs(terminals.midpointLatitudeDegrees) <= 90 else {
            throw MastheadError(
                .outsideValidity,
                "latitude \(PlainNumber.text(terminals.midpointLatitudeDegrees))° is outside −90° to 90°", at: location,
                remedy: "Give the latitude of the middle of the path in degrees, north positive.")
        }
        for coast in [terminals.transmitterToCoastKilometres, terminals.receiverToCoastKilometres] {
            guard let coast, !(coast >= 0 && coast.isFinite) else { continue }
            throw MastheadError(
                .outsideValidity, "distance to the coast \(PlainNumber.text(coast)) km is below zero or not finite",
                at: location, remedy: "Give 0 km or more, or leave it out to take it from the zones.")
        }
    }
}
