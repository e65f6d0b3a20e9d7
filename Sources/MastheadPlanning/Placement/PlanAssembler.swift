import Foundation
public import MastheadCore
import MastheadGeo

/// Turns chosen options into a plan that people read: sites in order, gains, losses, reasons, the curve, and what is left.
public struct PlanAssembler {
    private let plan: PlanProblem
    private let setup: FootprintSetup
    private let requirements: PlanRequirements
    private let question: PlanQuestion
    private let result: PlanSearch.Result
    private let ground: PlanGround
    private let bands: [Band]
    /// What counts as reach: the requirements, then the objective.
    private let targets: [PlacementProblem.Requirement]

    /// - Parameter result: What was found for the problem.
    public init(
        _ plan: PlanProblem, setup: FootprintSetup, requirements: PlanRequirements, question: PlanQuestion,
        result: PlanSearch.Result, ground: PlanGround
    ) {
        self.plan = plan
        self.setup = setup
        self.requirements = requirements
        self.question = question
        self.result = result
        self.ground = ground
        bands = setup.sweep.bands
        targets = plan.problem.targets
    }

    private var problem: PlacementProblem { plan.problem }

    /// Whether the plan puts an option there.
    private func isNew(_ option: Int) -> Bool { !plan.meanings[option].stands }

    // MARK: - Order

    /// The options that the plan puts up, site by site, in order of choice: by what they add for their cost, then what was
    /// added for traffic and density.
    private func orderedSites() -> [(candidate: Int, options: [Int])] {
        let chosen = result.options.filter(isNew)
        var order: [Int] = []
        for option in chosen where problem.options[option].isPinned { order.append(option) }
        var greedy = LazyGreedy(Selection(problem), targets: uncapped, among: chosen)
        while let step = greedy.next() { order.append(step.option) }
        for option in chosen where !order.contains(option) { order.append(option) }
        order += result.added
        var sites: [(candidate: Int, options: [Int])] = []
        var known: [Int: Int] = [:]
        for option in order {
            let candidate = plan.candidates[problem.options[option].site]
            if let site = known[candidate] {
                sites[site].options.append(option)
            } else {
                known[candidate] = sites.count
                sites.append((candidate, [option]))
            }
        }
        return sites
    }

    /// The targets without regard to what is needed, so that every chosen site has its place.
    private var uncapped: [PlacementProblem.Requirement] {
        targets.map { target in
            var target = target
            target.need = problem.available(target)
            return target
        }
    }

    // MARK: - The plan

    /// The plan.
    ///
    /// - Parameters:
    ///   - tallies: What candidates there were.
    ///   - choices: Prices of what the job pins and forbids.
    ///   - labels: Names of the routes and places, where the job has any.
    /// - Throws: `bad-crs` where a place of the plane has none on Earth.
    public func sitePlan(
        tallies: [CandidateCount], choices: [PlanChoicePrice], reach: ReachPlan?
    ) throws(MastheadError) -> SitePlan {
        let standing = Selection(
            problem, taking: problem.options.indices.filter { !isNew($0) && result.options.contains($0) })
        var base = standing
        for option in base.options where isNew(option) { base.leave(option) }
        var state = base
        var sites: [PlannedSite] = []
        var curve = [PlanCurvePoint(sites: 0, stations: 0, cost: 0, served: amounts(state))]
        let ordered = orderedSites()
        var whole = base
        for site in ordered { for option in site.options { whole.take(option) } }
        let all = amounts(whole)
        var cost: Int64 = 0
        var stations = 0
        for (index, site) in ordered.enumerated() {
            let before = amounts(state)
            for option in site.options { state.take(option) }
            let gain = amounts(state) - before
            for option in site.options { whole.leave(option) }
            let loss = all - amounts(whole)
            for option in site.options { whole.take(option) }
            let planned = self.site(index + 1, site.candidate, site.options, gain: gain, loss: loss)
            cost += planned.cost
            stations += site.options.count
            sites.append(planned)
            curve.append(PlanCurvePoint(sites: index + 1, stations: stations, cost: cost, served: amounts(state)))
        }
        let finder = try UnservedFinder(
            plan, setup: setup, requirements: requirements, question: question, reach: reach)
        var caveats = Caveats()
        caveats.add(PlanningCaveats.givenUpSearch, count: result.givenUp)
        return SitePlan(
            currency: question.currency, sites: sites, targets: planTargets(base, whole), curve: curve,
            density: density(base, whole), unserved: try finder.unserved(whole), certificate: certificate,
            choices: choices, asksDensity: requirements.density != nil, candidates: tallies,
            caveats: caveats)
    }

    private func amounts(_ selection: Selection) -> ServedAmounts { requirements.amounts(of: selection) }

