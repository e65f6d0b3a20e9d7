import MastheadCore
import MastheadGeo
import MastheadPlanning
import Synchronization

/// Makes the plan of a job: people and ground, candidates, footprints, choice, prices.
struct PlanStage {
    let job: ResolvedJob
    let plan: ResolvedPlan
    let threads: Int
    let progress: any ProgressReporting
    let stop: StopFlag

    /// A plan with what its products and its certificate are made from.
    struct Outcome: Sendable {
        let plan: SitePlan
        let problem: PlanProblem
        let setup: FootprintSetup
        let requirements: PlanRequirements
        let result: PlanSearch.Result
        /// People of the study area by the plan's own count.
        let people: PersonCount
        /// Every candidate with what came of it.
        let candidates: [ReviewedCandidate]
    }

    /// Makes the plan.
    ///
    /// - Throws: `bad-job` where nothing can be chosen from or a pinned candidate is not there; `interrupted` when stopped.
    func outcome() throws(MastheadError) -> Outcome {
        let groundwork = try PlanGroundwork(job: job, plan: plan, threads: threads, progress: progress, stop: stop)
        let (setup, requirements, ground) = (groundwork.setup, groundwork.requirements, groundwork.ground)
        let tallies = groundwork.tallies
        let footprints = try footprints(setup)
        func problem(pins: [String], forbids: [String]) -> PlanProblem {
            PlanProblem(
                setup, footprints: footprints, requirements: requirements, bands: job.setup.bands.map(\.id),
                pins: Set(pins), forbids: Set(forbids))
        }
        let stopFlag = stop
        func search(_ problem: PlanProblem, certifies: Bool) throws(MastheadError) -> PlanSearch.Result {
            try PlanSearch(
                problem, footprints: footprints, setup: setup, requirements: requirements, question: plan.question,
                isStopped: { stopFlag.isRaised }
            ).result(certifies: certifies)
        }
        func assembled(
            _ problem: PlanProblem, _ result: PlanSearch.Result, choices: [PlanChoicePrice]
        ) throws(MastheadError) -> SitePlan {
            try PlanAssembler(
                problem, setup: setup, requirements: requirements, question: plan.question, result: result,
                ground: ground
            ).sitePlan(tallies: tallies, choices: choices, reach: job.setup.reach)
        }
        let stage = "choice"
        let question = plan.question
        let choices = question.pins.map { ($0, true) } + question.forbids.map { ($0, false) }
        progress.report(.started(stage: stage, of: 1 + choices.count, unit: "plans"))
        let own = problem(pins: question.pins, forbids: question.forbids)
        let result = try search(own, certifies: true)
        let whole = try assembled(own, result, choices: [])
        progress.report(.advanced(stage: stage, done: 1, of: 1 + choices.count))
        var prices: [PlanChoicePrice] = []
        for (index, (name, isPinned)) in choices.enumerated() {
            let other = problem(
                pins: question.pins.filter { !isPinned || $0 != name },
                forbids: question.forbids.filter { isPinned || $0 != name })
            let without = try assembled(other, try search(other, certifies: false), choices: [])
            prices.append(
                PlanChoicePrice(
                    site: name, isPinned: isPinned, cost: whole.cost - without.cost,
                    people: whole.people - without.people))
            progress.report(.advanced(stage: stage, done: index + 2, of: 1 + choices.count))
        }
        progress.report(.finished(stage: stage))
        var sitePlan = whole
        sitePlan.choices = prices
        sitePlan.unserved = try SettlementNames.naming(
            sitePlan.unserved, after: plan.settlements, grid: job.setup.studyGrid)
        let review = CandidateReview(
            own, setup: setup, footprints: footprints, requirements: requirements, question: question, result: result,
            sitePlan: sitePlan)
        return Outcome(
            plan: sitePlan, problem: own, setup: setup, requirements: requirements, result: result,
            people: PersonCount(billionths: groundwork.census.regionPeople.reduce(0, +)),
            candidates: review.candidates(left: groundwork.left))
    }

    // MARK: - Steps

    private func footprints(_ setup: FootprintSetup) throws(MastheadError) -> [Footprint] {
        let stage = "footprints"
        let blocks = setup.blocks()
        let empty = Footprint(azimuthDegrees: [], tiltDegrees: 0, megabits: 0, runs: [])
        let found = Mutex([Footprint](repeating: empty, count: setup.emitters.count))
        let finished = Counter()
        let reporter = progress
        let flag = stop
        progress.report(.started(stage: stage, of: blocks.count, unit: "groups of sites"))
        try WorkerPool.run(
            count: blocks.count, threads: threads, isStopped: { flag.isRaised },
            makeWorker: { () throws(MastheadError) in try FootprintWorker(setup) },
            body: { (worker, index, givesUp) throws(MastheadError) in
                let own = try worker.compute(blocks[index], isStopped: givesUp)
                found.withLock { all in for one in own { all[one.emitter] = one.footprint } }
                finished.increment { reporter.report(.advanced(stage: stage, done: $0, of: blocks.count)) }
            })
        progress.report(.finished(stage: stage))
        return found.withLock { $0 }
    }
}

extension SitePlan {
    /// Cost of all that the plan puts up.
    var cost: Int64 { sites.reduce(0) { $0 + $1.cost } }
    /// People served by the whole plan.
    var people: PersonCount { curve.last?.served.people ?? .zero }
}
