import MastheadPlanning
import MastheadTestSupport

/// Seeded problems of a few options, and their best answers by trying all choices.
enum SmallProblem {
    /// Twelve options on seven sites, sixty items in three groups; a part of groups 0 and 1 together, and a part of
    /// group 2, must be served.
    static func random(
        seed: UInt64, share: Double = 0.7, optionsPerSite: [Int] = [1, 2, 1, 3, 2, 1, 2], items: Int = 60,
        pinned: Set<Int> = []
    ) -> PlacementProblem {
        var chance = SeededGenerator(seed: seed)
        let third = items / 3
        let weights = (0..<items).map { _ in Int64(chance.uniform(in: 1...5e12)) }
        let groups = (0..<items).map { Int32($0 / third) }
        var sites: [PlacementProblem.Site] = []
        var options: [PlacementProblem.Option] = []
        var runs: [PlacementProblem.Run] = []
        for count in optionsPerSite {
            let first = options.count
            for _ in 0..<count {
                let begin = runs.count
                for group in 0..<3 {
                    let start = Int(chance.uniform(in: 0...Double(third - 1)))
                    let length = min(third - start, 1 + Int(chance.uniform(in: 0...Double(third / 3))))
                    runs.append(.init(first: Int32(group * third + start), count: Int32(length)))
                }
                options.append(
                    .init(
                        site: sites.count, cost: Int64(chance.uniform(in: 1...40)) * 25, runs: begin..<runs.count,
                        isPinned: pinned.contains(options.count)))
            }
            sites.append(.init(cost: Int64(chance.uniform(in: 0...60)) * 25, options: first..<options.count))
        }
        var problem = PlacementProblem(
            weights: weights, groups: groups, groupCount: 3, requirements: [], sites: sites, options: options,
            runs: runs)
        let most = Measure(problem, Array(options.indices)).served
        problem.requirements = [
            .init(
                id: "a", title: "a", unit: .people, groups: [0, 1],
                need: Int64(share * Double(most[0] + most[1]))),
            .init(id: "b", title: "b", unit: .people, groups: [2], need: Int64(share * 0.8 * Double(most[2]))),
        ]
        return problem
    }

    /// The same with an objective over all groups, a budget and lower needs.
    static func random(
        seed: UInt64, budget: PlacementBudget, optionsPerSite: [Int] = [1, 2, 1, 3, 2, 1, 2], pinned: Set<Int> = []
    ) -> PlacementProblem {
        var problem = random(seed: seed, share: 0.25, optionsPerSite: optionsPerSite, pinned: pinned)
        problem.objective = .init(
            id: "o", title: "o", unit: .people, groups: [0, 1, 2], need: problem.weights.reduce(0, +))
        problem.budget = budget
        return problem
    }

    /// What a choice serves and costs, reckoned item by item.
    struct Measure: Equatable {
        var served: [Int64]
        var cost: Int64
        var newSites: Int

        init(_ problem: PlacementProblem, _ options: [Int]) {
            var isServed = Array(repeating: false, count: problem.weights.count)
            for option in options {
                for run in problem.runs[problem.options[option].runs] {
                    for item in Int(run.first)..<Int(run.first + run.count) { isServed[item] = true }
                }
            }
            served = Array(repeating: 0, count: problem.groupCount)
            for item in problem.weights.indices where isServed[item] {
                served[Int(problem.groups[item])] += problem.weights[item]
            }
            let sites = Set(options.map { problem.options[$0].site })
            cost =
                options.reduce(0) { $0 + problem.options[$1].cost }
                + sites.reduce(0) { $0 + problem.sites[$1].cost }
            newSites = sites.count { site in
                !problem.sites[site].options.contains { problem.options[$0].isPinned }
            }
        }

        func served(_ requirement: PlacementProblem.Requirement) -> Int64 {
            requirement.groups.reduce(0) { $0 + served[$1] }
        }

        /// Whether it meets all requirements within the budget.
        func isPossible(_ problem: PlacementProblem) -> Bool {
            let isWithin =
                switch problem.budget {
                case .sites(let count): newSites <= count
                case .cost(let sum): cost <= sum
                case nil: true
                }
            return isWithin && problem.requirements.allSatisfy { served($0) >= $0.need }
        }
    }

    /// The best choice: the least cost, or the most that is served of the objective; nil where none is possible.
    ///
    /// - Parameter taken: What is taken of the options that may not change.
    static func best(_ problem: PlacementProblem, free: [Int], taken: [Int]) -> Int64? {
        let fixed = Set(taken).union(problem.options.indices.filter { problem.options[$0].isPinned })
            .subtracting(free.filter { !problem.options[$0].isPinned }).sorted()
        let open = free.filter { !problem.options[$0].isPinned }
        var best: Int64?
        for mask in 0..<(1 << open.count) {
            let measure = Measure(problem, fixed + open.indices.filter { mask >> $0 & 1 == 1 }.map { open[$0] })
            guard measure.isPossible(problem) else { continue }
            if let objective = problem.objective {
                best = max(best ?? .min, measure.served(objective))
            } else {
                best = min(best ?? .max, measure.cost)
            }
        }
        return best
    }
}
