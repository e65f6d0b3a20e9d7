#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard normal distribution, to the precision of Double.
///
/// Coverage probabilities and margins use this one; the rational approximation I(x) of the ITU-R texts, wrong by up to
/// 4.5 · 10⁻⁴, stays with the methods that prescribe it.
public enum NormalDistribution {
    /// The probability of a value up to `x`.
    public static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// The probability of a value above `x`, accurate also where it is tiny.
    public static func upperTail(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }

    /// The value that is exceeded with a probability: the inverse of ``upperTail(_:)``.
    ///
    /// - Parameter probability: Above 0 and below 1; ±∞ at the ends, NaN beyond.
    public static func upperQuantile(_ probability: Double) -> Double {
        guard probability >= 0, probability <= 1 else { return .nan }
        if probability == 0 { return .infinity }
        if probability == 1 { return -.infinity }
        return probability <= 0.5 ? upperHalf(probability) : -upperHalf(1 - probability)
    }

    /// The value below which a probability lies: the inverse of ``cumulative(_:)``.
    ///
    /// - Parameter probability: Above 0 and below 1; ±∞ at the ends, NaN beyond.
    public static func quantile(_ probability: Double) -> Double { -upperQuantile(probability) }

    /// Quantile for tails up to one half.
    private static func upperHalf(_ q: Double) -> Double {
        // Abramowitz and Stegun 26.2.23, off by less than 4.5e-4, then Halley's rule on the upper tail, whose error
        // shrinks with its third power: two rounds reach the last digits.
        let t = (-2 * log(q)).squareRoot()
        var x =
            t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
        for _ in 0..<3 {
            let density = exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
            guard density > 0 else { break }
            let step = (upperTail(x) - q) / density
            x += step / (1 - 0.5 * x * step)
        }
        return x
    }
}
