import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning
import Testing

private let isInstalled: ConditionTrait = .enabled(
    if: CBCProgram.isAvailable, "the solver cbc is not installed (make test installs it)")

@Suite("An exact window finds what trying all choices finds", isInstalled)
struct ExactWindowTests {
    private let window: ExactWindow

    init() throws {
        window = try ExactWindow(
            solver: .installed(), effort: .init(maximumNodes: 100_000, hardStopSeconds: 120))
    }

    /// All but the pinned options, as `improve` takes them.
    private func measure(_ problem: PlacementProblem, _ answer: ExactWindow.Answer, taken: [Int])
        -> SmallProblem.Measure
    {
        let pinned = problem.options.indices.filter { problem.options[$0].isPinned }
        return SmallProblem.Measure(problem, answer.options ?? Set(taken + pinned).sorted())
    }

    @Test(
        "the least cost of a whole problem is that of the best choice, and proved",
        arguments: 1...12 as ClosedRange<UInt64>)
    func leastCost(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed)
        let all = Array(problem.options.indices)
        let best = try #require(SmallProblem.best(problem, free: all, taken: []))
        for start in [[], all] {
            let whole = try #require(WholeProblem(problem, from: start))
            let answer = try whole.solve(by: window)
            let found = measure(problem, answer, taken: start)
            #expect(found.isPossible(problem))
            #expect(found.cost == best)
            #expect(answer.isProved && answer.bound == Double(best) && !answer.wasStopped)
        }
    }

    @Test(
        "options outside the window stay, and those in it are the best ones", arguments: 1...12 as ClosedRange<UInt64>)
    func partOfOptions(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed)
        let free = [1, 2, 4, 5, 8, 11]
        let taken = Array(problem.options.indices)
        let best = try #require(SmallProblem.best(problem, free: free, taken: taken))
        let answer = try window.improve(problem, taken: taken, free: free)
        let found = measure(problem, answer, taken: taken)
        #expect(found.isPossible(problem) && found.cost == best && answer.isProved)
        #expect(Set(answer.options ?? taken).subtracting(free) == Set(taken).subtracting(free))
        let again = try window.improve(problem, taken: answer.options ?? taken, free: free)
        #expect(again.options == nil && again.isProved)
    }

    @Test(
        "the most within a budget is that of the best choice",
        arguments: [.sites(2), .sites(4), .cost(900), .cost(2500)] as [PlacementBudget],
        1...5 as ClosedRange<UInt64>)
    func budget(budget: PlacementBudget, seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed, budget: budget, pinned: [3])
        let objective = try #require(problem.objective)
        for free in [Array(problem.options.indices), [0, 3, 4, 5, 6, 9]] {
            let best = SmallProblem.best(problem, free: free, taken: [])
            let answer = try window.improve(problem, taken: [], free: free)
            guard let best else {
                #expect(answer.options == nil && answer.isInfeasible)
                continue
            }
            let found = measure(problem, answer, taken: [])
            #expect(found.isPossible(problem))
            #expect(found.served(objective) == best)
            #expect(answer.isProved && answer.bound == Double(best))
        }
    }

    @Test("pinned options stay and their sites are free of charge", arguments: 1...8 as ClosedRange<UInt64>)
    func pinned(seed: UInt64) throws {
        let problem = SmallProblem.random(seed: seed, pinned: [4, 7])
        let all = Array(problem.options.indices)
        let best = try #require(SmallProblem.best(problem, free: all, taken: []))
        let answer = try window.improve(problem, taken: all, free: all)
        let found = measure(problem, answer, taken: all)
        #expect(found.cost == best && found.isPossible(problem))
        #expect(Set([4, 7]).isSubset(of: answer.options ?? all))
    }

    @Test("a need that nothing can meet is found out, by reckoning or by the solver")
    func infeasible() throws {
        var problem = SmallProblem.random(seed: 3)
        let all = Array(problem.options.indices)
        problem.budget = .sites(1)
        #expect(SmallProblem.best(problem, free: all, taken: []) == nil)
        #expect(try window.improve(problem, taken: all, free: all) == .init(isInfeasible: true))
        problem.budget = nil
        problem.requirements[1].need = .max
        #expect(try window.improve(problem, taken: [], free: all) == .init(isInfeasible: true))
    }

    @Test("a choice that misses its need by one part in 10¹² is not taken")
    func exactNeeds() throws {
        let weights: [Int64] = [1_000_000_000_000, 999_999_999_999, 999_999_999_998]
        let problem = PlacementProblem(
            weights: weights, groups: [0, 0, 0], groupCount: 1,
            requirements: [
                .init(id: "a", title: "a", unit: .people, groups: [0], need: 1_000_000_000_000)
            ],
            sites: (0..<3).map { .init(cost: 0, options: $0..<$0 + 1) },
            options: [30, 20, 21].enumerated().map { .init(site: $0, cost: $1, runs: $0..<$0 + 1) },
            runs: (0..<3).map { .init(first: $0, count: 1) })
        let answer = try window.improve(problem, taken: [1, 2], free: [0, 1, 2])
        #expect(answer.options == [0] && answer.isProved && answer.bound == 30)
    }

    @Test("a search that ends at its nodes says what no choice costs less than, and twice the same")
    func nodeLimit() throws {
        let problem = SmallProblem.random(
            seed: 5, optionsPerSite: Array(repeating: 2, count: 40), items: 900)
        let all = Array(problem.options.indices)
        let whole = try #require(WholeProblem(problem, from: all))
        let full = try whole.solve(by: window)
        let best = measure(problem, full, taken: all).cost
        #expect(full.isProved)
        var short = window
        short.effort.maximumNodes = 1
        let one = try whole.solve(by: short)
        #expect(measure(problem, one, taken: all).isPossible(problem))
        #expect(measure(problem, one, taken: all).cost >= best)
        #expect(try #require(one.bound) <= Double(best))
        #expect(try whole.solve(by: short) == one)
        #expect(try whole.solve(by: window) == full)
    }

    @Test("an option that serves nothing is left, and a window without any use is proved without the solver")
    func useless() throws {
        var problem = SmallProblem.random(seed: 9)
        problem.requirements = []
        let answer = try window.improve(problem, taken: [0, 3, 4], free: [0, 4])
        #expect(answer.options == [3] && answer.isProved)
        #expect(try window.improve(problem, taken: [3], free: [0, 4]).options == nil)
    }
}

@Suite("Windows lie around the chosen sites")
struct WindowChoiceTests {
    @Test("a window has the nearest sites, the first of two as near, and pinned sites do not count")
    func nearest() {
        let problem = SmallProblem.random(
            seed: 1, optionsPerSite: [1, 2, 1, 1, 1], pinned: [3])
        let places = [0.0, 1000, 2000, 3000, 4000].map { PlanePoint(x: $0, y: 0) }
        func windows(_ taken: [Int], _ size: Int) -> [[Int]] {
            ExactWindow.windows(of: problem, places: places, taken: taken, size: size)
        }
        #expect(windows([1, 5], 2) == [[0, 1, 2], [4, 5]])
        #expect(windows([0, 1], 2) == [[0, 1, 2]])
        #expect(windows([3], 2).isEmpty)
        #expect(windows([0], 9) == [[0, 1, 2, 4, 5]])
    }

    @Test("a problem of more than 400 sites is not solved as a whole")
    func tooLarge() {
        #expect(WholeProblem(SmallProblem.random(seed: 1, optionsPerSite: Array(repeating: 1, count: 400))) != nil)
        #expect(WholeProblem(SmallProblem.random(seed: 1, optionsPerSite: Array(repeating: 1, count: 401))) == nil)
    }
}
