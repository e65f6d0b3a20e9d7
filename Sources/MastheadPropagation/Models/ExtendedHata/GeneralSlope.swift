/// The correction for ground that rises or falls steadily from the mobile.
///
/// Source: NTIA TR-15-517, Appendix A; Okumura et al. (1968), §4.3 and Figure 34.
enum GeneralSlope {
    /// θm, the mean slope at the mobile, mrad: of the lines fitted over 5 km, 6 km, … 10 km the steepest of one sign,
    /// else that over 5 km; zero on paths below 5 km.
    static func milliradians(_ path: MobilePath) -> Double {
        var (least, most, first) = (Double.infinity, -Double.infinity, 0.0)
        var reach = 5000.0
        while reach <= min(10_000, path.lengthMetres) {
            let slope = fittedSlope(path, reach)
            least = min(least, slope)
            most = max(most, slope)
            if reach == 5000 { first = slope }
            reach += 1000
        }
        guard path.lengthMetres > 5000, least * most >= 0 else { return first }
        return most >= 0 ? most : least
    }

    /// The slope of the straight line of least squares over the ground up to a distance, mrad; positive where the
    /// ground falls away from the mobile. The two end points have half weight.
    private static func fittedSlope(_ path: MobilePath, _ reach: Double) -> Double {
        let last = path.steps(withinMetres: reach)
        guard last > 0 else { return 0 }
        let n = Double(last)
        var moment = 0.5 * (path[last] - path[0]) * (n / 2)
        for step in 1..<max(1, last) { moment += path[step] * (Double(step) - n / 2) }
        let perStep = moment * 12 / ((n * n + 2) * n)
        return -1000 * perStep * n / reach
    }

    /// The correction, dB: proportional to θm, with a factor that grows with distance.
    ///
    /// - Parameters:
    ///   - θm: Mean slope at the mobile, mrad.
    ///   - d: Length of the path, km.
    static func correctionDB(milliradians θm: Double, distanceKilometres d: Double) -> Double {
        if θm <= 0 {
            return θm * (0.25 + (0.8 - 0.25) * ramp(d, 10, 30))
        }
        let perMilliradian =
            d <= 30 ? 0.125 + (0.35 - 0.125) * ramp(d, 10, 30) : 0.35 + (0.6 - 0.35) * ramp(d, 30, 60)
        return θm * perMilliradian
    }

    private static func ramp(_ d: Double, _ from: Double, _ to: Double) -> Double {
        min(1, max(0, (d - from) / (to - from)))
    }
}
