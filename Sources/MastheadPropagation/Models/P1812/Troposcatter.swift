/// Tropospheric scatter.
///
/// Source: Recommendation ITU-R P.1812-6, §4.4. P.1812-7 replaced this form; the ITU then advised to go back to it, and
/// the reference software for P.1812-8 computes it.
struct Troposcatter {
    /// The terms of (44) that do not depend on the path: 190.1 + Lf − 0.15 N₀ − 10.125 (log₁₀(50/p))^0.7, dB.
    let constantDB: Double

    /// Lf, the loss that depends on frequency, dB.
    ///
    ///     Lf = 25 log₁₀ f − 2.5 (log₁₀(f/2))²        (45)
    static func frequencyDB(gigahertz f: Double) -> Double {
        let half = Elementary.log10(f / 2)
        return 25 * Elementary.log10(f) - 2.5 * half * half
    }

    init(frequencyGigahertz f: Double, n0: Double, timePercent p: Double) {
        // Below zero by rounding only, where the power of 0.7 would not be a number.
        let time = max(0, Elementary.log10(50 / p))
        constantDB = 190.1 + Self.frequencyDB(gigahertz: f) - 0.15 * n0 - 10.125 * Elementary.pow(time, 0.7)
    }

    /// Lbs, the basic transmission loss in dB.
    ///
    ///     Lbs = 190.1 + Lf + 20 log₁₀ d + 0.573 θ − 0.15 N₀ − 10.125 (log₁₀(50/p))^0.7        (44)
    func lossDB(lengthKilometres D: Double, theta: Double) -> Double {
        constantDB + 20 * Elementary.log10(D) + 0.573 * theta
    }
}
