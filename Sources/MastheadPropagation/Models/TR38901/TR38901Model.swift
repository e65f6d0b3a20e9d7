import MastheadCore

/// A scenario of TR 38.901 as a loss over paths, prepared for one carrier.
///
/// The higher antenna is the base station's, so that a path has the same loss both ways. Heights count above the ground,
/// the distance d3D is the one between the antennas' altitudes, which on the flat ground of the text is the same.
struct TR38901Model<Scenario: TR38901Scenario>: TransmissionLossModel {
    private let scenario = Scenario()
    private let f: Double
    private let rule: SightlineRule
    private let ae: Double
    /// How many standard deviations the location percentage lies above the median.
    private let z: Double
    /// The standard deviation that was given; NaN where the text's own is used.
    private let givenSigmaDB: Double

    static func prepare(
        for parameters: PropagationParameters, at location: ErrorLocation
    ) throws(MastheadError) -> TR38901Model {
        var errors: [MastheadError] = []
        func check(_ body: () throws(MastheadError) -> Void) {
            do throws(MastheadError) { try body() } catch { errors.append(error) }
        }
        check { () throws(MastheadError) in
            try Scenario.frequencies.require(
                parameters.frequency, at: location,
                remedy: "Use a carrier of \(Scenario.frequencies), or a model made for this frequency.")
        }
        check { () throws(MastheadError) in try SightlineChecks.requireLocations(parameters, at: location) }
        check { () throws(MastheadError) in try SightlineChecks.requireDeltaN(parameters, at: location) }
        if let error = MastheadError.combining(errors) { throw error }
        return TR38901Model(parameters)
    }

    private init(_ parameters: PropagationParameters) {
        f = parameters.frequency.gigahertz
        rule = parameters.sightline
        ae = RadioClimate.medianEffectiveRadiusKilometres(deltaN: parameters.deltaN)
        z = NormalDistribution.quantile(parameters.locationPercent / 100)
        givenSigmaDB = parameters.locationSigma?.value ?? .nan
    }

    func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 2)
        let (higher, lower) = Self.heights(terminals)
        try Scenario.baseHeights.require(Length(metres: higher), remedy: Self.heightRemedy(Scenario.baseHeights))
        try Scenario.userHeights.require(Length(metres: lower), remedy: Self.heightRemedy(Scenario.userHeights))
        let length = Length(kilometres: profile.lengthKilometres)
        let isInSight = isInSight(profile, terminals)
        if isInSight != false {
            try Scenario.sightDistances.require(length, remedy: Self.distanceRemedy)
        }
        if isInSight != true {
            try Scenario.hiddenDistances.require(length, remedy: Self.distanceRemedy)
        }
    }

    private static var distanceRemedy: String {
        "Use free space (\"p525\") for shorter paths, and \"p1812\" or another model of terrain for longer ones."
    }

    private static func heightRemedy(_ range: ValidRange<Length>) -> String {
        "Use an antenna height of \(range), or a model made for this height."
    }

    /// Those of the states that a path may have.
    var lengths: ClosedRange<Double> {
        let ranges = [Scenario.sightDistances.bounds, Scenario.hiddenDistances.bounds]
        let farthest: Length
        switch rule {
        case .lineOfSight: farthest = ranges[0].upperBound
        case .nonLineOfSight: farthest = ranges[1].upperBound
        case .profile, .probability: farthest = min(ranges[0].upperBound, ranges[1].upperBound)
        }
        return max(ranges[0].lowerBound, ranges[1].lowerBound).kilometres...farthest.kilometres
    }

    func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        lossDB(link(profile, terminals), isInSight: isInSight(profile, terminals))
    }

    private func lossDB(_ link: TR38901.Link, isInSight: Bool?) -> Double {
        if isInSight == true { return sightDB(link) }
        if isInSight == false { return hiddenDB(link) }
        return TR38901.meanDB(share: scenario.probability(link), sightDB(link), hiddenDB(link))
    }

    /// Loss in line of sight for the location percentage, dB.
    private func sightDB(_ link: TR38901.Link) -> Double {
        scenario.sightMedianDB(link) + z * sigmaDB(link, isInSight: true)
    }

    /// Loss without line of sight for the location percentage, dB.
    private func hiddenDB(_ link: TR38901.Link) -> Double {
        scenario.hiddenMedianDB(link) + z * sigmaDB(link, isInSight: false)
    }

    private func sigmaDB(_ link: TR38901.Link, isInSight: Bool) -> Double {
        givenSigmaDB.isNaN ? scenario.shadowSigmaDB(link, isInSight: isInSight) : givenSigmaDB
    }

    /// The median in line of sight before the break point counts, with the most that shadow fading can take off; 10⁻⁹ dB
    /// are taken off for rounding.
    func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double) -> Double {
        let d = distanceKilometres * 1000
        let slant = (d * d + altitudeDifferenceMetres * altitudeDifferenceMetres).squareRoot()
        let sigmas = Scenario.sigmasDB
        let sigma = givenSigmaDB.isNaN ? (z < 0 ? sigmas[sigmas.count - 1] : sigmas[0]) : givenSigmaDB
        return scenario.lowestMedianDB(slantMetres: slant, frequencyGigahertz: f) + z * sigma - 1e-9
    }

    private func isInSight(_ profile: PathProfile, _ terminals: PathTerminals) -> Bool? {
        rule.isInSight(over: profile, terminals: terminals, effectiveRadiusKilometres: ae)
    }

    private static func heights(_ terminals: PathTerminals) -> (higher: Double, lower: Double) {
        let (one, other) = (terminals.transmitterHeightMetres, terminals.receiverHeightMetres)
        return one >= other ? (one, other) : (other, one)
    }

    private func link(_ profile: PathProfile, _ terminals: PathTerminals) -> TR38901.Link {
        let (higher, lower) = Self.heights(terminals)
        let last = profile.count - 1
        let rise =
            profile.groundMetres[0] + terminals.transmitterHeightMetres - profile.groundMetres[last]
            - terminals.receiverHeightMetres
        return TR38901.Link(
            frequencyGigahertz: f, groundMetres: profile.lengthKilometres * 1000, baseHeightMetres: higher,
            userHeightMetres: lower, riseMetres: rise)
    }
}

