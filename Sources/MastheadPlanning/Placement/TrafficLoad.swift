/// Traffic of the busy hour that is not carried yet, by item of a layer of people.
///
/// A base station carries at most its capacity of what its footprint still holds, and takes it in proportion from all
/// items. Sums run in Double, in the order of items.
struct TrafficLoad {
    private let problem: PlacementProblem
    private let items: Range<Int>
    /// Capacity of each option, Mbit/s.
    private let capacity: [Double]
    /// What each item still holds, Mbit/s, from `items.lowerBound` on.
    private var rest: [Double]
    /// What there was.
    let offered: Double
    /// What is carried.
    private(set) var carried = 0.0

    /// - Parameters:
    ///   - items: Those of the layer that traffic comes from.
    ///   - megabits: Traffic of a person, Mbit/s.
    init(_ problem: PlacementProblem, items: Range<Int>, megabits: Double, capacity: [Double]) {
        self.problem = problem
        self.items = items
        self.capacity = capacity
        rest = items.map { Double(problem.weights[$0]) / 1e9 * megabits }
        offered = rest.reduce(0, +)
    }

    /// What an option would carry, Mbit/s.
    func carriable(by option: Int) -> Double { min(within(option), capacity[option]) }

    /// What the footprint of an option still holds, Mbit/s.
    func within(_ option: Int) -> Double {
        var sum = 0.0
        forEachRun(of: option) { for item in $0 { sum += rest[item] } }
        return sum
    }

    /// People in the footprint of an option, billionths.
    func people(under option: Int) -> Int64 {
        var sum: Int64 = 0
        forEachRun(of: option) { for item in $0 { sum += problem.weights[item + items.lowerBound] } }
        return sum
    }

    /// Lets an option carry what it can.
    mutating func carry(_ option: Int) {
        let there = within(option)
        let own = min(there, capacity[option])
        guard own > 0 else { return }
        let left = 1 - own / there
        for run in problem.runs[problem.options[option].runs] where items.contains(Int(run.first)) {
            for item in Int(run.first)..<Int(run.first + run.count) { rest[item - items.lowerBound] *= left }
        }
        carried += own
    }

    private func forEachRun(of option: Int, _ body: (Range<Int>) -> Void) {
        for run in problem.runs[problem.options[option].runs] where items.contains(Int(run.first)) {
            let start = Int(run.first) - items.lowerBound
            body(start..<start + Int(run.count))
        }
    }
}
