/// The integer programme of a window: which of its free options to take, all others as they are.
///
/// A variable x says whether a free option is taken; z whether a site is paid for, where several free options share it
/// (x ≤ z); y what is served of a class of items, which is no more than Σ x of its options. Where a class has one option,
/// x stands for y as well, and a class that no requirement can do without has to be served: Σ x ≥ 1.
struct WindowModel {
    /// The programme; its objective is cost in steps, or what is served times −`scale`.
    private(set) var program = IntegerProgram()
    /// The places of the free options that have a variable: those that serve anything which is needed.
    private(set) var useful: [Int] = []
    /// Whether all that the free options can serve, or the budget, is too little in any case.
    private(set) var isHopeless = false
    /// Adds up to the objective of a whole selection with `objective(_:)`.
    private var constant = 0.0
    private var scale = 1.0

    private let window: WindowState
    private let items: WindowItems
    /// The variables: of each free option, of each site that several of them share, of each class that has one.
    private var x: [Int?]
    private var z: [Int: Int] = [:]
    private var y: [Int?]

    /// The programme of a window.
    init(_ window: WindowState) {
        self.window = window
        items = WindowItems(window.selection, free: window.free)
        x = Array(repeating: nil, count: window.free.count)
        y = Array(repeating: nil, count: items.classes.count)
        let isUseful = items.classes.reduce(into: Set<Int>()) { $0.formUnion($1.options) }
        useful = window.free.indices.filter(isUseful.contains)
        addOptions()
        addBudget()
        addItems()
    }

    // MARK: - Options and sites

    private var maximises: Bool { window.problem.objective != nil }

    /// What of the money that this window spends is a step: the largest sum that all costs are multiples of, so that the
    /// solver sees small whole numbers.
    private var step: Double { Double(window.step) }

    private mutating func addOptions() {
        let sites = Dictionary(grouping: useful) { window.problem.options[window.free[$0]].site }
        for (site, places) in sites.sorted(by: { $0.key < $1.key }) {
            let opening = window.isOpen(site) ? 0 : window.problem.sites[site].cost
            let isShared = places.count > 1 && (opening > 0 || (window.countsSites && !window.isOpen(site)))
            if isShared {
                z[site] = program.add(.binary, cost: maximises ? 0 : Double(opening) / step)
            }
            for place in places {
                let cost = window.problem.options[window.free[place]].cost + (isShared ? 0 : opening)
                let variable = program.add(.binary, cost: maximises ? 0 : Double(cost) / step)
                x[place] = variable
                if let site = z[site] { program.add(.init([.init(variable, 1), .init(site, -1)], .atMost, 0)) }
            }
        }
        if !maximises { constant = Double(window.fixedCost) }
    }

    private mutating func addBudget() {
        guard let left = window.budgetLeft else { return }
        if left < 0 { isHopeless = true }
        var terms: [IntegerProgram.Term] = []
        for place in useful {
            guard let variable = x[place] else { continue }
            let option = window.problem.options[window.free[place]]
            let ownSite = z[option.site] == nil && !window.isOpen(option.site)
            let factor =
                window.countsSites
                ? (ownSite ? 1 : 0)
                : Double(option.cost + (ownSite ? window.problem.sites[option.site].cost : 0)) / step
            if factor > 0 { terms.append(.init(variable, factor)) }
        }
        for (site, variable) in z.sorted(by: { $0.key < $1.key }) {
            let factor = window.countsSites ? 1 : Double(window.problem.sites[site].cost) / step
            if factor > 0 { terms.append(.init(variable, factor)) }
        }
        let limit = window.countsSites ? Double(left) : Double(left / window.step)
        program.add(.init(terms, .atMost, limit))
    }

    // MARK: - Items

