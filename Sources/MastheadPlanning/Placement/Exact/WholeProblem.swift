package import MastheadCore

/// The exact answer to a whole problem, where it is small.
package struct WholeProblem: Sendable {
    /// How many sites a problem may have.
    package static let maximumSites = 400

    /// The problem.
    package let problem: PlacementProblem

    /// A problem; nil where it has more sites than `maximumSites`.
    package init?(_ problem: PlacementProblem) {
        guard problem.sites.count <= Self.maximumSites else { return nil }
        self.problem = problem
    }

    /// Looks for the best selection of all.
    ///
    /// - Parameters:
    ///   - taken: A selection that is known, at best a good one: the search begins with it.
    ///   - isStopped: Asked 20 times a second while the solver works.
    /// - Returns: What came of it; `isProved` says that the answer is optimal.
    /// - Throws: As `CBCProgram.solve`.
    package func solve(
        from taken: [Int] = [], by window: ExactWindow, isStopped: () -> Bool = { false }
    ) throws(MastheadError) -> ExactWindow.Answer {
        try window.improve(problem, taken: taken, free: Array(problem.options.indices), isStopped: isStopped)
    }
}
