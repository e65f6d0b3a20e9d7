/// A selection with the options of it that may change, and what the others come to.
struct WindowState {
    /// The selection as it is.
    let selection: Selection
    /// The options that may change, in order; none is pinned.
    let free: [Int]
    /// Cost of the options that do not change, with their sites.
    let fixedCost: Int64
    /// What the budget leaves to the free options; nil where there is none.
    let budgetLeft: Int64?
    /// The largest sum that the costs of all free options and their sites are multiples of; 1 where all are zero.
    let step: Int64
    private let openSites: Set<Int>

    /// The window of some options; those that are pinned, or named twice, are left out.
    init(_ selection: Selection, free options: [Int]) {
        let problem = selection.problem
        self.selection = selection
        free = Set(options).filter { !problem.options[$0].isPinned }.sorted()
        var rest = selection
        for option in free { rest.leave(option) }
        fixedCost = rest.cost
        openSites = Set(free.map { problem.options[$0].site }).filter { rest.taken[$0] > 0 }
        budgetLeft = problem.budget.map { Self.left(of: $0, rest) }
        let costs = free.flatMap { [problem.options[$0].cost, problem.sites[problem.options[$0].site].cost] }
        step = max(1, costs.reduce(0, Self.divisor))
    }

    /// The problem.
    var problem: PlacementProblem { selection.problem }

    /// Whether a site is paid for by options that do not change.
    func isOpen(_ site: Int) -> Bool { openSites.contains(site) }

    /// Whether the budget counts sites.
    var countsSites: Bool {
        if case .sites = problem.budget { true } else { false }
    }

    /// The selection with other free options: those at these places among `free`.
    func with(_ places: [Int]) -> Selection {
        var other = selection
        let isChosen = Set(places.map { free[$0] })
        for option in free where !isChosen.contains(option) { other.leave(option) }
        for option in free where isChosen.contains(option) { other.take(option) }
        return other
    }

    /// What a budget leaves besides what a selection has taken.
    static func left(of budget: PlacementBudget, _ selection: Selection) -> Int64 {
        switch budget {
        case .sites(let count): Int64(count - selection.newSites)
        case .cost(let sum): sum - selection.cost
        }
    }

    private static func divisor(_ one: Int64, _ other: Int64) -> Int64 {
        var (one, other) = (one.magnitude, other.magnitude)
        while other > 0 { (one, other) = (other, one % other) }
        return Int64(one)
    }
}

extension Selection {
    /// How good a selection is, in whole numbers.
    struct Standing {
        /// Whether it meets all requirements within the budget.
        var isPossible: Bool
        /// What it serves of the objective; 0 where there is none.
        var served: Int64
        /// What it costs.
        var cost: Int64

        /// Whether it is better than another: possible, then with more served, then at less cost.
        func isBetter(than other: Standing) -> Bool {
            guard isPossible, other.isPossible else { return isPossible && !other.isPossible }
            return served != other.served ? served > other.served : cost < other.cost
        }
    }

    /// Whether what is taken is within the budget.
    var isWithinBudget: Bool { problem.budget.map { WindowState.left(of: $0, self) >= 0 } ?? true }

    /// How good it is.
    var standing: Standing {
        Standing(
            isPossible: meetsAll && isWithinBudget, served: problem.objective.map { served($0) } ?? 0, cost: cost)
    }
}
