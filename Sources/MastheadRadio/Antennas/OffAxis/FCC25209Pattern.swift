public import MastheadCore

/// The limit of earth-station side lobes of the United States, as the reference model of spectrum access systems uses
/// it in the 3.6 GHz band: one limit in the plane of the geostationary orbit, one across it, and weights of the two.
///
///     G_t = G_max                φ ≤ 1.5°              G_p = G_max                φ ≤ 3°
///         = 29 − 25 log₁₀ φ      1.5° < φ ≤ 7°             = 32 − 25 log₁₀ φ      3° < φ ≤ 48°
///         = 8                    7° < φ ≤ 9.2°             = −10                  beyond
///         = 32 − 25 log₁₀ φ      9.2° < φ ≤ 48°
///         = −10                  beyond
///     G = w₁ G_t + w₂ G_p
///
/// The rule's limits begin at 1.5° and 3°; within them the model takes the gain on the axis. The weights are those of
/// the direction's angle to the two planes; the model uses w₁ = 0 and w₂ = 1 where they are not known.
///
/// Source: 47 CFR 25.209(a); WInnForum WINNF-TS-0112, R2-SGN-21.
public struct FCC25209Pattern: OffAxisPattern, Hashable {
    private static let source = Citation("47 CFR 25.209(a)", "as in WINNF-TS-0112, R2-SGN-21")

    /// Gain on the axis, dBi.
    public let peakGainDBi: Double
    /// w₁: weight of the plane of the orbit, 0 to 1; the other plane has the rest.
    public let tangentialWeight: Double

    /// A pattern by its gain and the weight of the plane of the orbit.
    ///
    /// - Throws: `outside-validity` for a weight that is none, and a gain below the limits that begin beside it.
    public init(peakGain: Decibels, tangentialWeight: Share = Share(fraction: 0)) throws(MastheadError) {
        try Self.weightRange.require(tangentialWeight)
        try Self.gainRange.require(peakGain)
        peakGainDBi = peakGain.value
        self.tangentialWeight = tangentialWeight.fraction
    }

    /// Weights of a plane.
    public static let weightRange = ValidRange(
        Share(percent: 0)...Share(percent: 100), of: "weight", by: source)
    /// Gains that are not below the limit at 1.5°, 24.6 dBi.
    public static let gainRange = ValidRange(
        Decibels(25)...OffAxisParameters.gainRange.bounds.upperBound, of: "antenna gain", by: source)

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// The rule and the model.
    public var citation: Citation { Self.entry.citation }
    /// The angle at which the limits begin, degrees.
    public var definedFromDegrees: Double { tangentialWeight == 0 ? 3 : 1.5 }

    /// Gain at an angle from the axis, dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double {
        let phi = abs(degrees)
        return tangentialWeight * tangentialDBi(phi) + (1 - tangentialWeight) * perpendicularDBi(phi)
    }

    private func tangentialDBi(_ phi: Double) -> Double {
        if phi <= 1.5 { return peakGainDBi }
        if phi <= 7 { return DishBeam.line(29, -25, phi) }
        if phi <= 9.2 { return 8 }
        return phi <= 48 ? DishBeam.line(32, -25, phi) : -10
    }

    private func perpendicularDBi(_ phi: Double) -> Double {
        if phi <= 3 { return peakGainDBi }
        return phi <= 48 ? DishBeam.line(32, -25, phi) : -10
    }

    /// The catalogue's entry: across the orbit only, as the model has it where the planes are not known.
    public static let entry = OffAxisEntry(
        id: "fcc-25209", summary: "Earth station, limits of 47 CFR 25.209 as spectrum access systems use them.",
        citation: source,
        validity: ["antenna gain \(gainRange)"]
    ) { (parameters) throws(MastheadError) in try FCC25209Pattern(peakGain: parameters.peakGain) }
}