extension TR38901Model: RadialModel {
    var radialTail: (any RadialTail)? { SightTail(model: self, sightRadiusKilometres: rule == .profile ? ae : nil) }
}

extension TR38901Model {
    func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        let link = link(profile, terminals)
        let isInSight = isInSight(profile, terminals)
        let sight = scenario.sightMedianDB(link)
        let hidden = scenario.hiddenMedianDB(link)
        let probability = scenario.probability(link)
        let table = TR38901.citation("Table 7.4.1-1")
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.add("median loss in line of sight", sight, symbol: "PL_LOS", from: table)
        var median = sight
        if isInSight == false {
            median = hidden
            ledger.add("no line of sight", hidden - sight, symbol: "PL_NLOS − PL_LOS", from: table)
        } else if isInSight == nil {
            median = TR38901.meanDB(share: probability, sight, hidden)
            ledger.add(
                "mean power with and without line of sight", median - sight, symbol: "Pr_LOS",
                from: TR38901.citation("Table 7.4.2-1"))
        }
        let loss = lossDB(link, isInSight: isInSight)
        ledger.add("location variability", loss - median, symbol: "SF", from: TR38901.citation("clause 7.4.4"))
        detail(&ledger, link, probability)
        if rule == .profile {
            let line = LineOfSight(over: profile, terminals: terminals, effectiveRadiusKilometres: ae)
            ledger.detail(
                "lowest clearance of the line over ground and clutter", line.lowestClearanceMetres, unit: "m")
            ledger.detail("place of it, from the transmitter", line.lowestClearanceKilometres, unit: "km")
        }
        return ledger
    }

    private func detail(_ ledger: inout Ledger, _ link: TR38901.Link, _ probability: Double) {
        let notes = TR38901.citation("Table 7.4.1-1, notes")
        ledger.detail(
            "probability of line of sight", probability, unit: "", symbol: "Pr_LOS",
            from: TR38901.citation("Table 7.4.2-1"))
        ledger.detail("break point", scenario.breakPoint(link), unit: "m", symbol: "dBP", from: notes)
        ledger.detail("distance along the ground", link.groundMetres, unit: "m", symbol: "d2D")
        ledger.detail("distance between the antennas", link.slantMetres, unit: "m", symbol: "d3D")
        ledger.detail("height of the base station", link.baseHeightMetres, unit: "m", symbol: "hBS")
        ledger.detail(
            "height for which the table was made", Scenario.nominalBaseMetres, unit: "m", symbol: "hBS",
            from: TR38901.citation("Table 7.4.1-1"))
        ledger.detail("height of the user", link.userHeightMetres, unit: "m", symbol: "hUT")
        ledger.detail("carrier frequency", link.frequencyGigahertz, unit: "GHz", symbol: "fc")
    }
}
