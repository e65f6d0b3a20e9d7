/// Chooses options: greedily, then by mending holes, until a stated number of rounds is done or nothing gets better.
///
/// Requirements come first, at least cost; with an objective, what the budget leaves then serves as much as it can. The
/// choice for a larger budget goes on from that for a smaller one, so that more budget never serves less.
public struct PlacementSolver {
    /// What was chosen.
    public struct Solution: Sendable {
        /// The options, pinned ones included, in their order.
        public var options: [Int]
        /// Their cost with their sites.
        public var cost: Int64
        /// Whether all requirements are met within the budget.
        public var meetsAll: Bool
    }

    private let problem: PlacementProblem
    private let neighbours: SiteNeighbours
    private let effort: Int
    private let isStopped: () -> Bool

    /// - Parameters:
    ///   - effort: The most rounds of improvement.
    ///   - isStopped: Asked between small steps; the choice is given up as it is.
    public init(
        _ problem: PlacementProblem, neighbours: SiteNeighbours, effort: Int,
        isStopped: @escaping () -> Bool = { false }
    ) {
        self.problem = problem
        self.neighbours = neighbours
        self.effort = effort
        self.isStopped = isStopped
    }

    /// Chooses.
    public func solve() -> Solution {
        var selection = meetingRequirements()
        if let objective = problem.objective, let budget = problem.budget {
            if !budget.bears(selection) { selection = nearest(within: budget) }
            selection = serving(objective, within: budget, from: selection)
        }
        return Solution(
            options: selection.options, cost: selection.cost,
            meetsAll: selection.meetsAll && (problem.budget?.bears(selection) ?? true))
    }

    /// The least cost that was found for all requirements, or the most that can be met.
    private func meetingRequirements() -> Selection {
        var own = problem
        own.objective = nil
        own.budget = nil
        let start = Selection(own)
        guard !own.requirements.isEmpty else { return start }
        var greedy = LazyGreedy(start, targets: own.requirements)
        greedy.run()
        let price = greedy.lastPrice
        let isMet = greedy.selection.meetsAll
        var search = LocalSearch(greedy.take(), neighbours: neighbours, price: price)
        // What cannot be met leaves nothing to be mended: whatever adds to it is taken.
        guard isMet else { return search.selection }
        for round in 0..<effort where !isStopped() {
            if !search.round(holes: round % 2 == 0 ? [1, 3, 6] : [2, 4], isStopped: isStopped) { break }
        }
        return search.selection
    }

    /// The most of the requirements that a budget bears.
    private func nearest(within budget: PlacementBudget) -> Selection {
        var greedy = LazyGreedy(Selection(problem), targets: problem.requirements)
        while !greedy.isMet, greedy.next(where: { budget.allows($0, in: $1) }) != nil {}
        return greedy.take()
    }

    /// Serves as much of the objective as a budget bears.
    ///
    /// A chain of states that knows nothing of the budget: options with the most worth for their cost are taken, and holes
    /// around them are mended at no more cost. Before the first state that is too dear, options are taken in the same order
    /// while they fit.
    private func serving(
        _ objective: PlacementProblem.Requirement, within budget: PlacementBudget, from start: Selection
    ) -> Selection {
        var own = problem
        own.budget = nil
        var state = Selection(own, taking: start.options)
        var taken = 0
        while !isStopped() {
            // Sites are added in steps of a sixteenth, and then mended: seldom enough to be fast.
            let count = max(1, taken / 16)
            var greedy = LazyGreedy(state, targets: [objective])
            while greedy.steps.count < count, greedy.next() != nil {}
            let steps = greedy.steps
            guard !steps.isEmpty else { break }
            var next = greedy.take()
            if effort > 0 {
                var search = LocalSearch(next.moved(), neighbours: neighbours, price: 0)
                for step in steps { search.mend(around: own.options[step.option].site) }
                next = search.selection
            }
            guard budget.bears(next) else {
                return filling(state, objective, within: budget, below: next.cost)
            }
            taken += steps.count
            state = next
        }
        return state
    }

    private func filling(
        _ state: Selection, _ objective: PlacementProblem.Requirement, within budget: PlacementBudget, below cost: Int64
    ) -> Selection {
        var greedy = LazyGreedy(state, targets: [objective])
        let limit = PlacementBudget.cost(cost - 1)
        while greedy.next(where: { limit.allows($0, in: $1) && budget.allows($0, in: $1) }) != nil {}
        return greedy.take()
    }
}
