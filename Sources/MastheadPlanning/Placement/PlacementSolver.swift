package import MastheadCore
package import MastheadGeo

/// Chooses options: greedily, then by mending holes and by exact windows, until a stated number of rounds is done or nothing
/// gets better. A problem with few candidates can then be solved as a whole.
///
/// Requirements come first, at least cost; with an objective, what the budget leaves then serves as much as it can. The
/// choice for a larger budget goes on from that for a smaller one, so that more budget never serves less.
package struct PlacementSolver {
    /// What was chosen.
    package struct Solution: Sendable {
        /// The options, pinned ones included, in their order.
        package var options: [Int]
        /// Their cost with their sites.
        package var cost: Int64
        /// Whether all requirements are met within the budget.
        package var meetsAll: Bool
        /// Whether the solver proved that no choice is better.
        package var isProvenOptimal = false
        /// Searches of the solver that were given up at their hard stop, or ended without an answer: another machine might
        /// finish them.
        package var givenUp = 0
    }

    /// Nodes of the search tree of a window, and of a whole problem.
    private static let windowNodes = 100
    private static let wholeNodes = 2000
    /// Hard stops, far above what the nodes take.
    private static let windowSeconds = 60.0
    private static let wholeSeconds = 120.0
    /// Sites of a window.
    private static let windowSites = 24
    /// Windows for each unit of effort.
    private static let windowsPerEffort = 6
    /// The largest problem that is solved as a whole: the runs of options that may change.
    private static let wholeRuns = 100_000

    private let problem: PlacementProblem
    private let neighbours: SiteNeighbours
    private let places: [PlanePoint]
    private let effort: Int
    private let solver: CBCProgram?
    private let isStopped: () -> Bool

    /// - Parameters:
    ///   - places: Where each site stands.
    ///   - solver: For exact windows; nil for none.
    ///   - effort: The most rounds of improvement.
    ///   - isStopped: Asked between small steps; the choice is given up as it is.
    package init(
        _ problem: PlacementProblem, places: [PlanePoint], effort: Int, solver: CBCProgram? = nil,
        isStopped: @escaping () -> Bool = { false }
    ) {
        self.problem = problem
        self.places = places
        // Without improvement no one asks for them.
        neighbours = SiteNeighbours(places: effort > 0 ? places : [], count: 64)
        self.solver = solver
        self.effort = effort
        self.isStopped = isStopped
    }

    /// Chooses.
    ///
    /// - Throws: As `CBCProgram.solve`.
    package func solve() throws(MastheadError) -> Solution {
        var givenUp = 0
        var selection = try meetingRequirements(&givenUp)
        if let objective = problem.objective, let budget = problem.budget {
            if !budget.bears(selection) { selection = nearest(within: budget) }
            selection = serving(objective, within: budget, from: selection)
        }
        return Solution(
            options: selection.options, cost: selection.cost,
            meetsAll: selection.meetsAll && (problem.budget?.bears(selection) ?? true), givenUp: givenUp)
    }

    /// Looks for the best choice of all where there are few candidates.
    ///
    /// - Parameter multipliers: Of a bound, which settle options before the search; nil for none.
    /// - Throws: As `CBCProgram.solve`.
    package func prove(_ solution: inout Solution, multipliers: DualMultipliers?) throws(MastheadError) {
        guard let solver, effort > 0, solution.meetsAll,
            let whole = WholeProblem(problem, from: solution.options, multipliers: multipliers),
            whole.runCount <= Self.wholeRuns
        else { return }
        let window = ExactWindow(
            solver: solver, effort: .init(maximumNodes: Self.wholeNodes, hardStopSeconds: Self.wholeSeconds))
        let found = try Self.counting(&solution.givenUp) { () throws(MastheadError) in
            try whole.solve(by: window, isStopped: isStopped)
        }
        guard let answer = found else { return }
        solution.isProvenOptimal = answer.isProved
        guard let options = answer.options else { return }
        solution.options = options
        solution.cost = Selection(problem, taking: options).cost
    }

    /// The answer of a search; nil where the solver ended without one. Searches that do not come to their end are counted:
    /// a window that is given up costs an improvement, not the plan.
    private static func counting(
        _ givenUp: inout Int, _ search: () throws(MastheadError) -> ExactWindow.Answer
    ) throws(MastheadError) -> ExactWindow.Answer? {
        do throws(MastheadError) {
            let answer = try search()
            if answer.wasStopped { givenUp += 1 }
            return answer
        } catch  where error.code == .failedProgram {
            givenUp += 1
            return nil
        }
    }

    /// Improves a choice by windows spread evenly over its sites.
    private func improvedByWindows(_ start: Selection, _ givenUp: inout Int) throws(MastheadError) -> Selection {
        guard let solver, effort > 0 else { return start }
        let window = ExactWindow(
            solver: solver, effort: .init(maximumNodes: Self.windowNodes, hardStopSeconds: Self.windowSeconds))
        var selection = start
        let windows = ExactWindow.windows(
            of: selection.problem, places: places, selection: selection, size: Self.windowSites)
        let count = min(windows.count, effort * Self.windowsPerEffort)
        for number in 0..<count where !isStopped() {
            let free = windows[number * windows.count / count]
            let answer = try Self.counting(&givenUp) { () throws(MastheadError) in
                try window.improve(selection, free: free, isStopped: isStopped)
            }
            guard let answer else { continue }
            if let options = answer.options { selection = Selection(selection.problem, taking: options) }
        }
        return selection
    }

    /// The least cost that was found for all requirements, or the most that can be met.
    private func meetingRequirements(_ givenUp: inout Int) throws(MastheadError) -> Selection {
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
        return try improvedByWindows(search.selection, &givenUp)
    }

    /// The most of the requirements that a budget bears.
    private func nearest(within budget: PlacementBudget) -> Selection {
        var greedy = LazyGreedy(Selection(problem), targets: problem.requirements)
        while !greedy.isMet, greedy.next(where: { budget.allows($0, in: $1) }) != nil {}
        return greedy.take()
    }

    /// Serves as much of the objective as a budget bears.
    ///
    /// A chain of states that knows nothing of the budget: options with the most worth for their cost are taken, holes
    /// around them are mended at no more cost, and sites exchanged for better ones. Between two states lie fillings of
    /// the first, which know the cost of the second. The best that the budget bears of all of them is what a larger
    /// budget bears too, so that more budget never serves less.
    private func serving(
        _ objective: PlacementProblem.Requirement, within budget: PlacementBudget, from start: Selection
    ) -> Selection {
        var own = problem
        own.budget = nil
        var state = Selection(own, taking: start.options)
        var best = state
        func keep(_ other: Selection) {
            if other.served(objective) > best.served(objective) { best = other }
        }
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
                next = exchanged(search.selection, objective)
            }
            for part in [1, 2, 4, 8] as [Int64] {
                keep(filling(state, objective, within: budget, below: next.cost, part: part))
            }
            guard budget.bears(next) else { break }
            keep(next)
            taken += steps.count
            state = next
        }
        return best
    }

    /// Exchanges chosen sites for the next option by worth, as long as that serves more at no more cost.
    ///
    /// Where all new sites cost the same, none that was left out then adds more than is lost without any that was chosen.
    private func exchanged(_ start: Selection, _ objective: PlacementProblem.Requirement) -> Selection {
        var state = start
        while !isStopped() {
            var greedy = LazyGreedy(state, targets: [objective])
            guard let step = greedy.next() else { return state }
            var other = greedy.take()
            // What costs nothing needs no exchange; each is taken by the next step of the chain.
            guard step.cost > 0, leaveLeast(of: &other, objective, for: step, since: state) else { return state }
            state = other
        }
        return state
    }

    /// Leaves the site that loses least, where that is less than an option has just added and costs no less; false where
    /// there is none.
    private func leaveLeast(
        of selection: inout Selection, _ objective: PlacementProblem.Requirement, for step: LazyGreedy.Step,
        since before: Selection
    ) -> Bool {
        let own = problem.options[step.option].site
        let served = before.served(objective)
        var best: (served: Int64, options: [Int])?
        for site in problem.sites.indices where site != own {
            let options = problem.sites[site].options.filter {
                selection.isTaken[$0] && !problem.options[$0].isPinned
            }
            guard !options.isEmpty else { continue }
            for option in options { selection.leave(option) }
            if selection.cost <= before.cost, selection.served(objective) > best?.served ?? served, selection.meetsAll {
                best = (selection.served(objective), options)
            }
            for option in options { selection.take(option) }
        }
        guard let best else { return false }
        for option in best.options { selection.leave(option) }
        return true
    }

    /// Takes options that cost at most a part of the way to the next state, in the order of their worth for their cost, up
    /// to the first that the budget does not bear.
    private func filling(
        _ state: Selection, _ objective: PlacementProblem.Requirement, within budget: PlacementBudget,
        below cost: Int64,
        part: Int64
    ) -> Selection {
        let limit = (cost - state.cost) / part
        var greedy = LazyGreedy(state, targets: [objective])
        while let step = greedy.next(where: {
            $1.marginalCost($0) <= limit && $1.cost + $1.marginalCost($0) < cost
        }) {
            guard !budget.bears(greedy.selection) else { continue }
            var last = greedy.take()
            last.leave(step.option)
            return last
        }
        return greedy.take()
    }
}