    private mutating func addItems() {
        let requirements = window.problem.requirements.indices
        var totals = Array(repeating: Int64(0), count: window.problem.targets.count)
        for own in items.classes { for target in own.targets { totals[target] += own.weight } }
        if requirements.contains(where: { totals[$0] < items.missing[$0] }) {
            isHopeless = true
            return
        }
        var needs = items.missing
        var isForced = Array(repeating: false, count: items.classes.count)
        for (index, own) in items.classes.enumerated() {
            isForced[index] = own.targets.contains { target in
                let weight = own.weight * Int64(own.targets.count { $0 == target })
                return requirements.contains(target) && weight > totals[target] - items.missing[target]
            }
            guard isForced[index] else { continue }
            for target in own.targets { needs[target] -= own.weight }
            program.add(.init(own.options.compactMap { x[$0] }.map { .init($0, 1) }, .atLeast, 1))
        }
        var parts: [[(variable: Int, weight: Int64)]] = Array(repeating: [], count: needs.count)
        for (index, own) in items.classes.enumerated() where !isForced[index] {
            let targets = own.targets.filter { $0 == requirements.count || needs[$0] > 0 }
            guard !targets.isEmpty, let variable = served(index, of: own) else { continue }
            for target in targets { parts[target].append((variable, own.weight)) }
        }
        for target in requirements where needs[target] > 0 { addRow(parts[target], need: needs[target]) }
        if maximises { addObjective(parts[requirements.count], forced: needs[requirements.count]) }
    }

    /// The variable that says what is served of a class.
    private mutating func served(_ index: Int, of own: WindowItems.Class) -> Int? {
        let options = own.options.compactMap { x[$0] }
        guard options.count > 1 else { return options.first }
        let variable = program.add(.share, cost: 0)
        y[index] = variable
        program.add(.init([.init(variable, 1)] + options.map { .init($0, -1) }, .atMost, 0))
        return variable
    }

    /// Adds up weights of the same variable, in the order of the variables.
    private func merged(_ parts: [(variable: Int, weight: Int64)]) -> [(variable: Int, weight: Int64)] {
        parts.reduce(into: [Int: Int64]()) { $0[$1.variable, default: 0] += $1.weight }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A need, with weights in terms of their mean: the solver's tolerance is the same for all sizes.
    private mutating func addRow(_ parts: [(variable: Int, weight: Int64)], need: Int64) {
        let terms = merged(parts).map { ($0.variable, min($0.weight, need)) }
        let mean = terms.reduce(0.0) { $0 + Double($1.1) } / Double(max(1, terms.count))
        program.add(
            .init(terms.map { .init($0.0, Double($0.1) / mean) }, .atLeast, Double(need) / mean))
    }

    /// What is to be most. CBC takes solutions that differ by less than 1e-5 for equally good; a mean weight is a
    /// thousand, so that this is a hundred-millionth of it.
    private mutating func addObjective(_ parts: [(variable: Int, weight: Int64)], forced left: Int64) {
        let target = window.problem.requirements.count
        let terms = merged(parts)
        let sum = terms.reduce(0.0) { $0 + Double($1.weight) }
        scale = sum > 0 ? 1000 * Double(terms.count) / sum : 1
        constant = Double(items.served[target] + items.missing[target] - left)
        program.setCosts(terms.map { .init($0.variable, -Double($0.weight) * scale) })
    }

    // MARK: - Solutions

    /// Cost, or what is served of the objective, of a whole selection by the programme's objective.
    func objective(_ value: Double) -> Double { constant + (maximises ? -value / scale : value * step) }

    /// The free options of a solution, by their places.
    func chosen(_ values: [Double]) -> [Int] { useful.filter { place in x[place].map { values[$0] > 0.5 } ?? false } }

    /// The values of all variables where these free options are taken.
    func values(_ isTaken: (Int) -> Bool) -> [Double] {
        var values = Array(repeating: 0.0, count: program.variables.count)
        for place in useful where isTaken(place) {
            if let variable = x[place] { values[variable] = 1 }
            if let variable = z[window.problem.options[window.free[place]].site] { values[variable] = 1 }
        }
        for (index, variable) in y.enumerated() {
            if let variable, items.classes[index].options.contains(where: isTaken) { values[variable] = 1 }
        }
        return values
    }

    /// Rules out a choice that serves too little, and with it all that serve less.
    mutating func requireMore(than chosen: [Int]) {
        let others = useful.filter { !chosen.contains($0) }.compactMap { x[$0] }
        if others.isEmpty { isHopeless = true }
        program.add(.init(others.map { .init($0, 1) }, .atLeast, 1))
    }

    /// Rules out a choice that costs too much, and with it all that cost more.
    mutating func requireLess(than chosen: [Int]) {
        let own = chosen.compactMap { x[$0] }
        program.add(.init(own.map { .init($0, 1) }, .atMost, Double(own.count - 1)))
    }
}
