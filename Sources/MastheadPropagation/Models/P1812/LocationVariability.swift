import MastheadCore

/// How the loss varies within a small area, and the normal distribution it is said to follow.
///
/// Source: Recommendation ITU-R P.1812-8, §4.7 and Attachment 2 to Annex 1.
public enum LocationVariability {
    /// The standard deviation in dB, outdoors.
    ///
    ///     σ = uh (0.52 + 0.024 f) wa^0.28
    ///
    /// - Parameters:
    ///   - f: Frequency, GHz.
    ///   - hg: Height of the receiving antenna above the ground, m.
    ///   - R: Representative clutter height at the receiver, m: uh falls from 1 at R to 0 at 10 m above it.
    ///   - wa: Side of the square over which it applies, m.
    public static func standardDeviationDB(
        frequencyGigahertz f: Double, receiverHeightMetres hg: Double, clutterMetres R: Double,
        resolutionMetres wa: Double
    ) -> Double {
        heightFactor(hg, R) * openStandardDeviationDB(frequencyGigahertz: f, resolutionMetres: wa)
    }

    /// The standard deviation in dB before the height of the receiver counts.
    static func openStandardDeviationDB(frequencyGigahertz f: Double, resolutionMetres wa: Double) -> Double {
        (0.52 + 0.024 * f) * Elementary.pow(wa, 0.28)
    }

    /// uh.
    static func heightFactor(_ hg: Double, _ R: Double) -> Double {
        min(1, max(0, 1 - (hg - R) / 10))
    }

    /// I(x): the Recommendation's approximation of the inverse complementary cumulative normal distribution.
    ///
    ///     I(x) = T(x) − C(x)  for x ≤ 0.5,  −(T(1 − x) − C(1 − x)) beyond        (96)
    ///
    /// Its error of up to 4.5 · 10⁻⁴ is part of the method; `NormalDistribution` has the exact one.
    ///
    /// - Parameter x: Probability, held between 10⁻⁶ and 1 − 10⁻⁶ as the text says.
    public static func inverseComplementaryNormal(_ x: Double) -> Double {
        let x = min(0.999_999, max(0.000_001, x))
        return x <= 0.5 ? upper(x) : -upper(1 - x)
    }

    private static func upper(_ x: Double) -> Double {
        let T = (-2 * Elementary.log(x)).squareRoot()  // (97a)
        let C =
            ((0.010328 * T + 0.802853) * T + 2.515516698)
            / (((0.001308 * T + 0.189269) * T + 1.432788) * T + 1)  // (97b)
        return T - C
    }
}
