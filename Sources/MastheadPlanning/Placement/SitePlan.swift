public import MastheadCore
public import MastheadGeo

/// A plan: the sites that are chosen, in order of choice, what they bring, and how far any plan could be better.
public struct SitePlan: Sendable, Codable {
    /// The currency that costs are stated in, as the job names it: `"EUR"`.
    public var currency: String
    /// The sites that the plan adds or extends, in order of choice.
    public var sites: [PlannedSite]
    /// What was asked for, and what comes of it; requirements in the order of the job, the objective last.
    public var targets: [PlanTarget]
    /// What is served after each site: the first entry is before any.
    public var curve: [PlanCurvePoint]
    /// Base stations and people of each region before and after.
    public var density: [PlanDensity]
    /// What stays unserved, by the people concerned, largest first.
    public var unserved: [UnservedDemand]
    /// How far any plan could be better.
    public var certificate: PlanCertificate
    /// Prices of what the job pins and forbids.
    public var choices: [PlanChoicePrice]
    /// Whether base stations for each region are asked for.
    public var asksDensity: Bool
    /// Candidates by kind: how many there were, and how many were left out and why.
    public var candidates: [CandidateCount]
    /// Reservations about the choice.
    public var caveats: Caveats

    /// A plan by its parts.
    public init(
        currency: String, sites: [PlannedSite], targets: [PlanTarget], curve: [PlanCurvePoint], density: [PlanDensity],
        unserved: [UnservedDemand], certificate: PlanCertificate, choices: [PlanChoicePrice],
        asksDensity: Bool = false, candidates: [CandidateCount], caveats: Caveats = Caveats()
    ) {
        self.currency = currency
        self.sites = sites
        self.targets = targets
        self.curve = curve
        self.density = density
        self.unserved = unserved
        self.certificate = certificate
        self.choices = choices
        self.asksDensity = asksDensity
        self.candidates = candidates
        self.caveats = caveats
    }
}

/// An amount of what a plan serves.
public struct ServedAmounts: Sendable, Codable, Equatable {
    /// People, by the criterion of the job's first reach or budget objective; billionths of a person.
    public var people: PersonCount
    /// Length of routes, mm, each route by its own criterion.
    public var routeMillimetres: Int64
    /// Places all of whose key points are served.
    public var places: Int

    /// Amounts by their parts.
    public init(people: PersonCount = .zero, routeMillimetres: Int64 = 0, places: Int = 0) {
        self.people = people
        self.routeMillimetres = routeMillimetres
        self.places = places
    }
}

/// A site of a plan.
public struct PlannedSite: Sendable, Codable {
    /// From 1, in order of choice.
    public var order: Int
    /// Identifier: that of the register, or one given to a new place.
    public var id: String
    /// Where the candidate comes from.
    public var origin: CandidateOrigin
    /// Its position.
    public var position: GeographicPosition
    /// Its position in the plane of the study grid.
    public var plane: PlanePoint
    /// The region it stands in; nil outside all.
    public var region: String?
    /// Altitude of the ground, m.
    public var groundMetres: Double
    /// Whether the job pins it.
    public var isPinned: Bool
    /// The bands that the plan puts on it.
    public var bands: [PlannedBand]
    /// Cost of the mast or its reuse, power and backhaul, without the bands.
    public var siteCost: Int64
    /// Cost of all that the plan puts on it, the site included.
    public var cost: Int64
    /// What it added when it was chosen.
    public var gain: ServedAmounts
    /// What is lost without it, all other sites of the plan standing.
    public var loss: ServedAmounts
    /// Why it was chosen, in words.
    public var reason: String

    /// A site by its parts.
    public init(
        order: Int, id: String, origin: CandidateOrigin, position: GeographicPosition, plane: PlanePoint,
        region: String?, groundMetres: Double, isPinned: Bool, bands: [PlannedBand], siteCost: Int64, cost: Int64,
        gain: ServedAmounts, loss: ServedAmounts, reason: String
    ) {
        self.order = order
        self.id = id
        self.origin = origin
        self.position = position
        self.plane = plane
        self.region = region
        self.groundMetres = groundMetres
        self.isPinned = isPinned
        self.bands = bands
        self.siteCost = siteCost
        self.cost = cost
        self.gain = gain
        self.loss = loss
        self.reason = reason
    }
}

