package import MastheadCore

/// The exact answer to a whole problem, where it is small.
package struct WholeProblem: Sendable {
    /// How many sites a problem may have.
    package static let maximumSites = 400

    /// The problem.
    package let problem: PlacementProblem
    private let taken: [Int]
    private let free: [Int]

    /// A problem; nil where it has more sites than `maximumSites`.
    ///
    /// - Parameters:
    ///   - taken: A selection that is known, at best a good one: the search begins with it.
    ///   - multipliers: Multipliers of a bound, by which options are settled before the search; nil for none.
    package init?(_ problem: PlacementProblem, from taken: [Int] = [], multipliers: DualMultipliers? = nil) {
        guard problem.sites.count <= Self.maximumSites else { return nil }
        self.problem = problem
        self.taken = taken
        free = Self.free(problem, taken, multipliers)
    }

    /// The options that may change: those about which the multipliers leave a doubt, and all where nothing is known.
    private static func free(_ problem: PlacementProblem, _ taken: [Int], _ multipliers: DualMultipliers?) -> [Int] {
        let known = Selection(problem, taking: taken).standing
        guard let multipliers, known.isPossible else { return Array(problem.options.indices) }
        let settled = SettledOptions(
            problem, multipliers: multipliers,
            value: Double(problem.objective == nil ? known.cost : known.served))
        // What is settled otherwise than in the known selection is left to the solver.
        let isTaken = Set(taken)
        return problem.options.indices.filter { option in
            !(settled.taken.contains(option) && isTaken.contains(option))
                && !(settled.left.contains(option) && !isTaken.contains(option))
        }
    }

    /// Number of options that may change.
    package var openCount: Int { free.count }

    /// Runs of the options that may change.
    package var runCount: Int { free.reduce(0) { $0 + problem.options[$1].runs.count } }

    /// Looks for the best selection of all.
    ///
    /// - Parameter isStopped: Asked 20 times a second while the solver works.
    /// - Returns: What came of it; `isProved` says that the answer is optimal.
    /// - Throws: As `CBCProgram.solve`.
    package func solve(
        by window: ExactWindow, isStopped: () -> Bool = { false }
    ) throws(MastheadError) -> ExactWindow.Answer {
        try window.improve(problem, taken: taken, free: free, isStopped: isStopped)
    }
}
