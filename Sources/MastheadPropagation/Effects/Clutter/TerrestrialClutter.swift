public import MastheadCore

/// What the clutter around a terminal below the rooftops takes from a terrestrial path, as a distribution over places.
///
/// Source: Recommendation ITU-R P.2108-1, Annex 1, §3.2. For towns and suburbs, where nothing is known of the single
/// place. It is not for a path whose profile carries clutter already: that would count the clutter twice.
public enum TerrestrialClutter {
    /// Carrier frequencies that the distribution covers.
    public static let frequencies = ValidRange(
        Frequency(gigahertz: 0.5)...Frequency(gigahertz: 67), of: "carrier frequency", by: P2108.citation("§3.2"))

    static let distances = OpenRange(
        "path length", unit: "km", from: 0.25, includesLower: true, by: P2108.document)
    static let distancesForBothEnds = OpenRange(
        "path length, for a correction at both ends,", unit: "km", from: 1, includesLower: true, by: P2108.document)

    /// The length of the path whose loss no other path exceeds, km (6).
    static let saturationKilometres = 2.0

    /// Loss at one terminal that is not exceeded at a percentage of locations, dB.
    ///
    ///     Lctt = −5 log₁₀(10^(−0.2 Ll) + 10^(−0.2 Ls)) − σcb Q⁻¹(p/100)        (3a)
    ///
    /// - Parameters:
    ///   - d: Length of the path, km.
    ///   - p: Percentage of locations.
    ///   - isForBothEnds: Whether the caller corrects the other end too, for which a path must be longer.
    /// - Throws: `outside-validity`, with the value and the limit.
    public static func lossDB(
        frequencyGigahertz f: Double, distanceKilometres d: Double, locationPercent p: Double,
        isForBothEnds: Bool = false, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try frequencies.require(Frequency(gigahertz: f), at: location)
        try (isForBothEnds ? distancesForBothEnds : distances).require(d, at: location)
        try P2108.locationPercentages.require(p, at: location)
        let quantile = NormalDistribution.upperQuantile(p / 100)
        func distribution(_ d: Double) -> Double {
            let (median, deviation) = moments(f, d)
            return median - deviation * quantile
        }
        return min(distribution(d), distribution(saturationKilometres))  // (6)
    }

    /// Median and standard deviation of the distribution, dB.
    private static func moments(_ f: Double, _ d: Double) -> (median: Double, deviation: Double) {
        let logf = Elementary.log10(f)
        let Ll = -2 * Elementary.log10(Elementary.pow(10, -5 * logf - 12.5) + Elementary.pow(10, -16.5))  // (4a)
        let σl = 4.0  // (4b)
        let Ls = 32.98 + 23.9 * Elementary.log10(d) + 3 * logf  // (5a)
        let σs = 6.0  // (5b)
        // (3a) and (3b) with 10^(−0.2 Ll) taken out of both sums, so that no distance makes one of them zero.
        let ratio = Elementary.pow(10, 0.2 * (Ll - Ls))
        let σcb = ((σl * σl + σs * σs * ratio) / (1 + ratio)).squareRoot()
        return (Ll - 5 * Elementary.log10(1 + ratio), σcb)
    }

    /// The loss as a ledger: the median, and what the percentage of locations adds.
    ///
    /// - Throws: As ``lossDB(frequencyGigahertz:distanceKilometres:locationPercent:isForBothEnds:at:)``.
    public static func ledger(
        frequencyGigahertz f: Double, distanceKilometres d: Double, locationPercent p: Double,
        isForBothEnds: Bool = false, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Ledger {
        func loss(_ p: Double) throws(MastheadError) -> Double {
            try lossDB(
                frequencyGigahertz: f, distanceKilometres: d, locationPercent: p, isForBothEnds: isForBothEnds,
                at: location)
        }
        let total = try loss(p)
        let median = try loss(50)
        var ledger = Ledger("clutter loss at a terminal of a terrestrial path", unit: "dB")
        ledger.add("median clutter loss", median, symbol: "Lctt", from: P2108.citation("§3.2, eq. (3a)"))
        ledger.add("location variability", total - median, symbol: "−σcb Q⁻¹", from: P2108.citation("§3.2, eq. (3b)"))
        ledger.detail("carrier frequency", f, unit: "GHz", symbol: "f")
        ledger.detail("length of the path", d, unit: "km", symbol: "d")
        ledger.detail("percentage of locations", p, unit: "%", symbol: "p")
        return ledger
    }
}
