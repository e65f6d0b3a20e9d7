/// Diffraction over one sharp obstacle.
///
/// Source: Recommendation ITU-R P.526-16, §4.1; Recommendation ITU-R P.1812-8, §4.3.
public enum KnifeEdge {
    /// The loss in dB caused by an edge whose diffraction parameter is `nu`.
    ///
    ///     J(ν) = 6.9 + 20 log₁₀( √((ν − 0.1)² + 1) + ν − 0.1 )        (12)
    ///
    /// - Parameter nu: Clearance, dimensionless; positive when the edge rises above the line between the terminals.
    /// - Returns: Loss relative to free space; zero where ν ≤ −0.78.
    public static func lossDB(nu: Double) -> Double {
        guard nu > -0.78 else { return 0 }
        let v = nu - 0.1
        return 6.9 + 20 * Elementary.log10((v * v + 1).squareRoot() + v)
    }

    /// The loss in dB of the edge by the Fresnel integrals, of which ``lossDB(nu:)`` is the usual approximation.
    ///
    ///     J(ν) = −20 log₁₀( √( (1 − C(ν) − S(ν))² + (C(ν) − S(ν))² ) / 2 )
    ///
    /// - Returns: Loss relative to free space; below zero where the two waves add.
    public static func exactLossDB(nu: Double) -> Double {
        let (c, s) = FresnelIntegral.cosineAndSine(nu)
        let real = 1 - c - s
        let imaginary = c - s
        return -20 * Elementary.log10((real * real + imaginary * imaginary).squareRoot() / 2)
    }
}
