/// Tropospheric scatter.
///
/// Source: Recommendation ITU-R P.1812-6, §4.4, and Recommendation ITU-R P.452-17, Annex 1, §4.3, whose constants differ
/// a little. Later editions replaced this form; the ITU then advised to go back to it, and the reference software for
/// P.1812-8 and P.452-18 computes it.
struct Troposcatter {
    /// The constants in which the two Recommendations differ, dB.
    struct Coefficients {
        /// The loss before anything else counts.
        var base: Double
        /// The factor of (log₁₀(50/p))^0.7.
        var time: Double

        static let p1812 = Coefficients(base: 190.1, time: 10.125)
        static let p452 = Coefficients(base: 190, time: 10.1)
    }

    /// The terms of the loss that do not depend on the path, dB.
    let constantDB: Double

    /// Lf, the loss that depends on frequency, dB.
    ///
    ///     Lf = 25 log₁₀ f − 2.5 (log₁₀(f/2))²        P.1812 (45), P.452 (45a)
    static func frequencyDB(gigahertz f: Double) -> Double {
        let half = Elementary.log10(f / 2)
        return 25 * Elementary.log10(f) - 2.5 * half * half
    }

    /// Lc, the loss by which high-gain antennas couple less well to the scattering volume, dB; P.452 only.
    ///
    ///     Lc = 0.051 exp(0.055 (Gt + Gr))        P.452 (45b)
    static func couplingDB(horizonGainsDBi: Double) -> Double { 0.051 * Elementary.exp(0.055 * horizonGainsDBi) }

    init(frequencyGigahertz f: Double, n0: Double, timePercent p: Double, _ coefficients: Coefficients) {
        // Below zero by rounding only, where the power of 0.7 would not be a number.
        let time = max(0, Elementary.log10(50 / p))
        constantDB =
            coefficients.base + Self.frequencyDB(gigahertz: f) - 0.15 * n0
            - coefficients.time * Elementary.pow(time, 0.7)
    }

    /// Lbs, the basic transmission loss in dB, to which P.452 adds Lc and the attenuation by gases.
    ///
    ///     Lbs = 190.1 + Lf + 20 log₁₀ d + 0.573 θ − 0.15 N₀ − 10.125 (log₁₀(50/p))^0.7           P.1812 (44)
    ///     Lbs = 190 + Lf + 20 log₁₀ d + 0.573 θ − 0.15 N₀ + Lc + Ag − 10.1 (log₁₀(50/p))^0.7     P.452 (45)
    func lossDB(lengthKilometres D: Double, theta: Double) -> Double {
        constantDB + 20 * Elementary.log10(D) + 0.573 * theta
    }
}
