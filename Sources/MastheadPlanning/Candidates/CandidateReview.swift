import MastheadCore
import MastheadGeo

/// Looks at every candidate again once the plan stands.
public struct CandidateReview {
    private let plan: PlanProblem
    private let setup: FootprintSetup
    private let footprints: [Footprint]
    private let requirements: PlanRequirements
    private let question: PlanQuestion
    private let sitePlan: SitePlan
    /// All that stands and all that the plan puts up.
    private let whole: Selection
    private let last: LastChosen?

    /// - Parameters:
    ///   - footprints: One for each emitter.
    ///   - result: What was chosen.
    ///   - sitePlan: The plan that was made of it.
    public init(
        _ plan: PlanProblem, setup: FootprintSetup, footprints: [Footprint], requirements: PlanRequirements,
        question: PlanQuestion, result: PlanSearch.Result, sitePlan: SitePlan
    ) {
        self.plan = plan
        self.setup = setup
        self.footprints = footprints
        self.requirements = requirements
        self.question = question
        self.sitePlan = sitePlan
        whole = Selection(plan.problem, taking: result.options + result.added)
        last = LastChosen(sitePlan)
    }

    /// The candidates in their order, then the places that were left out.
    public func candidates(left: [LeftCandidate]) -> [ReviewedCandidate] {
        var options: [[Int]] = Array(repeating: [], count: setup.candidates.count)
        for (option, own) in plan.problem.options.enumerated() where !plan.meanings[option].stands {
            options[plan.candidates[own.site]].append(option)
        }
        let order = Dictionary(sitePlan.sites.map { ($0.id, $0.order) }) { first, _ in first }
        return setup.candidates.indices.map { review($0, options: options[$0], order: order) }
            + left.map {
                ReviewedCandidate(
                    id: $0.id ?? "", origin: $0.origin, position: $0.position, plane: $0.plane, status: .excluded,
                    reason: "left out: \($0.reason)")
            }
    }

    // MARK: - One candidate

    private func review(_ index: Int, options: [Int], order: [String: Int]) -> ReviewedCandidate {
        let candidate = setup.candidates[index]
        var reviewed = ReviewedCandidate(
            id: candidate.id, origin: candidate.origin, position: candidate.position, plane: candidate.plane,
            region: candidate.region.map { question.regions[$0].id }, mastMetres: candidate.mastMetres,
            siteCost: candidate.cost, offers: setup.ranges[index].map(offer), status: .notChosen, reason: "")
        if options.contains(where: { whole.isTaken[$0] }) {
            let number = order[candidate.id]
            reviewed.status = .chosen
            reviewed.order = number
            reviewed.reason = number.flatMap { number in sitePlan.sites.first { $0.order == number }?.reason } ?? ""
        } else if options.isEmpty {
            reviewed.status = .stands
            reviewed.reason = "stands with all bands that the plan may build"
        } else if options.allSatisfy({ plan.forbidden[$0] }) {
            reviewed.status = .forbidden
            reviewed.reason = "forbidden by the job"
        } else {
            let addition = addition(options)
            reviewed.addition = addition
            reviewed.reason = reason(addition, alone: reviewed.offers)
        }
        return reviewed
    }

    private func offer(_ number: Int) -> ReviewedCandidate.Offer {
        let emitter = setup.emitters[number]
        let band = setup.sweep.bands[emitter.band]
        let height =
            emitter.offer.map { setup.offers[$0].heightMetres }
            ?? setup.sweep.stations[emitter.swept].sectors.filter { $0.band == emitter.band }.map(\.heightMetres).max()
        return ReviewedCandidate.Offer(
            band: band.id, heightMetres: height ?? band.antennaHeight.metres,
            cost: emitter.offer.map { setup.offers[$0].cost } ?? 0,
            alone: PersonCount(billionths: alone(footprints[number], band: emitter.band)))
    }

