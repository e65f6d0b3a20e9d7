public import MastheadCore
public import MastheadGeo

/// A candidate after the plan is made: what it could do, whether it is in the plan, and why not.
public struct ReviewedCandidate: Sendable {
    /// What came of a candidate.
    public enum Status: String, Sendable, CaseIterable {
        /// It is in the plan.
        case chosen
        /// It stands with all that could be put there, and costs nothing.
        case stands
        /// It could have been chosen.
        case notChosen = "not chosen"
        /// The job forbids it.
        case forbidden
        /// It was left out before anything was computed.
        case excluded
    }

    /// A band that could be put there, or stands there.
    public struct Offer: Sendable, Equatable {
        /// The band's name.
        public var band: String
        /// Height of the antennas above the ground, m.
        public var heightMetres: Double
        /// Cost of the equipment; 0 for what stands.
        public var cost: Int64
        /// People whom it serves alone, were nothing else there, by the first objective about people in which the band
        /// counts.
        public var alone: PersonCount

        /// A band by its parts.
        public init(band: String, heightMetres: Double, cost: Int64, alone: PersonCount) {
            self.band = band
            self.heightMetres = heightMetres
            self.cost = cost
            self.alone = alone
        }
    }

    /// What a candidate that is not chosen would add to the finished plan.
    public struct Addition: Sendable, Equatable {
        /// The band that adds most people for its cost.
        public var band: String
        /// What it adds.
        public var amounts: ServedAmounts
        /// What it costs, with the site.
        public var cost: Int64

        /// An addition by its parts.
        public init(band: String, amounts: ServedAmounts, cost: Int64) {
            self.band = band
            self.amounts = amounts
            self.cost = cost
        }
    }

    /// Identifier; empty for a new place that was left out.
    public var id: String
    /// Where it comes from.
    public var origin: CandidateOrigin
    /// Its position.
    public var position: GeographicPosition
    /// Its position in the plane of the study grid.
    public var plane: PlanePoint
    /// The region it stands in; nil outside all, and where it was left out.
    public var region: String?
    /// Height of a mast that stands, m; nil for new ones, and where it is not known.
    public var mastMetres: Double?
    /// Cost of the site without its bands; nil where it was left out.
    public var siteCost: Int64?
    /// What could be put there, and what stands there.
    public var offers: [Offer]
    /// What came of it.
    public var status: Status
    /// Its place in the order of choice; nil for what is not chosen.
    public var order: Int?
    /// What it would add to the finished plan; nil for what is chosen, stands or was left out.
    public var addition: Addition?
    /// Why, in words.
    public var reason: String

    /// A candidate by its parts.
    public init(
        id: String, origin: CandidateOrigin, position: GeographicPosition, plane: PlanePoint, region: String? = nil,
        mastMetres: Double? = nil, siteCost: Int64? = nil, offers: [Offer] = [], status: Status, order: Int? = nil,
        addition: Addition? = nil, reason: String
    ) {
        self.id = id
        self.origin = origin
        self.position = position
        self.plane = plane
        self.region = region
        self.mastMetres = mastMetres
        self.siteCost = siteCost
        self.offers = offers
        self.status = status
        self.order = order
        self.addition = addition
        self.reason = reason
    }
}

extension ReviewedCandidate.Addition {
    /// Cost of each person that is added, in whole units of the currency, rounded up; nil where none is.
    public var costPerPerson: Int64? { LastChosen.costPerPerson(cost, amounts.people) }
}

/// The last site of a plan that was chosen for whom it serves: what candidates that were not chosen are held against.
public struct LastChosen: Sendable, Equatable {
    /// The site.
    public var id: String
    /// People whom it added.
    public var people: PersonCount
    /// What it cost.
    public var cost: Int64

    /// The last site of a plan that added people; nil where none did.
    public init?(_ plan: SitePlan) {
        let site = plan.sites.last { site in
            site.gain.people > .zero && site.bands.contains { $0.purpose == .reach }
        }
        guard let site else { return nil }
        id = site.id
        people = site.gain.people
        cost = site.cost
    }

    /// Cost of each person, rounded up; nil where that is more than any sum of money.
    public var costPerPerson: Int64? { Self.costPerPerson(cost, people) }

    static func costPerPerson(_ cost: Int64, _ people: PersonCount) -> Int64? {
        guard people > .zero else { return nil }
        return Int64(exactly: (Double(cost) / people.persons).rounded(.up))
    }
}
