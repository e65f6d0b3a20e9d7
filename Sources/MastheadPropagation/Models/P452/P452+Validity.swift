public import MastheadCore

extension P452 {
    /// Carrier frequencies that the method covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 100)...Frequency(megahertz: 50_000), of: "carrier frequency",
        by: citation("Annex 1, §3.2.1"))
    /// Time percentages that the method covers.
    public static let timePercentages = ValidRange(
        Share(percent: 0.001)...Share(percent: 50), of: "time percentage", by: citation("Annex 1, §3.2.1"))
    /// Path lengths that the method covers; the text sets the upper end, the lower one is that of P.1812.
    public static let distances = ValidRange(
        Length(kilometres: 0.25)...Length(kilometres: 10_000), of: "path length", by: citation("Annex 1, §1"))
    /// Antenna heights above the ground; the text sets none, these are those of P.1812, which has the same equations.
    public static let heights = ValidRange(
        Length(metres: 1)...Length(metres: 3000), of: "antenna height above the ground", by: citation("Annex 1, §3.2.1")
    )
    /// Heights of nominal clutter that the table of P.452-17 has.
    public static let clutterHeights = ValidRange(
        Length(metres: 0)...Length(metres: 35), of: "nominal clutter height",
        by: citation("Table 4", edition: .v17))
    /// Distances of nominal clutter that the table of P.452-17 has.
    public static let clutterDistances = ValidRange(
        Length(metres: 0)...Length(metres: 100), of: "nominal clutter distance",
        by: citation("Table 4", edition: .v17))
    /// The fewest points of a profile, and of what nominal clutter leaves of it.
    public static let leastPoints = 5
    /// The smallest share of a path that nominal clutter may leave, so that most of the path is still terrain.
    static let leastShareLeft = 0.5
    /// The largest gain of an antenna, up or down, for which the coupling loss (45b) is meant, dBi.
    static let largestGainDBi = 100.0

    /// The ranges of an edition in words.
    static func validity(_ edition: Edition) -> [String] {
        let clutter = [
            "\(clutterHeights.subject) \(clutterHeights)", "\(clutterDistances.subject) \(clutterDistances)",
        ]
        return [
            "\(frequencies.subject) \(frequencies)", "\(timePercentages.subject) \(timePercentages)",
            "\(distances.subject) \(distances.bounds.lowerBound.kilometres) to "
                + "\(PlainNumber.text(distances.bounds.upperBound.kilometres)) km",
            "\(heights.subject) \(heights)",
        ] + (edition == .v17 ? clutter : [])
    }

    /// Checks the parameters and prepares the method for many paths.
    ///
    /// - Throws: `outside-validity`, with the value and the limit; all that is wrong at once.
    public static func prepare(
        for parameters: Parameters, edition: Edition = .v18, at location: ErrorLocation = .none
    ) throws(MastheadError) -> P452 {
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
        func refuse(_ problem: String, _ remedy: String) {
            errors.append(MastheadError(.outsideValidity, problem, at: location, remedy: remedy))
        }
        if !(parameters.deltaN >= 0 && parameters.deltaN < 157) {
            refuse(
                "ΔN of \(PlainNumber.text(parameters.deltaN)) N-units/km is outside 0 to 157, "
                    + "where the effective Earth radius of \(citation("eq. (5)", edition: edition)) is defined",
                "Give ΔN as a positive decrease per kilometre, 45 in a temperate climate.")
        }
        if !(parameters.n0 > 0 && parameters.n0.isFinite) {
            refuse(
                "N₀ of \(PlainNumber.text(parameters.n0)) N-units is not above zero",
                "Give the sea-level refractivity in N-units, 325 in a temperate climate.")
        }
        for gain in [parameters.transmitterHorizonGainDBi, parameters.receiverHorizonGainDBi]
        where !(abs(gain) <= largestGainDBi) {
            refuse(
                "horizon gain \(PlainNumber.text(gain)) dBi is outside "
                    + "−\(PlainNumber.text(largestGainDBi)) to \(PlainNumber.text(largestGainDBi)) dBi",
                "Give the antenna's gain towards its horizon in dBi, 0 where it is not known.")
        }
        check { () throws(MastheadError) in try GaseousAttenuation.require(parameters.atmosphere, at: location) }
        if let error = MastheadError.combining(errors) { throw error }
        return P452(unchecked: parameters, edition: edition)
    }

    /// Refuses a path that the method does not cover.
    ///
    /// - Throws: `bad-profile` for fewer than ``leastPoints`` points or values that are not finite, `outside-validity`
    ///   for length, heights, latitude, distances to the coast and, in P.452-17, nominal clutter.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: Self.leastPoints)
        try Self.distances.require(
            Length(kilometres: profile.lengthKilometres),
            remedy: "Use free space (\"p525\") for shorter paths, and leave out longer ones.")
        try require(terminals)
        guard edition == .v17 else { return }
        let section = TerminalClutterLoss.section(of: profile, terminals)
        guard TerminalClutterLoss.leavesPath(section, of: profile) else {
            let d = profile.distanceKilometres
            let left = d[section.upperBound] - d[section.lowerBound]
            throw MastheadError(
                .outsideValidity,
                "nominal clutter leaves \(section.count) points and \(PlainNumber.text(left)) km of a path of "
                    + "\(PlainNumber.text(profile.lengthKilometres)) km, less than \(Self.leastPoints) points or half of it",
                remedy: "Sample the path more finely, or put the clutter on its profile and use P.452-18 (\"p452\").")
        }
    }

    /// Refuses antenna heights, a latitude, distances to the coast or nominal clutter that the method does not cover.
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
        guard edition == .v17 else { return }
        for clutter in [terminals.transmitterClutter, terminals.receiverClutter] {
            guard let clutter else { continue }
            try Self.clutterHeights.require(Length(metres: clutter.heightMetres), at: location)
            try Self.clutterDistances.require(Length(kilometres: clutter.distanceKilometres), at: location)
        }
    }
}
