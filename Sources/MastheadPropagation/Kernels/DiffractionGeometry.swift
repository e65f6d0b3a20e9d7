/// What diffraction over one effective radius of the Earth asks of the terrain, for sixteen receivers.
///
/// Source: Recommendation ITU-R P.1812-8, §4.3. Every ν stands without the wavelength: it is divided by √λ for a carrier.
struct DiffractionGeometry {
    /// The two effective radii.
    enum Radius {
        case median, enhanced
    }

    /// ν √λ of the actual profile (15), (19), √m.
    let actualNu: Wide
    /// ν √λ of the smooth profile, √m.
    let smoothNu: Wide
    /// Heights of the antennas above the smooth surface, m.
    let h1: Wide
    let h2: Wide
    /// Whether the path reaches beyond the horizon of the smooth Earth (22).
    let isBeyondHorizon: WideMask
    /// hse (23), and hreq/√λ (25), m and √m.
    let clearance: Wide
    let requiredClearance: Wide
    /// log₂ of the radius that the first term of the residue series takes: ap, or aem (26), km.
    let log2Radius: Wide

    init(
        _ batch: borrowing ReceiverBatch, _ radius: Radius, bendPerKilometre c: Float, stepKilometres step: Float
    ) {
        let D = batch[.length]
        h1 = batch[.diffractionTransmitter]
        h2 = batch[.diffractionReceiver]
        actualNu = Self.actual(batch, radius, c)
        smoothNu = SmoothSamples(batch, h1: h1, h2: h2, bendPerKilometre: c, stepKilometres: step).nu

        // (22) to (26)
        let rootSum: Wide = WideFunctions.squareRoot(h1) + WideFunctions.squareRoot(h2)
        let ap: Float = 500 / c
        isBeyondHorizon = D .>= rootSum * Wide((0.002 * ap).squareRoot())
        let sum: Wide = h1 + h2
        let share: Wide = (h1 - h2) / sum  // (24d)
        let m: Wide = D * D * Wide(0.5 * c) / sum  // (24e)
        let m1: Wide = m + 1
        let cosine: Wide =
            (share * Wide(1.5) * WideFunctions.squareRoot(m * Wide(3) / (m1 * m1 * m1))).lowered(to: 1).raised(to: -1)
        let b: Wide = WideFunctions.squareRoot(m1 / (m * Wide(3))) * WideFunctions.thirdAngleRoot(cosine)  // (24c)
        let dse1: Wide = D * Wide(0.5) * (b + Wide(1))  // (24a)
        let dse2: Wide = D - dse1  // (24b)
        let first: Wide = (h1 - dse1 * dse1 * Wide(c)) * dse2
        let second: Wide = (h2 - dse2 * dse2 * Wide(c)) * dse1
        clearance = (first + second) / D  // (23)
        requiredClearance = WideFunctions.squareRoot((dse1 * dse2 / D).raised(to: 0)) * Wide(17.456)
        let root: Wide = D / rootSum
        let aem: Wide = root * root * Wide(500)  // (26)
        log2Radius = WideFunctions.log2(Wide(ap).where(isBeyondHorizon, else: aem))
    }

    /// ν √λ of the actual profile.
    private static func actual(_ batch: borrowing ReceiverBatch, _ radius: Radius, _ c: Float) -> Wide {
        let isMedian = radius == .median
        let D = batch[.length]
        let rise = batch[.rise]
        let q = batch[isMedian ? .clearance : .enhancedClearance]
        let Stim: Wide = batch[isMedian ? .surfaceForward : .enhancedForward] + D * Wide(c)
        let Srim = batch[isMedian ? .surfaceBack : .enhancedBack]
        let isInSight: WideMask = q .>= 0
        let dbp: Wide = (rise + Srim * D) / (Stim + Srim)  // (18)
        let height: Wide = dbp * (Stim - rise / D)
        // A path that grazes: the two lines are one, and no edge rises above it.
        let isEdge: WideMask = (dbp .> 0) .& (dbp .< D)
        let spread: Wide = (Wide(0.002) * D / (dbp * (D - dbp))).where(isEdge, else: Wide(0))
        let hidden: Wide = height * WideFunctions.squareRoot(spread)  // (19)
        let inSight: Wide = -WideFunctions.squareRoot(q.raised(to: 0) * D * Wide(0.002))  // (15)
        return inSight.where(isInSight, else: hidden.where(isEdge, else: Wide(0)))
    }
}
