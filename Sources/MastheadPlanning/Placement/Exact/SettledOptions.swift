/// Options about which multipliers leave no doubt: those that every plan better than a known one takes, and those that none
/// of them takes.
///
/// The bound of a ``DualPass`` is a sum over sites. What it loses when an option has to be taken, or has to be left, is
/// exact; where that is more than lies between the bound and the known plan, no better plan does so. It makes a small problem
/// out of one that is too large for a solver, and loses no plan that is better.
struct SettledOptions {
    /// Options that every better plan takes.
    private(set) var taken: Set<Int> = []
    /// Options that no better plan takes.
    private(set) var left: Set<Int> = []

    /// A part of the value that bounds are trusted with: sums of a million terms in Double are rounded by less.
    private static let margin = 1e-9

    /// Settles what it can; nothing where the budget counts sites.
    ///
    /// - Parameter value: Cost of a plan that meets all requirements, or what a plan serves within the budget.
    init(_ problem: PlacementProblem, multipliers: DualMultipliers, value: Double) {
        if case .sites = problem.budget { return }
        var pass = DualPass(problem)
        pass.look(at: multipliers)
        let room = abs(value - pass.bound) + Self.margin * abs(value)
        let price = problem.objective == nil ? 1 : multipliers.budgetPrice
        for site in problem.sites.indices {
            let own = problem.sites[site]
            let isOpen = own.options.contains { problem.options[$0].isPinned }
            let worths = own.options.map { pass.sums[$0] - price * Double(problem.options[$0].cost) }
            let free = zip(own.options, worths).filter { !problem.options[$0.0].isPinned }
            let sum = free.reduce(0) { $0 + max(0, $1.1) }
            let opening = isOpen ? 0 : price * Double(own.cost)
            let given = max(0, sum - opening)
            for (option, worth) in free {
                let others = sum - max(0, worth)
                if given - (others + worth - opening) > room {
                    left.insert(option)
                } else if given - max(0, others - opening) > room {
                    taken.insert(option)
                }
            }
        }
    }
}
