public import MastheadCore

extension ComposedModel {
    /// Each term with its source: the street model's, then vegetation, gases and rain, each followed by what explains it.
    ///
    /// - Throws: As ``require(_:_:)``.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        let way = way(profile, terminals)
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.append(try (way.isInSight ? inSight : hidden).ledger(over: profile, terminals: terminals))
        addVegetation(to: &ledger, way)
        let slant = Self.slantKilometres(profile, terminals)
        if composition.hasGases { addGases(to: &ledger, slantKilometres: slant) }
        if let rain { addRain(to: &ledger, rain, lengthKilometres: profile.lengthKilometres) }
        return ledger
    }

    /// What stands in the line, and what of it counts.
    private func addVegetation(to ledger: inout Ledger, _ way: Way) {
        ledger.detail(
            "lowest clearance of the line over ground and buildings", way.line.solidClearanceMetres, unit: "m",
            from: Self.citation)
        guard let wood else { return }
        if way.isInSight {
            ledger.add("vegetation in the line", way.vegetationDB, symbol: "Aev", from: WoodlandAttenuation.citation)
        }
        ledger.detail("length of the line inside vegetation", way.line.vegetationMetres, unit: "m", symbol: "d")
        guard way.line.vegetationMetres > 0 else { return }
        ledger.detail("specific attenuation", wood.specificDBPerMetre, unit: "dB/m", symbol: "γ")
        ledger.detail("largest attenuation", wood.largestDB, unit: "dB", symbol: "Am")
        if !way.isInSight, way.line.isClearOfSolids {
            // The smaller of both ways counts: this one would have been larger.
            ledger.detail(
                "vegetation, not counted since a hidden path loses less",
                wood.lossDB(depthMetres: way.line.vegetationMetres), unit: "dB", symbol: "Aev",
                from: WoodlandAttenuation.citation)
        }
    }

    private func addGases(to ledger: inout Ledger, slantKilometres: Double) {
        let source = GaseousAttenuation.citation("§1, eq. (1)")
        ledger.add("gases", (gases.oxygen + gases.vapour) * slantKilometres, symbol: "Ag", from: source)
        ledger.detail("specific attenuation by oxygen", gases.oxygen, unit: "dB/km", symbol: "γo", from: source)
        ledger.detail("specific attenuation by water vapour", gases.vapour, unit: "dB/km", symbol: "γw", from: source)
        ledger.detail("distance between the antennas", slantKilometres, unit: "km", symbol: "d")
    }

    private func addRain(to ledger: inout Ledger, _ rain: RainAttenuation, lengthKilometres d: Double) {
        ledger.add(
            "rain at the stated availability", rainDB(d), symbol: "Ap", from: RainAttenuation.citation("eq. (34)"))
        if let stated = composition.rain {
            ledger.detail("availability", stated.availabilityPercent, unit: "%")
            ledger.detail("percentage of time", stated.timePercent, unit: "%", symbol: "p")
        }
        ledger.detail("rain rate for 0.01 % of the time", rain.rainRate, unit: "mm/h", symbol: "R₀.₀₁")
        ledger.detail(
            "specific attenuation by rain", rain.specificDBPerKilometre, unit: "dB/km", symbol: "γR",
            from: RainSpecificAttenuation.citation)
        ledger.detail(
            "distance factor", rain.distanceFactor(lengthKilometres: d), unit: "", symbol: "r",
            from: RainAttenuation.citation("eq. (32)"))
    }

    /// The catalogue's entry.
    public static let entry = ModelEntry(
        id: "composed", title: "Composition for millimetre waves", edition: document,
        purpose: "Coverage at 26 and 40 GHz: streets in sight or hidden, with gases, rain and vegetation.",
        validity: [
            "the ranges of the street model that the composition names",
            "with gases: \(GaseousAttenuation.frequencies.subject) \(GaseousAttenuation.frequencies)",
            "with rain: \(RainAttenuation.frequencies.subject) \(RainAttenuation.frequencies)",
            "with rain: \(RainAttenuation.lengths.line)", "with rain: \(Composition.Rain.availabilities.line)",
            "with vegetation: \(WoodlandAttenuation.frequencies.subject) \(WoodlandAttenuation.frequencies)",
        ], citation: citation, readsComposition: true,
        prepare: { (parameters, location) throws(MastheadError) in try prepare(for: parameters, at: location) })
}
