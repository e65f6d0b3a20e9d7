public import MastheadCore

/// A loss at millimetre waves, put together from published parts: a model for streets that is told whether the antennas see
/// each other over ground and clutter, and what gases, rain and vegetation take beside it.
///
/// - Ground or buildings in the way hide the path, and the street model's hidden loss holds.
/// - Vegetation alone leaves it in sight: the street model's loss in sight, and P.833 over the metres inside. Where a hidden
///   path would lose less, the wave comes that way, so that leaves never cost more than a house in their place.
/// - P.676 counts over the line between the antennas, P.530 with P.838 over the path along the ground.
///
/// Masthead's own composition; each part is cited where it stands in the ledger.
public struct ComposedModel: TransmissionLossModel {
    static let document = "Masthead, composition of a band template"
    static let citation = Citation(document, "parts as the template names them")

    /// What it is put together from.
    public let composition: Composition

    let inSight: any TransmissionLossModel
    let hidden: any TransmissionLossModel
    /// γo and γw, dB/km; zero without gases.
    let gases: (oxygen: Double, vapour: Double)
    let rain: RainAttenuation?
    /// Ap over A₀.₀₁ for the availability.
    let rainFactor: Double
    let wood: WoodlandAttenuation?
    private let ae: Double

    /// Prepares the model for one carrier.
    ///
    /// - Throws: `outside-validity` where there is no composition, or a part of it does not cover the parameters, all that
    ///   is wrong at once; `unknown-name` for a base that there is not.
    public static func prepare(
        for parameters: PropagationParameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> ComposedModel {
        guard let composition = parameters.composition else {
            throw MastheadError(
                .outsideValidity, "the model \"composed\" was given no composition", at: location,
                remedy: "Use a band template that has one, such as n258-26, or another model.")
        }
        return try ComposedModel(parameters, composition, location)
    }

    private init(
        _ parameters: PropagationParameters, _ composition: Composition, _ location: ErrorLocation
    ) throws(MastheadError) {
        let base = try Self.base(composition.base, at: location)
        var errors: [MastheadError] = []
        func attempt<Part>(_ part: () throws(MastheadError) -> Part?) -> Part? {
            do throws(MastheadError) { return try part() } catch {
                errors.append(error)
                return nil
            }
        }
        func street(_ rule: SightlineRule) throws(MastheadError) -> any TransmissionLossModel {
            var told = parameters
            told.sightline = rule
            return try base.prepare(told, location)
        }
        let inSight = attempt { () throws(MastheadError) in try street(.lineOfSight) }
        let hidden = attempt { () throws(MastheadError) in try street(.nonLineOfSight) }
        _ = attempt { () throws(MastheadError) in
            var looking = parameters
            looking.sightline = .profile
            try SightlineChecks.requireDeltaN(looking, at: location)
            return ()
        }
        let gases = attempt { () throws(MastheadError) in try Self.gases(parameters, composition, location) }
        let rain = attempt { () throws(MastheadError) in try composition.rain?.attenuation(parameters, location) }
        wood = attempt { () throws(MastheadError) in try composition.vegetation?.attenuation(parameters, location) }
        // Both kinds of street paths refuse a frequency in much the same words.
        if inSight == nil, hidden == nil, errors.count > 1 { errors.remove(at: 1) }
        if let error = MastheadError.combining(errors) { throw error }
        guard let inSight, let hidden, let gases else {
            throw MastheadError(
                .internalFault, "a part of the composition is missing, and no error says why", at: location,
                remedy: "Report this with the band template.")
        }
        self.composition = composition
        self.inSight = inSight
        self.hidden = hidden
        self.gases = gases
        self.rain = rain
        rainFactor = rain.map { $0.timeFactor(composition.rain?.timePercent ?? 1) } ?? 0
        ae = RadioClimate.medianEffectiveRadiusKilometres(deltaN: parameters.deltaN)
    }

    /// The street model's entry.
    private static func base(_ id: String, at location: ErrorLocation) throws(MastheadError) -> ModelEntry {
        let base = try ModelCatalogue.entry(id, at: location)
        guard base.tellsSight else {
            let names = ModelCatalogue.entries.filter(\.tellsSight).map(\.id).joined(separator: ", ")
            throw MastheadError(
                .outsideValidity, "the model \"\(id)\" cannot be told whether a path is in sight", at: location,
                remedy: "Compose with one of: \(names).")
        }
        return base
    }

    private static func gases(
        _ parameters: PropagationParameters, _ composition: Composition, _ location: ErrorLocation
    ) throws(MastheadError) -> (oxygen: Double, vapour: Double) {
        guard composition.hasGases else { return (0, 0) }
        let air = parameters.atmosphere
        try GaseousAttenuation.require(parameters.frequency, air, at: location)
        return GaseousAttenuation.specific(
            frequencyGigahertz: parameters.frequency.gigahertz, dryPressureHectopascals: air.dryPressureHectopascals,
            temperatureKelvin: air.temperatureKelvin,
            vapourDensity: air.vapourDensityGramsPerCubicMetre ?? GaseousAttenuation.standardVapourDensity)
    }

    /// Those that the street model covers in sight and hidden, and P.530 where rain counts.
    public var lengths: ClosedRange<Double> {
        let nearest = max(inSight.lengths.lowerBound, hidden.lengths.lowerBound)
        var farthest = min(inSight.lengths.upperBound, hidden.lengths.upperBound)
        if rain != nil { farthest = min(farthest, RainAttenuation.lengths.upper) }
        return nearest...max(nearest, farthest)
    }

    /// Refuses a path that the street model or P.530 does not cover; both kinds of street paths where leaves stand in it,
    /// since both are asked then.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 2)
        let line = line(profile, terminals)
        let isSeen = isInSight(line)
        if isSeen { try inSight.require(profile, terminals) }
        if !isSeen || line.vegetationMetres > 0 && wood != nil { try hidden.require(profile, terminals) }
        if rain != nil { try RainAttenuation.lengths.require(profile.lengthKilometres) }
    }

