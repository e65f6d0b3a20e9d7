import MastheadGeo

/// The demand of a plan's objectives, with the requirements that it is to meet.
public struct PlanRequirements: Sendable {
    /// What is to be served.
    public private(set) var demand: PlanDemand
    /// What must be served, in the order of the job.
    public private(set) var requirements: [PlacementProblem.Requirement] = []
    /// What as much as possible is to be served of; nil without a budget.
    public private(set) var objective: PlacementProblem.Requirement?
    /// The budget.
    public private(set) var budget: PlacementBudget?
    /// The groups that "people" in figures are counted by: those of the first objective about people.
    public private(set) var peopleGroups: Range<Int> = 0..<0
    /// The groups of routes, with the index of each route.
    public private(set) var routeGroups: [(group: Int, route: Int)] = []
    /// The groups of places, with the index of each place.
    public private(set) var placeGroups: [(group: Int, place: Int)] = []
    /// The layer that traffic comes from; nil where nothing is asked about traffic.
    public private(set) var trafficLayer: Int?
    /// People of each region, billionths.
    public let regionPeople: [Int64]
    /// Base stations that the regions are asked to have; nil where nothing is.
    public private(set) var density: Double?
    /// Traffic of the busy hour that some bands are to carry.
    public private(set) var hotSpots: [(millionths: Int, bands: [Bool])] = []
    /// Traffic of a person in the busy hour, Mbit/s.
    public private(set) var megabits = 0.0

    /// Turns objectives into items and requirements.
    ///
    /// - Parameters:
    ///   - planBands: The bands that the plan may build.
    ///   - outdoor: Index of the service outdoors.
    public init(_ question: PlanQuestion, census: PlanCensus, reach: ReachPlan?, planBands: [Bool], outdoor: Int) {
        demand = PlanDemand(grid: census.grid)
        regionPeople = census.regionPeople
        let ids = question.regions
        for (number, objective) in question.objectives.enumerated() {
            switch objective {
            case .reach(let millionths, let kind, let bands, let perRegion, let densest):
                let groups = demand.addPeople(census, .init(kind: kind, bands: bands), denserThan: densest)
                note(people: groups)
                addReach(number, millionths, groups, perRegion: perRegion, regions: ids)
            case .budget(let budget, let kind, let bands):
                let groups = demand.addPeople(census, .init(kind: kind, bands: bands))
                note(people: groups)
                self.budget = budget
                self.objective = PlacementProblem.Requirement(
                    id: "budget", title: "people served within the budget", unit: .people, groups: Array(groups),
                    need: weight(of: groups))
            case .routes(let millionths):
                if let reach { addRoutes(reach, millionths) }
            case .places:
                if let reach { addPlaces(reach) }
            case .density(let megabits):
                density = question.targetPerTenThousand
                self.megabits = megabits
            case .hotSpots(let millionths, let bands, let megabits):
                hotSpots.append((millionths, bands))
                self.megabits = megabits
            }
        }
        if peopleGroups.isEmpty { peopleGroups = demand.addPeople(census, .init(kind: outdoor, bands: planBands)) }
        if density != nil || !hotSpots.isEmpty {
            trafficLayer = demand.layers.count
            _ = demand.addPeople(census, .init(kind: outdoor, bands: Array(repeating: true, count: planBands.count)))
        }
        balance()
    }

    private mutating func note(people groups: Range<Int>) {
        if peopleGroups.isEmpty { peopleGroups = groups }
    }

    private func weight(of groups: Range<Int>) -> Int64 {
        var sum: Int64 = 0
        for (item, group) in demand.groups.enumerated() where groups.contains(Int(group)) {
            sum += demand.weights[item]
        }
        return sum
    }

    /// The least whole weight that is a share of another.
    private static func share(_ millionths: Int, of weight: Int64) -> Int64 {
        let (quotient, rest) = weight.quotientAndRemainder(dividingBy: 1_000_000)
        return quotient * Int64(millionths) + (rest * Int64(millionths) + 999_999) / 1_000_000
    }

