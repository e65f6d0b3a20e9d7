/// The values of the equations that depend on terrain and climate but not on the carrier, for sixteen receivers.
///
/// Source: Recommendation ITU-R P.1812-8, §3 to §4.6 and Attachment 1 to Annex 1; Recommendation ITU-R P.452-18, Annex 1,
/// §3 and §4. Equation numbers are those of P.1812. Lengths in km, heights in m, angles in mrad. The reference form is
/// `P1812.evaluate`; `RadialFormTests` holds the two together.
struct PathGeometry {
    let D: Wide
    /// hrs − hts.
    let rise: Wide
    let isTranshorizon: WideMask
    let thetaT: Wide
    let thetaR: Wide
    /// θ (84).
    let theta: Wide
    let dlt: Wide
    let dlr: Wide
    /// dlt + dlr; the whole path in sight.
    let horizonsSum: Wide
    let hte: Wide
    let hre: Wide
    let hm: Wide
    let transmitterAltitude: Wide
    let receiverAltitude: Wide
    let seaShare: Wide
    let transmitterCoast: Wide
    let receiverCoast: Wide
    let isReceiverAtSea: WideMask
    let receiverClutter: Wide
    let receiverAntenna: Wide
    /// Whether part of any path runs over sea, and whether some of one does and some does not.
    let hasSea: Bool
    let hasMixedSea: Bool
    /// Diffraction over the median effective radius, and over the enhanced one where it was searched.
    let median: DiffractionGeometry
    let enhanced: DiffractionGeometry?
    /// 10 log₁₀ of the square of the distance between the antennas, dB.
    let spreadingDB: Wide
    /// Esp of (9a) without log₁₀(p/50), dB.
    let multipathDB: Wide
    /// 20 log₁₀ d and 20 log₁₀ (dlt + dlr), dB.
    let lengthDB: Wide
    let horizonsDB: Wide
    /// Fk (58).
    let distanceFactor: Wide
    /// Stim − Str over bare ground, m/km, by which P.452 interpolates.
    let groundObstruction: Wide
    /// τ (3) and log₁₀ β₀ (5).
    let inlandFactor: Wide
    let logBeta0: Wide
    /// ae, km.
    let medianRadius: Float
    /// Whether the horizons of paths in sight are their principal edges; where not, they are of no use.
    let hasEdges: Bool

    init(_ batch: borrowing ReceiverBatch, stepKilometres: Double, needs: RadialNeeds) {
        let ae = Float(needs.medianRadiusKilometres)
        let bend = Float(500 / needs.medianRadiusKilometres)
        medianRadius = ae
        hasEdges = batch.hasEdges
        D = batch[.length]
        rise = batch[.rise]
        isTranshorizon = batch[.transhorizon] .> 0
        let cD: Wide = D * Wide(bend)
        let Str: Wide = rise / D
        let forward = batch[.groundForward]
        groundObstruction = forward + cD - Str
        let tanT: Wide = forward.where(isTranshorizon, else: Str - cD)  // (76), (78)
        let tanR: Wide = batch[.groundBack].where(isTranshorizon, else: -Str) - cD  // (81), (82)
        thetaT = WideFunctions.arctan(tanT * Wide(0.001)) * Wide(1000)
        thetaR = WideFunctions.arctan(tanR * Wide(0.001)) * Wide(1000)
        theta = D * Wide(1000 / ae) + (thetaT + thetaR)
        dlt = batch[.transmitterHorizon]
        dlr = batch[.receiverHorizon]
        horizonsSum = (dlt + dlr).where(isTranshorizon, else: D)
        hte = batch[.effectiveTransmitter]
        hre = batch[.effectiveReceiver]
        hm = batch[.roughness]
        transmitterAltitude = batch[.transmitterAltitude]
        receiverAltitude = batch[.receiverAltitude]
        seaShare = batch[.seaShare]
        transmitterCoast = batch[.transmitterCoast]
        receiverCoast = batch[.receiverCoast]
        isReceiverAtSea = batch[.receiverAtSea] .> 0
        receiverClutter = batch[.receiverClutter]
        receiverAntenna = batch[.receiverAntenna]
        hasSea = any(seaShare .> 0)
        hasMixedSea = any((seaShare .> 0) .& (seaShare .< 1))
        median = DiffractionGeometry(
            batch, .median, bendPerKilometre: bend, stepKilometres: Float(stepKilometres))
        enhanced =
            needs.searchesEnhanced
            ? DiffractionGeometry(
                batch, .enhanced, bendPerKilometre: Float(500 / RadioClimate.enhancedEffectiveRadiusKilometres),
                stepKilometres: Float(stepKilometres)) : nil

        let riseKilometres: Wide = rise * Wide(0.001)
        let log2D: Wide = WideFunctions.log2(D)
        spreadingDB =
            WideFunctions.log2(D * D + riseKilometres * riseKilometres) * Wide(10 * WideFunctions.log10Of2)
        lengthDB = log2D * Wide(20 * WideFunctions.log10Of2)
        horizonsDB = WideFunctions.log2(horizonsSum) * Wide(20 * WideFunctions.log10Of2)
        multipathDB = (Wide(1) - WideFunctions.exp(horizonsSum * Wide(-0.1))) * Wide(2.6)
        distanceFactor = Wide(0.5) - WideFunctions.tanh((D - 20) * Wide(0.075)) * Wide(0.5)

        // (2) to (5), in logarithms.
        let dlm = batch[.longestInland]
        let dtm = batch[.longestLand]
        let latitude = batch[.latitude].magnitude
        inlandFactor =
            Wide(1)
            - WideFunctions.exp(
                WideFunctions.power(dlm.raised(to: .leastNormalMagnitude), Wide(2.41)) * Wide(-4.12e-4))
        let short: Wide = WideFunctions.exp10(-dtm / (Wide(16) - inlandFactor * Wide(6.6)))
        let long: Wide = WideFunctions.exp10((inlandFactor * Wide(0.354) + Wide(0.496)) * Wide(-5))
        let logMu1: Wide = (WideFunctions.log10(short + long) * Wide(0.2)).lowered(to: 0)
        let mild: Wide =
            latitude * Wide(-0.015) + Wide(1.67) + logMu1 * (Wide(1 - 0.935) + latitude * Wide(0.0176))
        let polar: Wide = logMu1 * Wide(1.3) + Wide(0.62013606)
        logBeta0 = mild.where(latitude .<= 70, else: polar)
    }
}
