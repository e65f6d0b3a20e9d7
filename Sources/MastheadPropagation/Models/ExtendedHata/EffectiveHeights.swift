/// The effective heights of the two antennas over the ground 3 km to 15 km away.
///
/// Source: NTIA TR-15-517, Appendix A, after Okumura et al. (1968). The mean ground is taken from 3 km of an antenna to
/// 15 km or the other end; between 3 km and 15 km of path the difference counts with (d − 3)/12.
struct EffectiveHeights: Sendable {
    /// Of the base station, m, before limits.
    let baseMetres: Double
    /// Of the mobile, m, before limits.
    let mobileMetres: Double

    /// - Parameter keepsBeyondThreeKilometres: Whether the first point is the first at 3 km or more; else the one
    ///   before.
    init(
        _ path: MobilePath, baseMetres hb: Double, mobileMetres hm: Double, keepsBeyondThreeKilometres: Bool
    ) {
        let d = path.rawLengthMetres / 1000
        guard d >= 3 else {
            self.baseMetres = hb
            self.mobileMetres = hm
            return
        }
        let last = path.intervals
        let step = path.spacingMetres / 1000
        let three = 3 / step
        let from = min(last, Int(keepsBeyondThreeKilometres ? three.rounded(.up) : three))
        let upTo = d > 15 ? min(last, Int(15 / step)) : last
        let share = min(1, (d - 3) / 12)
        mobileMetres = hm + share * (path[0] - path.mean(from...max(from, upTo)))
        baseMetres = hb + share * (path[last] - path.mean((last - max(from, upTo))...(last - from)))
    }
}