    /// People of a footprint, by the first layer of people in which its band counts.
    private func alone(_ footprint: Footprint, band: Int) -> Int64 {
        let demand = requirements.demand
        guard let layer = demand.layers.first(where: { $0.unit == .people && $0.criterion.bands[band] }) else {
            return 0
        }
        var people: Int64 = 0
        for run in footprint.runs where layer.items.contains(Int(run.first)) {
            for item in Int(run.first)..<Int(run.first + run.count) { people += demand.weights[item] }
        }
        return people
    }

    // MARK: - What it would add

    /// The option that adds most people for its cost; of those that add none, most else.
    private func addition(_ options: [Int]) -> ReviewedCandidate.Addition? {
        var best: (worth: Double, addition: ReviewedCandidate.Addition)?
        for option in options where !plan.forbidden[option] {
            let amounts = added(option)
            guard amounts != ServedAmounts() else { continue }
            let addition = ReviewedCandidate.Addition(
                band: setup.sweep.bands[setup.emitters[plan.meanings[option].emitter].band].id, amounts: amounts,
                cost: whole.marginalCost(option))
            let cost = Double(max(1, addition.cost))
            // A metre, and a place, are worth less than a thousandth of a person: they decide where no one is added.
            let other = Double(amounts.routeMillimetres) * 1e-9 + Double(amounts.places) * 1e-6
            let worth = (amounts.people.persons + other) / cost
            if worth > best?.worth ?? 0 { best = (worth, addition) }
        }
        return best?.addition
    }

    private func added(_ option: Int) -> ServedAmounts {
        let problem = plan.problem
        var weights: [Int: Int64] = [:]
        for run in problem.runs[problem.options[option].runs] {
            var sum: Int64 = 0
            for item in Int(run.first)..<Int(run.first + run.count) { sum += whole.residual[item] }
            if sum > 0 { weights[Int(problem.groups[Int(run.first)]), default: 0] += sum }
        }
        return ServedAmounts(
            people: PersonCount(
                billionths: requirements.peopleGroups.reduce(Int64(0)) { $0 + (weights[$1] ?? 0) }),
            routeMillimetres: requirements.routeGroups.reduce(Int64(0)) { $0 + (weights[$1.group] ?? 0) },
            places: requirements.placeGroups.count { place in
                guard let more = weights[place.group] else { return false }
                return whole.served[place.group] + more == problem.groupWeights[place.group]
            })
    }

    // MARK: - Words

    private func reason(_ addition: ReviewedCandidate.Addition?, alone: [ReviewedCandidate.Offer]) -> String {
        guard let addition else {
            return alone.contains { $0.alone > .zero }
                ? "would add nothing to the finished plan: what it serves is served"
                : "serves no one with any band"
        }
        var words = "would add \(Self.list(addition.amounts)) with \(addition.band) for \(money(addition.cost))"
        guard let each = addition.costPerPerson else { return words + "; \(whyNot(addition))" }
        words += ", \(money(each)) a person"
        guard let last, let lastEach = last.costPerPerson else { return words + "; \(whyNot(addition))" }
        words +=
            "; the last chosen, \(last.id), added \(AmountWords.people(last.people)) for \(money(last.cost)), "
            + "\(money(lastEach)) a person"
        let isLess = addition.amounts.people <= last.people && each >= lastEach
        return isLess ? words : words + "; \(whyNot(addition))"
    }

    private func whyNot(_ addition: ReviewedCandidate.Addition) -> String {
        switch plan.problem.budget {
        case .sites(let count) where sitePlan.sites.count >= count: "the budget's sites are used up"
        case .cost(let money) where whole.cost + addition.cost > money: "what is left of the budget does not bear it"
        default: "what the job asks for is met as far as can be without it, at less cost"
        }
    }

    private static func list(_ amounts: ServedAmounts) -> String {
        var parts: [String] = []
        if amounts.people > .zero { parts.append(AmountWords.people(amounts.people)) }
        if amounts.routeMillimetres > 0 {
            parts.append("\(AmountWords(unit: .length).amount(amounts.routeMillimetres)) of routes")
        }
        if amounts.places > 0 { parts.append(amounts.places == 1 ? "1 place" : "\(amounts.places) places") }
        return parts.joined(separator: ", ")
    }

    private func money(_ amount: Int64) -> String { "\(amount) \(question.currency)" }
}
