public import MastheadCore

/// Short paths below the roofs, prepared for one carrier: the site-general method within street canyons.
///
/// Source: Recommendation ITU-R P.1411-12, Annex 1, §4.1.1. The measurements contain the clutter of the whole path, so
/// that no loss of clutter is to be added. The distance is the one between the antennas.
public struct P1411: TransmissionLossModel {
    /// What stands around the terminals.
    public typealias Environment = P1411SiteGeneral.Environment

    /// c of the Recommendation, m/s: rounded as in Recommendation ITU-R P.2001-5.
    static let speedOfLight = 2.998e8

    /// The text, with a place in it.
    public static func citation(_ clause: String) -> Citation {
        Citation("Recommendation ITU-R P.1411-12", "Annex 1, \(clause)")
    }

    /// The text with its edition.
    public static let edition = "Recommendation ITU-R P.1411-12"

    private let f: Double
    private let rule: SightlineRule
    private let ae: Double
    /// How many standard deviations the location percentage lies above the median.
    private let z: Double
    /// The standard deviation that was given; NaN where the text's own is used.
    private let givenSigmaDB: Double
    private let sight: P1411SiteGeneral?
    private let hidden: P1411SiteGeneral?

    /// Checks the parameters and prepares the method for many paths.
    ///
    /// - Parameter environment: What stands around the terminals.
    /// - Throws: `outside-validity`, with the value and the limit; all that is wrong at once.
    public static func prepare(
        for parameters: PropagationParameters, environment: Environment = .urbanHighRise,
        at location: ErrorLocation = .none
    ) throws(MastheadError) -> P1411 {
        let model = P1411(parameters, environment)
        var errors: [MastheadError] = []
        func check(_ body: () throws(MastheadError) -> Void) {
            do throws(MastheadError) { try body() } catch { errors.append(error) }
        }
        check { () throws(MastheadError) in try model.requireRule(at: location) }
        for row in [model.sight, model.hidden] {
            check { () throws(MastheadError) in
                guard let frequencies = row?.frequencies else { return }
                try frequencies.require(
                    parameters.frequency, at: location,
                    remedy: "Use a carrier of \(frequencies), or a model made for this frequency.")
            }
        }
        check { () throws(MastheadError) in try SightlineChecks.requireLocations(parameters, at: location) }
        check { () throws(MastheadError) in try SightlineChecks.requireDeltaN(parameters, at: location) }
        if let error = MastheadError.combining(errors) { throw error }
        return model
    }

    private init(_ parameters: PropagationParameters, _ environment: Environment) {
        f = parameters.frequency.gigahertz
        rule = parameters.sightline
        ae = RadioClimate.medianEffectiveRadiusKilometres(deltaN: parameters.deltaN)
        z = NormalDistribution.quantile(parameters.locationPercent / 100)
        givenSigmaDB = parameters.locationSigma?.value ?? .nan
        sight =
            rule == .nonLineOfSight
            ? nil : P1411SiteGeneral.withinStreetCanyons(environment, isInSight: true)
        hidden = rule == .lineOfSight ? nil : P1411SiteGeneral.withinStreetCanyons(environment, isInSight: false)
    }

    private func requireRule(at location: ErrorLocation) throws(MastheadError) {
        guard rule != .probability else {
            throw MastheadError(
                .outsideValidity, "\(Self.edition), §4.1.1, gives no probability of line of sight", at: location,
                remedy: "Use the sightline rule \"profile\", or \"tr38901-umi\" for a mean over the probability.")
        }
        guard sight != nil || hidden != nil else {
            throw MastheadError(
                .outsideValidity, "\(Self.edition), Table 4, has no residential paths in sight", at: location,
                remedy: "Use the environment \"urbanLowRise\" for paths in sight.")
        }
    }

