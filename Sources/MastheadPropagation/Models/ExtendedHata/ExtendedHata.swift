public import MastheadCore

/// The Extended Hata model: Okumura's urban curves up to 3 GHz, with corrections for the terrain of the path.
///
/// Source: NTIA Technical Report TR-15-517 (Drocella et al., June 2015), Appendix A. The base station is the
/// transmitter, the mobile the receiver. The model reads the bare ground at equal steps; clutter and radio-climatic
/// zones do not enter.
public struct ExtendedHata: TransmissionLossModel {
    /// What surrounds the mobile, and how programs differ in reading the report.
    public struct Options: Sendable, Hashable {
        /// What surrounds the mobile.
        public var environment: Environment
        /// Which program's reading is followed.
        public var behaviour: Behaviour

        /// Options by name; a suburban area and NTIA's own reading unless given.
        public init(environment: Environment = .suburban, behaviour: Behaviour = .ntia) {
            self.environment = environment
            self.behaviour = behaviour
        }
    }

    /// What surrounds the mobile.
    public enum Environment: String, Sendable, Hashable, Codable, CaseIterable {
        /// A built-up city: classes 23 and 24 of the US National Land Cover Database.
        case urban
        /// Houses with gardens: class 22.
        case suburban
        /// Open land: all other classes.
        case rural

        /// The environment of a kind of settlement; towns of any size are urban.
        public init(_ settlement: SettlementKind) {
            switch settlement {
            case .urban, .urbanMedium: self = .urban
            case .suburban: self = .suburban
            case .open: self = .rural
            }
        }

        /// The environment of a class of the US National Land Cover Database.
        public init(landCoverClass code: Int) {
            switch code {
            case 23, 24: self = .urban
            case 22: self = .suburban
            default: self = .rural
            }
        }
    }

    /// How a program reads the report; on single paths the results differ by tens of decibels.
    public enum Behaviour: String, Sendable, Hashable, Codable, CaseIterable {
        /// NTIA's present software: the curves of an isolated ridge end where Okumura's do; location variability.
        case ntia
        /// The Wireless Innovation Forum's corrected software with its extension off: curves of a ridge continued.
        case winnForumCorrected = "winnforum-corrected"
        /// The same with its extension on: base stations from 20 m, the mobile's height as it stands.
        case winnForumExtended = "winnforum-extended"
    }

    /// The parameters it was prepared for.
    public let parameters: PropagationParameters
    /// The options it was prepared for.
    public let options: Options

    let median: ExtendedHataMedian
    /// What the location percentage adds, dB.
    let locationDB: Double

    /// The model without checks, for paths and frequencies beyond its ranges that published vectors hold.
    package init(unchecked parameters: PropagationParameters, options: Options) {
        self.parameters = parameters
        self.options = options
        let f = parameters.frequency.megahertz
        median = ExtendedHataMedian(frequencyMegahertz: f)
        locationDB =
            options.behaviour == .ntia
            ? -LocationVariability.inverseComplementaryNormal(parameters.locationPercent / 100)
                * (parameters.locationSigma?.value ?? Self.locationSigmaDB(f, options.environment))
            : 0
    }

    /// Those of ``distances``.
    public var lengths: ClosedRange<Double> {
        Self.distances.bounds.lowerBound.kilometres...Self.distances.bounds.upperBound.kilometres
    }

    /// Basic transmission loss in dB: that of ``ledger(over:terminals:)``.
    ///
    /// It checks nothing, so that a path must have passed ``require(_:_:)`` or be known to be of the same kind; nothing
    /// is allocated.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        evaluate(profile, terminals).lossDB
    }

    /// A loss below that of any path that ``require(_:_:)`` lets pass: −3000 dB, or less by what the location takes
    /// off.
    ///
    /// The corrections for slope and ridge grow with the terrain without a limit in the text, so that no bound by
    /// distance holds: over ground within ``groundAltitudes`` and 100 km they take off at most 1710 dB and 1870 dB, and
    /// the others 40 dB. Nothing is left out by it, which costs time and no result.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        -3000 + min(0, locationDB)
    }

    /// The loss as the median over flat ground and one term for each correction.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        return evaluate(profile, terminals).ledger
    }

    /// All steps of the model for one path.
    func evaluate(_ profile: PathProfile, _ terminals: PathTerminals) -> ExtendedHataBreakdown {
        let (hb, hm) = (terminals.transmitterHeightMetres, terminals.receiverHeightMetres)
        let path = MobilePath(profile, roundsLength: options.behaviour != .ntia)
        let d = path.lengthMetres / 1000
        let heights = EffectiveHeights(
            path, baseMetres: hb, mobileMetres: hm,
            keepsBeyondThreeKilometres: options.behaviour == .winnForumExtended)
        var b = ExtendedHataBreakdown()
        b.lengthKilometres = d
        if options.behaviour == .winnForumExtended {
            b.baseMetres = min(200, max(20, heights.baseMetres))
            b.mobileMetres = hm
        } else {
            b.baseMetres = min(200, max(30, heights.baseMetres))
            b.mobileMetres = min(10, max(1, heights.mobileMetres))
        }
        let flat = median.result(distanceKilometres: d, baseMetres: b.baseMetres, mobileMetres: b.mobileMetres)
        b.breakpointKilometres = flat.breakpointKilometres
        b.urbanDB = flat.urbanDB
        b.lessThanUrbanDB = median.lessThanUrbanDB(options.environment)
        b.locationDB = locationDB
        let ridge = IsolatedRidge(path, mobileMetres: hm, baseMetres: hb)
        b.mobileHorizonKilometres = ridge.mobileHorizonMetres / 1000
        b.baseHorizonKilometres = ridge.baseHorizonMetres / 1000
        if let correction = ridge.correctionDB(holdsCurves: options.behaviour == .ntia) {
            b.ridgeDB = correction
            b.ridgeMetres = ridge.heightMetres ?? 0
        } else {
            let terrain = TerrainIrregularity(path)
            b.irregularityMetres = terrain.irregularityMetres
            b.medianHillsDB = terrain.medianCorrectionDB
            b.fineHillsDB = terrain.fineCorrectionDB(mobileGroundMetres: path[0])
            b.slopeMilliradians = GeneralSlope.milliradians(path)
            b.slopeDB = GeneralSlope.correctionDB(milliradians: b.slopeMilliradians, distanceKilometres: d)
        }
        let sea = MixedPath(path)
        b.seaShare = sea.seaShare
        b.seaDB = sea.correctionDB(distanceKilometres: d)
        return b
    }
}
