/// What the free options of a window can serve beyond what all others serve, merged into few rows.
///
/// Items that the same free options serve, and that count for the same targets, are one class with the sum of their
/// weights. Items that an option outside the window serves are served in any case.
struct WindowItems {
    /// Items that no taken option outside the window serves, and for which it is all one which of them are meant.
    struct Class {
        /// The free options that serve them, by their place in the window, in order.
        var options: [Int]
        /// The targets that they count for, by their place among the problem's targets, in order.
        var targets: [Int]
        /// Their weight.
        var weight: Int64
    }

    /// The classes, in the order of their first items.
    private(set) var classes: [Class] = []
    /// What each target of the problem still needs besides what the options outside the window serve; not below zero.
    private(set) var missing: [Int64] = []
    /// Weight of each target that options outside the window serve.
    private(set) var served: [Int64] = []

    /// An end of a run.
    private struct Edge {
        var item: Int32
        var option: Int32
        var isFirst: Bool
    }

    private struct Key: Hashable {
        var options: [UInt64]
        var targets: Int
    }

    /// Merges the items of a window.
    ///
    /// - Parameter free: The options of the window, in order, none of them twice.
    init(_ selection: Selection, free: [Int]) {
        let problem = selection.problem
        var groupServed = selection.served
        // All that is in play first, in sums by free options and group, since what is missing depends on all of it.
        var sums: [(options: [Int], group: Int, weight: Int64)] = []
        Self.sweep(selection, free: free) { options, group, weight, isServed in
            sums.append((options, group, weight))
            if isServed { groupServed[group] -= weight }
        }
        served = problem.targets.map { $0.groups.reduce(0) { $0 + groupServed[$1] } }
        missing = zip(problem.targets, served).map { max(0, $0.need - $1) }
        let targets = targetsOfGroups(problem)
        var places: [[Int]: [[Int]: Int]] = [:]
        for sum in sums where !targets[sum.group].isEmpty {
            if let place = places[targets[sum.group]]?[sum.options] {
                classes[place].weight += sum.weight
            } else {
                places[targets[sum.group], default: [:]][sum.options] = classes.count
                classes.append(Class(options: sum.options, targets: targets[sum.group], weight: sum.weight))
            }
        }
    }

    /// The targets that still need anything, for each group.
    private func targetsOfGroups(_ problem: PlacementProblem) -> [[Int]] {
        var targets: [[Int]] = Array(repeating: [], count: problem.groupCount)
        for (index, target) in problem.targets.enumerated() where missing[index] > 0 {
            for group in target.groups { targets[group].append(index) }
        }
        return targets
    }

    /// Goes through all items that free options serve and others do not, and tells the sums of those with the same free
    /// options and group: the places of the options, the group, the weight, and whether a taken option serves them.
    private static func sweep(
        _ selection: Selection, free: [Int], _ body: (_ options: [Int], _ group: Int, Int64, _ isServed: Bool) -> Void
    ) {
        let problem = selection.problem
        var active = ActiveOptions(count: free.count)
        // How many of the options that serve an item are free and taken: the others that serve it are not free.
        var takenFree = 0
        var sums: [(weight: Int64, isServed: Bool)] = []
        var places: [Key: Int] = [:]
        var keys: [Key] = []
        var item = 0
        for edge in edges(problem, free: free) {
            if item < Int(edge.item), active.isAny {
                var weight: Int64 = 0
                for index in item..<Int(edge.item) where Int(selection.counts[index]) == takenFree {
                    weight += problem.weights[index]
                }
                if weight > 0 {
                    let key = Key(options: active.words, targets: Int(problem.groups[item]))
                    if let place = places[key] {
                        sums[place].weight += weight
                    } else {
                        places[key] = sums.count
                        keys.append(key)
                        sums.append((weight, takenFree > 0))
                    }
                }
            }
            item = Int(edge.item)
            let option = Int(edge.option)
            if selection.isTaken[free[option]] { takenFree += edge.isFirst ? 1 : -1 }
            active.change(option, by: edge.isFirst ? 1 : -1)
        }
        for (key, sum) in zip(keys, sums) {
            body(ActiveOptions.places(in: key.options), key.targets, sum.weight, sum.isServed)
        }
    }

    private static func edges(_ problem: PlacementProblem, free: [Int]) -> [Edge] {
        var edges: [Edge] = []
        for (place, option) in free.enumerated() {
            for run in problem.runs[problem.options[option].runs] {
                edges.append(Edge(item: run.first, option: Int32(place), isFirst: true))
                edges.append(Edge(item: run.first + run.count, option: Int32(place), isFirst: false))
            }
        }
        edges.sort { ($0.item, $0.option, $0.isFirst ? 1 : 0) < ($1.item, $1.option, $1.isFirst ? 1 : 0) }
        return edges
    }
}

/// The options whose footprints hold the item at hand, one bit each.
private struct ActiveOptions {
    private(set) var words: [UInt64]
    private var depths: [Int32]
    private var count = 0

    init(count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        depths = Array(repeating: 0, count: count)
    }

    var isAny: Bool { count > 0 }

    mutating func change(_ option: Int, by step: Int32) {
        let before = depths[option]
        depths[option] += step
        guard (before == 0) != (depths[option] == 0) else { return }
        words[option / 64] ^= 1 << UInt64(option % 64)
        count += before == 0 ? 1 : -1
    }

    /// The places of the bits that are set, in order.
    static func places(in words: [UInt64]) -> [Int] {
        var places: [Int] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                places.append(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return places
    }
}