    /// Refuses a path that the table does not cover.
    ///
    /// - Throws: `bad-profile`, or `outside-validity` for heights and the distance between the antennas.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 2)
        for height in [terminals.transmitterHeightMetres, terminals.receiverHeightMetres]
        where !(height > 0 && height.isFinite) {
            throw MastheadError(
                .outsideValidity, "antenna height \(PlainNumber.text(height)) m is not above zero",
                remedy: "Give both antenna heights above the ground in metres.")
        }
        guard let row = row(profile, terminals) else {
            throw MastheadError(
                .outsideValidity, "\(Self.edition), Table 4, has no residential paths in sight",
                remedy: "Use the environment \"urbanLowRise\", or the sightline rule \"nonLineOfSight\".")
        }
        try row.distances.require(
            Length(metres: Self.slantMetres(profile, terminals)),
            remedy: "Use a path of \(row.distances), free space (\"p525\") for shorter and \"p1812\" for longer ones.")
    }

    /// Those of all rows of the table that a path may have.
    public var lengths: ClosedRange<Double> {
        let rows: [P1411SiteGeneral?]
        switch rule {
        case .lineOfSight: rows = [sight]
        case .nonLineOfSight: rows = [hidden]
        case .profile, .probability: rows = [sight, hidden]
        }
        let ranges = rows.compactMap { $0?.distances.bounds }
        let nearest = ranges.map(\.lowerBound.kilometres).max() ?? 0
        return nearest...max(nearest, ranges.map(\.upperBound.kilometres).min() ?? 0)
    }

    /// Basic transmission loss in dB; the path must have passed ``require(_:_:)``.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        guard let row = row(profile, terminals) ?? hidden ?? sight else { return .infinity }
        return lossDB(row, Self.slantMetres(profile, terminals))
    }

    private func lossDB(_ row: P1411SiteGeneral, _ metres: Double) -> Double {
        row.lossDB(distanceMetres: metres, frequencyGigahertz: f, deviationDB: deviationDB(row))
    }

    private func deviationDB(_ row: P1411SiteGeneral) -> Double {
        z * (givenSigmaDB.isNaN ? row.sigmaDB : givenSigmaDB)
    }

    /// The smaller loss of the rows that may apply, which all rise with distance; 10⁻⁹ dB are taken off for rounding.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        let d = distanceKilometres * 1000
        let slant = (d * d + altitudeDifferenceMetres * altitudeDifferenceMetres).squareRoot()
        let inSight = sight.map { lossDB($0, slant) } ?? .infinity
        let concealed = hidden.map { lossDB($0, slant) } ?? .infinity
        return min(inSight, concealed) - 1e-9
    }

    private func row(_ profile: PathProfile, _ terminals: PathTerminals) -> P1411SiteGeneral? {
        let isInSight = rule.isInSight(over: profile, terminals: terminals, effectiveRadiusKilometres: ae)
        return isInSight == true ? sight : hidden
    }

    private static func slantMetres(_ profile: PathProfile, _ terminals: PathTerminals) -> Double {
        let last = profile.count - 1
        let rise =
            profile.groundMetres[0] + terminals.transmitterHeightMetres - profile.groundMetres[last]
            - terminals.receiverHeightMetres
        let length = profile.lengthKilometres * 1000
        return (length * length + rise * rise).squareRoot()
    }
}

extension P1411: RadialModel {
    /// The last stage of radials.
    package var radialTail: (any RadialTail)? {
        SightTail(model: self, sightRadiusKilometres: rule == .profile ? ae : nil)
    }
}

extension P1411 {
    /// The loss as the median of (1), what keeps it above free space, and the location percentage.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        guard let row = row(profile, terminals) else { return Ledger("basic transmission loss", unit: "dB") }
        let d = Self.slantMetres(profile, terminals)
        let median = row.medianDB(distanceMetres: d, frequencyGigahertz: f)
        let middle = row.lossDB(distanceMetres: d, frequencyGigahertz: f, deviationDB: 0)
        let source = Self.citation("§4.1.1")
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.add("median loss", median, symbol: "Lb", from: Self.citation("eq. (1), Table 4"))
        ledger.add("kept above free space", middle - median, symbol: "10 log(10^0.1A + 1) − A", from: source)
        ledger.add("location variability", lossDB(row, d) - middle, symbol: "N(0, σ)", from: source)
        ledger.detail("standard deviation over locations", row.sigmaDB, unit: "dB", symbol: "σ", from: source)
        ledger.detail("distance between the antennas", d, unit: "m", symbol: "d")
        ledger.detail("carrier frequency", f, unit: "GHz", symbol: "f")
        if rule == .profile {
            let line = LineOfSight(over: profile, terminals: terminals, effectiveRadiusKilometres: ae)
            ledger.detail(
                "lowest clearance of the line over ground and clutter", line.lowestClearanceMetres, unit: "m")
            ledger.detail("place of it, from the transmitter", line.lowestClearanceKilometres, unit: "km")
        }
        return ledger
    }

    /// The ranges in words.
    static let validity =
        rows(.urbanHighRise).flatMap { [words($0.frequencies), words($0.distances)] }
        + [SightlineChecks.locationValidity, "antenna heights above zero, below the roofs"]

    private static func rows(_ environment: Environment) -> [P1411SiteGeneral] {
        [true, false].compactMap { P1411SiteGeneral.withinStreetCanyons(environment, isInSight: $0) }
    }

    private static func words<Value: Quantity>(_ range: ValidRange<Value>) -> String { "\(range.subject) \(range)" }

    /// The catalogue's entry: streets between high buildings, whose rows have the widest ranges.
    public static let entry = ModelEntry(
        id: "p1411", title: "Planning of short-range outdoor systems: site-general model within street canyons",
        edition: edition, purpose: "Small cells below the roofs, in sight or hidden.", validity: validity,
        citation: citation("§4.1.1"), tellsSight: true,
        prepare: { (parameters, location) throws(MastheadError) in try prepare(for: parameters, at: location) })
}
