public import MastheadCore

/// A loss at millimetre waves: a model for streets by whether the antennas see each other over ground and clutter, and what
/// gases, rain and vegetation take beside it.
///
/// Ground or solid clutter in the way hides the path. Vegetation alone leaves it in sight, less what the leaves take along
/// the line; where they would take more than a hidden path loses, the wave comes the hidden way.
public struct ComposedModel: TransmissionLossModel {
    /// What it is put together from.
    public let composition: Composition

    private let frequency: Frequency
    private let atmosphere: Atmosphere
    private let deltaN: Double
    private let inSight: any TransmissionLossModel
    private let hidden: any TransmissionLossModel
    /// γo + γw, dB/km; 0 without gases.
    private let gasDBPerKilometre: Double
    private let rain: RainAttenuation?
    /// Ap over A₀.₀₁ for the availability.
    private let rainFactor: Double
    private let wood: WoodlandAttenuation?

    static let document = "Masthead, composition of the band template"

    /// Prepares the model for one carrier.
    ///
    /// - Throws: `outside-validity` where there is no composition, or a part of it does not cover the carrier; all that is
    ///   wrong at once.
    public static func prepare(
        for parameters: PropagationParameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> ComposedModel {
        guard let composition = parameters.composition else {
            throw MastheadError(
                .outsideValidity, "the model \"composed\" has no composition", at: location,
                remedy: "Use a band template with a composition, such as n258-26, or another model.")
        }
        return try ComposedModel(parameters, composition, location)
    }

    private init(
        _ parameters: PropagationParameters, _ composition: Composition, _ location: ErrorLocation
    ) throws(MastheadError) {
        let base = try ModelCatalogue.entry(composition.base, at: location)
        guard base.tellsSight else {
            let names = ModelCatalogue.entries.filter(\.tellsSight).map(\.id).joined(separator: ", ")
            throw MastheadError(
                .outsideValidity, "\"\(base.id)\" cannot be told whether a path is in sight", at: location,
                remedy: "Compose with one of: \(names).")
        }
        var stated = parameters
        stated.sightline = .lineOfSight
        inSight = try base.prepare(stated, location)
        stated.sightline = .nonLineOfSight
        hidden = try base.prepare(stated, location)
        self.composition = composition
        frequency = parameters.frequency
        atmosphere = parameters.atmosphere
        deltaN = parameters.deltaN
        gasDBPerKilometre = try Self.gases(parameters, composition, location)
        if let stated = composition.rain {
            let rain = try RainAttenuation(
                frequency: parameters.frequency, rainRate: stated.rate,
                tiltDegrees: RainSpecificAttenuation.tiltDegrees(of: parameters.polarization), at: location)
            try RainAttenuation.percentages.require(
                stated.timePercent, at: location, remedy: "Ask for an availability of 99 % to 99.999 %.")
            self.rain = rain
            rainFactor = rain.timeFactor(stated.timePercent)
        } else {
            rain = nil
            rainFactor = 0
        }
        wood = try composition.vegetation.map { stated throws(MastheadError) in
            try WoodlandAttenuation(
                specificDBPerMetre: stated.specificDBPerMetre,
                largestDB: try WoodlandAttenuation.largestDB(
                    frequency: parameters.frequency, a1: stated.a1, alpha: stated.alpha, at: location),
                at: location)
        }
    }

    private static func gases(
        _ parameters: PropagationParameters, _ composition: Composition, _ location: ErrorLocation
    ) throws(MastheadError) -> Double {
        guard composition.hasGases else { return 0 }
        try GaseousAttenuation.require(parameters.frequency, parameters.atmosphere, at: location)
        let air = parameters.atmosphere
        let γ = GaseousAttenuation.specific(
            frequencyGigahertz: parameters.frequency.gigahertz, dryPressureHectopascals: air.dryPressureHectopascals,
            temperatureKelvin: air.temperatureKelvin,
            vapourDensity: air.vapourDensityGramsPerCubicMetre ?? GaseousAttenuation.standardVapourDensity)
        return γ.oxygen + γ.vapour
    }

    /// Those of the model for streets, in sight and hidden.
    public var lengths: ClosedRange<Double> {
        let nearest = max(inSight.lengths.lowerBound, hidden.lengths.lowerBound)
        return nearest...max(nearest, min(inSight.lengths.upperBound, hidden.lengths.upperBound))
    }

    /// Refuses a path that the model for streets does not cover, in sight or hidden as it is.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 2)
        let line = LineOfSight(over: profile, terminals: terminals, deltaN: deltaN)
        try (isInSight(line) ? inSight : hidden).require(profile, terminals)
        if rain != nil { try RainAttenuation.lengths.require(profile.lengthKilometres) }
    }

