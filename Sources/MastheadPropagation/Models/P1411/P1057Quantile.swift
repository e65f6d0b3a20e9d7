/// The rational approximation of the inverse normal distribution that ITU-R publishes; its relative error is about 10⁻⁹.
///
/// Source: Recommendation ITU-R P.1057-7, Annex 1, §3. Seven standard deviations of 1 dB carry it to 10⁻⁸ dB, which is
/// why the method that is checked against it does not use the exact one.
enum P1057Quantile {
    /// x below which a standard normal variable stays with probability `p`, above 0 and below 1.
    static func quantile(_ p: Double) -> Double { p <= 0.5 ? lower(p) : -lower(1 - p) }

    /// The half up to the middle: in powers of (p − ½)² there, of √(−2 ln p) in the tail.
    private static func lower(_ p: Double) -> Double {
        guard p > 0.02425 else {
            let t = (-2 * Elementary.log(p)).squareRoot()
            return polynomial(tailNumerator, t) / polynomial(tailDenominator, t)
        }
        let t = (p - 0.5) * (p - 0.5)
        return (p - 0.5) * polynomial(middleNumerator, t) / polynomial(middleDenominator, t)
    }

    private typealias Coefficients = (Double, Double, Double, Double, Double, Double)

    private static func polynomial(_ c: Coefficients, _ t: Double) -> Double {
        ((((c.5 * t + c.4) * t + c.3) * t + c.2) * t + c.1) * t + c.0
    }

    /// a0 to a5.
    private static let middleNumerator: Coefficients = (
        2.506628277459239, -30.66479806614716, 138.3577518672690, -275.9285104469687, 220.9460984245205,
        -39.69683028665376
    )
    /// 1 and b1 to b5.
    private static let middleDenominator: Coefficients = (
        1, -13.28068155288572, 66.80131188771972, -155.6989798598866, 161.5858368580409, -54.47609879822406
    )
    /// c0 to c5.
    private static let tailNumerator: Coefficients = (
        2.938163982698783, 4.374664141464968, -2.549732539343734, -2.400758277161838, -0.3223964580411365,
        -0.007784894002430293
    )
    /// 1 and d1 to d4.
    private static let tailDenominator: Coefficients = (
        1, 3.754408661907416, 2.445134137142996, 0.3224671290700398, 0.007784695709041462, 0
    )
}
