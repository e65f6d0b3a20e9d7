/// Options that are taken, with how often each item is served.
///
/// Taking and leaving options is exact and undone without a trace: all sums are whole numbers.
struct Selection {
    let problem: PlacementProblem
    /// Whether each option is taken.
    private(set) var isTaken: [Bool]
    /// How many taken options serve each item.
    private(set) var counts: [UInt16]
    /// Weight of the items that no taken option serves; 0 for the others.
    private(set) var residual: [Int64]
    /// How many options are taken on each site.
    private(set) var taken: [Int32]
    /// Served weight of each group.
    private(set) var served: [Int64]
    /// Cost of all taken options and their sites.
    private(set) var cost: Int64 = 0

    /// Nothing but what is pinned.
    init(_ problem: PlacementProblem) {
        self.problem = problem
        isTaken = Array(repeating: false, count: problem.options.count)
        counts = Array(repeating: 0, count: problem.weights.count)
        residual = problem.weights
        taken = Array(repeating: 0, count: problem.sites.count)
        var pinned = taken
        for option in problem.options where option.isPinned { pinned[option.site] += 1 }
        self.pinned = pinned
        served = Array(repeating: 0, count: problem.groupCount)
        for option in problem.options.indices where problem.options[option].isPinned { take(option) }
    }

    /// What is pinned, and some options more.
    init(_ problem: PlacementProblem, taking options: [Int]) {
        self.init(problem)
        for option in options { take(option) }
    }

    /// One option and nothing else, not even what is pinned.
    init(emptyWith option: Int, of problem: PlacementProblem) {
        self.init(problem)
        for other in options where other != option { leave(other) }
        take(option)
    }

    /// The options that are taken, in their order.
    var options: [Int] { isTaken.indices.filter { isTaken[$0] } }

    /// Sites with an option, but none that is pinned.
    private(set) var newSites = 0
    /// How many options of each site are pinned.
    private let pinned: [Int32]

    /// Whether an option would be the first on a site without pinned ones.
    func opensNewSite(_ option: Int) -> Bool {
        let site = problem.options[option].site
        return taken[site] == 0 && pinned[site] == 0
    }

    /// What taking an option costs now.
    func marginalCost(_ option: Int) -> Int64 {
        let own = problem.options[option]
        return own.cost + (taken[own.site] == 0 ? problem.sites[own.site].cost : 0)
    }

    /// Served weight of the groups of a requirement.
    func served(_ requirement: PlacementProblem.Requirement) -> Int64 {
        requirement.groups.reduce(0) { $0 + served[$1] }
    }

    /// Whether all requirements are met.
    var meetsAll: Bool { problem.requirements.allSatisfy { served($0) >= $0.need } }

    mutating func take(_ option: Int) {
        guard !isTaken[option] else { return }
        cost += marginalCost(option)
        isTaken[option] = true
        let own = problem.options[option]
        taken[own.site] += 1
        if taken[own.site] == 1, pinned[own.site] == 0 { newSites += 1 }
        for run in problem.runs[own.runs] {
            var sum: Int64 = 0
            for item in Int(run.first)..<Int(run.first + run.count) {
                sum += residual[item]
                residual[item] = 0
                counts[item] += 1
            }
            served[Int(problem.groups[Int(run.first)])] += sum
        }
    }

    mutating func leave(_ option: Int) {
        guard isTaken[option] else { return }
        isTaken[option] = false
        let own = problem.options[option]
        taken[own.site] -= 1
        if taken[own.site] == 0, pinned[own.site] == 0 { newSites -= 1 }
        cost -= marginalCost(option)
        for run in problem.runs[own.runs] {
            var sum: Int64 = 0
            for item in Int(run.first)..<Int(run.first + run.count) {
                counts[item] -= 1
                guard counts[item] == 0 else { continue }
                residual[item] = problem.weights[item]
                sum += residual[item]
            }
            served[Int(problem.groups[Int(run.first)])] -= sum
        }
    }

    /// What leaving some options would lose, by group; the selection is as before afterwards.
    mutating func loss(without options: [Int]) -> [Int64] {
        let before = served
        let own = options.filter { isTaken[$0] }
        for option in own { leave(option) }
        let after = served
        for option in own { take(option) }
        return zip(before, after).map { $0 - $1 }
    }

    /// The selection itself, leaving nothing behind: what is handed on is changed in place and not copied.
    mutating func moved() -> Selection {
        var empty = Selection(emptied: problem)
        swap(&self, &empty)
        return empty
    }

    private init(emptied problem: PlacementProblem) {
        self.problem = problem
        isTaken = []
        counts = []
        residual = []
        taken = []
        pinned = []
        served = []
    }
}
