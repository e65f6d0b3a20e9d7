/// What a percentage of time makes of a geometry, for sixteen receivers: shared by all carriers.
///
/// Source: Recommendation ITU-R P.1812-8, §3.6, §4.3.5 and §4.5; Recommendation ITU-R P.452-18, Annex 1, §4.2.4 and §4.4.
struct PathTime {
    /// Fi (40), (41).
    let interpolation: Wide
    /// Whether p is below β₀.
    let isRare: WideMask
    /// A(p) (53), dB.
    let variabilityDB: Wide
    /// What A(p) does not fall below at p = 50 %, without the roughness of paths in sight, dB.
    let lowestVariabilityDB: Wide
    /// θ′ (52), mrad: the angular distance with horizons held at 0.1 mrad for each km.
    let ductAngle: Wide

    init(_ path: PathGeometry, timePercent: Double, inverseTime: Double) {
        let β0: Wide = WideFunctions.exp10(path.logBeta0)
        isRare = β0 .> Wide(Float(timePercent))
        let anomalous = Self.inverseNormal((β0 * Wide(0.01)).lowered(to: 0.5).raised(to: 1e-6))
        interpolation = (Wide(Float(inverseTime)) / anomalous).where(β0 .< Wide(Float(timePercent)), else: Wide(1))
        let θt: Wide = path.thetaT.lowered(to: path.dlt * Wide(0.1))  // (52a)
        let θr: Wide = path.thetaR.lowered(to: path.dlr * Wide(0.1))
        ductAngle = path.D * Wide(1000 / path.medianRadius) + (θt + θr)

        // (53) to (56a), in logarithms.
        let log2D: Wide = path.lengthDB * Wide(1 / (20 * WideFunctions.log10Of2))
        let dI: Wide = (path.D - path.dlt - path.dlr).lowered(to: 40)
        // Where a path in sight has no principal edge yet, its roughness is not known.
        let isKnown: WideMask = path.hasEdges ? WideMask(repeating: true) : path.isTranshorizon
        let rough: Wide = (path.hm - 10).raised(to: 0).where(isKnown, else: Wide(0))
        let logMu3: Wide = rough * (Wide(43) + dI * Wide(6)) * Wide(-4.6e-5 * 0.4342945)
        let α: Wide =
            (Wide(-0.6) - WideFunctions.exp2(log2D * Wide(3.1)) * path.inlandFactor * Wide(3.5e-9)).raised(to: -3.4)
        let root: Wide = WideFunctions.squareRoot(path.hte) + WideFunctions.squareRoot(path.hre)
        let ratio: Wide = path.D / root
        let logMu2: Wide =
            (α * WideFunctions.log10(ratio * ratio * Wide(500 / path.medianRadius))).lowered(to: 0)
        // Over very high ground β would fall below the smallest number in double precision.
        let logβ: Wide = (path.logBeta0 + (logMu2 + logMu3)).raised(to: -307.65265)
        let power: Wide = WideFunctions.exp2(log2D * Wide(1.13))
        let bend: Wide = Wide(9.51) - logβ * Wide(4.8) + logβ * logβ * Wide(0.198)
        let Γ: Wide =
            Wide(1.076)
            * WideFunctions.exp2(
                bend * power * Wide(-1e-6 * WideFunctions.log2OfE)
                    - WideFunctions.log2(Wide(2.0058) - logβ) * Wide(1.012))
        let logRatio: Wide = Wide(Float(Elementary.log10(timePercent))) - logβ
        variabilityDB =
            (Wide(1.2) + path.D * Wide(3.7e-3)) * logRatio + WideFunctions.exp10(logRatio * Γ) * Wide(12) - Wide(12)
        // At 50 % and up to 300 km, A falls as β rises, and roughness lowers β: so A with less of it is a bound. It is
        // never below −12 dB.
        lowestVariabilityDB = variabilityDB.where(path.D .<= 300, else: Wide(-12))
    }

    /// I(x) of (96) for x not above one half.
    @inline(__always)
    private static func inverseNormal(_ x: Wide) -> Wide {
        let T: Wide = WideFunctions.squareRoot(WideFunctions.log2(x) * Wide(-2 * 0.6931472))
        let upper: Wide = (T * Wide(0.010328) + Wide(0.802853)) * T + Wide(2.515516698)
        let lower: Wide = ((T * Wide(0.001308) + Wide(0.189269)) * T + Wide(1.432788)) * T + Wide(1)
        return T - upper / lower
    }
}
