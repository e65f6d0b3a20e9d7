/// Improves a selection by leaving some neighbouring options and choosing anew among those around.
///
/// For each site in turn, it and its nearest chosen neighbours are left, the site itself is barred, and the hole is mended
/// greedily from the sites around; or the hole is made around a site that is not chosen, and mended with it. A change is
/// kept where all that is required is still met and the plan is better: it serves more within the budget or, without one,
/// costs less, where what is served above the needs counts at a price. All else is undone to the last item.
/// The order of the sites decides the order of the work, so that the same problem has the same result.
struct LocalSearch {
    private let problem: PlacementProblem
    /// The nearest sites of each site, nearest first, itself included.
    private let neighbours: SiteNeighbours
    /// What is aimed at: a little more than is required, since what is served above a need lets another site go.
    private let aims: [PlacementProblem.Requirement]
    private let price: Double
    private var held: Selection?
    /// How many changes were kept.
    private(set) var changes = 0

    /// How many sites around a hole may mend it.
    private static let around = 48
    /// How many sites beside a new one are tried in its place.
    private static let near = 12

    /// - Parameter price: What a unit of worth may cost; that of the last steps of the greedy choice.
    init(_ selection: consuming Selection, neighbours: SiteNeighbours, price: Double) {
        let problem = selection.problem
        self.problem = problem
        self.neighbours = neighbours
        self.price = price
        aims = problem.objective.map { [$0] } ?? problem.requirements.map { $0.raised(in: problem) }
        held = selection
    }

    /// The selection as it is now.
    var selection: Selection {
        guard let held else { preconditionFailure("a selection is only away while a hole is mended") }
        return held
    }

    /// One round over all sites that may change, with holes of some sizes.
    ///
    /// - Parameter isStopped: Asked before each hole.
    /// - Returns: Whether the plan costs less, or serves more of the objective, than before.
    @discardableResult
    mutating func round(holes: [Int], isStopped: () -> Bool = { false }) -> Bool {
        dropNeedless()
        let before = standing
        for hole in holes {
            for site in problem.sites.indices {
                guard !isStopped() else { return standing > before }
                if canChange(site) {
                    if mend(site, hole: hole) { changes += 1 }
                } else {
                    for option in problem.sites[site].options where !selection.isTaken[option] {
                        if mend(site, hole: hole, with: option) { changes += 1 }
                    }
                }
            }
            dropNeedless()
        }
        return standing > before
    }

    /// Mends holes around one site, without it and with the nearest sites that are not chosen.
    mutating func mend(around site: Int) {
        for hole in [1, 3] where canChange(site) {
            if mend(site, hole: hole) { changes += 1 }
        }
        for other in neighbours.nearest(to: site).prefix(Self.near) where !canChange(other) {
            for option in problem.sites[other].options where !selection.isTaken[option] {
                if mend(other, hole: 2, with: option) { changes += 1 }
            }
        }
    }

    /// What a round is to raise: what is served of the objective, or what is saved.
    private var standing: Int64 { problem.objective.map { selection.served($0) } ?? -selection.cost }

    /// Whether a site holds something that may be left.
    private func canChange(_ site: Int) -> Bool {
        problem.sites[site].options.contains { selection.isTaken[$0] && !problem.options[$0].isPinned }
    }

    /// Leaves what nothing needs, least worth for its cost first; of equal ones the last.
    mutating func dropNeedless() {
        guard problem.objective == nil, var selection = held.take() else { return }
        defer { held = selection }
        guard selection.meetsAll else { return }
        let offers = selection.options.filter { !problem.options[$0].isPinned }.map { option in
            (option: option, ratio: worth(of: option, in: &selection))
        }
        for (option, _) in offers.sorted(by: { $0.ratio != $1.ratio ? $0.ratio < $1.ratio : $0.option > $1.option }) {
            selection.leave(option)
            if selection.meetsAll { changes += 1 } else { selection.take(option) }
        }
    }

    /// What an option that is taken adds to the others, for its cost.
    private func worth(of option: Int, in selection: inout Selection) -> Double {
        let (served, cost) = (aims.map { selection.served($0) }, selection.cost)
        selection.leave(option)
        defer { selection.take(option) }
        var worth = 0.0
        for (index, aim) in aims.enumerated() {
            worth += aim.worth * Double(served[index] - selection.served(aim))
        }
        return worth / Double(max(1, cost - selection.cost))
    }

    /// Makes a hole around a site and mends it without the site, or with an option on it.
    private mutating func mend(_ centre: Int, hole: Int, with forced: Int? = nil) -> Bool {
        guard var selection = held.take() else { return false }
        let before = Merit(selection, aims, price)
        let near = neighbours.nearest(to: centre)
        var left: [Int] = []
        var sites = 0
        for site in near where sites < hole {
            let own = problem.sites[site].options.filter { selection.isTaken[$0] && !problem.options[$0].isPinned }
            guard !own.isEmpty else { continue }
            sites += 1
            left += own
        }
        for option in left { selection.leave(option) }
        if let forced { selection.take(forced) }
        let candidates = near.prefix(Self.around).filter { $0 != centre }.flatMap { problem.sites[$0].options }
        var greedy = LazyGreedy(selection.moved(), targets: aims, among: candidates)
        if problem.objective != nil {
            let budget = PlacementBudget.cost(before.cost)
            while greedy.next(where: { budget.allows($0, in: $1) }) != nil {}
        } else {
            while greedy.next(least: price > 0 ? 1 / price : .infinity) != nil {}
            while !greedy.selection.meetsAll, greedy.next() != nil {}
        }
        let added = (forced.map { [$0] } ?? []) + greedy.steps.map(\.option)
        selection = greedy.take()
        let isBetter = selection.meetsAll && Merit(selection, aims, price).isBetter(than: before)
        if !isBetter {
            for option in added.reversed() { selection.leave(option) }
            for option in left { selection.take(option) }
        }
        held = selection
        return isBetter
    }

    /// What selections are compared by: what is served within a budget; else cost, less what is served at its price.
    private struct Merit {
        let value: Double
        let cost: Int64

        init(_ selection: borrowing Selection, _ aims: [PlacementProblem.Requirement], _ price: Double) {
            let served = aims.reduce(0) { $0 + $1.worth * Double(min($1.need, selection.served($1))) }
            cost = selection.cost
            value = selection.problem.objective == nil ? price * served - Double(cost) : served
        }

        func isBetter(than other: Merit) -> Bool { value != other.value ? value > other.value : cost < other.cost }
    }
}

extension PlacementProblem.Requirement {
    /// The requirement with a need higher by a fiftieth of all there is.
    fileprivate func raised(in problem: PlacementProblem) -> Self {
        var raised = self
        raised.need += problem.available(self) / 50
        return raised
    }
}

extension PlacementBudget {
    /// Whether an option may be taken besides what is taken.
    func allows(_ option: Int, in selection: Selection) -> Bool {
        switch self {
        case .cost(let budget): selection.cost + selection.marginalCost(option) <= budget
        case .sites(let count):
            selection.newSites + (selection.opensNewSite(option) ? 1 : 0) <= count
        }
    }

    /// Whether a selection keeps it.
    func bears(_ selection: Selection) -> Bool {
        switch self {
        case .cost(let budget): selection.cost <= budget
        case .sites(let count): selection.newSites <= count
        }
    }
}
