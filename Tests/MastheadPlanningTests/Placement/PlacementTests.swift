import MastheadGeo
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("A choice of sites")
struct PlacementTests {
    private static let seeds = Array<UInt64>(1...20)

    /// Sites in a row, so that neighbours are those beside each other.
    private static func places(_ problem: PlacementProblem) -> [PlanePoint] {
        problem.sites.indices.map { PlanePoint(x: Double($0) * 1000, y: 0) }
    }

    private static func solved(
        _ problem: PlacementProblem, effort: Int = 4, solver: CBCProgram? = nil
    ) throws -> PlacementSolver.Solution {
        try PlacementSolver(problem, places: places(problem), effort: effort, solver: solver).solve()
    }

    @Test("meets its requirements, and never costs less than the best of all choices", arguments: seeds)
    func requirements(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed)
        let solution = try Self.solved(problem)
        let found = SmallProblem.Measure(problem, solution.options)
        #expect(solution.meetsAll && found.isPossible(problem))
        #expect(found.cost == solution.cost)
        let best = try #require(SmallProblem.best(problem, free: Array(problem.options.indices), taken: []))
        #expect(found.cost >= best)
    }

    @Test(
        "is the best of all choices where the solver is there",
        .enabled(if: CBCProgram.isAvailable, "the solver cbc is not installed (make test installs it)"),
        arguments: seeds)
    func optimum(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed)
        let placement = PlacementSolver(
            problem, places: Self.places(problem), effort: 4, solver: try .installed())
        var solution = try placement.solve()
        // Options are settled by multipliers near the best ones, and by none.
        let bound = PlacementBound(
            problem, options: solution.options, value: Double(solution.cost), effort: seed % 2 == 0 ? 2 : 0)
        try placement.prove(&solution, multipliers: seed % 3 == 0 ? nil : bound.multipliers)
        let best = try #require(SmallProblem.best(problem, free: Array(problem.options.indices), taken: []))
        #expect(solution.cost == best && solution.isProvenOptimal)
    }

    @Test(
        "serves the most that a sum of money can where the solver is there",
        .enabled(if: CBCProgram.isAvailable, "the solver cbc is not installed (make test installs it)"),
        arguments: seeds)
    func mostServed(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed, budget: .cost(1500), pinned: [2])
        let placement = PlacementSolver(
            problem, places: Self.places(problem), effort: 4, solver: try .installed())
        var solution = try placement.solve()
        guard let best = SmallProblem.best(problem, free: Array(problem.options.indices), taken: []) else {
            return #expect(!solution.meetsAll)
        }
        let objective = try #require(problem.objective)
        let served = Double(SmallProblem.Measure(problem, solution.options).served(objective))
        let bound = PlacementBound(problem, options: solution.options, value: served, effort: 2)
        try placement.prove(&solution, multipliers: bound.multipliers)
        guard solution.meetsAll else { return }
        #expect(SmallProblem.Measure(problem, solution.options).served(objective) == best)
        #expect(solution.isProvenOptimal)
    }

    @Test("serves no fewer with more money", arguments: seeds)
    func budgets(seed: UInt64) throws {
        var last: Int64 = 0
        for budget in stride(from: Int64(0), through: 6000, by: 125) {
            var problem = SmallProblem.random(seed: seed, budget: .cost(budget))
            problem.requirements = []
            let solution = try Self.solved(problem)
            let found = SmallProblem.Measure(problem, solution.options)
            #expect(found.cost <= budget)
            let served = try found.served(#require(problem.objective))
            #expect(served >= last, "\(budget)")
            last = served
        }
    }

    @Test(
        "of as many sites as may be, none that is left adds more than one of those chosen is missed", arguments: seeds)
    func exchange(seed: UInt64) throws {
        // One option on a site, and all sites at the price of one: the budget counts sites.
        var problem = SmallProblem.random(
            seed: seed, budget: .cost(3), optionsPerSite: Array(repeating: 1, count: 12))
        problem.requirements = []
        for site in problem.sites.indices { problem.sites[site].cost = 1 }
        for option in problem.options.indices { problem.options[option].cost = 0 }
        let chosen = try Self.solved(problem).options
        let objective = try #require(problem.objective)
        func served(_ options: [Int]) -> Int64 { SmallProblem.Measure(problem, options).served(objective) }
        let missed = chosen.map { left in served(chosen) - served(chosen.filter { $0 != left }) }
        let added = problem.options.indices.filter { !chosen.contains($0) }.map {
            served(chosen + [$0]) - served(chosen)
        }
        #expect(chosen.count == 3)
        #expect(try #require(added.max()) <= #require(missed.min()))
    }

    @Test("is the same with every site offered twice", arguments: seeds)
    func duplicates(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed)
        var double = problem
        for site in problem.sites {
            let first = double.options.count
            for option in problem.options[site.options] {
                var copy = option
                copy.site = double.sites.count
                double.options.append(copy)
            }
            double.sites.append(.init(cost: site.cost, options: first..<double.options.count))
        }
        let (once, twice) = try (Self.solved(problem, effort: 0), Self.solved(double, effort: 0))
        #expect(once.options == twice.options)
    }

    @Test("takes nothing that serves no one, which is how sites are forbidden", arguments: seeds)
    func forbidden(seed: UInt64) throws {
        var problem = SmallProblem.random(seed: seed, share: 0.4)
        for option in problem.sites[3].options { problem.options[option].runs = 0..<0 }
        let solution = try Self.solved(problem)
        #expect(Set(solution.options).isDisjoint(with: problem.sites[3].options))
    }

    @Test("any multipliers bound the cost of the best choice from below", arguments: seeds)
    func costBound(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed, pinned: [2])
        let best = try #require(SmallProblem.best(problem, free: Array(problem.options.indices), taken: []))
        Self.forMultipliers(of: problem, seed: seed) { bound in
            // A part in 10⁹: the sums are rounded.
            #expect(bound <= Double(best) * (1 + 1e-9))
        }
    }

    @Test("any multipliers bound what the best choice serves from above", arguments: seeds)
    func servedBound(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed, budget: .cost(1500), pinned: [2])
        guard let best = SmallProblem.best(problem, free: Array(problem.options.indices), taken: []) else { return }
        Self.forMultipliers(of: problem, seed: seed) { bound in
            #expect(bound >= Double(best) * (1 - 1e-9))
        }
    }

    private static func forMultipliers(
        of problem: PlacementProblem, seed: UInt64, _ body: (Double) throws -> Void
    ) rethrows {
        var chance = SeededGenerator(seed: seed)
        var pass = DualPass(problem)
        let scale = problem.objective == nil ? 1e-9 : 1
        for _ in 0..<50 {
            let multipliers = DualMultipliers(
                needPrices: problem.requirements.map { _ in scale * chance.uniform(in: 0...1) },
                itemPrices: problem.weights.map { scale * Double($0) * chance.uniform(in: 0...1) },
                budgetPrice: 1e9 * chance.uniform(in: 0...10))
            pass.look(at: multipliers)
            try body(pass.bound)
        }
    }
}
