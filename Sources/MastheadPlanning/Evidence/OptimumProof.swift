public import MastheadCore

/// Has the solver look for the best plan of all, from the evidence alone, until it is found or the time is over.
///
/// The published multipliers settle options about which they leave no doubt; of the others the solver tries all.
public struct OptimumProof: Sendable {
    /// What came of it.
    public struct Outcome: Sendable, Codable, Equatable {
        /// The plan's own value: cost, or weight served.
        public var plan: Double
        /// The best value that was found, the plan's own included.
        public var best: Double
        /// What no plan is better than, by the solver.
        public var bound: Double
        /// Whether the best value is proved to be the best of all, within the tolerances of the solver.
        public var isProved: Bool
        /// Options that the solver had to decide about, of all.
        public var open: Int
        /// All options.
        public var options: Int

        /// What the certificate says that no plan is better than.
        public var certificate: Double

        /// Whether more is better: weight served, not cost.
        public var isServed: Bool

        /// How far the plan is from the best, at most: a share of the best.
        public var gap: Double {
            let other = isProved ? best : bound
            return other == 0 ? 0 : abs(plan - other) / abs(other)
        }

        /// The outcome beside the other checks; it agrees where no plan was found that the certificate rules out.
        public var finding: EvidenceCheck.Finding {
            let percent = FixedPoint.text(gap * 100, decimals: 3)
            let text =
                isProved
                ? "\(best): proved, the plan is \(percent) % from it"
                : "not proved; the plan is at most \(percent) % from it"
            // A part in 10⁹: the certificate's sums are rounded.
            let slack = 1e-9 * max(1, abs(certificate))
            return EvidenceCheck.Finding(
                what: "best of all plans, by the solver", stated: "plan \(plan), certificate \(certificate)",
                counted: "\(text); \(open) of \(options) options left open by the multipliers",
                agrees: isServed ? best <= certificate + slack : best >= certificate - slack)
        }
    }

    private let problem: PlacementProblem
    private let chosen: [Int]
    private let multipliers: DualMultipliers
    private let bound: Double

    /// Makes ready to prove.
    ///
    /// - Throws: `bad-run` where the evidence points to what is not there.
    public init(_ evidence: PlanEvidence, at location: ErrorLocation) throws(MastheadError) {
        guard evidence.isWhole, let problem = PlacementProblem(evidence) else {
            throw MastheadError(
                .badRun, "the evidence names options, sites or items that it does not have", at: location,
                remedy: "Make the plan again.")
        }
        self.problem = problem
        chosen = evidence.header.chosen
        multipliers = DualMultipliers(
            needPrices: evidence.header.needPrices, itemPrices: evidence.itemPrices,
            budgetPrice: evidence.header.budgetPrice)
        bound = evidence.header.bound
    }

    /// Looks for the best plan of all.
    ///
    /// - Parameters:
    ///   - hours: After how long the search is given up.
    ///   - isStopped: Asked 20 times a second.
    /// - Throws: `outside-validity` for a plan of more than 400 candidates, `missing-program` without the solver,
    ///   `interrupted` when stopped.
    public func outcome(
        hours: Double, at location: ErrorLocation, isStopped: () -> Bool = { false }
    ) throws(MastheadError) -> Outcome {
        guard let whole = WholeProblem(problem, from: chosen, multipliers: multipliers) else {
            throw MastheadError(
                .outsideValidity,
                "the plan has \(problem.sites.count) candidates; the best of all is looked for among up to "
                    + "\(WholeProblem.maximumSites)",
                at: location, remedy: "Use the certificate, which verify-plan checks without --prove.")
        }
        let solver = try CBCProgram.installed()
        let window = ExactWindow(
            solver: solver, effort: .init(maximumNodes: Int(Int32.max), hardStopSeconds: hours * 3600))
        let answer = try whole.solve(by: window, isStopped: isStopped)
        let value = self.value(of: chosen)
        return Outcome(
            plan: value, best: answer.options.map(value(of:)) ?? value, bound: answer.bound ?? bound,
            isProved: answer.isProved, open: whole.openCount, options: problem.options.count, certificate: bound,
            isServed: problem.objective != nil)
    }

    private func value(of options: [Int]) -> Double {
        let selection = Selection(problem, taking: options)
        return problem.objective.map { Double(selection.served($0)) } ?? Double(selection.cost)
    }
}

extension PlacementProblem {
    /// The problem that a plan was chosen from; nil where the evidence contradicts itself.
    init?(_ evidence: PlanEvidence) {
        let header = evidence.header
        guard evidence.weights.count == evidence.groups.count else { return nil }
        var options: [Option] = []
        var sites: [Site] = []
        var firstRun = 0
        for option in header.options {
            // Options follow one another site after site.
            while sites.count <= option.site {
                sites.append(Site(cost: header.sites[sites.count], options: options.count..<options.count))
            }
            guard option.site == sites.count - 1, firstRun + option.runs <= evidence.runs.count else { return nil }
            options.append(
                Option(
                    site: option.site, cost: option.cost, runs: firstRun..<firstRun + option.runs,
                    isPinned: option.isPinned))
            sites[option.site].options = sites[option.site].options.lowerBound..<options.count
            firstRun += option.runs
        }
        while sites.count < header.sites.count {
            sites.append(Site(cost: header.sites[sites.count], options: options.count..<options.count))
        }
        let named = header.requirements + (header.objective.map { [$0] } ?? [])
        let groupCount = 1 + max(Int(evidence.groups.max() ?? -1), named.flatMap(\.groups).max() ?? -1)
        self.init(
            weights: evidence.weights, groups: evidence.groups, groupCount: groupCount,
            requirements: header.requirements, objective: header.objective,
            budget: header.budget.map { .cost($0) }, sites: sites, options: options, runs: evidence.runs)
    }
}
