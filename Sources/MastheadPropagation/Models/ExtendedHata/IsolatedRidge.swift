/// The two horizons of a path, and the correction where they are one ridge.
///
/// Source: NTIA TR-15-517, Appendix A; Okumura et al. (1968), §4.2, Figures 31 and 32.
struct IsolatedRidge: Sendable {
    /// Distance of the mobile's horizon, m; the path's length where none is there.
    let mobileHorizonMetres: Double
    /// Distance of the base station's horizon, m; the path's length where none is there.
    let baseHorizonMetres: Double
    /// h, height of the ridge over the antennas' weighted altitudes, m, not below zero; nil where the horizons are not
    /// one.
    let heightMetres: Double?

    /// Finds the horizons over the curved Earth.
    ///
    /// - Parameters:
    ///   - hm: Height of the mobile's antenna above the ground, m.
    ///   - hb: Height of the base station's antenna above the ground, m.
    init(_ path: MobilePath, mobileMetres hm: Double, baseMetres hb: Double) {
        let last = path.intervals
        let d = path.lengthMetres
        let step = path.spacingMetres
        let curvature = Self.curvature(meanGroundMetres: path.mean(0...last))
        let (zm, zb) = (path[0] + hm, path[last] + hb)
        var slopeM = (zb - zm) / d - 0.5 * curvature * d
        var slopeB = (zm - zb) / d - 0.5 * curvature * d
        var horizonM = d
        var horizonB = d
        var isBlocked = false
        var x = 0.0
        var y = d
        for index in 1..<max(1, last) {
            x += step
            y -= step
            let overM = path[index] - (0.5 * curvature * x + slopeM) * x - zm
            if overM > 0 {
                slopeM += overM / x
                horizonM = x
                isBlocked = true
            }
            guard isBlocked else { continue }
            let overB = path[index] - (0.5 * curvature * y + slopeB) * y - zb
            if overB > 0 {
                slopeB += overB / y
                horizonB = y
            }
        }
        mobileHorizonMetres = horizonM
        baseHorizonMetres = horizonB
        // One ridge: the two horizons meet within half a step.
        guard isBlocked, abs(d - horizonM - horizonB) <= 0.5 * step else {
            heightMetres = nil
            return
        }
        // All programs of the report find the ridge's point again from the sum of the steps, cut to a whole number:
        // where the sum is a rounding error short they take the point before it, which can be decibels.
        let ridge = path[Int(horizonM / step)]
        // Each altitude has the weight of its own horizon's distance, as in all programs of the report; the straight
        // line between the antennas would have them the other way round. The two agree where the ridge is in the
        // middle.
        let line = (zb * horizonB + zm * horizonM) / d
        heightMetres = max(0, ridge - line + 0.5 * curvature * horizonM * horizonB)
    }

    /// The curvature of the effective Earth for a surface refractivity of 301 N-units at sea level, 1/m.
    private static func curvature(meanGroundMetres h: Double) -> Double {
        let Ns = 301 * Elementary.exp(-h / 9460)
        return 157e-9 * (1 - 0.04665 * Elementary.exp(Ns / 179.3))
    }

    /// The correction for a ridge, dB; nil where there is no single one.
    ///
    /// - Parameter holdsCurves: Whether the curves end at their first and last distance, and do not become a gain
    ///   beyond 2 km of the mobile; else they are continued in a straight line.
    func correctionDB(holdsCurves: Bool) -> Double? {
        guard let heightMetres else { return nil }
        let (d1, d2) = (baseHorizonMetres * 0.001, mobileHorizonMetres * 0.001)
        let isFar = d1 >= 30
        let lower = Self.curveDB(isFar ? .b : .c, d2)
        let upper = Self.curveDB(isFar ? .a : .b, d2)
        let along = isFar ? (d1 - 30) / 30 : (d1 - 15) / 15
        var K = lower + (upper - lower) * (holdsCurves ? min(1, max(0, along)) : along)
        if holdsCurves, d2 > 2 { K = min(K, 0) }
        return (heightMetres / 200).squareRoot() * K
    }

    /// The curves of Figure 31: base station to ridge 15 km (c), 30 km (b) and 60 km (a).
    private enum Curve { case a, b, c }

    /// Values at 0, 1, … 8 km from the ridge to the mobile, dB; interpolated, and continued beyond 8 km.
    private static func curveDB(_ curve: Curve, _ d2: Double) -> Double {
        let start = min(7, max(0, d2.rounded(.up) - 1))
        let (from, to) = (value(curve, Int(start)), value(curve, Int(start) + 1))
        return from + (to - from) * (d2 - start)
    }

    @inline(__always)
    private static func value(_ curve: Curve, _ kilometre: Int) -> Double {
        switch curve {
        case .a: figureA[kilometre]
        case .b: figureB[kilometre]
        case .c: figureC[kilometre]
        }
    }

    private static let figureA = [20.0, -4, -6.5, -6, -4.5, -3.5, -2.5, -2, -1]
    private static let figureB = [12.0, -8.5, -13, -12, -10, -8, -6.5, -5, -4]
    private static let figureC = [4.0, -13, -17.5, -17.5, -15, -12.5, -10, -8, -6]
}
