/// The terrain irregularity Δh and the altitudes that 10 %, 50 % and 90 % of the ground near the mobile exceed.
///
/// Source: NTIA TR-15-517, Appendix A; Okumura et al. (1968), §2.4. Near means 10 km from the mobile; on a shorter path
/// all values are extended to what a path of 10 km would have.
struct TerrainIrregularity: Sendable {
    /// Altitude that 10 % of the ground exceeds, m.
    let tenthMetres: Double
    /// Altitude that half of the ground exceeds, m.
    let medianMetres: Double
    /// Altitude that 90 % of the ground exceeds, m.
    let nineTenthsMetres: Double
    /// Δh, m.
    let irregularityMetres: Double

    init(_ path: MobilePath) {
        let d = path.lengthMetres / 1000
        let last = d < 10 ? path.intervals : path.steps(withinMetres: 10_000)
        // The 1-based rank is cut to a whole number, as in the report's software.
        let count = Double(last + 1)
        let p10 = Self.altitude(ofRank: Int(0.1 * count - 1), path, last)
        let p50 = Self.altitude(ofRank: Int(0.5 * count - 1), path, last)
        let p90 = Self.altitude(ofRank: Int(0.9 * count - 1), path, last)
        let factor =
            d < 10 ? (1 - 0.8 * Elementary.exp(-0.2)) / (1 - 0.8 * Elementary.exp(-0.02 * d)) : 1
        tenthMetres = p10 * factor
        medianMetres = p50 * factor
        nineTenthsMetres = p90 * factor
        irregularityMetres = (p10 - p90) * factor
    }

    /// The altitude of a rank from the highest (0) down.
    ///
    /// It halves the interval of altitudes and moves its ends to altitudes that occur: no copy of the ground is sorted,
    /// so that nothing is allocated.
    private static func altitude(ofRank rank: Int, _ path: MobilePath, _ last: Int) -> Double {
        var low = path[0]
        var high = path[0]
        for step in 1...max(1, last) {
            low = min(low, path[step])
            high = max(high, path[step])
        }
        // At least `rank + 1` altitudes are `low` or more; `high` is the highest that can be the answer.
        while low < high {
            // Above low, at most high, also where the two are neighbours.
            let middle = max(low.nextUp, low / 2 + high / 2)
            var count = 0
            var leastAbove = high
            var mostBelow = low
            for step in 0...last {
                let altitude = path[step]
                if altitude >= middle {
                    count += 1
                    leastAbove = min(leastAbove, altitude)
                } else {
                    mostBelow = max(mostBelow, altitude)
                }
            }
            if count > rank { low = leastAbove } else { high = mostBelow }
        }
        return low
    }

    /// The median correction for rolling hilly terrain, dB: Okumura's Figure 28.
    var medianCorrectionDB: Double {
        Self.medianCurve.value(atLog10: Elementary.log10(max(15, irregularityMetres)))
    }

    /// The fine correction for rolling hilly terrain, dB: Okumura's Figure 29.
    ///
    /// It is Khf on the tops, −Khf in the valleys, and between them follows the mobile's altitude from the median; none
    /// where Δh is below 10 m.
    ///
    /// - Parameter hg: Altitude of the ground at the mobile, m.
    func fineCorrectionDB(mobileGroundMetres hg: Double) -> Double {
        guard irregularityMetres >= 10 else { return 0 }
        let Khf = Self.fineCurve.value(atLog10: Elementary.log10(irregularityMetres))
        if hg >= tenthMetres { return Khf }
        if hg <= nineTenthsMetres { return -Khf }
        let range = hg >= medianMetres ? tenthMetres - medianMetres : medianMetres - nineTenthsMetres
        return Khf * (hg - medianMetres) / range
    }

    private static let medianCurve = LogQuadratic(constant: -1.5072013, slope: 8.458676, curvature: -6.102538)
    private static let fineCurve = LogQuadratic(constant: -11.728795, slope: 15.544272, curvature: -1.8154766)
}
