extension P1812 {
    /// Computes a path in the order of the Recommendation.
    ///
    /// Where `complete` is false, steps are left out that cannot change Lb, and their values stay zero. Each step says
    /// why; what remains is computed by the same instructions, so that Lb is the same to the last bit.
    func evaluate(
        _ profile: PathProfile, _ terminals: PathTerminals, complete: Bool, into b: inout P1812Breakdown
    ) {
        let search = ProfileSearch(
            profile, terminals, zones: ZoneLengths(profile), curvature: 500 / ae, clutter: ClutterBetweenEnds.self)
        evaluate(search, terminals, complete: complete, into: &b)
    }

    /// The same, however the terrain is searched.
    @inline(__always)
    func evaluate<Search: PathSearch>(
        _ search: Search, _ terminals: PathTerminals, complete: Bool, into b: inout P1812Breakdown
    ) {
        let D = search.lengthKilometres
        let (hts, hrs) = (search.transmitterMetres, search.receiverMetres)
        let zones = search.zones
        let ω = zones.seaShare

        // Attachment 1: what follows from one search along the path.
        let horizons = Horizons(
            search.scan, transmitterMetres: hts, receiverMetres: hrs, lengthKilometres: D,
            effectiveRadiusKilometres: ae)
        let surface = SmoothSurface(
            search.scan, lengthKilometres: D, transmitterGround: search.transmitterGround,
            receiverGround: search.receiverGround)

        // §4.3: diffraction.
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

        // §4.2: line of sight. On a path in sight both horizons are one point, and dlt + dlr is the whole path.
        let Lbfs = lineOfSight.freeSpaceDB(D, hts - hrs)
        let θ = horizons.theta
        let sum = horizons.span(search.distances, lengthKilometres: D)
        let multipath = ClearPath.multipathDB(horizonsSum: sum)
        let Lb0p = Lbfs + multipath * logTime  // (9a), (10)

        // §4.6, the parts that decide what else is needed.
        let Fj = 1 - 0.5 * (1 + Elementary.tanh(3 * 0.8 * (θ - 0.3) / 0.3))  // (57)
        let Lbd50 = Lbfs + Ld50  // (42)
        // Without any diffraction Lbd = Lb0p, and Lminbap is not below Lb0p: (61) leaves Lbd as it is. At p = 50, where A(p)
        // of (53) is not below zero, a bound on Lba shows the same for many paths in sight.
        var needsDucting = complete || p < 50 || Ld50 > 0
        if !complete, p == 50, needsDucting, ω < 0.75 {
            let lowest = ducting.lowestLossDB(
                D, horizonsSum: sum, thetaT: horizons.thetaT, thetaR: horizons.thetaR, ae: ae)
            needsDucting = lowest <= Lb0p + Ld50 + 1e-6
        }
        // Fj reaches zero beyond 2.8 mrad, and then (62) does not look at Lminb0p.
        let needsMinimum = complete || Fj != 0
        let needsClimate = needsDucting || needsMinimum || p < 50
        // (3) to (5), (40), (41)
        let anomalous =
            needsClimate
            ? AnomalousTime(
                zones, latitudeDegrees: terminals.midpointLatitudeDegrees, timePercent: p, inverseTime: inverseTime)
            : AnomalousTime()
        let (β0, Fi) = (anomalous.beta0, anomalous.interpolation)
        let Ldp = p == 50 ? Ld50 : Ld50 + Fi * (Ldβ - Ld50)
        let Lbd = Lb0p + Ldp  // (43)

        // (59)
        var Lb0β = 0.0
        var Lminb0p = 0.0
        if needsMinimum {
            Lb0β = Lbfs + multipath * Elementary.log10(β0 / 50)  // (9b), (11)
            Lminb0p =
                p < β0 ? Lb0p + (1 - ω) * Ldp : Lbd50 + (Lb0β + (1 - ω) * Ldp - Lbd50) * Fi
        }

        // (46) to (61)
        var Lbda = Lbd
        let Fk = LossCombination.distanceFactor(D)  // (58)
        if needsDucting {
            let path = Ducting.Path(
                search, terminals, horizons, surface, ae: ae, b0: β0, inlandFactor: anomalous.inlandFactor)
            let Lba = ducting.lossDB(path, timePercent: p)
            let Lminbap = LossCombination.notionalEnhancedDB(Lba, Lb0p)
            if Lminbap <= Lbd { Lbda = Lminbap + (Lbd - Lminbap) * Fk }  // (61)
            if complete { b.path.note(path, Lba: Lba, Lminbap: Lminbap) }
        }

        // (62), (63)
        let Lbam = needsMinimum ? Lbda + (Lminb0p - Lbda) * Fj : Lbda
        let Lbs = troposcatter.lossDB(lengthKilometres: D, theta: θ)
        let Lbc = LossCombination.combinedDB(Lbs, Lbam)

        // §4.7, (69)
        let σ = zones.ends.receiverAtSea ? 0 : sigmaDB(search.receiverClutter, terminals)
        let Lloc = zones.ends.receiverAtSea ? 0 : locationFactor * σ
        let Lb = max(Lb0p, Lbc + Lloc)
        b.lossDB = Lb
        guard complete else { return }

        b.path.note(zones, lengthKilometres: D, latitude: terminals.midpointLatitudeDegrees, β0: β0, ae: ae)
        b.path.note(horizons, surface, hts: hts, hrs: hrs)
        b.path.note(median, enhanced, Ldp: Ldp)
        (b.path.timeFactor, b.path.angleFactor, b.path.distanceFactor) = (Fi, Fj, Fk)
        (b.freeSpaceDB, b.path.lineOfSightDB, b.path.lineOfSightBetaDB) = (Lbfs, Lb0p, Lb0β)
        (b.path.medianBasicDiffractionDB, b.path.basicDiffractionDB, b.path.notionalMinimumDB) = (Lbd50, Lbd, Lminb0p)
        (b.path.enhancedDiffractionDB, b.path.modifiedDB, b.path.troposcatterDB, b.medianLocationDB) = (
            Lbda, Lbam, Lbs, Lbc
        )
        (b.locationSigmaDB, b.locationDB) = (σ, Lloc)
        b.fieldStrengthDBuVm = 199.36 + 20 * Elementary.log10(f) - Lb  // (70)
    }

    /// The standard deviation of the location variability on land, dB: the one that was given, or the method's own.
    private func sigmaDB(_ clutter: Double, _ terminals: PathTerminals) -> Double {
        guard givenSigmaDB.isNaN else { return givenSigmaDB }
        return LocationVariability.heightFactor(terminals.receiverHeightMetres, clutter) * openSigmaDB
    }
}
