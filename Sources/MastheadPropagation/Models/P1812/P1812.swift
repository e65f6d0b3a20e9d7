public import MastheadCore

/// The path-specific method for point-to-area services between 30 MHz and 6 GHz, prepared for one carrier.
///
/// Source: Recommendation ITU-R P.1812-8, Annex 1; equations are numbered as in P.1812-6. Troposcatter has the form of
/// P.1812-6 (see `Troposcatter`). The loss is outdoors; building entry is the business of the link budget.
///
/// Clutter stands on the profile between the terminals only: a terminal's own clutter is left out, and the points
/// next to it carry the loss, so that the spacing of the profile is part of a result.
public struct P1812: TransmissionLossModel {
    /// What the method is asked for.
    public typealias Parameters = PropagationParameters

    /// The parameters it was prepared for.
    public let parameters: Parameters

    // What the path does not change, so that it is computed once.
    let f: Double
    let p: Double
    let ae: Double
    let lineOfSight: ClearPath
    /// log₁₀(p/50) of (9a).
    let logTime: Double
    /// I(p/100) of (40).
    let inverseTime: Double
    /// −I(pL/100), by which the standard deviation is multiplied.
    let locationFactor: Double
    /// The standard deviation that was given; NaN where the method's own is used.
    let givenSigmaDB: Double
    /// The method's own, before the receiver's height counts.
    let openSigmaDB: Double
    let ducting: Ducting
    let troposcatter: Troposcatter

    init(unchecked parameters: Parameters) {
        self.parameters = parameters
        f = parameters.frequency.gigahertz
        p = parameters.timePercent
        ae = RadioClimate.medianEffectiveRadiusKilometres(deltaN: parameters.deltaN)
        lineOfSight = ClearPath(frequencyGigahertz: f)
        logTime = min(0, Elementary.log10(p / 50))
        inverseTime = LocationVariability.inverseComplementaryNormal(p / 100)
        locationFactor = -LocationVariability.inverseComplementaryNormal(parameters.locationPercent / 100)
        givenSigmaDB = parameters.locationSigma?.value ?? .nan
        openSigmaDB = LocationVariability.openStandardDeviationDB(
            frequencyGigahertz: f, resolutionMetres: parameters.locationResolution.metres)
        ducting = Ducting(frequencyGigahertz: f)
        troposcatter = Troposcatter(frequencyGigahertz: f, n0: parameters.n0, timePercent: p, .p1812)
    }

    /// Those of ``distances``.
    public var lengths: ClosedRange<Double> {
        Self.distances.bounds.lowerBound.kilometres...Self.distances.bounds.upperBound.kilometres
    }

    /// Basic transmission loss in dB: Lb of ``breakdown(over:terminals:)`` to the last bit, at a fraction of the cost.
    ///
    /// It checks nothing, so that a path must have passed ``require(_:_:)`` or be known to be of the same kind; at least
    /// three points are needed. Nothing is allocated.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        precondition(profile.count >= 3, "a profile needs a point between its ends")
        var breakdown = P1812Breakdown()
        evaluate(profile, terminals, complete: false, into: &breakdown)
        return breakdown.lossDB
    }

    /// The loss with every intermediate.
    ///
    /// - Throws: `outside-validity` or `bad-profile`; see ``require(_:_:)``.
    public func breakdown(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> P1812Breakdown {
        try require(profile, terminals)
        var breakdown = P1812Breakdown()
        evaluate(profile, terminals, complete: true, into: &breakdown)
        return breakdown
    }

    /// The ledger of ``breakdown(over:terminals:)``.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try breakdown(over: profile, terminals: terminals).ledger
    }

    /// Lb0p of a path in sight over its whole length, which no loss of the method falls below.
    ///
    ///     Lb = max(Lb0p, Lbc + Lloc),   Lb0p = Lbfs + 2.6 (1 − exp(−0.1 (dlt + dlr))) log₁₀(p/50)        (69), (9a), (10)
    ///
    /// The horizons of a path lie no farther apart than its ends, so that dlt + dlr = d gives the lowest value. 10⁻⁹ dB
    /// are taken off for rounding.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        let Lbfs = lineOfSight.freeSpaceDB(distanceKilometres, altitudeDifferenceMetres)
        return Lbfs + ClearPath.multipathDB(horizonsSum: distanceKilometres) * logTime - 1e-9
    }
}

extension P1812 {
    /// The text, with a place in it.
    public static func citation(_ clause: String) -> Citation { Citation("Recommendation ITU-R P.1812-8", clause) }

    /// The catalogue's entry.
    public static let entry = ModelEntry(
        id: "p1812",
        title: "A path-specific propagation prediction method for point-to-area terrestrial services",
        edition: "Recommendation ITU-R P.1812-8 (troposcatter of P.1812-6)",
        purpose: "Coverage and short-distance interference over terrain and clutter.", validity: validity,
        citation: citation("Annex 1"),
        prepare: { (parameters, location) throws(MastheadError) in try prepare(for: parameters, at: location) })
}