    private mutating func addReach(
        _ number: Int, _ millionths: Int, _ groups: Range<Int>, perRegion: Bool, regions: [(id: String, name: String)]
    ) {
        requirements.append(
            PlacementProblem.Requirement(
                id: "reach-\(number + 1)", title: "people of all regions", unit: .people, groups: Array(groups),
                need: Self.share(millionths, of: weight(of: groups))))
        guard perRegion else { return }
        for (index, group) in groups.enumerated() {
            let all = weight(of: group..<group + 1)
            guard all > 0 else { continue }
            requirements.append(
                PlacementProblem.Requirement(
                    id: "reach-\(number + 1)/\(regions[index].id)", title: "people of \(regions[index].name)",
                    unit: .people, groups: [group], need: Self.share(millionths, of: all)))
        }
    }

    private mutating func addRoutes(_ reach: ReachPlan, _ millionths: Int?) {
        for (rule, routes) in Self.byRule(reach.routeRules) {
            let groups = demand.addRoutes(
                reach.routes, routes,
                .init(kind: rule.service, bands: rule.bands, leastHundredthsDBm: rule.leastHundredthsDBm))
            for (group, route) in zip(groups, routes) {
                let length = weight(of: group..<group + 1)
                guard length > 0 else { continue }
                routeGroups.append((group, route))
                let label = reach.routes.routes[route]
                requirements.append(
                    PlacementProblem.Requirement(
                        id: "route/\(label.kind)/\(label.id)", title: "\(label.kind) \(label.name)", unit: .length,
                        groups: [group], need: Self.share(millionths ?? rule.coveredAtMillionths, of: length)))
            }
        }
    }

    private mutating func addPlaces(_ reach: ReachPlan) {
        for (rule, places) in Self.byRule(reach.placeRules) {
            let groups = demand.addPlaces(
                reach.places, places,
                .init(kind: rule.service, bands: rule.bands, leastHundredthsDBm: rule.leastHundredthsDBm))
            for (group, place) in zip(groups, places) {
                let points = weight(of: group..<group + 1)
                guard points > 0 else { continue }
                placeGroups.append((group, place))
                let label = reach.places.places[place]
                requirements.append(
                    PlacementProblem.Requirement(
                        id: "place/\(label.kind)/\(label.id)", title: "\(label.kind) \(label.name)", unit: .points,
                        groups: [group], need: points))
            }
        }
    }

    /// Features that are judged alike, in the order of the first of each.
    private static func byRule(_ rules: [ReachRule]) -> [(ReachRule, [Int])] {
        var found: [(ReachRule, [Int])] = []
        for (index, rule) in rules.enumerated() {
            if let known = found.firstIndex(where: { $0.0 == rule }) {
                found[known].1.append(index)
            } else {
                found.append((rule, [index]))
            }
        }
        return found
    }

    /// Makes all routes together, and all places together, worth as much as all people, so that no unit of measure rules.
    private mutating func balance() {
        let people = Double(max(1, weight(of: peopleGroups)))
        for unit in [DemandUnit.length, .points] {
            let sum = requirements.filter { $0.unit == unit }.reduce(0) { $0 + $1.need }
            guard sum > 0 else { continue }
            for index in requirements.indices where requirements[index].unit == unit {
                requirements[index].worth = people / Double(sum)
            }
        }
    }
}

extension PlanRequirements {
    /// What a selection serves of people, routes and places.
    func amounts(of selection: Selection) -> ServedAmounts {
        ServedAmounts(
            people: PersonCount(billionths: peopleGroups.reduce(0) { $0 + selection.served[$1] }),
            routeMillimetres: routeGroups.reduce(0) { $0 + selection.served[$1.group] },
            places: placeGroups.count { selection.served[$0.group] == selection.problem.groupWeights[$0.group] })
    }
}
