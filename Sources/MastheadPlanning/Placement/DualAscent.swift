/// Improves the multipliers of a placement problem step by step, so that the bound they give draws near to the best plan.
///
/// Subgradient steps by Polyak's rule (1969) towards the value of a known plan, with the direction before kept in part
/// (Camerini, Fratta, Maffioli 1975). Steps of items are in proportion to their weights, those of requirements to their
/// prices, so that units do not matter.
struct DualAscent {
    private let problem: PlacementProblem
    private let isCost: Bool
    private var pass: DualPass
    private var current: DualMultipliers
    private var directions: [Double]
    private var needDirections: [Double]
    private var served: [Int32]
    private var scale: [Double]
    /// Whether any option serves each item.
    private let isReached: [Bool]
    /// The price of items that nothing serves: more than anything is worth.
    private static let unreachable = 1e30
    private var step = 1.0
    private var stalls = 0

    /// The best multipliers so far, and their bound.
    private(set) var best: DualMultipliers
    private(set) var bound: Double

    /// Begins with the prices that a plan pays.
    ///
    /// - Parameter start: Multipliers to begin with.
    init(_ problem: PlacementProblem, start: DualMultipliers) {
        self.problem = problem
        isCost = problem.objective == nil
        pass = DualPass(problem)
        current = start
        best = start
        directions = Array(repeating: 0, count: problem.weights.count)
        needDirections = Array(repeating: 0, count: problem.requirements.count)
        served = Array(repeating: 0, count: problem.weights.count)
        scale = problem.groupWorth
        var reached = [Bool](repeating: false, count: problem.weights.count)
        for run in problem.runs {
            for item in Int(run.first)..<Int(run.first + run.count) { reached[item] = true }
        }
        isReached = reached
        // What nothing serves counts for no option, so that its price is free: it is never worth having.
        for item in reached.indices where !reached[item] { current.itemPrices[item] = Self.unreachable }
        best = current
        pass.look(at: current)
        bound = pass.bound
    }

    /// Multipliers that a plan suggests. What an option cost is shared by the requirements that it served first, in
    /// proportion to their worth; a requirement is worth what the last twentieth of these shares paid, but at most some
    /// times their mean; items pay half of what they were bought for, or of what they are worth where that is less.
    ///
    /// - Parameter most: How many times the mean a requirement may be worth; much where nearly all that can be served must
    ///   be.
    static func start(_ problem: PlacementProblem, steps: [LazyGreedy.Step], most: Double = 8) -> DualMultipliers {
        let isCost = problem.objective == nil
        var selection = Selection(problem)
        var values = OptionValue(selection, targets: problem.targets)
        var paid = [Double](repeating: 0, count: problem.weights.count)
        var bought = [[(cost: Double, weight: Double)]](repeating: [], count: problem.targets.count)
        for step in steps where step.value > 0 {
            let gains = zip(values.gains(step.option, in: selection), values.missing).map { Double(min($0, $1)) }
            for (index, target) in problem.targets.enumerated() where gains[index] > 0 {
                bought[index].append((Double(step.cost) * target.worth * gains[index] / step.value, gains[index]))
            }
            let price = isCost ? Double(step.cost) / step.value : 1
            for run in problem.runs[problem.options[step.option].runs] {
                for item in Int(run.first)..<Int(run.first + run.count) where paid[item] == 0 { paid[item] = price }
            }
            selection.take(step.option)
            values.update(selection)
        }
        func price(_ shares: ArraySlice<(cost: Double, weight: Double)>) -> Double {
            shares.reduce(0) { $0 + $1.cost } / max(1, shares.reduce(0) { $0 + $1.weight })
        }
        let prices = bought.map { min(price($0.suffix(max(1, $0.count / 20))), most * price($0[...])) }
        var multipliers = DualMultipliers(
            needPrices: isCost ? prices : Array(repeating: 0, count: problem.requirements.count), itemPrices: paid,
            budgetPrice: isCost ? 0 : prices.last.map { 1 / max(1e-300, $0) } ?? 0)
        let groupPrices = DualPass(problem).groupPrices(multipliers)
        let worth = problem.groupWorth
        for item in paid.indices {
            let group = Int(problem.groups[item])
            let own = isCost ? paid[item] * worth[group] : groupPrices[group] * paid[item]
            multipliers.itemPrices[item] = 0.5 * min(groupPrices[group], own) * Double(problem.weights[item])
        }
        return multipliers
    }

