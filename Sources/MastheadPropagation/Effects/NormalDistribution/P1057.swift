import MastheadCore

/// The text of the normal distribution behind every percentage of time and place.
///
/// Source: Recommendation ITU-R P.1057-7. The exact form is `NormalDistribution`, the rational one
/// ``LocationVariability/inverseComplementaryNormal(_:)``.
public enum P1057 {
    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p1057", title: "Probability distributions relevant to radiowave propagation modelling",
        edition: "Recommendation ITU-R P.1057-7",
        purpose: "The level that a share of time or places exceeds, for a loss that is normally distributed in dB.",
        validity: [
            "exact form: probability above 0 and below 1",
            "rational form I(x): probability 0.000001 to 0.999999, held at these ends",
        ], citation: Citation("Recommendation ITU-R P.1057-7"))
}