    /// Basic transmission loss in dB: the sum of ``ledger(over:terminals:)``.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        let way = way(profile, terminals)
        let slant = Self.slantKilometres(profile, terminals)
        return way.streetDB + way.vegetationDB + (gases.oxygen + gases.vapour) * slant
            + rainDB(profile.lengthKilometres)
    }

    /// The smaller bound of both kinds of street paths, with gases over the slant and the rain over the length, which are
    /// the same for all paths of a length; 10⁻⁹ dB are taken off for rounding.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        let rise = altitudeDifferenceMetres / 1000
        let slant = (distanceKilometres * distanceKilometres + rise * rise).squareRoot()
        let street = min(
            inSight.lowestLossDB(
                distanceKilometres: distanceKilometres, altitudeDifferenceMetres: altitudeDifferenceMetres),
            hidden.lowestLossDB(
                distanceKilometres: distanceKilometres, altitudeDifferenceMetres: altitudeDifferenceMetres))
        return street + (gases.oxygen + gases.vapour) * slant + rainDB(distanceKilometres) - 1e-9
    }

    /// What stands in the line between the antennas.
    func line(_ profile: PathProfile, _ terminals: PathTerminals) -> LineOfSight {
        LineOfSight(over: profile, terminals: terminals, effectiveRadiusKilometres: ae)
    }

    /// Without P.833, vegetation hides a path as buildings do.
    private func isInSight(_ line: LineOfSight) -> Bool { wood == nil ? line.isClearOfAll : line.isClearOfSolids }

    /// How the wave comes.
    struct Way {
        /// What stands in the line.
        var line: LineOfSight
        /// Whether it comes along the line.
        var isInSight: Bool
        /// Loss of the street model, dB.
        var streetDB: Double
        /// What leaves take, dB.
        var vegetationDB: Double
    }

    /// The way of a path: along the line, through leaves or not, or hidden.
    func way(_ profile: PathProfile, _ terminals: PathTerminals) -> Way {
        let line = line(profile, terminals)
        let around = Way(line: line, isInSight: false, streetDB: .infinity, vegetationDB: 0)
        guard isInSight(line) else {
            return around.losing(hidden.lossDB(over: profile, terminals: terminals))
        }
        let direct = inSight.lossDB(over: profile, terminals: terminals)
        guard let wood, line.vegetationMetres > 0 else {
            return Way(line: line, isInSight: true, streetDB: direct, vegetationDB: 0)
        }
        let leaves = wood.lossDB(depthMetres: line.vegetationMetres)
        let concealed = hidden.lossDB(over: profile, terminals: terminals)
        return concealed < direct + leaves
            ? around.losing(concealed) : Way(line: line, isInSight: true, streetDB: direct, vegetationDB: leaves)
    }

    /// Ap for the availability, dB.
    func rainDB(_ d: Double) -> Double { (rain?.hundredthPercentDB(lengthKilometres: d) ?? 0) * rainFactor }

    static func slantKilometres(_ profile: PathProfile, _ terminals: PathTerminals) -> Double {
        let last = profile.count - 1
        let rise =
            (profile.groundMetres[0] + terminals.transmitterHeightMetres - profile.groundMetres[last]
                - terminals.receiverHeightMetres) / 1000
        return (profile.lengthKilometres * profile.lengthKilometres + rise * rise).squareRoot()
    }
}

extension ComposedModel.Way {
    /// The same way with a loss of the street model.
    fileprivate func losing(_ streetDB: Double) -> Self {
        var way = self
        way.streetDB = streetDB
        return way
    }
}
