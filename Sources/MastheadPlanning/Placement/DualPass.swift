/// One pass over a placement problem at some multipliers: the bound, and the choice that attains it.
///
/// With u the item prices, λ the need prices, p the weight of items of the objective and Λ(i) = p(i) + Σ λ(t) w(i) over
/// the requirements t of item i, and with S(o) the sum of u over the footprint of option o:
///
/// - Without a budget, no plan that meets all requirements costs less than
///   Σ λ(t) need(t) − Σ max(0, Λ(i) − u(i)) − Σ over sites max(0, Σ over options max(0, S(o) − c(o)) − c(site)).
/// - With one, no plan serves more than
///   Σ max(0, Λ(i) − u(i)) − Σ λ(t) need(t) plus what the sites give: for a number N of sites the N largest
///   Σ over options max(0, S(o)), and those of sites with a pinned option; for money B at the price μ, μ B + Σ over sites max(0, Σ over options max(0, S(o) − μ c(o)) − μ c(site)).
///
/// Pinned options and their sites are in every plan, at whatever they bring and cost; they take nothing of a number of
/// sites. Sums run in Double, in the order of items, options and sites.
package struct DualPass {
    /// The bound.
    package private(set) var bound = 0.0
    /// S of each option.
    private(set) var sums: [Double]
    /// The options that attain the bound.
    private(set) var chosen: [Int] = []
    /// Cost of these options and their sites.
    private(set) var chosenCost = 0.0
    /// Weight of the items of each group that pay to be served, u < Λ.
    private(set) var paying: [Double]

    private let problem: PlacementProblem
    /// Requirements of each group, by index.
    private let members: [[Int]]
    private let isObjective: [Bool]

    /// A pass over a problem.
    package init(_ problem: PlacementProblem) {
        self.problem = problem
        sums = Array(repeating: 0, count: problem.options.count)
        paying = Array(repeating: 0, count: problem.groupCount)
        var lists: [[Int]] = Array(repeating: [], count: problem.groupCount)
        for (index, requirement) in problem.requirements.enumerated() {
            for group in requirement.groups { lists[group].append(index) }
        }
        members = lists
        var counts = [Bool](repeating: false, count: problem.groupCount)
        for group in problem.objective?.groups ?? [] { counts[group] = true }
        isObjective = counts
    }

    /// Λ per unit of weight of each group.
    func groupPrices(_ multipliers: DualMultipliers) -> [Double] {
        problem.budget == nil || problem.objective == nil
            ? members.map { $0.reduce(0) { $0 + multipliers.needPrices[$1] } }
            : members.indices.map { group in
                members[group].reduce(isObjective[group] ? 1 : 0) { $0 + multipliers.needPrices[$1] }
            }
    }

    /// Looks at the problem at some multipliers.
    package mutating func look(at multipliers: DualMultipliers) {
        let isCost = problem.objective == nil
        let prices = groupPrices(multipliers)
        var surplus = 0.0
        var paid = [Double](repeating: 0, count: problem.groupCount)
        do {
            let weights = problem.weights.span
            let groups = problem.groups.span
            let items = multipliers.itemPrices.span
            for item in weights.indices {
                let group = Int(groups[item])
                let own = prices[group] * Double(weights[item])
                guard items[item] < own else { continue }
                surplus += own - items[item]
                paid[group] += Double(weights[item])
            }
        }
        paying = paid
        var needs = 0.0
        for (index, requirement) in problem.requirements.enumerated() {
            needs += multipliers.needPrices[index] * Double(requirement.need)
        }
        sums = added(multipliers.itemPrices)
        let sites = chooseSites(multipliers, isCost: isCost)
        bound = isCost ? needs - surplus - sites : surplus - needs + sites
    }

    private func added(_ prices: [Double]) -> [Double] {
        let items = prices.span
        let runs = problem.runs.span
        return problem.options.map { option in
            var sum = 0.0
            for index in option.runs {
                let run = runs[index]
                var part = 0.0
                for item in Int(run.first)..<Int(run.first) + Int(run.count) { part += items[item] }
                sum += part
            }
            return sum
        }
    }

    /// What the sites give; fills in the choice.
    private mutating func chooseSites(_ multipliers: DualMultipliers, isCost: Bool) -> Double {
        chosen.removeAll(keepingCapacity: true)
        chosenCost = 0
        var total = 0.0
        let price: Double
        var offers: [(value: Double, site: Int)] = []
        switch problem.budget {
        case .sites(let count) where !isCost:
            for site in problem.sites.indices {
                let (pinned, free) = values(of: site, price: 0)
                total += pinned
                guard free > 0 else { continue }
                // A site with a pinned option takes nothing of the number.
                if problem.sites[site].options.contains(where: { problem.options[$0].isPinned }) {
                    total += free
                    take(site)
                } else {
                    offers.append((free, site))
                }
            }
            offers.sort { $0.value != $1.value ? $0.value > $1.value : $0.site < $1.site }
            for offer in offers.prefix(count) {
                total += offer.value
                take(offer.site)
            }
            takePinned()
            return total
        case .cost(let budget) where !isCost:
            price = multipliers.budgetPrice
            total = price * Double(budget)
        default:
            price = 1
        }
        for site in problem.sites.indices {
            let own = problem.sites[site]
            let (pinned, free) = values(of: site, price: price)
            let isOpen = own.options.contains { problem.options[$0].isPinned }
            let cost = price * Double(own.cost)
            let value = free - (isOpen ? 0 : cost)
            total += pinned - (isOpen ? cost : 0)
            guard value > 0 else { continue }
            total += value
            if !isOpen { chosenCost += Double(own.cost) }
            for option in own.options
            where !problem.options[option].isPinned && sums[option] > price * Double(problem.options[option].cost) {
                chosen.append(option)
                chosenCost += Double(problem.options[option].cost)
            }
        }
        takePinned()
        return total
    }

    /// What the options of a site give: the pinned ones, and the others where they pay.
    private func values(of site: Int, price: Double) -> (pinned: Double, free: Double) {
        var pinned = 0.0
        var free = 0.0
        for option in problem.sites[site].options {
            let value = sums[option] - price * Double(problem.options[option].cost)
            if problem.options[option].isPinned { pinned += value } else { free += max(0, value) }
        }
        return (pinned, free)
    }

    /// Takes the options of a site that give anything.
    private mutating func take(_ site: Int) {
        for option in problem.sites[site].options where sums[option] > 0 && !problem.options[option].isPinned {
            chosen.append(option)
        }
    }

    private mutating func takePinned() {
        for option in problem.options.indices where problem.options[option].isPinned {
            chosen.append(option)
            chosenCost += Double(problem.options[option].cost)
        }
    }
}
