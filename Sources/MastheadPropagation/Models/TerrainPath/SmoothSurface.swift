/// The smooth Earth that fits a profile best, and the heights of the antennas above it.
///
/// Source: Recommendation ITU-R P.1812-8, Attachment 1 to Annex 1, §5.6; Recommendation ITU-R P.452-18, Attachment 2 to
/// Annex 1, §5.1.6, the same as equations (161) to (171). Equation numbers below are those of P.1812.
struct SmoothSurface {
    /// Altitude of the fitted surface at the transmitter, m (87).
    var hstFitted: Double
    /// Altitude of the fitted surface at the receiver, m (88).
    var hsrFitted: Double
    /// hstd: the same for the diffraction model, m (91).
    var hstd: Double
    /// hsrd: the same for the diffraction model, m (91).
    var hsrd: Double
    /// hst: the fitted surface, not above the ground at the transmitter, m (92a).
    var hst: Double
    /// hsr: the fitted surface, not above the ground at the receiver, m (92b).
    var hsr: Double

    init(_ scan: TerrainScan, lengthKilometres D: Double, transmitterGround h0: Double, receiverGround hn: Double) {
        hstFitted = (2 * scan.v1 * D - scan.v2) / (D * D)  // (87)
        hsrFitted = (scan.v2 - scan.v1 * D) / (D * D)  // (88)
        var hstp = hstFitted  // (90a)
        var hsrp = hsrFitted  // (90b)
        if scan.obstructionMetres > 0 {
            let sum = scan.obstructionFromTransmitter + scan.obstructionFromReceiver
            let gt = scan.obstructionFromTransmitter / sum  // (90e)
            let gr = scan.obstructionFromReceiver / sum  // (90f)
            hstp -= scan.obstructionMetres * gt  // (90c)
            hsrp -= scan.obstructionMetres * gr  // (90d)
        }
        hstd = min(hstp, h0)  // (91a), (91b)
        hsrd = min(hsrp, hn)  // (91c), (91d)
        hst = min(hstFitted, h0)  // (92a)
        hsr = min(hsrFitted, hn)  // (92b)
    }

    /// hm: the terrain roughness, m; largest height of the ground above the fitted surface between the two horizons.
    ///
    ///     m = (hsr − hst) / d                          (93)
    ///     hm = max(hi − (hst + m di)), ilt … ilr       (95)
    @inline(__always)
    func roughnessMetres<Search: PathSearch>(_ search: Search, from lt: Int, through lr: Int) -> Double {
        search.largestHeight(over: hst, slope: (hsr - hst) / search.lengthKilometres, from: lt, through: lr)
    }
}
