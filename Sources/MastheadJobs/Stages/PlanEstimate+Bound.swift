import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

extension PlanEstimate {
    /// What no plan of a job exceeds, without a look at people or ground.
    package static func bound(_ job: ResolvedJob, _ plan: ResolvedPlan, threads: Int) -> PlanEstimate {
        let grid = job.setup.studyGrid
        let candidates = mostCandidates(job, plan)
        var work = FootprintWork()
        var terrain = 0
        for offer in plan.bands {
            let band = job.setup.bands[offer.band]
            let group = job.setup.group(of: offer.band)
            // Cells whose centres lie in the disc lie whole in one that is half a diagonal wider.
            let radius = band.radius.metres / grid.cellMetres + 0.7072
            let cells = min(grid.cellCount, Int(Double.pi * radius * radius) + 1)
            work.footprints += candidates
            work.cells += candidates * cells
            work.evaluations += candidates * cells * group.parts
            let side = Int(2.6 * band.radius.metres / group.terrainGrid.cellMetres) + 3
            let parts = Int(2.1 * band.radius.metres / group.grid.cellMetres) + 3
            terrain = max(
                terrain, side * side * PlanMemory.bytesPerTerrainCell + parts * parts * PlanMemory.bytesPerPart)
        }
        // People by each objective, routes and places, and traffic.
        let layers = plan.question.objectives.count + 2
        let perCell =
            PlanMemory.bytesPerCell + PlanMemory.bytesPerShare
            + layers * (PlanMemory.bytesPerItem + PlanMemory.bytesPerLayerCell)
        // A run holds at least an item, and a cell one of each layer.
        let held = grid.cellCount * perCell + work.cells * layers * PlanMemory.bytesPerRun
        return PlanEstimate(
            figures: PlanCheck(
                candidates: candidates, isBound: true, footprints: work.footprints, cells: work.cells,
                evaluations: work.evaluations, memoryBytes: RunEstimate.baseBytes + held + threads * terrain,
                seconds: nil))
    }

    /// As many candidates as the rules could give: one for each mast, square, stretch of a route, and place.
    private static func mostCandidates(_ job: ResolvedJob, _ plan: ResolvedPlan) -> Int {
        let window = job.setup.studyGrid.window
        let cell = job.setup.studyGrid.cellMetres
        func squares(_ side: Double) -> Int {
            let cells = max(1, Int((side / cell).rounded()))
            return ((window.columns + cells - 1) / cells) * ((window.rows + cells - 1) / cells)
        }
        var count = Set(job.setup.stations.map(\.siteID)).count + plan.towers.count
        count += plan.rules.latticeMetres.reduce(0) { $0 + squares($1) }
        count += plan.rules.summitMetres.map(squares) ?? 0
        guard let reach = job.setup.reach else { return count }
        if let spacing = plan.rules.routeMetres {
            count += reach.routes.pieces.count { !$0.continues }
            let metres = reach.routes.pieces.reduce(0.0) { $0 + Double($1.millimetres) / 1000 }
            count += Int(metres / max(1, spacing))
        }
        if plan.rules.usesPlaces { count += reach.places.places.count }
        return count
    }
}
