package import MastheadCore

/// Improves a selection where some of its options may change and all others stay, by an integer programme.
///
/// The solver reckons with broken numbers. What it finds is taken over into whole numbers and judged there; a choice that
/// misses a need by less than the solver's tolerance is ruled out by a row, and the solver asked again.
package struct ExactWindow: Sendable {
    /// How much is done for one window.
    package struct Effort: Sendable, Hashable {
        /// Nodes of the search tree.
        package var maximumNodes: Int
        /// After how long a search is given up, whatever it has found, s. An answer that depends on it depends on the
        /// machine, so that it is set far above what the nodes take.
        package var hardStopSeconds: Double

        /// An effort by its parts.
        package init(maximumNodes: Int, hardStopSeconds: Double) {
            self.maximumNodes = maximumNodes
            self.hardStopSeconds = hardStopSeconds
        }
    }

    /// What came of a window.
    package struct Answer: Sendable, Equatable {
        /// All options of a selection that is better, in order; nil where none was found.
        package var options: [Int]?
        /// Whether it is proved, within the tolerances of the solver, that no other choice of free options is better than
        /// the answer (the selection as it was where `options` is nil).
        package var isProved: Bool
        /// Whether it is proved, within the tolerances of the solver, that no choice meets all requirements and the budget.
        package var isInfeasible: Bool
        /// What no selection of the window costs less than, or serves more than where the problem has an objective; nil
        /// where the solver does not tell.
        package var bound: Double?
        /// Whether the hard stop ended the search.
        package var wasStopped: Bool

        /// An answer by its parts.
        package init(
            options: [Int]? = nil, isProved: Bool = false, isInfeasible: Bool = false, bound: Double? = nil,
            wasStopped: Bool = false
        ) {
            self.options = options
            self.isProved = isProved
            self.isInfeasible = isInfeasible
            self.bound = bound
            self.wasStopped = wasStopped
        }
    }

    /// The solver.
    package var solver: CBCProgram
    /// How much is done for one window.
    package var effort: Effort

    /// How often a choice that fails in whole numbers is ruled out until the window is given up.
    private static let maximumRounds = 20

    /// Windows for a solver, with an effort.
    package init(solver: CBCProgram, effort: Effort) {
        self.solver = solver
        self.effort = effort
    }

    /// Looks for a better selection.
    ///
    /// - Parameters:
    ///   - taken: The options that are taken; those that are pinned need not be named.
    ///   - free: The options that may change; those that are pinned do not.
    ///   - isStopped: Asked 20 times a second while the solver works.
    /// - Throws: As `CBCProgram.solve`.
    package func improve(
        _ problem: PlacementProblem, taken: [Int], free: [Int], isStopped: () -> Bool = { false }
    ) throws(MastheadError) -> Answer {
        var selection = Selection(problem)
        for option in taken { selection.take(option) }
        return try improve(selection, free: free, isStopped: isStopped)
    }

    /// Looks for a better selection; the options of the answer are those of a whole selection.
    func improve(
        _ selection: Selection, free: [Int], isStopped: () -> Bool = { false }
    ) throws(MastheadError) -> Answer {
        let window = WindowState(selection, free: free)
        var model = WindowModel(window)
        let before = selection.standing
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(effort.hardStopSeconds)
        for _ in 0..<Self.maximumRounds {
            if model.isHopeless { return Answer(isInfeasible: !before.isPossible) }
            let left = clock.now.duration(to: deadline) / .seconds(1)
            guard left > 0 else { return Answer(wasStopped: true) }
            let outcome = try solve(model, before: before, window: window, seconds: left, isStopped: isStopped)
            guard outcome.status == .optimal || outcome.status == .feasible else {
                return Answer(
                    isInfeasible: outcome.status == .infeasible && !before.isPossible, wasStopped: outcome.wasStopped)
            }
            let chosen = model.chosen(outcome.values)
            var found = window.with(chosen)
            guard found.meetsAll else {
                model.requireMore(than: chosen)
                continue
            }
            guard found.isWithinBudget else {
                model.requireLess(than: chosen)
                continue
            }
            Self.trim(&found, free: window.free)
            return answer(outcome, found: found, before: before, model: model)
        }
        return Answer()
    }

    private func solve(
        _ model: WindowModel, before: Selection.Standing, window: WindowState, seconds: Double, isStopped: () -> Bool
    ) throws(MastheadError) -> CBCOutcome {
        guard !model.program.variables.isEmpty else { return CBCOutcome(status: .optimal, objective: 0, bound: 0) }
        let start = before.isPossible ? model.values { window.selection.isTaken[window.free[$0]] } : nil
        return try solver.solve(
            model.program, from: start, maximumNodes: effort.maximumNodes, hardStopSeconds: seconds,
            isStopped: isStopped)
    }

    private func answer(
        _ outcome: CBCOutcome, found: Selection, before: Selection.Standing, model: WindowModel
    ) -> Answer {
        let after = found.standing
        let isBetter = after.isBetter(than: before)
        let maximises = found.problem.objective != nil
        // A proof for a choice that is worse than the one at hand would be none.
        let isWorse = maximises ? after.served < before.served : after.cost > before.cost
        let isProved = outcome.status == .optimal && !(before.isPossible && isWorse)
        let best = isBetter ? after : before
        return Answer(
            options: isBetter ? found.options : nil, isProved: isProved,
            bound: isProved ? Double(maximises ? best.served : best.cost) : outcome.bound.map(model.objective))
    }

    /// Leaves options that nothing needs: those of no cost, or of a search that ended early. Dear ones first.
    private static func trim(_ selection: inout Selection, free: [Int]) {
        let options = selection.problem.options
        let served = selection.standing.served
        let order = free.filter { selection.isTaken[$0] }.sorted { (-options[$0].cost, $0) < (-options[$1].cost, $1) }
        for option in order {
            selection.leave(option)
            if !selection.meetsAll || selection.standing.served < served { selection.take(option) }
        }
    }
}
