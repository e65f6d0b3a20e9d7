/// How the losses of several mechanisms make one.
///
/// Source: Recommendation ITU-R P.1812-8, §4.6; Recommendation ITU-R P.452-18, Annex 1, §4.5. Equation numbers are those
/// of P.1812 with those of P.452 behind them.
enum LossCombination {
    /// Fk, the interpolation by path length.
    ///
    ///     Fk = 1 − 0.5 (1 + tanh(3 · 0.5 (d − 20)/20))        (58), (59)
    @inline(__always)
    static func distanceFactor(_ D: Double) -> Double { 1 - 0.5 * (1 + Elementary.tanh(3 * 0.5 * (D - 20) / 20)) }

    /// Lminbap, with the larger exponential drawn out so that neither overflows; never below either loss.
    ///
    ///     Lminbap = η ln( exp(Lba/η) + exp(Lb0p/η) ),  η = 2.5        (60), (61)
    static func notionalEnhancedDB(_ Lba: Double, _ Lb0p: Double) -> Double {
        let η = 2.5
        return max(Lba, Lb0p) + η * Elementary.log1p(Elementary.exp(-abs(Lba - Lb0p) / η))
    }

    /// Lbc of P.1812, Lb of P.452 without clutter, with the smaller loss drawn out so that neither power underflows.
    ///
    ///     −5 log₁₀( 10^(−0.2 Lbs) + 10^(−0.2 Lbam) )        (63), (64)
    static func combinedDB(_ Lbs: Double, _ Lbam: Double) -> Double {
        let ln10 = 2.302585092994046
        return min(Lbs, Lbam) - 5 / ln10 * Elementary.log1p(Elementary.exp(-0.2 * ln10 * abs(Lbs - Lbam)))
    }
}
