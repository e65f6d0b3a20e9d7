/// A bound on all plans of a problem, with the multipliers that give it.
package struct PlacementBound {
    /// The multipliers.
    package let multipliers: DualMultipliers
    /// What they give: see ``DualPass``.
    package let bound: Double

    /// Steps of the ascent for each unit of effort.
    private static let stepsPerEffort = 100

    /// Looks for a bound near the value of a plan.
    ///
    /// - Parameters:
    ///   - options: The options of the plan.
    ///   - value: Its cost, or the weight that it serves of the objective.
    ///   - isStopped: Asked between rounds; the bound is then the best so far.
    package init(
        _ problem: PlacementProblem, options: [Int], value: Double, effort: Int, isStopped: () -> Bool = { false }
    ) {
        var greedy = LazyGreedy(Selection(problem), targets: problem.targets, among: options)
        greedy.run()
        var ascent = DualAscent.best(problem, steps: greedy.steps, trial: Self.stepsPerEffort, value: value)
        for _ in 0..<effort where !isStopped() {
            ascent.run(steps: Self.stepsPerEffort, value: value, gap: 1e-4)
        }
        multipliers = ascent.best
        bound = ascent.bound
    }
}
