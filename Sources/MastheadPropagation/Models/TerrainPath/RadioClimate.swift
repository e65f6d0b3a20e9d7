import MastheadCore

/// How the lower atmosphere bends the ray, and how often it does so unusually.
///
/// Source: Recommendation ITU-R P.1812-8, §3.5 to §3.7; Recommendation ITU-R P.452-18, Annex 1, §3.2.1 and §3.3, the same
/// as equations (2) to (6b). Equation numbers below are those of P.1812.
enum RadioClimate {
    /// The median effective Earth radius, km.
    ///
    ///     k50 = 157 / (157 − ΔN)        (6)
    ///     ae = 6371 k50                 (7a)
    static func medianEffectiveRadiusKilometres(deltaN: Double) -> Double {
        PhysicalConstants.ituEarthRadiusKilometres * (157 / (157 - deltaN))
    }

    /// aβ: the effective Earth radius that is exceeded for β₀ of the time, km (7b).
    static let enhancedEffectiveRadiusKilometres = 3 * PhysicalConstants.ituEarthRadiusKilometres

    /// τ, which grows with the longest inland stretch.
    ///
    ///     τ = 1 − exp(−4.12 · 10⁻⁴ dlm²·⁴¹)        (3)
    static func inlandFactor(longestInlandKilometres dlm: Double) -> Double {
        1 - Elementary.exp(-4.12e-4 * Elementary.pow(dlm, 2.41))
    }

    /// β₀: percentage of time for which the lapse rate exceeds 100 N-units/km in the lowest 100 m.
    ///
    ///     μ1 = (10^(−dtm/(16 − 6.6 τ)) + 10^(−5 (0.496 + 0.354 τ)))^0.2 ≤ 1        (2)
    ///     μ4 = μ1^(−0.935 + 0.0176 |φ|)   for |φ| ≤ 70°,  μ1^0.3 beyond            (4)
    ///     β₀ = 10^(−0.015 |φ| + 1.67) μ1 μ4   for |φ| ≤ 70°,  4.17 μ1 μ4 beyond    (5)
    static func anomalousTimePercent(
        latitudeDegrees: Double, longestLandKilometres dtm: Double, inlandFactor τ: Double
    ) -> Double {
        let φ = abs(latitudeDegrees)
        let sum = Elementary.pow(10, -dtm / (16 - 6.6 * τ)) + Elementary.pow(10, -5 * (0.496 + 0.354 * τ))
        let μ1 = min(1, Elementary.pow(sum, 0.2))
        return φ <= 70
            ? Elementary.pow(10, -0.015 * φ + 1.67) * μ1 * Elementary.pow(μ1, -0.935 + 0.0176 * φ)
            : 4.17 * μ1 * Elementary.pow(μ1, 0.3)
    }
}
