import MastheadCore

/// The text of the clutter losses at a terminal; each of its three methods is a type of its own.
///
/// Source: Recommendation ITU-R P.2108-1.
public enum P2108 {
    static let document = "Recommendation ITU-R P.2108-1"

    static let locationPercentages = OpenRange(
        "location percentage", unit: "%", from: 0, below: 100, by: document)

    static func citation(_ clause: String) -> Citation { Citation(document, "Annex 1, \(clause)") }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p2108", title: "Prediction of clutter loss", edition: document,
        purpose: "The loss among the houses and trees around one terminal, on terrestrial and slant paths.",
        validity: [
            "§3.1, by height: \(HeightGainCorrection.frequencies.subject) \(HeightGainCorrection.frequencies)",
            "§3.1, by height: \(HeightGainCorrection.antennaHeights.line)",
            "§3.1, by height: \(HeightGainCorrection.clutterHeights.line)",
            "§3.1, by height: \(HeightGainCorrection.streetWidths.line)",
            "§3.2, terrestrial: \(TerrestrialClutter.frequencies.subject) \(TerrestrialClutter.frequencies)",
            "§3.2, terrestrial: \(TerrestrialClutter.distances.line)",
            "§3.2, terrestrial: \(TerrestrialClutter.distancesForBothEnds.line)",
            "§3.3, slant: \(SlantClutter.frequencies.subject) \(SlantClutter.frequencies)",
            "§3.3, slant: \(SlantClutter.elevations.subject) \(SlantClutter.elevations)",
            "§3.2 and §3.3: \(locationPercentages.line)",
        ], citation: Citation(document, "Annex 1, §3"))
}
