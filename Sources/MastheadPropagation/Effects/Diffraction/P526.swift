public import MastheadCore

/// The text of the diffraction losses; each construction is a type of its own.
///
/// Source: Recommendation ITU-R P.526-16. See ``KnifeEdge``, ``SphericalEarth``, ``Bullington`` and ``DeltaBullington``.
public enum P526 {
    static let document = "Recommendation ITU-R P.526-16"

    static func citation(_ clause: String) -> Citation { Citation(document, clause) }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p526", title: "Propagation by diffraction", edition: document,
        purpose: "The loss over edges, a profile and the curved Earth, relative to free space.",
        validity: [
            "§4.1, one edge: any diffraction parameter, without loss at -0.78 and below",
            "§3.2, spherical Earth: 10 MHz and above, any path length above zero, antennas above the smooth surface",
            "§4.5, profile: three points or more, antennas above the smooth surface",
        ], citation: Citation(document))
}

extension DeltaBullington {
    /// The diffraction loss as a ledger: the profile by Bullington, and what the smooth Earth adds to it.
    public var ledger: Ledger {
        var ledger = Ledger("diffraction loss", unit: "dB")
        ledger.add("Bullington loss of the actual profile", actualDB, symbol: "Lba", from: P526.citation("§4.5.1"))
        ledger.add(
            "correction by the spherical Earth", lossDB - actualDB, symbol: "max(Ldsph − Lbs, 0)",
            from: P526.citation("§4.5.2"))
        ledger.detail(
            "loss over the spherical Earth", sphericalEarthDB, unit: "dB", symbol: "Ldsph", from: P526.citation("§3.2"))
        ledger.detail(
            "Bullington loss of the smooth profile", smoothDB, unit: "dB", symbol: "Lbs", from: P526.citation("§4.5.1"))
        return ledger
    }
}
