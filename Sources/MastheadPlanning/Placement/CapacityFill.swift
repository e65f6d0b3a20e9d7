/// Adds base stations until regions have as many as they are to have, or some bands carry what they are to carry, as far
/// as the budget bears them.
///
/// Bands on sites that are in the plan come before new sites; among them the one that carries most of the traffic that is
/// left, then the one with most people under it, then the lower index.
struct CapacityFill {
    private let problem: PlacementProblem
    private(set) var load: TrafficLoad
    private(set) var isTaken: [Bool]
    /// The candidate of each site, and whether anything is taken on each.
    private let candidates: [Int]
    private var open: Set<Int> = []
    /// What the budget counts.
    private var selection: Selection
    /// What was added, in order.
    private(set) var added: [Int] = []
    /// Those of them that carried traffic.
    private(set) var carrying: Set<Int> = []

    init(_ problem: PlacementProblem, load: TrafficLoad, candidates: [Int], taken: [Int]) {
        self.problem = problem
        self.load = load
        isTaken = Array(repeating: false, count: problem.options.count)
        selection = Selection(problem, taking: taken)
        self.candidates = candidates
        for option in taken {
            isTaken[option] = true
            open.insert(candidates[problem.options[option].site])
        }
    }

    /// Lets options carry traffic, in an order.
    mutating func carry(_ options: [Int]) {
        for option in options { load.carry(option) }
    }

    /// Adds options among some until a count is reached.
    ///
    /// - Parameters:
    ///   - missing: How many are to be counted.
    ///   - count: What an option adds to the count, given whether its site is open; 0 leaves it out.
    /// - Returns: How many are still missing.
    mutating func add(_ missing: Int, among options: [Int], count: (Int, Bool) -> Int) -> Int {
        var left = missing
        // Once more at the end: a band that was too dear with its site may fit the budget when the site is open.
        for opens in [false, true, false] where left > 0 {
            var offers = options.compactMap { offer($0, opens: opens, count: count) }
            while left > 0, let best = Self.best(&offers, self, opens: opens, count: count) {
                let own = count(best, open.contains(candidates[problem.options[best].site]))
                take(best)
                left -= own
            }
        }
        return max(0, left)
    }

    /// Adds options among some while traffic is left for them, until a share of what is left now is carried.
    mutating func add(untilCarried millionths: Int, among options: [Int]) {
        let start = load.carried
        let there = load.offered - start
        let goal = there * Double(millionths) / 1e6
        for opens in [false, true, false] where load.carried - start < goal {
            var offers = options.compactMap { offer($0, opens: opens) { _, _ in 1 } }
            while load.carried - start < goal {
                guard let best = Self.best(&offers, self, opens: opens, count: { _, _ in 1 }),
                    load.carriable(by: best) > 1e-9
                else { break }
                take(best)
            }
        }
    }

    private mutating func take(_ option: Int) {
        if load.carriable(by: option) > 1e-9 { carrying.insert(option) }
        load.carry(option)
        isTaken[option] = true
        selection.take(option)
        open.insert(candidates[problem.options[option].site])
        added.append(option)
    }

    /// Whether an option stays within the budget.
    private func bears(_ option: Int) -> Bool {
        guard let budget = problem.budget else { return true }
        switch budget {
        case .sites(let count): return selection.newSites + (selection.opensNewSite(option) ? 1 : 0) <= count
        case .cost(let sum): return selection.cost + selection.marginalCost(option) <= sum
        }
    }

    private struct Offer {
        var option: Int
        var carried: Double
        var people: Int64

        func comesBefore(_ other: Offer) -> Bool {
            if carried != other.carried { return carried > other.carried }
            return people != other.people ? people > other.people : option < other.option
        }
    }

    private func offer(_ option: Int, opens: Bool, count: (Int, Bool) -> Int) -> Offer? {
        let isOpen = open.contains(candidates[problem.options[option].site])
        guard !isTaken[option], opens || isOpen, !problem.options[option].runs.isEmpty, count(option, isOpen) > 0,
            bears(option)
        else {
            return nil
        }
        return Offer(
            option: option, carried: load.carriable(by: option), people: load.people(under: option))
    }

    /// The best offer, looked at again until its value is the newest: values only fall.
    private static func best(
        _ offers: inout [Offer], _ fill: CapacityFill, opens: Bool, count: (Int, Bool) -> Int
    ) -> Int? {
        while let index = offers.indices.min(by: { offers[$0].comesBefore(offers[$1]) }) {
            guard let now = fill.offer(offers[index].option, opens: opens, count: count) else {
                offers.remove(at: index)
                continue
            }
            if now.carried == offers[index].carried {
                offers.remove(at: index)
                return now.option
            }
            offers[index] = now
        }
        return nil
    }
}
