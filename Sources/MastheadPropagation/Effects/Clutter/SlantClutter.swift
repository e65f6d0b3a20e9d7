public import MastheadCore

/// What the clutter around a terminal takes from a path to a satellite or an aircraft, as a distribution over places.
///
/// Source: Recommendation ITU-R P.2108-1, Annex 1, §3.3. For towns and suburbs, with the terminal among the buildings.
public enum SlantClutter {
    /// Carrier frequencies that the distribution covers.
    public static let frequencies = ValidRange(
        Frequency(gigahertz: 10)...Frequency(gigahertz: 100), of: "carrier frequency", by: P2108.citation("§3.3"))
    /// Elevation angles, seen from the terminal, that the distribution covers.
    public static let elevations = ValidRange(
        Angle(degrees: 0)...Angle(degrees: 90), of: "elevation angle", by: P2108.citation("§3.3"))

    /// Loss that is not exceeded at a percentage of locations, dB; below zero where reflections add to the wave.
    ///
    ///     Lces = (−K₁ ln(1 − p/100) cot(A₁ (1 − θ/90) + πθ/180))^(0.5 (90 − θ)/90) − 1 − 0.6 Q⁻¹(p/100)        (7)
    ///
    /// - Parameters:
    ///   - θ: Elevation angle of the satellite or aircraft, degrees.
    ///   - p: Percentage of locations.
    /// - Throws: `outside-validity`, with the value and the limit.
    public static func lossDB(
        frequencyGigahertz f: Double, elevationDegrees θ: Double, locationPercent p: Double,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try frequencies.require(Frequency(gigahertz: f), at: location)
        try elevations.require(Angle(degrees: θ), at: location)
        try P2108.locationPercentages.require(p, at: location)
        let K1 = 93 * Elementary.pow(f, 0.175)
        let A1 = 0.05
        let fall = (90 - θ) / 90
        // cot(A₁ (1 − θ/90) + πθ/180) as the tangent of the complement: exact near the zenith, and never below zero.
        let complement = fall * (.pi / 2 - A1)
        let cot = Elementary.sin(complement) / Elementary.cos(complement)
        let base = -K1 * Elementary.log1p(-p / 100) * cot
        return Elementary.pow(base, 0.5 * fall) - 1 - 0.6 * NormalDistribution.upperQuantile(p / 100)  // (7)
    }

    /// The loss as a ledger with what it was computed from.
    ///
    /// - Throws: As ``lossDB(frequencyGigahertz:elevationDegrees:locationPercent:at:)``.
    public static func ledger(
        frequencyGigahertz f: Double, elevationDegrees θ: Double, locationPercent p: Double,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> Ledger {
        var ledger = Ledger("clutter loss at a terminal of a slant path", unit: "dB")
        ledger.add(
            "clutter loss",
            try lossDB(frequencyGigahertz: f, elevationDegrees: θ, locationPercent: p, at: location), symbol: "Lces",
            from: P2108.citation("§3.3, eq. (7)"))
        ledger.detail("carrier frequency", f, unit: "GHz", symbol: "f")
        ledger.detail("elevation angle", θ, unit: "deg", symbol: "θ")
        ledger.detail("percentage of locations", p, unit: "%", symbol: "p")
        return ledger
    }
}
