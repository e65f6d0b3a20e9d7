import MastheadCore
import MastheadGeo
import MastheadPlanning
import Synchronization

/// What a plan begins with: people, ground, candidates, and what may be built on them for what is asked.
struct PlanGroundwork: Sendable {
    let census: PlanCensus
    let ground: PlanGround
    /// Candidates by kind: kept, and left out with the reasons.
    let tallies: [CandidateCount]
    /// Places that were left out.
    let left: [LeftCandidate]
    let requirements: PlanRequirements
    let setup: FootprintSetup

    /// Lays it.
    ///
    /// - Throws: `bad-job` where nothing can be chosen from; `unknown-name` where a pinned or forbidden candidate is not
    ///   there; `interrupted` when stopped.
    init(
        job: ResolvedJob, plan: ResolvedPlan, threads: Int, progress: any ProgressReporting, stop: StopFlag
    ) throws(MastheadError) {
        census = try Self.census(job, threads: threads, progress: progress, stop: stop)
        ground = try PlanGround(job.terrain, grid: job.setup.studyGrid)
        let (candidates, tallies, left) = try Self.candidates(job, plan, census: census, ground: ground)
        self.tallies = tallies
        self.left = left
        requirements = PlanRequirements(
            plan.question, census: census, reach: job.setup.reach, planBands: plan.mask(of: job.setup.bands.count),
            outdoor: job.setup.kinds.firstIndex { $0.id == ServiceKind.outdoor.id } ?? 0)
        setup = try FootprintSetup(
            run: job.setup, candidates: candidates,
            offers: plan.offers(on: candidates, stations: job.setup.stations, bands: job.setup.bands),
            demand: requirements.demand, reserveDB: plan.reserveDB, refractivity: job.refractivity)
        try Self.requireChoices(setup, job: job)
    }

    private static func census(
        _ job: ResolvedJob, threads: Int, progress: any ProgressReporting, stop: StopFlag
    ) throws(MastheadError) -> PlanCensus {
        let stage = "people"
        let tiles = job.setup.studyGrid.window.tiles(side: job.spec.run.tile.value)
        let read = Mutex([CensusTile?](repeating: nil, count: tiles.count))
        let finished = Counter()
        let source = job.census
        let reporter = progress
        let flag = stop
        progress.report(.started(stage: stage, of: tiles.count, unit: "tiles"))
        try WorkerPool.run(
            count: tiles.count, threads: threads, isStopped: { flag.isRaised },
            makeWorker: { () throws(MastheadError) in try CensusReader(plan: source) },
            body: { (reader, index, _) throws(MastheadError) in
                let tile = try reader.tile(tiles[index])
                read.withLock { $0[index] = tile }
                finished.increment { reporter.report(.advanced(stage: stage, done: $0, of: tiles.count)) }
            })
        progress.report(.finished(stage: stage))
        return PlanCensus(
            read.withLock { $0.compactMap(\.self) }, grid: job.setup.studyGrid, regionCount: job.regions.regions.count)
    }

    private static func candidates(
        _ job: ResolvedJob, _ plan: ResolvedPlan, census: PlanCensus, ground: PlanGround
    ) throws(MastheadError) -> ([Candidate], [CandidateCount], [LeftCandidate]) {
        var finder = try CandidateFinder(plan.rules, census: census, ground: ground)
        let regions = try job.regions.projected(to: job.setup.studyGrid)
        finder.add(job.setup.stations)
        finder.add(plan.towers, region: { regions.region(at: $0) })
        try finder.addSummits()
        if let reach = job.setup.reach {
            try finder.add(reach.places)
            try finder.add(reach.routes)
        }
        try finder.addLattices()
        finder.settleCosts()
        return (finder.candidates, finder.tallies, finder.left)
    }

    /// Refuses a plan without candidates, and names of candidates that are not there.
    private static func requireChoices(_ setup: FootprintSetup, job: ResolvedJob) throws(MastheadError) {
        guard !setup.offers.isEmpty else {
            throw MastheadError(
                .badJob, "there is no candidate that the plan could build on", at: job.spec.plan?.location ?? .none,
                remedy: "Name masts in plan.towers, or have places found with plan.generate.")
        }
        var names: Set<String> = []
        for offer in setup.offers {
            let id = setup.candidates[offer.candidate].id
            names.insert(id)
            names.insert("\(id)/\(job.setup.bands[offer.band].id)")
        }
        for entry in (job.spec.plan?.pins ?? []) + (job.spec.plan?.forbids ?? []) where !names.contains(entry.value) {
            throw MastheadError(
                .unknownName, "\"\(entry.value)\" is not a candidate that the plan could build on", at: entry.location,
                remedy: NearestName.suggestion(for: entry.value, among: names.sorted()).map { "Write \($0)." }
                    ?? "Use the identifier of a mast, or of a new place as an earlier plan names it.")
        }
    }
}
