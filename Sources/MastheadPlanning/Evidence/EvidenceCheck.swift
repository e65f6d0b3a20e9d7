import MastheadGeo

/// Checks a plan and its certificate from the evidence alone, by plain counting: none of the code that made the plan is
/// used.
public struct EvidenceCheck: Sendable {
    /// One thing that was checked.
    public struct Finding: Sendable, Codable, Equatable {
        /// What it is about.
        public var what: String
        /// What the plan says.
        public var stated: String
        /// What counting gives.
        public var counted: String
        /// Whether both agree.
        public var agrees: Bool
    }

    private let evidence: PlanEvidence
    /// First run of each option.
    private let first: [Int]

    /// Makes ready to check.
    public init(_ evidence: PlanEvidence) {
        self.evidence = evidence
        first = evidence.header.options.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.runs) }
    }

    /// Checks needs, gains, losses, value and bound.
    public func findings() -> [Finding] {
        needs() + [steps(), losses(), value(), bound()]
    }

    // MARK: - Counting

    /// How many of some options serve each item.
    private func counts(_ options: [Int]) -> [Int32] {
        var counts = [Int32](repeating: 0, count: evidence.weights.count)
        for option in options { add(1, option, to: &counts) }
        return counts
    }

    private func add(_ step: Int32, _ option: Int, to counts: inout [Int32]) {
        for run in evidence.runs[first[option]..<first[option + 1]] {
            for item in Int(run.first)..<Int(run.first + run.count) { counts[item] += step }
        }
    }

    /// Served weight of each group.
    private func served(_ counts: [Int32]) -> [Int64] {
        var sums = [Int64](repeating: 0, count: groupCount)
        for item in counts.indices where counts[item] > 0 { sums[Int(evidence.groups[item])] += evidence.weights[item] }
        return sums
    }

    private var groupCount: Int { Int(evidence.groups.max() ?? -1) + 1 }

    private func amounts(_ counts: [Int32]) -> ServedAmounts {
        let sums = served(counts)
        var all = [Int64](repeating: 0, count: groupCount)
        for item in counts.indices { all[Int(evidence.groups[item])] += evidence.weights[item] }
        func sum(_ groups: [Int]) -> Int64 { groups.reduce(0) { $0 + ($1 < sums.count ? sums[$1] : 0) } }
        return ServedAmounts(
            people: PersonCount(billionths: sum(evidence.header.peopleGroups)),
            routeMillimetres: sum(evidence.header.routeGroups),
            places: evidence.header.placeGroups.count { $0 < sums.count && sums[$0] == all[$0] })
    }

    // MARK: - Checks

    private func needs() -> [Finding] {
        let sums = served(counts(evidence.header.chosen))
        return zip(evidence.header.requirements, evidence.header.served).map { requirement, stated in
            let own = requirement.groups.reduce(Int64(0)) { $0 + ($1 < sums.count ? sums[$1] : 0) }
            // A need that cannot be met is no falsehood where the plan says so.
            let isMet = own >= requirement.need ? "met" : "not met"
            return Finding(
                what: "need of \(requirement.id)", stated: "\(stated) of at least \(requirement.need)",
                counted: "\(own), \(isMet)", agrees: own == stated)
        }
    }

    private func steps() -> Finding {
        var counts = counts(evidence.header.standing)
        var before = amounts(counts)
        for step in evidence.header.steps {
            for option in step.options { add(1, option, to: &counts) }
            let after = amounts(counts)
            guard after - before == step.gain else {
                return Finding(
                    what: "gain of site \(step.id)", stated: Self.text(step.gain), counted: Self.text(after - before),
                    agrees: false)
            }
            before = after
        }
        return Finding(
            what: "gain of each site", stated: "\(evidence.header.steps.count) sites", counted: "all the same",
            agrees: true)
    }

    /// Leaves each site out and counts from nothing.
    private func losses() -> Finding {
        let all = evidence.header.standing + evidence.header.steps.flatMap(\.options)
        let whole = amounts(counts(all))
        for step in evidence.header.steps {
            let without = amounts(counts(all.filter { !step.options.contains($0) }))
            guard whole - without == step.loss else {
                return Finding(
                    what: "loss without site \(step.id)", stated: Self.text(step.loss),
                    counted: Self.text(whole - without), agrees: false)
            }
        }
        return Finding(
            what: "loss without each site", stated: "\(evidence.header.steps.count) sites", counted: "all the same",
            agrees: true)
    }

    private static func text(_ amounts: ServedAmounts) -> String {
        "\(amounts.people.billionths) billionths of a person, \(amounts.routeMillimetres) mm, \(amounts.places) places"
    }

    private func value() -> Finding {
        let header = evidence.header
        let value: Double
        if let objective = header.objective {
            let sums = served(counts(header.chosen))
            value = Double(objective.groups.reduce(Int64(0)) { $0 + ($1 < sums.count ? sums[$1] : 0) })
        } else {
            value = Double(cost(header.chosen))
        }
        return Finding(
            what: header.objective == nil ? "cost in \(header.costs)" : "served of the objective",
            stated: "\(header.value)", counted: "\(value)", agrees: value == header.value)
    }

    private func cost(_ options: [Int]) -> Int64 {
        let sites = Set(options.map { evidence.header.options[$0].site })
        return options.reduce(0) { $0 + evidence.header.options[$1].cost }
            + sites.reduce(0) { $0 + evidence.header.sites[$1] }
    }

    /// The bound by the multipliers, as ``DualPass`` states it, counted anew.
    private func bound() -> Finding {
        let header = evidence.header
        var prices = [Double](repeating: 0, count: groupCount)
        for group in header.objective?.groups ?? [] where group < prices.count { prices[group] += 1 }
        for (requirement, price) in zip(header.requirements, header.needPrices) {
            for group in requirement.groups where group < prices.count { prices[group] += price }
        }
        let isSound =
            header.needPrices.allSatisfy { $0 >= 0 } && header.budgetPrice >= 0
            && header.needPrices.count == header.requirements.count && evidence.itemPrices.allSatisfy { $0 >= 0 }
        var surplus = 0.0
        for item in evidence.weights.indices {
            surplus += max(
                0, prices[Int(evidence.groups[item])] * Double(evidence.weights[item]) - evidence.itemPrices[item])
        }
        var needs = 0.0
        for (requirement, price) in zip(header.requirements, header.needPrices) {
            needs += price * Double(requirement.need)
        }
        let price = header.objective == nil ? 1 : header.budgetPrice
        let sites = siteValues(price: price)
        let bound =
            header.objective == nil
            ? needs - surplus - sites : surplus - needs + sites + price * Double(header.budget ?? 0)
        // Sums in another order may differ by rounding only.
        let agrees = isSound && abs(bound - header.bound) <= 1e-9 * max(1, abs(header.bound), needs, surplus)
        let holds =
            header.objective == nil
            ? header.value >= header.bound * (1 - 1e-9) : header.value <= header.bound * (1 + 1e-9)
        return Finding(
            what: "bound by the multipliers", stated: "\(header.bound)", counted: "\(bound)", agrees: agrees && holds)
    }

    private func siteValues(price: Double) -> Double {
        let header = evidence.header
        var pinned = [Double](repeating: 0, count: header.sites.count)
        var free = pinned
        var isOpen = [Bool](repeating: false, count: header.sites.count)
        for (index, option) in header.options.enumerated() {
            var sum = 0.0
            for run in evidence.runs[first[index]..<first[index + 1]] {
                for item in Int(run.first)..<Int(run.first + run.count) { sum += evidence.itemPrices[item] }
            }
            let value = sum - price * Double(option.cost)
            if option.isPinned {
                pinned[option.site] += value
                isOpen[option.site] = true
            } else {
                free[option.site] += max(0, value)
            }
        }
        var total = 0.0
        for site in header.sites.indices {
            let cost = price * Double(header.sites[site])
            total += isOpen[site] ? pinned[site] - cost + free[site] : max(0, free[site] - cost)
        }
        return total
    }
}
