public import MastheadCore

/// What the surroundings of a terminal take from a wave that reaches the tops of its clutter: the correction by the
/// terminal's height.
///
/// Source: Recommendation ITU-R P.2108-1, Annex 1, §3.1. The basic transmission loss is computed to the height of the
/// clutter, and the correction is added to it, at either end.
public enum HeightGainCorrection {
    /// The surroundings that the correction distinguishes.
    public enum Surroundings: String, Sendable, CaseIterable {
        /// Water or sea.
        case water
        /// Open or rural.
        case open
        /// Suburban.
        case suburban
        /// Urban, trees or forest.
        case urbanOrTrees
        /// Dense urban.
        case denseUrban

        /// The clutter height R that the text gives where none is known, m (Table 3).
        public var defaultClutterMetres: Double {
            switch self {
            case .water, .open, .suburban: 10
            case .urbanOrTrees: 15
            case .denseUrban: 20
            }
        }

        /// Whether a terminal among them sees the wave come over an edge, and not over open ground.
        var isObstructing: Bool { self != .water && self != .open }
    }

    /// Carrier frequencies that the correction covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 30)...Frequency(megahertz: 3000), of: "carrier frequency", by: P2108.citation("§3.1"))
    /// The width of a street where none is known, m.
    public static let defaultStreetMetres = 27.0

    static let antennaHeights = OpenRange(
        "antenna height above the ground", unit: "m", from: 0, by: P2108.document)
    static let clutterHeights = OpenRange("representative clutter height", unit: "m", from: 0, by: P2108.document)
    static let streetWidths = OpenRange("street width", unit: "m", from: 0, by: P2108.document)

    /// The correction of one terminal, dB; zero for an antenna at the tops of the clutter or above.
    ///
    ///     Ah = J(ν) − 6.03                    among houses or trees        (2a)
    ///     Ah = −Kh2 log₁₀(h / R)              over open ground or water    (2b)
    ///
    /// - Parameters:
    ///   - h: Height of the antenna above the ground, m.
    ///   - R: Representative height of the clutter, m; nil for the default of its kind.
    ///   - ws: Width of the street, m.
    /// - Throws: `outside-validity`, with the value and the limit.
    public static func lossDB(
        frequencyGigahertz f: Double, antennaMetres h: Double, surroundings: Surroundings,
        clutterMetres R: Double? = nil, streetMetres ws: Double = defaultStreetMetres,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        let R = R ?? surroundings.defaultClutterMetres
        try frequencies.require(Frequency(gigahertz: f), at: location)
        try antennaHeights.require(h, at: location)
        try clutterHeights.require(R, at: location)
        try streetWidths.require(ws, at: location)
        guard h < R else { return 0 }  // (1)
        guard surroundings.isObstructing else {
            let Kh2 = 21.8 + 6.2 * Elementary.log10(f)  // (2f)
            return -Kh2 * (Elementary.log10(h) - Elementary.log10(R))  // (2b)
        }
        let hdif = R - h  // (2d)
        let θclut = Elementary.atan(hdif / ws) * 180 / .pi  // (2e), degrees
        let Kν = 0.342 * f.squareRoot()  // (2g)
        let ν = Kν * (hdif * θclut).squareRoot()  // (2c)
        return KnifeEdge.lossDB(nu: ν) - 6.03  // (2a)
    }

    /// The correction as a ledger with what it was computed from.
    ///
    /// - Throws: As ``lossDB(frequencyGigahertz:antennaMetres:surroundings:clutterMetres:streetMetres:at:)``.
    public static func ledger(
        frequencyGigahertz f: Double, antennaMetres h: Double, surroundings: Surroundings,
        clutterMetres R: Double? = nil, streetMetres ws: Double = defaultStreetMetres,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Ledger {
        var ledger = Ledger("clutter loss at a terminal, by its height", unit: "dB")
        ledger.add(
            "clutter loss",
            try lossDB(
                frequencyGigahertz: f, antennaMetres: h, surroundings: surroundings, clutterMetres: R, streetMetres: ws,
                at: location), symbol: "Ah",
            from: P2108.citation(surroundings.isObstructing ? "§3.1, eq. (2a)" : "§3.1, eq. (2b)"))
        ledger.detail("carrier frequency", f, unit: "GHz", symbol: "f")
        ledger.detail("height of the antenna above the ground", h, unit: "m", symbol: "h")
        ledger.detail(
            "representative clutter height", R ?? surroundings.defaultClutterMetres, unit: "m", symbol: "R",
            from: P2108.citation("Table 3"))
        if surroundings.isObstructing { ledger.detail("width of the street", ws, unit: "m", symbol: "ws") }
        return ledger
    }
}
