/// Ducting and layer reflection for one carrier, for sixteen receivers.
///
/// Source: Recommendation ITU-R P.1812-8, §4.5; the reference form is `Ducting`.
struct CarrierDucting: Sendable {
    private let carrierDB: Float
    private let cubeRootFrequency: Float
    private let rootFrequency: Float

    init(_ ducting: Ducting) {
        carrierDB = Float(ducting.carrierDB)
        cubeRootFrequency = Float(ducting.cubeRootFrequency)
        rootFrequency = Float(ducting.frequencyGigahertz.squareRoot())
    }

    /// Lba (46), dB.
    func lossDB(_ path: PathGeometry, _ time: PathTime) -> Wide {
        var Af: Wide = path.horizonsDB + Wide(carrierDB)  // (47)
        Af += shieldingDB(path.thetaT - path.dlt * Wide(0.1), path.dlt)
        Af += shieldingDB(path.thetaR - path.dlr * Wide(0.1), path.dlr)
        if path.hasSea {
            Af += seaCouplingDB(path.transmitterCoast, path.dlt, path.transmitterAltitude, path.seaShare)
            Af += seaCouplingDB(path.receiverCoast, path.dlr, path.receiverAltitude, path.seaShare)
        }
        let γd: Float = 5e-5 * path.medianRadius * cubeRootFrequency  // (51)
        return Af + time.ductAngle * Wide(γd) + time.variabilityDB  // (50)
    }

    /// A loss that Lba does not fall below where p = 50 %, dB: without shielding, with the horizon angles as low as they
    /// can count, and with all that (49) can give near the sea. It needs no principal edge.
    func lowestLossDB(_ path: PathGeometry, _ time: PathTime) -> Wide {
        let θ: Wide =
            path.D * Wide(1000 / path.medianRadius) + path.thetaT.lowered(to: 0) + path.thetaR.lowered(to: 0)
        let lowest: Wide =
            path.horizonsDB + Wide(carrierDB) + θ * Wide(5e-5 * path.medianRadius * cubeRootFrequency)
            + time.lowestVariabilityDB
        return path.hasSea ? lowest - Wide(12).where(path.seaShare .>= Wide(0.75), else: Wide(0)) : lowest
    }

    /// Ast or Asr (48), dB.
    @inline(__always)
    private func shieldingDB(_ θ: Wide, _ dl: Wide) -> Wide {
        let isShielded: WideMask = θ .> 0
        guard any(isShielded) else { return Wide(0) }
        let held: Wide = θ.raised(to: 0)
        let sum: Wide = held * WideFunctions.squareRoot(dl) * Wide(0.361 * rootFrequency) + Wide(1)
        let shielding: Wide =
            WideFunctions.log2(sum) * Wide(20 * WideFunctions.log10Of2) + held * Wide(0.264 * cubeRootFrequency)
        return shielding.where(isShielded, else: Wide(0))
    }

    /// Act or Acr (49), dB.
    @inline(__always)
    private func seaCouplingDB(_ dc: Wide, _ dl: Wide, _ hs: Wide, _ ω: Wide) -> Wide {
        let counts: WideMask = (ω .>= Wide(0.75)) .& (dc .<= dl) .& (dc .<= Wide(5))
        guard any(counts) else { return Wide(0) }
        let height: Wide = WideFunctions.tanh((Wide(50) - hs) * Wide(0.07)) + Wide(1)
        let gain: Wide = WideFunctions.exp(dc.lowered(to: 5) * dc.lowered(to: 5) * Wide(-0.25)) * height * Wide(-3)
        return gain.where(counts, else: Wide(0))
    }
}
