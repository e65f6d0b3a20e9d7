import Foundation
package import MastheadCore
import MastheadGeo
package import MastheadPlanning

/// What a job's plan will take: candidates and cells counted, time by computing a few footprints.
package struct PlanEstimate: Sendable {
    /// Candidates by kind; none where they are not looked for.
    package var tallies: [CandidateCount] = []
    /// The figures.
    package var figures: PlanCheck

    /// Up to so many cells, people and ground are read and candidates are looked for; beyond, all is a bound by arithmetic,
    /// so that a check takes less memory than its plan.
    static let countedCells = 16_000_000
    /// Time that footprints are tried for.
    private static let trial = Duration.seconds(4)
    /// Time for a run of a footprint and a round of improvement, s. Measured: 3 µs with the solver for 631 candidates and three
    /// bands on the sample region, 2.2 million runs, ten rounds. A guide: windows may take the solver longer or shorter.
    private static let secondsPerRunAndRound = 3e-6

    /// Estimates a plan.
    ///
    /// - Throws: What the plan would refuse: no candidate, a pinned one that is not there, a void under a tried path.
    package static func estimate(
        _ job: ResolvedJob, _ plan: ResolvedPlan, threads: Int, progress: any ProgressReporting, stop: StopFlag
    ) throws(MastheadError) -> PlanEstimate {
        guard job.setup.studyGrid.cellCount <= countedCells else { return bound(job, plan, threads: threads) }
        let groundwork = try PlanGroundwork(job: job, plan: plan, threads: threads, progress: progress, stop: stop)
        let setup = groundwork.setup
        let work = setup.work()
        let all = work.reduce(FootprintWork()) { sum, own in
            FootprintWork(
                footprints: sum.footprints + own.footprints, cells: sum.cells + own.cells,
                evaluations: sum.evaluations + own.evaluations)
        }
        let sample = try Sample(setup, work: work, limit: trial, stop: stop)
        let runs = Int(sample.runsPerCell * Double(all.cells))
        let workers = Double(max(1, min(threads, setup.blocks().count)))
        let searches = Double(1 + plan.question.pins.count + plan.question.forbids.count)
        let rounds = Double(2 + plan.question.effort)
        return PlanEstimate(
            tallies: groundwork.tallies,
            figures: PlanCheck(
                candidates: setup.candidates.count, isBound: false, footprints: all.footprints, cells: all.cells,
                evaluations: all.evaluations,
                memoryBytes: RunEstimate.baseBytes + setup.heldBytes(runs: runs) + threads * setup.bytesPerThread,
                seconds: sample.secondsPerEvaluation * Double(all.evaluations) / workers
                    + secondsPerRunAndRound * Double(runs) * rounds * searches))
    }

    /// What a few footprints take, spread evenly over the candidates.
    private struct Sample {
        private(set) var secondsPerEvaluation = 0.0
        private(set) var runsPerCell = 0.0

        init(
            _ setup: FootprintSetup, work: [FootprintWork], limit: Duration, stop: StopFlag
        ) throws(MastheadError) {
            var worker = try FootprintWorker(setup)
            let blocks = setup.blocks()
            let tries = min(24, blocks.count)
            let clock = ContinuousClock()
            var (evaluations, cells, runs, spent) = (0, 0, 0, Duration.zero)
            // From both ends of each stretch in turn, so that a trial that ends early has seen all parts of the area.
            for number in 0..<tries where spent < limit {
                let place = Int(
                    (Double(number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1) * Double(blocks.count))
                let block = Array(blocks[place].prefix(4))
                let start = clock.now
                let found = try worker.compute(block, isStopped: { stop.isRaised })
                spent += start.duration(to: clock.now)
                runs += found.reduce(0) { $0 + $1.footprint.runs.count }
                for candidate in block {
                    evaluations += work[candidate].evaluations
                    cells += work[candidate].cells
                }
            }
            guard evaluations > 0, cells > 0 else { return }
            secondsPerEvaluation = spent / .seconds(1) / Double(evaluations)
            runsPerCell = Double(runs) / Double(cells)
        }
    }
}
