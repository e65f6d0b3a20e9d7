public import MastheadCore
import MastheadGeo

/// Looks for the plan of a problem, and for a bound on all plans.
public struct PlanSearch {
    /// A plan as options, with its certificate.
    public struct Result: Sendable {
        /// The options for reach, what stands included.
        public var options: [Int]
        /// Options that were added for traffic or density, in order.
        public var added: [Int]
        /// Those of them that carried traffic when they were added.
        public var carrying: Set<Int>
        /// The form of each option that is an offer.
        public var forms: [Int: PlanForm]
        /// Whether a solver has proved the choice optimal.
        public var isProvenOptimal = false
        /// Searches of the solver that did not come to their end.
        public var givenUp = 0
        /// Base stations that regions still miss, by region.
        public var missing: [Int: Int]
        /// Traffic that is offered and carried, Mbit/s; nil where nothing is asked about it.
        public var traffic: (offered: Double, carried: Double)?
        /// Weight that all candidates together would serve, by requirement and then the objective.
        public var possible: [Int64]
        /// Multipliers of the bound, of the problem as it was solved.
        public var multipliers: DualMultipliers
        /// The bound that they give, and the plan's own value.
        public var bound: Double
        /// Cost, or weight served.
        public var value: Double
        /// Whether the plan meets what can be met.
        public var meetsAll: Bool
        /// The problem that was solved: with needs lowered to what is possible, and costs of one where sites are counted.
        public var solved: PlacementProblem
    }

    private let plan: PlanProblem
    private let setup: FootprintSetup
    private let requirements: PlanRequirements
    private let question: PlanQuestion
    private let forms: [Int: PlanForm]
    private let isStopped: @Sendable () -> Bool

    /// - Parameters:
    ///   - footprints: One for each emitter.
    ///   - isStopped: Asked between small steps.
    public init(
        _ plan: PlanProblem, footprints: [Footprint], setup: FootprintSetup, requirements: PlanRequirements,
        question: PlanQuestion,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        self.plan = plan
        self.setup = setup
        self.requirements = requirements
        self.question = question
        var forms: [Int: PlanForm] = [:]
        for (option, meaning) in plan.meanings.enumerated() where !meaning.stands {
            let footprint = footprints[meaning.emitter]
            forms[option] = PlanForm(
                azimuthDegrees: footprint.azimuthDegrees, tiltDegrees: footprint.tiltDegrees)
        }
        self.forms = forms
        self.isStopped = isStopped
    }

    /// Looks for the plan.
    ///
    /// - Parameter certifies: Whether a bound is looked for.
    /// - Throws: `interrupted` when stopped.
    public func result(certifies: Bool = true) throws(MastheadError) -> Result {
        var problem = plan.solved
        let possible = Self.possible(problem)
        for index in problem.requirements.indices {
            problem.requirements[index].need = min(problem.requirements[index].need, possible[index])
        }
        let solver = question.usesSolver && question.effort > 0 ? try CBCProgram.installed() : nil
        let placement = PlacementSolver(
            problem, places: plan.places, effort: question.effort, solver: solver, isStopped: isStopped)
        var solution = try placement.solve()
        if isStopped() { throw TileWorker.stopped }
        var result = Result(
            options: solution.options, added: [], carrying: [], forms: forms, missing: [:], traffic: nil,
            possible: possible,
            multipliers: DualMultipliers(needPrices: [], itemPrices: []), bound: 0, value: 0,
            meetsAll: solution.meetsAll, solved: problem)
        settle(&result, solution)
        if certifies { try certify(&result) }
        try placement.prove(&solution, multipliers: certifies ? result.multipliers : nil)
        if isStopped() { throw TileWorker.stopped }
        settle(&result, solution)
        fill(&result)
        return result
    }

    /// Takes over what was chosen.
    private func settle(_ result: inout Result, _ solution: PlacementSolver.Solution) {
        let selection = Selection(result.solved, taking: solution.options)
        result.options = solution.options
        result.value = result.solved.objective.map { Double(selection.served($0)) } ?? Double(selection.cost)
        result.meetsAll = solution.meetsAll
        result.isProvenOptimal = solution.isProvenOptimal
        result.givenUp = solution.givenUp
    }

    /// What all options together serve.
    private static func possible(_ problem: PlacementProblem) -> [Int64] {
        let all = Selection(problem, taking: Array(problem.options.indices))
        return problem.targets.map { all.served($0) }
    }

    private func certify(_ result: inout Result) throws(MastheadError) {
        let bound = PlacementBound(
            result.solved, options: result.options, value: result.value, effort: question.effort, isStopped: isStopped)
        if isStopped() { throw TileWorker.stopped }
        result.multipliers = bound.multipliers
        result.bound = bound.bound
    }

    // MARK: - Traffic and density

    private func fill(_ result: inout Result) {
        guard let layer = requirements.trafficLayer else { return }
        let problem = plan.problem
        var fill = CapacityFill(
            problem,
            load: TrafficLoad(
                problem, items: requirements.demand.layers[layer].items, megabits: requirements.megabits,
                capacity: plan.megabits), candidates: plan.candidates, taken: result.options)
        // What serves least land carries first, so that the wide bands keep their capacity for the rest.
        let order = result.options.sorted { a, b in
            let (x, y) = (radius(of: a), radius(of: b))
            return x != y ? x < y : a < b
        }
        fill.carry(order)
        for spot in requirements.hotSpots {
            fill.add(
                untilCarried: spot.millionths,
                among: problem.options.indices.filter { spot.bands[band(of: $0)] })
        }
        if let target = requirements.density { addDensity(target, to: &fill, result: &result) }
        result.added = fill.added
        result.carrying = fill.carrying
        result.traffic = (fill.load.offered, fill.load.carried)
    }

    private func radius(of option: Int) -> Double { setup.sweep.bands[band(of: option)].radius.metres }

    func band(of option: Int) -> Int { setup.emitters[plan.meanings[option].emitter].band }

    private func candidate(of option: Int) -> Candidate {
        setup.candidates[setup.emitters[plan.meanings[option].emitter].candidate]
    }

    private func addDensity(_ target: Double, to fill: inout CapacityFill, result: inout Result) {
        let census = requirements.regionPeople
        for region in question.regions.indices {
            let own = plan.problem.options.indices.filter { candidate(of: $0).region == region }
            let there = own.filter { fill.isTaken[$0] }
            let counted = PlanCount(plan, setup: setup, rule: question.countingRule).count(there)
            let needed = PlanCount.needed(target, people: PersonCount(billionths: census[region]))
            guard needed > counted else { continue }
            let counter = PlanCount(plan, setup: setup, rule: question.countingRule)
            let left = fill.add(needed - counted, among: own) { option, isOpen in
                counter.step(option, onOpenSite: isOpen)
            }
            if left > 0 { result.missing[region] = left }
        }
    }
}
