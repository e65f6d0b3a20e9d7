extension P452 {
    /// Computes a path by the rule that the edition has for clutter.
    func evaluate(
        _ profile: PathProfile, _ terminals: PathTerminals, complete: Bool, into b: inout P452Breakdown
    ) {
        let zones = ZoneLengths(profile)
        guard edition == .v17 else {
            evaluate(
                profile, terminals, zones, clutter: ClutterBeyond50Metres.self, addedDB: 0, complete: complete,
                into: &b)
            return
        }
        let section = TerminalClutterLoss.section(of: profile, terminals)
        // A path that `require` refuses: the fast form, which does not ask it, leaves the clutter out.
        guard TerminalClutterLoss.leavesPath(section, of: profile) else {
            evaluate(profile, terminals, zones, clutter: NoClutter.self, addedDB: 0, complete: complete, into: &b)
            return
        }
        let Aht = TerminalClutterLoss.lossDB(
            terminals.transmitterClutter, antennaMetres: terminals.transmitterHeightMetres, frequencyGigahertz: f)
        let Ahr = TerminalClutterLoss.lossDB(
            terminals.receiverClutter, antennaMetres: terminals.receiverHeightMetres, frequencyGigahertz: f)
        (b.transmitterClutterDB, b.receiverClutterDB) = (Aht, Ahr)
        // Zones and climate stay those of the whole path, as in the reference results.
        evaluate(
            section.count == profile.count ? profile : profile.section(section), TerminalClutterLoss.raised(terminals),
            zones, clutter: NoClutter.self, addedDB: Aht + Ahr, complete: complete, into: &b)
    }

    /// Computes a path in the order of the Recommendation.
    ///
    /// Where `complete` is false, steps are left out that cannot change Lb, and their values stay zero. Each step says
    /// why; what remains is computed by the same instructions, so that Lb is the same to the last bit.
    private func evaluate<Rule: ClutterRule>(
        _ profile: PathProfile, _ terminals: PathTerminals, _ zones: ZoneLengths, clutter: Rule.Type,
        addedDB: Double, complete: Bool, into b: inout P452Breakdown
    ) {
        let search = ProfileSearch(profile, terminals, zones: zones, curvature: 500 / ae, clutter: clutter)
        evaluate(search, terminals, addedDB: addedDB, complete: complete, into: &b)
    }

    /// The same, however the terrain is searched.
    @inline(__always)
    func evaluate<Search: PathSearch>(
        _ search: Search, _ terminals: PathTerminals, addedDB: Double, complete: Bool, into b: inout P452Breakdown
    ) {
        let D = search.lengthKilometres
        let (hts, hrs) = (search.transmitterMetres, search.receiverMetres)
        let zones = search.zones
        let ω = zones.seaShare

        // Attachment 2: what follows from one search along the path.
        let scan = search.scan
        let horizons = Horizons(
            scan, transmitterMetres: hts, receiverMetres: hrs, lengthKilometres: D, effectiveRadiusKilometres: ae)
        let surface = SmoothSurface(
            scan, lengthKilometres: D, transmitterGround: search.transmitterGround,
            receiverGround: search.receiverGround)

        // §4.2: diffraction.
        let median = DeltaBullington(
            over: search, surface.hstd, surface.hsrd, ae, f, ω, parameters.polarization, onlyWhatMatters: !complete)
        let Ld50 = median.lossDB
        // Ldp = Ld50 at p = 50, so that the second radius matters below 50 % only.
        var enhanced = DeltaBullington()
        if complete || p < 50 {
            enhanced = DeltaBullington(
                over: search, surface.hstd, surface.hsrd, RadioClimate.enhancedEffectiveRadiusKilometres, f, ω,
                parameters.polarization, onlyWhatMatters: !complete)
        }
        let Ldβ = enhanced.lossDB

        // §4.1: line of sight. On a path in sight both horizons are one point, and dlt + dlr is the whole path.
        let rise = (hts - hrs) / 1000
        let slant = (D * D + rise * rise).squareRoot()  // (8a)
        let γ = gases.specificDB(seaShare: ω)
        let Ag = γ * slant  // (9)
        let Lbfs = lineOfSight.freeSpaceDB(D, hts - hrs)
        let Lbfsg = Lbfs + Ag  // (8)
        let sum = horizons.span(search.distances, lengthKilometres: D)
        let multipath = ClearPath.multipathDB(horizonsSum: sum)
        let Lb0p = Lbfsg + multipath * logTime  // (10a), (11)

        // §4.5, the parts that decide what else is needed.
        let Str = (hrs - hts) / D  // (15)
        let Fj = 1 - 0.5 * (1 + Elementary.tanh(3 * 0.8 * (scan.groundFromTransmitter - Str) / 0.3))  // (58)
        let Lbd50 = Lbfsg + Ld50  // (43)
        // Without any diffraction Lbd = Lb0p, and Lminbap is not below Lb0p: (62) leaves Lbd as it is. At p = 50, where A(p)
        // of (53) is not below zero, a bound on Lba shows the same for many paths in sight.
        var needsDucting = complete || p < 50 || Ld50 > 0
        if !complete, p == 50, needsDucting, ω < 0.75 {
            let lowest = ducting.lowestLossDB(
                D, horizonsSum: sum, thetaT: horizons.thetaT, thetaR: horizons.thetaR, ae: ae)
            needsDucting = lowest + γ * D <= Lb0p + Ld50 + 1e-6
        }
        // Fj reaches zero some 2.3 mrad beyond grazing, and then (63) does not look at Lminb0p.
        let needsMinimum = complete || Fj != 0
        let needsClimate = needsDucting || needsMinimum || p < 50
        // (3a) to (5), (41a), (42)
        let anomalous =
            needsClimate
            ? AnomalousTime(
                zones, latitudeDegrees: terminals.midpointLatitudeDegrees, timePercent: p, inverseTime: inverseTime)
            : AnomalousTime()
        let (β0, Fi) = (anomalous.beta0, anomalous.interpolation)
        let Ldp = p == 50 ? Ld50 : Ld50 + Fi * (Ldβ - Ld50)
        let Lbd = Lb0p + Ldp  // (44)

        // (60)
        var Lb0β = 0.0
        var Lminb0p = 0.0
        if needsMinimum {
            Lb0β = Lbfsg + multipath * Elementary.log10(β0 / 50)  // (10b), (12)
            Lminb0p =
                p < β0 ? Lb0p + (1 - ω) * Ldp : Lbd50 + (Lb0β + (1 - ω) * Ldp - Lbd50) * Fi
        }

        // (46) to (62)
        var Lbda = Lbd
        let Fk = LossCombination.distanceFactor(D)  // (59)
        if needsDucting {
            let path = Ducting.Path(
                search, terminals, horizons, surface, ae: ae, b0: β0, inlandFactor: anomalous.inlandFactor)
            let Lba = ducting.lossDB(path, timePercent: p) + γ * D
            let Lminbap = LossCombination.notionalEnhancedDB(Lba, Lb0p)
            if Lminbap <= Lbd { Lbda = Lminbap + (Lbd - Lminbap) * Fk }  // (62)
            if complete { b.path.note(path, Lba: Lba, Lminbap: Lminbap) }
        }

        // (63), (64). The gases of troposcatter and of ducting count along the path, as the reference software has it.
        let Lbam = needsMinimum ? Lbda + (Lminb0p - Lbda) * Fj : Lbda
        let Lbs =
            troposcatter.lossDB(lengthKilometres: D, theta: horizons.theta) + couplingDB
            + gases.scatterDBPerKilometre * D  // (45)
        let combined = LossCombination.combinedDB(Lbs, Lbam)
        b.lossDB = combined + addedDB
        guard complete else { return }

        b.path.note(zones, lengthKilometres: D, latitude: terminals.midpointLatitudeDegrees, β0: β0, ae: ae)
        b.path.note(horizons, surface, hts: hts, hrs: hrs)
        b.path.note(median, enhanced, Ldp: Ldp)
        b.slantKilometres = slant
        (b.path.timeFactor, b.path.angleFactor, b.path.distanceFactor) = (Fi, Fj, Fk)
        (b.gasDB, b.freeSpaceAndGasDB, b.path.lineOfSightDB, b.path.lineOfSightBetaDB) = (Ag, Lbfsg, Lb0p, Lb0β)
        (b.path.medianBasicDiffractionDB, b.path.basicDiffractionDB, b.path.notionalMinimumDB) = (Lbd50, Lbd, Lminb0p)
        (b.path.enhancedDiffractionDB, b.path.modifiedDB, b.path.troposcatterDB, b.combinedDB) = (
            Lbda, Lbam, Lbs, combined
        )
    }
}
