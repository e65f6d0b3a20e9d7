/// How often the air over a path bends rays unusually, and how far the diffraction for p of the time is moved by it.
///
/// Source: Recommendation ITU-R P.1812-8, §3.6 and §4.3.5; Recommendation ITU-R P.452-18, Annex 1, §3.2.1 and §4.2.4.
/// Equation numbers are those of P.1812, those of P.452 behind them.
struct AnomalousTime {
    /// β₀, percentage of time (5), (5).
    var beta0 = 0.0
    /// τ (3), (3a).
    var inlandFactor = 0.0
    /// Fi, the interpolation between the two effective radii (40) and (41), (41a) and (42).
    var interpolation = 1.0

    /// Nothing known: what a path leaves that does not need it.
    init() {}

    /// - Parameters:
    ///   - zones: Land and sea along the path.
    ///   - latitude: Latitude of its middle, degrees.
    ///   - p: Percentage of time.
    ///   - inverseTime: I(p/100).
    @inline(__always)
    init(_ zones: ZoneLengths, latitudeDegrees latitude: Double, timePercent p: Double, inverseTime: Double) {
        inlandFactor = RadioClimate.inlandFactor(longestInlandKilometres: zones.longestInlandKilometres)
        beta0 = RadioClimate.anomalousTimePercent(
            latitudeDegrees: latitude, longestLandKilometres: zones.longestLandKilometres, inlandFactor: inlandFactor)
        if p > beta0 { interpolation = inverseTime / LocationVariability.inverseComplementaryNormal(beta0 / 100) }
    }
}
