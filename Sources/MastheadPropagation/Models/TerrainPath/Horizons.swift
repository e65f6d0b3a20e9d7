/// What either antenna sees of the ground: horizon angles and distances.
///
/// Source: Recommendation ITU-R P.1812-8, Attachment 1 to Annex 1, §4 and §5.1 to §5.5; Recommendation ITU-R P.452-18,
/// Attachment 2 to Annex 1, §4 and §5, the same as equations (150) to (159). Equation numbers below are those of P.1812.
struct Horizons {
    /// Whether bare ground hides the antennas from each other.
    var isTranshorizon: Bool
    /// θt, elevation angle of the transmitter's horizon, mrad (79).
    var thetaT: Double
    /// θr, elevation angle of the receiver's horizon, mrad (81), (82).
    var thetaR: Double
    /// θ, angular distance of the path, mrad (84).
    var theta: Double
    /// The point of the transmitter's horizon; meaningful on transhorizon paths only.
    var transmitterIndex: Int
    /// The point of the receiver's horizon; meaningful on transhorizon paths only.
    var receiverIndex: Int

    init(
        _ scan: TerrainScan, transmitterMetres hts: Double, receiverMetres hrs: Double, lengthKilometres D: Double,
        effectiveRadiusKilometres ae: Double
    ) {
        let dip = D / (2 * ae)
        let td = (hrs - hts) / (1000 * D) - dip
        isTranshorizon = scan.transmitterHorizon.tangent > td
        if isTranshorizon {
            thetaT = 1000 * Elementary.atan(scan.transmitterHorizon.tangent)  // (76), (77)
            thetaR = 1000 * Elementary.atan(scan.receiverHorizon.tangent)  // (82)
        } else {
            thetaT = 1000 * Elementary.atan(td)  // (78)
            thetaR = 1000 * Elementary.atan((hts - hrs) / (1000 * D) - dip)  // (81)
        }
        theta = 1000 * D / ae + thetaT + thetaR  // (84)
        transmitterIndex = scan.transmitterHorizon.index
        // Both horizons are one point, or the transmitter's comes first; where a path grazes a whole slope, rounding
        // may choose them the other way round.
        receiverIndex = max(scan.receiverHorizon.index, transmitterIndex)
    }

    /// dlt + dlr, km: on a path in sight both horizons are one point, and the sum is the whole path.
    @inline(__always)
    func span(_ d: some SampleDistances, lengthKilometres D: Double) -> Double {
        isTranshorizon ? d[transmitterIndex] + (D - d[receiverIndex]) : D
    }
}
