/// Takes the option with the most worth for its cost, again and again.
///
/// Values never rise while options are taken, so that an option whose last known ratio is not the largest needs no second
/// look (lazy evaluation: Minoux 1978; Leskovec et al. 2007, "CELF"). Only on a site that was just opened do ratios rise,
/// since the site is paid for: its options are looked at anew. Of equal ratios the option with the lower index is taken.
struct LazyGreedy {
    /// An option in the queue with its ratio when it was last looked at.
    private struct Entry {
        var ratio: Double
        var option: Int32
        var round: Int32

        func comesBefore(_ other: Entry) -> Bool {
            ratio != other.ratio ? ratio > other.ratio : option < other.option
        }
    }

    /// A step of the greedy choice.
    struct Step: Equatable {
        var option: Int
        var value: Double
        var cost: Int64
    }

    private(set) var selection: Selection
    private var values: OptionValue
    private var heap: [Entry] = []
    private var round: Int32 = 0
    /// How often the value of an option was computed.
    private(set) var evaluations = 0
    /// What was taken, in order.
    private(set) var steps: [Step] = []

    /// Begins with a selection.
    ///
    /// - Parameter candidates: Options that may be taken; nil for all.
    init(
        _ selection: consuming Selection, targets: [PlacementProblem.Requirement], among candidates: [Int]? = nil
    ) {
        self.selection = selection
        values = OptionValue(self.selection, targets: targets)
        let options = candidates ?? Array(self.selection.problem.options.indices)
        heap.reserveCapacity(options.count)
        for option in options where !self.selection.isTaken[option] {
            if let entry = look(at: option) { heap.append(entry) }
        }
        for index in stride(from: heap.count / 2, through: 0, by: -1) { sink(index) }
    }

    /// Whether nothing is needed any more.
    var isMet: Bool { values.isMet }

    /// What a unit of worth cost in the last twentieth of the steps; 0 where none was taken.
    var lastPrice: Double {
        let last = steps.suffix(max(1, steps.count / 20))
        let value = last.reduce(0) { $0 + $1.value }
        return value > 0 ? last.reduce(0) { $0 + Double($1.cost) } / value : 0
    }

    /// Takes the next option; nil where none adds anything that is needed, or none is allowed.
    ///
    /// - Parameters:
    ///   - least: The least worth for a unit of cost that is taken.
    ///   - isAllowed: Asked for the option at hand; one that is refused is not offered again.
    mutating func next(least: Double = 0, where isAllowed: (Int, Selection) -> Bool = { _, _ in true }) -> Step? {
        while let top = heap.first {
            let option = Int(top.option)
            guard !selection.isTaken[option] else {
                drop()
                continue
            }
            guard top.round == round else {
                if let entry = look(at: option) { replace(entry) } else { drop() }
                continue
            }
            guard top.ratio >= least else { return nil }
            guard isAllowed(option, selection) else {
                drop()
                continue
            }
            return take(option)
        }
        return nil
    }

    /// Takes options until nothing more is needed or can be added.
    mutating func run() {
        while !values.isMet, next() != nil {}
    }

    private mutating func take(_ option: Int) -> Step {
        let problem = selection.problem
        let value = values.value(option, in: selection)
        let cost = selection.marginalCost(option)
        let site = problem.options[option].site
        let opens = selection.taken[site] == 0
        selection.take(option)
        values.update(selection)
        round += 1
        drop()
        if opens, problem.sites[site].cost > 0 {
            for other in problem.sites[site].options where !selection.isTaken[other] {
                if let entry = look(at: other) { push(entry) }
            }
        }
        let step = Step(option: option, value: value, cost: cost)
        steps.append(step)
        return step
    }

    private mutating func look(at option: Int) -> Entry? {
        evaluations += 1
        let value = values.value(option, in: selection)
        guard value > 0 else { return nil }
        let cost = selection.marginalCost(option)
        return Entry(
            ratio: cost > 0 ? value / Double(cost) : .infinity, option: Int32(option), round: round)
    }

    /// Hands out the selection, and keeps none.
    mutating func take() -> Selection { selection.moved() }

    // MARK: - The queue

    private mutating func replace(_ entry: Entry) {
        heap[0] = entry
        sink(0)
    }

    private mutating func drop() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        replace(last)
    }

    private mutating func push(_ entry: Entry) {
        heap.append(entry)
        var index = heap.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard heap[index].comesBefore(heap[parent]) else { break }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    private mutating func sink(_ start: Int) {
        guard start < heap.count else { return }
        var index = start
        let entry = heap[index]
        while true {
            var child = 2 * index + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].comesBefore(heap[child]) { child += 1 }
            guard heap[child].comesBefore(entry) else { break }
            heap[index] = heap[child]
            index = child
        }
        heap[index] = entry
    }
}
