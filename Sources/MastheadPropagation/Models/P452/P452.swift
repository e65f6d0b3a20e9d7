public import MastheadCore

/// The method for interference between stations on the surface of the Earth between 0.1 and 50 GHz, prepared for one
/// carrier: clear air, from 0.001 % to 50 % of an average year.
///
/// Source: Recommendation ITU-R P.452-18 and P.452-17, Annex 1, §4; equations are numbered as in P.452-16 and -17, as the
/// reference software of both editions cites them. Troposcatter has the form of P.452-17 in both (see `Troposcatter`).
/// Scatter by rain (Annex 1, §5) is a method of its own and not here.
public struct P452: TransmissionLossModel {
    /// The editions, which differ in the clutter: -18 takes it from the profile, -17 from nominal clutter at a terminal.
    public enum Edition: Sendable, Hashable, CaseIterable {
        /// P.452-17: bare terrain, and a loss for nominal clutter around a terminal.
        case v17
        /// P.452-18: clutter on the profile, but for the 50 m next to either terminal.
        case v18
    }

    /// What the method is asked for.
    public typealias Parameters = PropagationParameters

    /// The parameters it was prepared for.
    public let parameters: Parameters
    /// The edition it was prepared for.
    public let edition: Edition

    // What the path does not change, so that it is computed once.
    let f: Double
    let p: Double
    let ae: Double
    let lineOfSight: ClearPath
    /// log₁₀(p/50) of (10a).
    let logTime: Double
    /// I(p/100) of (41a).
    let inverseTime: Double
    let ducting: Ducting
    let troposcatter: Troposcatter
    /// Lc (45b), dB.
    let couplingDB: Double
    let gases: PathGases

    init(unchecked parameters: Parameters, edition: Edition) {
        self.parameters = parameters
        self.edition = edition
        f = parameters.frequency.gigahertz
        p = parameters.timePercent
        ae = RadioClimate.medianEffectiveRadiusKilometres(deltaN: parameters.deltaN)
        lineOfSight = ClearPath(frequencyGigahertz: f)
        logTime = min(0, Elementary.log10(p / 50))
        inverseTime = LocationVariability.inverseComplementaryNormal(p / 100)
        ducting = Ducting(frequencyGigahertz: f)
        troposcatter = Troposcatter(frequencyGigahertz: f, n0: parameters.n0, timePercent: p, .p452)
        couplingDB = Troposcatter.couplingDB(
            horizonGainsDBi: parameters.transmitterHorizonGainDBi + parameters.receiverHorizonGainDBi)
        gases = PathGases(frequencyGigahertz: f, atmosphere: parameters.atmosphere)
    }

    /// Those of ``distances``.
    public var lengths: ClosedRange<Double> {
        Self.distances.bounds.lowerBound.kilometres...Self.distances.bounds.upperBound.kilometres
    }

    /// Basic transmission loss in dB: Lb of ``breakdown(over:terminals:)`` to the last bit, at a fraction of the cost.
    ///
    /// It checks nothing, so that a path must have passed ``require(_:_:)`` or be known to be of the same kind; at least
    /// three points are needed. Nothing is allocated, but for a path of P.452-17 that nominal clutter shortens. Where nominal
    /// clutter leaves less of a path than ``require(_:_:)`` accepts, it is left out.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        precondition(profile.count >= 3, "a profile needs a point between its ends")
        var breakdown = P452Breakdown()
        evaluate(profile, terminals, complete: false, into: &breakdown)
        return breakdown.lossDB
    }

    /// The loss with every intermediate.
    ///
    /// - Throws: `outside-validity` or `bad-profile`; see ``require(_:_:)``.
    public func breakdown(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> P452Breakdown {
        try require(profile, terminals)
        var breakdown = P452Breakdown()
        evaluate(profile, terminals, complete: true, into: &breakdown)
        return breakdown
    }

    /// The ledger of ``breakdown(over:terminals:)``.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try breakdown(over: profile, terminals: terminals).ledger(citing: edition)
    }

    /// A loss that no path of this length falls below.
    ///
    /// Lbam is not below line of sight for the smaller of p and β₀, which is 0.3 % or more. Lbs is lowest at θ = 0. The
    /// two together fall up to 5 log₁₀ 2 below the smaller one (64). Nominal clutter of P.452-17 may take half of the path
    /// and add −0.33 dB at either end. 10⁻⁹ dB are taken off for rounding.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        let isShortened = edition == .v17
        let D = isShortened ? distanceKilometres * Self.leastShareLeft : distanceKilometres
        let rise = isShortened ? 0 : altitudeDifferenceMetres
        let focusing = ClearPath.multipathDB(horizonsSum: D) * Elementary.log10(min(p, 0.3) / 50)
        let Lb0 = lineOfSight.freeSpaceDB(D, rise) + focusing
        let Lbs = troposcatter.lossDB(lengthKilometres: D, theta: 0) + couplingDB
        let clutter = isShortened ? 2 * TerminalClutterLoss.lowestDB : 0
        return LossCombination.combinedDB(Lbs, Lb0) + clutter - 1e-9
    }
}

extension P452 {
    /// The text of an edition, with a place in it.
    public static func citation(_ clause: String, edition: Edition = .v18) -> Citation {
        Citation(edition == .v18 ? "Recommendation ITU-R P.452-18" : "Recommendation ITU-R P.452-17", clause)
    }

    private static let title =
        "Prediction procedure for the evaluation of interference between stations on the surface of the Earth at "
        + "frequencies above about 100 MHz"

    /// The catalogue's entry of P.452-18.
    public static let entry = ModelEntry(
        id: "p452", title: title, edition: "Recommendation ITU-R P.452-18 (troposcatter of P.452-17)",
        purpose:
            "Interference over terrain and clutter at small percentages of time, into earth stations and fixed links.",
        validity: validity(.v18), citation: citation("Annex 1, §4", edition: .v18),
        prepare: { (parameters, location) throws(MastheadError) in
            try prepare(for: parameters, edition: .v18, at: location)
        })

    /// The catalogue's entry of P.452-17.
    public static let entry17 = ModelEntry(
        id: "p452-17", title: title, edition: "Recommendation ITU-R P.452-17",
        purpose:
            "Interference over bare terrain with nominal clutter at the terminals, where no clutter map is at hand.",
        validity: validity(.v17), citation: citation("Annex 1, §4", edition: .v17),
        prepare: { (parameters, location) throws(MastheadError) in
            try prepare(for: parameters, edition: .v17, at: location)
        })
}
