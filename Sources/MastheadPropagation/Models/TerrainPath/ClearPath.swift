/// Free space and what multipath and focusing do to it for a share of the time.
///
/// Source: Recommendation ITU-R P.1812-8, §4.2; Recommendation ITU-R P.452-18, Annex 1, §4.1 (the same form, to which
/// P.452 adds the attenuation by gases). Equation numbers are those of P.1812.
struct ClearPath {
    /// 92.4 + 20 log₁₀ f, dB (8).
    let constantDB: Double

    init(frequencyGigahertz f: Double) {
        constantDB = FreeSpace.Constant.rounded.valueDB + 20 * Elementary.log10(f)
    }

    /// Lbfs (8), (8a), dB: over the distance between the antennas, not along the path.
    @inline(__always)
    func freeSpaceDB(_ D: Double, _ altitudeDifferenceMetres: Double) -> Double {
        let rise = altitudeDifferenceMetres / 1000
        return constantDB + 10 * Elementary.log10(D * D + rise * rise)
    }

    /// The factor of the logarithm in (9a) and (9b), dB.
    @inline(__always)
    static func multipathDB(horizonsSum: Double) -> Double { 2.6 * (1 - Elementary.exp(-0.1 * horizonsSum)) }
}
