public import MastheadCore

/// What the walls and windows of a building take from a wave on its way in, as a distribution over buildings and rooms.
///
/// Source: Recommendation ITU-R P.2109-2, Annex 1, §3. The reference is the level just outside, averaged over places, so
/// that the loss below zero of a few rooms is part of the distribution.
public enum BuildingEntry {
    /// The two classes of buildings that the text distinguishes.
    public enum Building: String, Sendable, CaseIterable {
        /// Brick, wood or concrete with plain glass.
        case traditional
        /// Metallized glass, foil-backed panels, thick walls.
        case thermallyEfficient

        /// The coefficients of Table 1, by their letters.
        struct Coefficients {
            let r, s, t, u, v, w, x, y, z: Double
        }

        /// Table 1.
        var coefficients: Coefficients {
            switch self {
            case .traditional:
                Coefficients(r: 12.64, s: 3.72, t: 0.96, u: 9.6, v: 2.0, w: 9.1, x: -3.0, y: 4.5, z: -2.0)
            case .thermallyEfficient:
                Coefficients(r: 28.19, s: -3.00, t: 8.48, u: 13.5, v: 3.8, w: 27.8, x: -2.9, y: 9.4, z: -2.1)
            }
        }
    }

    static let document = "Recommendation ITU-R P.2109-2"
    static func citation(_ clause: String) -> Citation { Citation(document, "Annex 1, \(clause)") }

    /// Carrier frequencies that the distribution covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 80)...Frequency(megahertz: 100_000), of: "carrier frequency", by: citation("§3"))
    /// Elevation angles of the wave at the façade, above or below the horizontal, that the distribution covers.
    public static let elevations = ValidRange(
        Angle(degrees: -90)...Angle(degrees: 90), of: "elevation angle at the façade", by: citation("§3"))
    static let probabilities = OpenRange("probability", unit: "%", from: 0, below: 100, by: document)

    /// Loss that is not exceeded with a probability, dB.
    ///
    ///     LBEL = 10 log₁₀(10^(0.1 A) + 10^(0.1 B) + 10^(0.1 C))        (1)
    ///
    /// - Parameters:
    ///   - P: Probability over buildings and places in them, per cent.
    ///   - θ: Elevation angle of the wave at the façade, degrees; 0 for a wave along the ground.
    /// - Throws: `outside-validity`, with the value and the limit.
    public static func lossDB(
        frequencyGigahertz f: Double, probabilityPercent P: Double, building: Building, elevationDegrees θ: Double = 0,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try frequencies.require(Frequency(gigahertz: f), at: location)
        try probabilities.require(P, at: location)
        try elevations.require(Angle(degrees: θ), at: location)
        let k = building.coefficients
        let logf = Elementary.log10(f)
        let Lh = k.r + k.s * logf + k.t * logf * logf  // (9)
        let Le = 0.212 * abs(θ)  // (10)
        let (μ1, μ2) = (Lh + Le, k.w + k.x * logf)  // (5), (6)
        let (σ1, σ2) = (k.u + k.v * logf, k.y + k.z * logf)  // (7), (8)
        let quantile = NormalDistribution.quantile(P / 100)
        let A = quantile * σ1 + μ1  // (2)
        let B = quantile * σ2 + μ2  // (3)
        let C = -3.0  // (4)
        return 10
            * Elementary.log10(
                Elementary.pow(10, 0.1 * A) + Elementary.pow(10, 0.1 * B) + Elementary.pow(10, 0.1 * C))  // (1)
    }

    /// The loss as a ledger: the median, what the elevation adds to it, and what the probability adds.
    ///
    /// - Throws: As ``lossDB(frequencyGigahertz:probabilityPercent:building:elevationDegrees:at:)``.
    public static func ledger(
        frequencyGigahertz f: Double, probabilityPercent P: Double, building: Building, elevationDegrees θ: Double = 0,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Ledger {
        func loss(_ P: Double, _ θ: Double) throws(MastheadError) -> Double {
            try lossDB(
                frequencyGigahertz: f, probabilityPercent: P, building: building, elevationDegrees: θ, at: location)
        }
        let total = try loss(P, θ)
        let (level, raised) = (try loss(50, 0), try loss(50, θ))
        var ledger = Ledger("building entry loss", unit: "dB")
        ledger.add("median at horizontal incidence", level, symbol: "LBEL", from: citation("§3, eq. (1)"))
        ledger.add("elevation of the wave", raised - level, symbol: "Le", from: citation("§3, eq. (10)"))
        ledger.add("variability over buildings and rooms", total - raised, from: citation("§3, eq. (2), (3)"))
        ledger.detail("carrier frequency", f, unit: "GHz", symbol: "f")
        ledger.detail("probability", P, unit: "%", symbol: "P")
        ledger.detail("elevation angle at the façade", θ, unit: "deg", symbol: "θ")
        return ledger
    }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p2109", title: "Prediction of building entry loss", edition: document,
        purpose: "The loss from just outside a building to a place in it, for receivers indoors.",
        validity: [
            "\(frequencies.subject) \(frequencies)", probabilities.line, "\(elevations.subject) \(elevations)",
        ], citation: citation("§3"))
}
