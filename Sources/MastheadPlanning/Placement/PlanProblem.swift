public import MastheadGeo

/// A placement problem with what its sites and options stand for.
///
/// What stands already is a site of its own, pinned and free of cost; what may be added to its mast is another site at the
/// same place. So the sites that a plan changes can be counted, and what stands takes nothing of a budget.
public struct PlanProblem: Sendable {
    /// What an option stands for.
    public struct Meaning: Sendable {
        /// The emitter.
        public let emitter: Int
        /// Whether it stands already.
        public let stands: Bool
    }

    /// The problem.
    public private(set) var problem: PlacementProblem
    /// What each option stands for.
    public private(set) var meanings: [Meaning] = []
    /// The candidate of each site.
    public private(set) var candidates: [Int] = []
    /// What each option carries, Mbit/s.
    public private(set) var megabits: [Double] = []
    /// Options that the job forbids: their footprints are empty.
    public private(set) var forbidden: [Bool] = []
    /// Where each site stands.
    public let places: [PlanePoint]

    /// Puts footprints together.
    ///
    /// - Parameters:
    ///   - footprints: One for each emitter.
    ///   - pins: Options that must be taken: identifiers of candidates, or with a band (`"T0001/n28"`).
    ///   - forbids: Options that must not.
    public init(
        _ setup: FootprintSetup, footprints: [Footprint], requirements: PlanRequirements, bands: [String],
        pins: Set<String>, forbids: Set<String>
    ) {
        var sites: [PlacementProblem.Site] = []
        var options: [PlacementProblem.Option] = []
        var runs: [PlacementProblem.Run] = []
        runs.reserveCapacity(footprints.reduce(0) { $0 + $1.runs.count })
        for (index, candidate) in setup.candidates.enumerated() {
            let emitters = setup.ranges[index]
            for stands in [true, false] {
                let own = emitters.filter { (setup.emitters[$0].offer == nil) == stands }
                guard !own.isEmpty else { continue }
                let first = options.count
                for number in own {
                    let emitter = setup.emitters[number]
                    let names: Set = [candidate.id, "\(candidate.id)/\(bands[emitter.band])"]
                    let isForbidden = !stands && !names.isDisjoint(with: forbids)
                    let start = runs.count
                    if !isForbidden { runs += footprints[number].runs }
                    options.append(
                        PlacementProblem.Option(
                            site: sites.count, cost: emitter.offer.map { setup.offers[$0].cost } ?? 0,
                            runs: start..<runs.count, isPinned: stands || !names.isDisjoint(with: pins)))
                    meanings.append(Meaning(emitter: number, stands: stands))
                    megabits.append(isForbidden ? 0 : footprints[number].megabits)
                    forbidden.append(isForbidden)
                }
                sites.append(
                    PlacementProblem.Site(cost: stands ? 0 : candidate.cost, options: first..<options.count))
                candidates.append(index)
            }
        }
        places = candidates.map { setup.candidates[$0].plane }
        problem = PlacementProblem(
            weights: requirements.demand.weights, groups: requirements.demand.groups,
            groupCount: requirements.demand.groupCount, requirements: requirements.requirements,
            objective: requirements.objective, budget: requirements.budget, sites: sites, options: options, runs: runs)
    }

    /// The problem as it is solved: where the budget is a number of sites, each site that is added costs one, and bands
    /// nothing.
    var solved: PlacementProblem {
        guard case .sites(let count) = problem.budget else { return problem }
        var solved = problem
        for site in solved.sites.indices {
            solved.sites[site].cost = meanings[solved.sites[site].options.lowerBound].stands ? 0 : 1
        }
        for option in solved.options.indices { solved.options[option].cost = 0 }
        solved.budget = .cost(Int64(count))
        return solved
    }
}