    /// Basic transmission loss in dB: the sum of ``ledger(over:terminals:)``.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        let way = way(profile, terminals)
        return way.streetDB + way.vegetationDB + effectsDB(profile, terminals)
    }

    /// A loss that no path of this length falls below: in sight, with gases and rain.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        inSight.lowestLossDB(
            distanceKilometres: distanceKilometres, altitudeDifferenceMetres: altitudeDifferenceMetres)
            + gasDBPerKilometre * distanceKilometres + rainDB(distanceKilometres) - 1e-9
    }

    /// Each term with its source.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        let way = way(profile, terminals)
        let street = try (way.isInSight ? inSight : hidden).ledger(over: profile, terminals: terminals)
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.append(street)
        if way.vegetationDB > 0 {
            ledger.add("vegetation in the way", way.vegetationDB, symbol: "Aev", from: WoodlandAttenuation.citation)
        }
        if composition.hasGases {
            ledger.add(
                "gases", gasDBPerKilometre * slantKilometres(profile, terminals), symbol: "Ag",
                from: GaseousAttenuation.citation("eq. (1)"))
        }
        if let stated = composition.rain {
            ledger.add(
                "rain", rainDB(profile.lengthKilometres), symbol: "Ap", from: RainAttenuation.citation("eq. (34)"))
            ledger.detail("rain rate for 0.01 % of the time", stated.rate, unit: "mm/h", symbol: "R₀.₀₁")
            ledger.detail("availability in rain", stated.availabilityPercent, unit: "%")
        }
        ledger.detail("height of the line over ground and buildings", way.line.solidClearanceMetres, unit: "m")
        ledger.detail("way through vegetation", way.line.vegetationMetres, unit: "m")
        return ledger
    }

    private struct Way {
        var line: LineOfSight
        var isInSight: Bool
        var streetDB: Double
        var vegetationDB: Double
    }

    private func isInSight(_ line: LineOfSight) -> Bool { wood == nil ? line.isClear : line.isClearOfSolids }

    /// How the wave comes: along the line, through leaves or not, or hidden.
    private func way(_ profile: PathProfile, _ terminals: PathTerminals) -> Way {
        let line = LineOfSight(over: profile, terminals: terminals, deltaN: deltaN)
        guard isInSight(line) else {
            return Way(
                line: line, isInSight: false, streetDB: hidden.lossDB(over: profile, terminals: terminals),
                vegetationDB: 0)
        }
        let direct = inSight.lossDB(over: profile, terminals: terminals)
        let leaves = wood.map { $0.lossDB(depthMetres: line.vegetationMetres) } ?? 0
        // Beyond what the text covers for hidden paths there is no other way to compare with.
        if leaves > 0, (try? hidden.require(profile, terminals)) != nil {
            let around = hidden.lossDB(over: profile, terminals: terminals)
            if around < direct + leaves { return Way(line: line, isInSight: false, streetDB: around, vegetationDB: 0) }
        }
        return Way(line: line, isInSight: true, streetDB: direct, vegetationDB: leaves)
    }

    private func effectsDB(_ profile: PathProfile, _ terminals: PathTerminals) -> Double {
        gasDBPerKilometre * slantKilometres(profile, terminals) + rainDB(profile.lengthKilometres)
    }

    private func rainDB(_ d: Double) -> Double { (rain?.hundredthPercentDB(lengthKilometres: d) ?? 0) * rainFactor }

    private func slantKilometres(_ profile: PathProfile, _ terminals: PathTerminals) -> Double {
        let last = profile.count - 1
        let rise =
            (profile.groundMetres[0] + terminals.transmitterHeightMetres - profile.groundMetres[last]
                - terminals.receiverHeightMetres) / 1000
        return (profile.lengthKilometres * profile.lengthKilometres + rise * rise).squareRoot()
    }
}

extension ComposedModel {
    /// The catalogue's entry.
    public static let entry = ModelEntry(
        id: "composed", title: "Composition for millimetre waves", edition: "parts as the band template names them",
        purpose: "Coverage at 26 and 40 GHz: streets in sight or hidden, with gases, rain and vegetation.",
        validity: [
            "the ranges of the model for streets that the composition names",
            "\(GaseousAttenuation.frequencies.subject) \(GaseousAttenuation.frequencies) with gases",
            "\(RainAttenuation.frequencies.subject) \(RainAttenuation.frequencies) with rain",
            "availability in rain 99 % to 99.999 %",
        ], citation: Citation(document),
        prepare: { (parameters, location) throws(MastheadError) in try prepare(for: parameters, at: location) })
}