/// A band on a site of a plan: a base station.
public struct PlannedBand: Sendable, Codable {
    /// Identifier of the base station: `"C0042-n28"`.
    public var station: String
    /// The band.
    public var band: String
    /// Height of the antennas above the ground, m.
    public var heightMetres: Double
    /// Azimuths of the sectors, degrees clockwise from north; empty for one without direction.
    public var azimuthDegrees: [Double]
    /// Mechanical tilt, degrees, down is positive.
    public var tiltDegrees: Double
    /// Electrical tilt, degrees, down is positive.
    public var electricalTiltDegrees: Double
    /// Conducted power of the whole carrier at each sector, dBm.
    public var powerDBm: Double
    /// Cost of its equipment.
    public var cost: Int64
    /// What it serves alone, were nothing else there.
    public var alone: ServedAmounts
    /// What it was taken for.
    public var purpose: PlanPurpose

    /// A band by its parts.
    public init(
        station: String, band: String, heightMetres: Double, azimuthDegrees: [Double], tiltDegrees: Double,
        electricalTiltDegrees: Double, powerDBm: Double, cost: Int64, alone: ServedAmounts, purpose: PlanPurpose
    ) {
        self.station = station
        self.band = band
        self.heightMetres = heightMetres
        self.azimuthDegrees = azimuthDegrees
        self.tiltDegrees = tiltDegrees
        self.electricalTiltDegrees = electricalTiltDegrees
        self.powerDBm = powerDBm
        self.cost = cost
        self.alone = alone
        self.purpose = purpose
    }
}

/// What a base station was taken for.
public enum PlanPurpose: String, Sendable, Codable, CaseIterable {
    /// The job pins it.
    case pinned
    /// To serve people, routes or places.
    case reach
    /// To carry the traffic of the busy hour.
    case capacity
    /// To reach the number of base stations that a region is to have.
    case density

    /// In words.
    public var meaning: String {
        switch self {
        case .pinned: "pinned by the job"
        case .reach: "serves people, routes or places that nothing else serves"
        case .capacity: "carries traffic of the busy hour that nothing else carries"
        case .density: "fills the number of base stations that the region is to have"
        }
    }
}

/// Where a candidate comes from.
public enum CandidateOrigin: String, Sendable, Codable, CaseIterable {
    /// A station of the job's register: its mast stands.
    case station
    /// A mast of a list of towers.
    case tower
    /// High ground near people.
    case summit
    /// The lattice over inhabited cells.
    case lattice
    /// Beside a route.
    case route
    /// At a place.
    case place

    /// In words.
    public var meaning: String {
        switch self {
        case .station: "mast of an existing station"
        case .tower: "existing mast"
        case .summit: "new mast on high ground"
        case .lattice: "new mast among people"
        case .route: "new mast beside a route"
        case .place: "new mast at a place"
        }
    }

    /// Whether a mast stands there already.
    public var isExisting: Bool { self == .station || self == .tower }
}

/// A requirement or the objective with what comes of it.
public struct PlanTarget: Sendable, Codable {
    /// Identifier.
    public var id: String
    /// In words.
    public var title: String
    /// What is counted.
    public var unit: DemandUnit
    /// How much there is, in the unit's smallest part.
    public var available: Int64
    /// How much must be served; 0 for an objective.
    public var need: Int64
    /// How much was served before.
    public var before: Int64
    /// How much is served by the plan.
    public var after: Int64
    /// How much all candidates together would serve.
    public var possible: Int64
    /// What keeps the need from being met, in words; empty where it is met.
    public var obstacle: String

    /// Whether the need is met.
    public var isMet: Bool { after >= need }

    /// A target by its parts.
    public init(
        id: String, title: String, unit: DemandUnit, available: Int64, need: Int64, before: Int64, after: Int64,
        possible: Int64, obstacle: String
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.available = available
        self.need = need
        self.before = before
        self.after = after
        self.possible = possible
        self.obstacle = obstacle
    }
}

/// What is served once some sites stand.
public struct PlanCurvePoint: Sendable, Codable {
    /// New or extended sites so far.
    public var sites: Int
    /// Base stations so far.
    public var stations: Int
    /// Cost so far.
    public var cost: Int64
    /// What is served.
    public var served: ServedAmounts

    /// A point by its parts.
    public init(sites: Int, stations: Int, cost: Int64, served: ServedAmounts) {
        self.sites = sites
        self.stations = stations
        self.cost = cost
        self.served = served
    }
}

