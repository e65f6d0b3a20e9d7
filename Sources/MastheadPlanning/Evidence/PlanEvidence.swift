import MastheadGeo

/// All that is needed to check a plan and its certificate without the program that made them.
public struct PlanEvidence: Sendable {
    /// What stands in `problem.json`.
    public struct Header: Sendable, Codable {
        /// An option of the problem.
        public struct Option: Sendable, Codable, Equatable {
            /// What it stands for: `"L00042/n28"`; `"T0001/n28 (stands)"` for what stands already.
            public var id: String
            /// The site, as an index into the costs of sites.
            public var site: Int
            /// Cost of the band in the problem as it was solved.
            public var cost: Int64
            /// Whether it is in every plan.
            public var isPinned: Bool
            /// Number of its runs; they follow those of the options before it.
            public var runs: Int
        }

        /// A site of the plan with what the plan says of it.
        public struct Step: Sendable, Codable, Equatable {
            /// Identifier of the site.
            public var id: String
            /// Its options.
            public var options: [Int]
            /// What the plan says that it adds to those before it.
            public var gain: ServedAmounts
            /// What the plan says is lost without it.
            public var loss: ServedAmounts
        }

        /// The version of the form of these files.
        public var format: Int
        /// Number of items.
        public var items: Int
        /// What must be served.
        public var requirements: [PlacementProblem.Requirement]
        /// What the plan says that it serves of each requirement; less than the need where it cannot be met.
        public var served: [Int64]
        /// What as much as possible is to be served of; nil where cost is bounded.
        public var objective: PlacementProblem.Requirement?
        /// The budget, in the costs of these files.
        public var budget: Int64?
        /// What the costs of these files are: `"EUR"`, or `"sites"`.
        public var costs: String
        /// Cost of each site.
        public var sites: [Int64]
        /// The options, site after site.
        public var options: [Option]
        /// The options that stand already.
        public var standing: [Int]
        /// The options that were chosen for what the certificate is about, those that stand included.
        public var chosen: [Int]
        /// The sites of the plan, in order.
        public var steps: [Step]
        /// Groups whose weight counts as people, as lengths of routes, and as places.
        public var peopleGroups: [Int]
        /// Groups of routes.
        public var routeGroups: [Int]
        /// Groups of places.
        public var placeGroups: [Int]
        /// The multiplier of each requirement.
        public var needPrices: [Double]
        /// The multiplier of the budget.
        public var budgetPrice: Double
        /// The plan's own value: cost, or weight served of the objective.
        public var value: Double
        /// What no plan is better than.
        public var bound: Double
    }

    /// The version that this program writes and reads.
    public static let currentFormat = 2

    /// What stands in `problem.json`.
    public var header: Header
    /// Weight of each item.
    public var weights: [Int64]
    /// Group of each item.
    public var groups: [Int32]
    /// The runs of all options, one option after the other.
    public var runs: [PlacementProblem.Run]
    /// The multiplier of each item.
    public var itemPrices: [Double]

    /// Evidence by its parts.
    public init(
        header: Header, weights: [Int64], groups: [Int32], runs: [PlacementProblem.Run], itemPrices: [Double]
    ) {
        self.header = header
        self.weights = weights
        self.groups = groups
        self.runs = runs
        self.itemPrices = itemPrices
    }

    /// The evidence of a plan.
    public init(
        _ plan: PlanProblem, setup: FootprintSetup, requirements: PlanRequirements, result: PlanSearch.Result,
        sitePlan: SitePlan, bands: [String]
    ) {
        let solved = result.solved
        var names: [String: Int] = [:]
        let options = solved.options.indices.map { index -> Header.Option in
            let option = solved.options[index]
            let emitter = setup.emitters[plan.meanings[index].emitter]
            let name = "\(setup.candidates[emitter.candidate].id)/\(bands[emitter.band])"
            if !plan.meanings[index].stands { names[name] = index }
            return Header.Option(
                id: plan.meanings[index].stands ? "\(name) (stands)" : name, site: option.site, cost: option.cost,
                isPinned: option.isPinned, runs: option.runs.count)
        }
        var budget: Int64?
        if case .cost(let cost) = solved.budget { budget = cost }
        var isOfSites = false
        if case .sites = plan.problem.budget { isOfSites = true }
        let selection = Selection(solved, taking: result.options)
        header = Header(
            format: Self.currentFormat, items: solved.weights.count, requirements: solved.requirements,
            served: solved.requirements.map { selection.served($0) },
            objective: solved.objective, budget: budget, costs: isOfSites ? "sites" : sitePlan.currency,
            sites: solved.sites.map(\.cost), options: options,
            standing: plan.meanings.indices.filter { plan.meanings[$0].stands }, chosen: result.options,
            steps: sitePlan.sites.map { site in
                Header.Step(
                    id: site.id, options: site.bands.compactMap { names["\(site.id)/\($0.band)"] }, gain: site.gain,
                    loss: site.loss)
            }, peopleGroups: Array(requirements.peopleGroups), routeGroups: requirements.routeGroups.map(\.group),
            placeGroups: requirements.placeGroups.map(\.group), needPrices: result.multipliers.needPrices,
            budgetPrice: result.multipliers.budgetPrice, value: result.value, bound: result.bound)
        weights = solved.weights
        groups = solved.groups
        runs = solved.options.flatMap { solved.runs[$0.runs] }
        itemPrices = result.multipliers.itemPrices
    }

    /// Whether every index points to something.
    public var isWhole: Bool {
        let options = header.options.indices
        let steps = header.steps.flatMap(\.options)
        return header.options.allSatisfy { header.sites.indices.contains($0.site) && $0.runs >= 0 }
            && (header.standing + header.chosen + steps).allSatisfy(options.contains)
            && groups.allSatisfy { $0 >= 0 && $0 < header.items + 1_000_000 }
            && runs.allSatisfy { $0.first >= 0 && $0.count > 0 && Int($0.first) + Int($0.count) <= header.items }
            && header.requirements.allSatisfy { $0.groups.allSatisfy { $0 >= 0 } }
            && header.served.count == header.requirements.count
    }
}
