/// What options add to a selection, in terms of what is still needed.
///
/// Beyond its need a requirement is worth nothing more, so that the value of an option never rises while others are taken.
struct OptionValue {
    private let targets: [PlacementProblem.Requirement]
    /// The targets of each group, as indices; those of group g begin at `first[g]`.
    private let members: [Int32]
    private let first: [Int32]
    /// What each target still needs.
    private(set) var missing: [Int64]
    private var gains: [Int64]

    /// - Parameter targets: What counts; a selection's requirements, its objective, or both.
    init(_ selection: Selection, targets: [PlacementProblem.Requirement]) {
        self.targets = targets
        var lists: [[Int32]] = Array(repeating: [], count: selection.problem.groupCount)
        for (index, target) in targets.enumerated() {
            for group in target.groups { lists[group].append(Int32(index)) }
        }
        members = lists.flatMap(\.self)
        first = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        missing = targets.map { max(0, $0.need - selection.served($0)) }
        gains = Array(repeating: 0, count: targets.count)
    }

    /// Whether nothing is needed any more.
    var isMet: Bool { missing.allSatisfy { $0 == 0 } }

    /// Looks again at what is needed.
    mutating func update(_ selection: Selection) {
        for index in targets.indices { missing[index] = max(0, targets[index].need - selection.served(targets[index])) }
    }

    /// The worth of what an option adds.
    mutating func value(_ option: Int, in selection: borrowing Selection) -> Double {
        measure(option, in: selection)
        var value = 0.0
        for index in targets.indices where gains[index] > 0 {
            value += targets[index].worth * Double(min(gains[index], missing[index]))
        }
        return value
    }

    /// What an option adds to each target, without regard to what is needed.
    mutating func gains(_ option: Int, in selection: borrowing Selection) -> [Int64] {
        measure(option, in: selection)
        return gains
    }

    private mutating func measure(_ option: Int, in selection: borrowing Selection) {
        for index in gains.indices { gains[index] = 0 }
        let runs = selection.problem.runs.span
        let residual = selection.residual.span
        let groups = selection.problem.groups.span
        for index in selection.problem.options[option].runs {
            let run = runs[index]
            var sum: Int64 = 0
            for item in Int(run.first)..<Int(run.first) + Int(run.count) { sum &+= residual[item] }
            guard sum > 0 else { continue }
            let group = Int(groups[Int(run.first)])
            for member in first[group]..<first[group + 1] { gains[Int(members[Int(member)])] &+= sum }
        }
    }
}