/// Base stations of a region before and after.
public struct PlanDensity: Sendable, Codable {
    /// Identifier of the region.
    public var region: String
    /// Its name.
    public var name: String
    /// People who live there.
    public var people: PersonCount
    /// What counts as one, before the plan.
    public var before: Int
    /// And with it.
    public var after: Int
    /// Base stations per 10,000 persons that are aimed at.
    public var target: Double
    /// How many the target asks for.
    public var needed: Int

    /// A region by its parts.
    public init(
        region: String, name: String, people: PersonCount, before: Int, after: Int, target: Double, needed: Int
    ) {
        self.region = region
        self.name = name
        self.people = people
        self.before = before
        self.after = after
        self.target = target
        self.needed = needed
    }
}

/// Something that the plan leaves unserved.
public struct UnservedDemand: Sendable, Codable {
    /// What it is.
    public enum Kind: String, Sendable, Codable {
        /// Inhabited cells side by side.
        case settlement
        /// A stretch of a route.
        case section
        /// A place.
        case place
    }

    /// What it is.
    public var kind: Kind
    /// Its name: of the route or place, or that of the nearest place within 10 km for a settlement; empty where none is
    /// known.
    public var name: String
    /// The region it lies in.
    public var region: String
    /// Its middle.
    public var position: GeographicPosition
    /// People concerned: those in it, or in the cells of a section or place.
    public var people: PersonCount
    /// Length of a section, mm; 0 for others.
    public var millimetres: Int64
    /// The candidate and band that would serve at least nine tenths of it at least cost; nil where none can.
    public var remedy: String?
    /// What that costs.
    public var remedyCost: Int64?
    /// Why it is unserved, in words.
    public var why: String

    /// A demand by its parts.
    public init(
        kind: Kind, name: String, region: String, position: GeographicPosition, people: PersonCount,
        millimetres: Int64 = 0, remedy: String?, remedyCost: Int64?, why: String
    ) {
        self.kind = kind
        self.name = name
        self.region = region
        self.position = position
        self.people = people
        self.millimetres = millimetres
        self.remedy = remedy
        self.remedyCost = remedyCost
        self.why = why
    }
}

/// How far any plan could be better, by Lagrangian duality.
public struct PlanCertificate: Sendable, Codable {
    /// What is bounded.
    public enum Sense: String, Sendable, Codable {
        /// The cost of a plan that meets all requirements: none costs less than the bound.
        case leastCost
        /// What is served within the budget: none serves more than the bound.
        case mostServed
    }

    /// What is bounded.
    public var sense: Sense
    /// The plan's own value: cost, or served weight.
    public var value: Double
    /// No plan is better than this.
    public var bound: Double
    /// Whether a solver has proved the plan optimal.
    public var isProvenOptimal: Bool
    /// Which part of the problem is bounded, in words.
    public var scope: String

    /// How much better any plan could be, as a share of the bound for cost, and of the value for what is served.
    public var gap: Double {
        switch sense {
        case .leastCost: bound > 0 ? max(0, value / bound - 1) : (value > 0 ? .infinity : 0)
        case .mostServed: value > 0 ? max(0, bound / value - 1) : (bound > 0 ? .infinity : 0)
        }
    }

    /// A certificate by its parts.
    public init(sense: Sense, value: Double, bound: Double, isProvenOptimal: Bool, scope: String) {
        self.sense = sense
        self.value = value
        self.bound = bound
        self.isProvenOptimal = isProvenOptimal
        self.scope = scope
    }
}

/// What a site that the job pins or forbids changes.
public struct PlanChoicePrice: Sendable, Codable {
    /// The site.
    public var site: String
    /// Whether it is pinned; else it is forbidden.
    public var isPinned: Bool
    /// Cost of the plan with the choice, less the cost without it.
    public var cost: Int64
    /// People served with the choice, less those without it.
    public var people: PersonCount

    /// A price by its parts.
    public init(site: String, isPinned: Bool, cost: Int64, people: PersonCount) {
        self.site = site
        self.isPinned = isPinned
        self.cost = cost
        self.people = people
    }
}

/// Candidates of one kind.
public struct CandidateCount: Sendable, Codable {
    /// The kind.
    public var origin: CandidateOrigin
    /// Those that could be chosen.
    public var kept: Int
    /// Those left out, by reason: `"water"`, `"slope"`, `"excluded area"`, `"spacing"`.
    public var left: [String: Int]

    /// A count by its parts.
    public init(origin: CandidateOrigin, kept: Int, left: [String: Int]) {
        self.origin = origin
        self.kept = kept
        self.left = left
    }
}