    /// The most promising of several beginnings.
    ///
    /// - Parameters:
    ///   - steps: How a known plan was chosen.
    ///   - trial: Steps of ascent that each beginning is given.
    ///   - value: The value of the plan.
    static func best(
        _ problem: PlacementProblem, steps: [LazyGreedy.Step], trial: Int, value: Double
    ) -> DualAscent {
        var best: DualAscent?
        for most in [8, 100, 1e4, 1e300] {
            var ascent = DualAscent(problem, start: start(problem, steps: steps, most: most))
            ascent.run(steps: trial, value: value)
            guard let known = best else {
                best = ascent
                continue
            }
            if ascent.isCost ? ascent.bound > known.bound : ascent.bound < known.bound { best = ascent }
            // With an objective the prices of needs begin at nothing, and all beginnings are the same.
            if !ascent.isCost { break }
        }
        return best ?? DualAscent(problem, start: start(problem, steps: steps))
    }

    /// Takes some steps towards the value of a known plan.
    mutating func run(steps: Int, value: Double, gap: Double = 0) {
        for _ in 0..<steps {
            guard advance(value) else { return }
            if isCost ? value <= bound * (1 + gap) : bound <= value * (1 + gap) { return }
        }
    }

    /// One step; false where the bound cannot be improved.
    private mutating func advance(_ value: Double) -> Bool {
        pass.look(at: current)
        if isCost ? pass.bound > bound : pass.bound < bound {
            let gain = abs(pass.bound - bound)
            bound = pass.bound
            best = current
            if gain > 1e-5 * abs(value) { stalls = 0 } else { stalls += 1 }
        } else {
            stalls += 1
        }
        if stalls >= 10 {
            step *= 0.7
            stalls = 0
        }
        count()
        let square = turn()
        guard square > 0 else { return false }
        move(step * abs(value - pass.bound) / square)
        return true
    }

    private mutating func count() {
        for item in served.indices { served[item] = 0 }
        for option in pass.chosen {
            for run in problem.runs[problem.options[option].runs] {
                for item in Int(run.first)..<Int(run.first + run.count) { served[item] += 1 }
            }
        }
    }

    /// The direction of ascent of the bound for cost, or of descent of the bound for what is served: the same for both,
    /// y − n for items and need − Σ y w for requirements, y being 1 where an item pays.
    private mutating func turn() -> Double {
        let prices = pass.groupPrices(current)
        var square = 0.0
        let keep = 0.85
        for item in directions.indices where isReached[item] {
            let weight = Double(problem.weights[item])
            let group = Int(problem.groups[item])
            let most = prices[group] * weight
            var own = (current.itemPrices[item] < most ? 1.0 : 0) - Double(served[item])
            own += keep * directions[item]
            if own < 0, current.itemPrices[item] <= 0 { own = 0 }
            if own > 0, current.itemPrices[item] >= most { own = 0 }
            directions[item] = own
            square += own * own * weight * scale[group]
        }
        for (index, requirement) in problem.requirements.enumerated() {
            var own = Double(requirement.need) - requirement.groups.reduce(0) { $0 + pass.paying[$1] }
            own += keep * needDirections[index]
            if own < 0, current.needPrices[index] <= 0 { own = 0 }
            needDirections[index] = own
            square += own * own * Self.inertia(requirement)
        }
        return square
    }

    /// How far the price of a requirement moves: little, since all its items follow.
    private static func inertia(_ requirement: PlacementProblem.Requirement) -> Double {
        0.4 * requirement.worth / Double(max(1, requirement.need))
    }

    private mutating func move(_ step: Double) {
        for (index, requirement) in problem.requirements.enumerated() {
            current.needPrices[index] = max(
                0,
                current.needPrices[index] + step * needDirections[index] * Self.inertia(requirement))
        }
        let prices = pass.groupPrices(current)
        for item in directions.indices where isReached[item] {
            let weight = Double(problem.weights[item])
            let group = Int(problem.groups[item])
            current.itemPrices[item] = min(
                prices[group] * weight,
                max(0, current.itemPrices[item] + step * directions[item] * weight * scale[group]))
        }
    }
}