    private func site(
        _ order: Int, _ index: Int, _ options: [Int], gain: ServedAmounts, loss: ServedAmounts
    ) -> PlannedSite {
        let candidate = setup.candidates[index]
        let siteCost = candidate.cost
        let planned = options.map { band(of: $0, on: candidate) }
        return PlannedSite(
            order: order, id: candidate.id, origin: candidate.origin, position: candidate.position,
            plane: candidate.plane, region: candidate.region.map { question.regions[$0].id },
            groundMetres: ground.altitude(at: candidate.plane),
            isPinned: options.contains { problem.options[$0].isPinned }, bands: planned, siteCost: siteCost,
            cost: siteCost + planned.reduce(0) { $0 + $1.cost }, gain: gain, loss: loss,
            reason: PlanReason(candidate: candidate, bands: planned, gain: gain, loss: loss).text)
    }

    private func band(of option: Int, on candidate: Candidate) -> PlannedBand {
        let emitter = setup.emitters[plan.meanings[option].emitter]
        guard let number = emitter.offer else { preconditionFailure("the plan puts up offers only") }
        let offer = setup.offers[number]
        let form = result.forms[option] ?? PlanForm(azimuthDegrees: [], tiltDegrees: offer.forms[0].tiltDegrees)
        let alone = Selection(emptyWith: option, of: problem)
        return PlannedBand(
            station: "\(candidate.id)-\(bands[emitter.band].id)", band: bands[emitter.band].id,
            heightMetres: offer.heightMetres, azimuthDegrees: form.azimuthDegrees, tiltDegrees: form.tiltDegrees,
            electricalTiltDegrees: bands[emitter.band].electricalTilt.degrees, powerDBm: offer.power.dBm,
            cost: offer.cost, alone: amounts(alone), purpose: purpose(of: option))
    }

    private func purpose(of option: Int) -> PlanPurpose {
        if problem.options[option].isPinned { return .pinned }
        guard result.added.contains(option) else { return .reach }
        return result.carrying.contains(option) ? .capacity : .density
    }

    // MARK: - Figures

    private func planTargets(_ before: Selection, _ after: Selection) -> [PlanTarget] {
        targets.enumerated().map { index, target in
            let isObjective = index == problem.requirements.count
            return PlanTarget(
                id: target.id, title: target.title, unit: target.unit, available: problem.available(target),
                need: isObjective ? 0 : target.need, before: before.served(target), after: after.served(target),
                possible: result.possible[index],
                obstacle: isObjective ? "" : obstacle(target, after: after, possible: result.possible[index]))
        }
    }

    private func obstacle(
        _ target: PlacementProblem.Requirement, after: Selection, possible: Int64
    ) -> String {
        guard after.served(target) < target.need else { return "" }
        let words = AmountWords(unit: target.unit)
        guard possible < target.need else {
            return "the budget: meeting it costs more than the budget bears"
        }
        let beyond = problem.available(target) - possible
        let left = setup.candidates.isEmpty ? "there are no candidates" : "no candidate serves \(words.amount(beyond))"
        return
            "\(left); all candidates together serve \(words.amount(possible)) of the \(words.amount(target.need)) needed"
    }

    private func density(_ before: Selection, _ after: Selection) -> [PlanDensity] {
        let count = PlanCount(plan, setup: setup, rule: question.countingRule)
        return question.regions.indices.map { region in
            func stations(_ selection: Selection) -> Int {
                count.count(
                    selection.options.filter {
                        setup.candidates[plan.candidates[problem.options[$0].site]].region == region
                    })
            }
            let people = PersonCount(billionths: requirements.regionPeople[region])
            return PlanDensity(
                region: question.regions[region].id, name: question.regions[region].name, people: people,
                before: stations(before), after: stations(after), target: question.targetPerTenThousand,
                needed: PlanCount.needed(question.targetPerTenThousand, people: people))
        }
    }

    private var certificate: PlanCertificate {
        let isMost = problem.objective != nil
        let isBeyondAll = zip(plan.solved.requirements, result.possible).contains { $0.need > $1 }
        let requirements =
            "the requirements" + (isBeyondAll ? " as far as all candidates together can" : "")
            + (result.meetsAll ? "" : ", which this plan does not")
        return PlanCertificate(
            sense: isMost ? .mostServed : .leastCost, value: result.value, bound: result.bound,
            isProvenOptimal: result.isProvenOptimal,
            scope: isMost
                ? "people served within the budget, of all plans from these candidates that meet \(requirements)"
                : "cost of all plans from these candidates that meet \(requirements); base stations added for traffic "
                    + "and density are not part of it")
    }
}

extension ServedAmounts {
    /// The difference.
    static func - (lhs: ServedAmounts, rhs: ServedAmounts) -> ServedAmounts {
        ServedAmounts(
            people: lhs.people - rhs.people, routeMillimetres: lhs.routeMillimetres - rhs.routeMillimetres,
            places: lhs.places - rhs.places)
    }
}

/// The form of an offer that a plan uses.
public struct PlanForm: Sendable, Equatable {
    /// Azimuths of the sectors, degrees; empty for an antenna without direction.
    public var azimuthDegrees: [Double]
    /// Mechanical tilt, degrees.
    public var tiltDegrees: Double
}
