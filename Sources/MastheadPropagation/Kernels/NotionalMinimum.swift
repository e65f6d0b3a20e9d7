/// Lminb0p, the notional minimum loss of line of sight and diffraction over sea, for sixteen receivers.
///
/// Source: Recommendation ITU-R P.1812-8, (9b), (11) and (59); Recommendation ITU-R P.452-18, (10b), (12) and (60).
enum NotionalMinimum {
    @inline(__always)
    static func lossDB(
        _ path: PathGeometry, _ time: PathTime, Lbfs: Wide, Lb0p: Wide, Ld50: Wide, Ldp: Wide
    ) -> Wide {
        let overLand: Wide = (Wide(1) - path.seaShare) * Ldp
        let Lb0β: Wide = Lbfs + path.multipathDB * (path.logBeta0 - Wide(1.69897))
        let Lbd50: Wide = Lbfs + Ld50
        let frequent: Wide = Lbd50 + (Lb0β + overLand - Lbd50) * time.interpolation
        return (Lb0p + overLand).where(time.isRare, else: frequent)
    }
}
