/// P.1812 for one carrier, percentage of time and polarization, over the geometry of sixteen receivers.
///
/// Source: Recommendation ITU-R P.1812-8; the reference form is `P1812.evaluate`, step by step.
struct P1812Tail: GeometryTail {
    let needs: RadialNeeds
    let timePercent: Double
    let inverseTime: Double
    let frequencyGigahertz: Double
    private let diffraction: CarrierDiffraction
    private let ducting: CarrierDucting
    private let freeSpaceDB: Float
    private let scatterDB: Float
    private let logTime: Float
    private let locationFactor: Float
    private let openSigmaDB: Float
    private let givenSigmaDB: Float?

    init(_ model: P1812) {
        needs = RadialNeeds(medianRadiusKilometres: model.ae, searchesEnhanced: model.p < 50)
        timePercent = model.p
        inverseTime = model.inverseTime
        frequencyGigahertz = model.f
        diffraction = CarrierDiffraction(
            frequencyGigahertz: model.f, polarization: model.parameters.polarization)
        ducting = CarrierDucting(model.ducting)
        freeSpaceDB = Float(model.lineOfSight.constantDB)
        scatterDB = Float(model.troposcatter.constantDB)
        logTime = Float(model.logTime)
        locationFactor = Float(model.locationFactor)
        openSigmaDB = Float(model.openSigmaDB)
        givenSigmaDB = model.givenSigmaDB.isNaN ? nil : Float(model.givenSigmaDB)
    }

    func lossDB(_ path: PathGeometry, _ time: PathTime) -> Wide? {
        let Lbfs: Wide = path.spreadingDB + Wide(freeSpaceDB)  // (8)
        let Lb0p: Wide = Lbfs + path.multipathDB * Wide(logTime)  // (10)
        let Ld50 = diffraction.lossDB(path, path.median)
        var Ldp = Ld50
        if needs.searchesEnhanced, let enhanced = path.enhanced {
            Ldp = Ld50 + time.interpolation * (diffraction.lossDB(path, enhanced) - Ld50)  // (41)
        }
        let Lbd: Wide = Lb0p + Ldp  // (43)

        // (57), (59): Fj is zero beyond some 3 mrad.
        let Fj: Wide = Wide(0.5) - WideFunctions.tanh((path.theta - Wide(0.3)) * Wide(8)) * Wide(0.5)
        let Lminb0p = NotionalMinimum.lossDB(
            path, time, Lbfs: Lbfs, Lb0p: Lb0p, Ld50: Ld50, Ldp: Ldp)

        // (46) to (61): without diffraction Lbd = Lb0p, and Lminbap is not below it; nor where Lba is known to be higher.
        var Lbda = Lbd
        let ducts = mayDuct(path, time, Lbd, Ld50)
        guard path.hasEdges || !any(ducts .& .!path.isTranshorizon) else { return nil }
        if any(ducts) {
            let Lminbap = WideCombination.notionalEnhancedDB(ducting.lossDB(path, time), Lb0p)
            let lowered: Wide = Lminbap + (Lbd - Lminbap) * path.distanceFactor
            // The mask of `ducts` keeps a lane from what other lanes ask for.
            Lbda = lowered.where(ducts .& (Lminbap .<= Lbd), else: Lbd)
        }
        let Lbam: Wide = Lbda + (Lminb0p - Lbda) * Fj  // (62)
        let Lbs: Wide = path.lengthDB + path.theta * Wide(0.573) + Wide(scatterDB)  // (44)
        let Lbc = WideCombination.combinedDB(Lbs, Lbam)  // (63)
        guard locationFactor != 0 else { return Lb0p.raised(to: Lbc) }
        let σ: Wide = Wide(0).where(path.isReceiverAtSea, else: sigmaDB(path))
        return Lb0p.raised(to: Lbc + σ * Wide(locationFactor))  // (69)
    }

    /// The lanes in which ducting may lower the loss.
    private func mayDuct(_ path: PathGeometry, _ time: PathTime, _ Lbd: Wide, _ Ld50: Wide) -> WideMask {
        guard timePercent == 50 else { return WideMask(repeating: true) }
        guard any(Ld50 .> 0) else { return WideMask(repeating: false) }
        // 0.01 dB: more than both sides are rounded by.
        return (Ld50 .> 0) .& (ducting.lowestLossDB(path, time) .<= Lbd + Wide(0.01))
    }

    /// σL on land (§4.7), dB.
    private func sigmaDB(_ path: PathGeometry) -> Wide {
        if let givenSigmaDB { return Wide(givenSigmaDB) }
        let over: Wide = path.receiverAntenna - path.receiverClutter
        return (Wide(1) - over * Wide(0.1)).raised(to: 0).lowered(to: 1) * Wide(openSigmaDB)
    }
}

extension P1812: RadialModel {
    /// The last stage of radials.
    package var radialTail: (any RadialTail)? { P1812Tail(self) }
}
