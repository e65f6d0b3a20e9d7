/// What a plan is chosen from, and for: sites with options, and items of demand that options serve.
///
/// An item is a cell's people of one region, a piece of a route, or a key point of a place, once for each criterion that
/// it is judged by. Items carry whole weights (billionths of a person, millimetres, key points), so that sums are exact
/// in any order. An option is one band on one site; it serves the items of its footprint. The first option that is taken
/// on a site also pays for the site.
public struct PlacementProblem: Sendable {
    /// Items that lie side by side and are served together.
    @frozen
    public struct Run: Sendable, Hashable {
        /// The first item.
        public var first: Int32
        /// How many; all of one group.
        public var count: Int32

        /// A run by its first item and length.
        @inlinable public init(first: Int32, count: Int32) {
            self.first = first
            self.count = count
        }
    }

    /// What must be served: an amount out of some groups of items.
    public struct Requirement: Sendable, Hashable, Codable {
        /// What it is called in products: `"reach-1/north"`.
        public var id: String
        /// In words.
        public var title: String
        /// What its items are.
        public var unit: DemandUnit
        /// Groups whose items count.
        public var groups: [Int]
        /// The weight that is to be served.
        public var need: Int64
        /// What one unit of weight counts for against other requirements while sites are chosen; above zero.
        public var worth: Double

        /// A requirement by its parts.
        public init(id: String, title: String, unit: DemandUnit, groups: [Int], need: Int64, worth: Double = 1) {
            self.id = id
            self.title = title
            self.unit = unit
            self.groups = groups
            self.need = need
            self.worth = worth
        }
    }

    /// A place where a mast stands or may be built.
    public struct Site: Sendable, Hashable {
        /// Cost of having it at all, in whole units of the job's currency.
        public var cost: Int64
        /// Its options.
        public var options: Range<Int>

        /// A site by its parts.
        public init(cost: Int64, options: Range<Int>) {
            self.cost = cost
            self.options = options
        }
    }

    /// One band on a site.
    public struct Option: Sendable, Hashable {
        /// The site.
        public var site: Int
        /// Cost of the band's equipment.
        public var cost: Int64
        /// Its footprint, among the problem's runs.
        public var runs: Range<Int>
        /// Whether it is a part of every plan: it stands already, or the job pins it.
        public var isPinned: Bool

        /// An option by its parts.
        public init(site: Int, cost: Int64, runs: Range<Int>, isPinned: Bool = false) {
            self.site = site
            self.cost = cost
            self.runs = runs
            self.isPinned = isPinned
        }
    }

    /// Weight of each item, above zero.
    public let weights: [Int64]
    /// Group of each item.
    public let groups: [Int32]
    /// Number of groups.
    public let groupCount: Int
    /// Weight of all items of each group.
    public let groupWeights: [Int64]
    /// What must be served.
    public var requirements: [Requirement]
    /// What as much as possible is to be served of within the budget; its need is all there is. Nil where the plan only
    /// has to meet its requirements.
    public var objective: Requirement?
    /// What the plan may take; nil where only requirements bound it.
    public var budget: PlacementBudget?
    /// The sites.
    public var sites: [Site]
    /// The options, site after site.
    public var options: [Option]
    /// The runs of all footprints; those of an option in the order of their items.
    public var runs: [Run]

    /// A problem by its parts.
    public init(
        weights: [Int64], groups: [Int32], groupCount: Int, requirements: [Requirement], objective: Requirement? = nil,
        budget: PlacementBudget? = nil, sites: [Site], options: [Option], runs: [Run]
    ) {
        precondition(weights.count == groups.count, "a group for each item")
        self.weights = weights
        self.groups = groups
        self.groupCount = groupCount
        var sums = [Int64](repeating: 0, count: groupCount)
        for (weight, group) in zip(weights, groups) { sums[Int(group)] += weight }
        groupWeights = sums
        self.requirements = requirements
        self.objective = objective
        self.budget = budget
        self.sites = sites
        self.options = options
        self.runs = runs
    }

    /// How much there is to be served of a requirement.
    public func available(_ requirement: Requirement) -> Int64 {
        requirement.groups.reduce(0) { $0 + groupWeights[$1] }
    }

    /// What a unit of weight counts for in each group: the most of its targets.
    var groupWorth: [Double] {
        var worth = [Double](repeating: 0, count: groupCount)
        for target in targets {
            for group in target.groups { worth[group] = max(worth[group], target.worth) }
        }
        return worth
    }

    /// Requirements, and the objective last where there is one.
    var targets: [Requirement] { requirements + (objective.map { [$0] } ?? []) }
}

/// What the items of a requirement are.
public enum DemandUnit: String, Sendable, Hashable, Codable {
    /// Billionths of a person.
    case people
    /// Millimetres of a route.
    case length
    /// Key points of a place.
    case points
}

/// What a plan may take.
public enum PlacementBudget: Sendable, Hashable, Codable {
    /// New sites: those without a pinned option.
    case sites(Int)
    /// Money for all options and their sites, pinned ones included, in whole units of the job's currency.
    case cost(Int64)
}
