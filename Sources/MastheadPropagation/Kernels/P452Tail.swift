/// P.452-18 for one carrier, percentage of time and polarization, over the geometry of sixteen receivers.
///
/// Source: Recommendation ITU-R P.452-18, Annex 1; the reference form is `P452.evaluate`, step by step. It differs from
/// P.1812 in its gases, in Fj, and in the clutter near the antennas, which the search leaves out.
struct P452Tail: GeometryTail {
    let needs: RadialNeeds
    let timePercent: Double
    let inverseTime: Double
    let frequencyGigahertz: Double
    private let diffraction: CarrierDiffraction
    private let ducting: CarrierDucting
    private let freeSpaceDB: Float
    private let scatterDB: Float
    private let scatterGasDBPerKilometre: Float
    private let gases: SeaShareCurve
    private let logTime: Float

    init(_ model: P452) {
        needs = RadialNeeds(
            medianRadiusKilometres: model.ae, searchesEnhanced: model.p < 50,
            clutterFreeKilometres: ClutterBeyond50Metres.kilometres)
        timePercent = model.p
        inverseTime = model.inverseTime
        frequencyGigahertz = model.f
        diffraction = CarrierDiffraction(
            frequencyGigahertz: model.f, polarization: model.parameters.polarization)
        ducting = CarrierDucting(model.ducting)
        freeSpaceDB = Float(model.lineOfSight.constantDB)
        scatterDB = Float(model.troposcatter.constantDB + model.couplingDB)
        scatterGasDBPerKilometre = Float(model.gases.scatterDBPerKilometre)
        gases = SeaShareCurve(model.gases)
        logTime = Float(model.logTime)
    }

    func lossDB(_ path: PathGeometry, _ time: PathTime) -> Wide? {
        let γ: Wide = path.hasSea ? gases.specificDB(path.seaShare) : Wide(gases.landDB)
        let riseKilometres: Wide = path.rise * Wide(0.001)
        let slant: Wide = WideFunctions.squareRoot(path.D * path.D + riseKilometres * riseKilometres)  // (8a)
        let Lbfsg: Wide = path.spreadingDB + Wide(freeSpaceDB) + γ * slant  // (8)
        let Lb0p: Wide = Lbfsg + path.multipathDB * Wide(logTime)  // (11)
        let Ld50 = diffraction.lossDB(path, path.median)
        var Ldp = Ld50
        if needs.searchesEnhanced, let enhanced = path.enhanced {
            Ldp = Ld50 + time.interpolation * (diffraction.lossDB(path, enhanced) - Ld50)  // (42)
        }
        let Lbd: Wide = Lb0p + Ldp  // (44)
        let Fj: Wide = Wide(0.5) - WideFunctions.tanh(path.groundObstruction * Wide(8)) * Wide(0.5)  // (58)
        let Lminb0p = NotionalMinimum.lossDB(path, time, Lbfs: Lbfsg, Lb0p: Lb0p, Ld50: Ld50, Ldp: Ldp)

        var Lbda = Lbd
        let ducts = mayDuct(path, time, Lbd, Ld50, γ)
        guard path.hasEdges || !any(ducts .& .!path.isTranshorizon) else { return nil }
        if any(ducts) {
            let Lba: Wide = ducting.lossDB(path, time) + γ * path.D
            let Lminbap = WideCombination.notionalEnhancedDB(Lba, Lb0p)
            let lowered: Wide = Lminbap + (Lbd - Lminbap) * path.distanceFactor
            // The mask of `ducts` keeps a lane from what other lanes ask for.
            Lbda = lowered.where(ducts .& (Lminbap .<= Lbd), else: Lbd)  // (62)
        }
        let Lbam: Wide = Lbda + (Lminb0p - Lbda) * Fj  // (63)
        // (45)
        let Lbs: Wide =
            path.lengthDB + path.theta * Wide(0.573) + Wide(scatterDB) + path.D * Wide(scatterGasDBPerKilometre)
        return WideCombination.combinedDB(Lbs, Lbam)  // (64)
    }

    /// The lanes in which ducting may lower the loss.
    private func mayDuct(
        _ path: PathGeometry, _ time: PathTime, _ Lbd: Wide, _ Ld50: Wide, _ γ: Wide
    ) -> WideMask {
        guard timePercent == 50 else { return WideMask(repeating: true) }
        guard any(Ld50 .> 0) else { return WideMask(repeating: false) }
        // 0.01 dB: more than both sides are rounded by.
        let lowest: Wide = ducting.lowestLossDB(path, time) + γ * path.D
        return (Ld50 .> 0) .& (lowest .<= Lbd + Wide(0.01))
    }
}

/// γo + γw of P.452 (9) over the share of the path over sea: a cubic through four shares, since the density of vapour is
/// linear in the share and the attenuation nearly so in the density.
struct SeaShareCurve: Sendable {
    /// Over land, dB/km.
    let landDB: Float
    private let c1: Float
    private let c2: Float
    private let c3: Float

    init(_ gases: PathGases) {
        let y = (0...3).map { gases.specificDB(seaShare: Double($0) / 3) }
        // Newton's form over t = 3 ω, multiplied out.
        let d1 = y[1] - y[0]
        let d2 = (y[2] - 2 * y[1] + y[0]) / 2
        let d3 = (y[3] - 3 * y[2] + 3 * y[1] - y[0]) / 6
        landDB = Float(y[0])
        c1 = Float(3 * (d1 - d2 + 2 * d3))
        c2 = Float(9 * (d2 - 3 * d3))
        c3 = Float(27 * d3)
    }

    /// dB/km for sixteen shares.
    func specificDB(_ ω: Wide) -> Wide {
        let inner: Wide = (ω * Wide(c3) + Wide(c2)) * ω + Wide(c1)
        return inner * ω + Wide(landDB)
    }
}

extension P452: RadialModel {
    /// The last stage of radials; edition 17, whose paths begin and end in nominal clutter, has none.
    package var radialTail: (any RadialTail)? { edition == .v18 ? P452Tail(self) : nil }
}
