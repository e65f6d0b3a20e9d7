import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning
import Synchronization

/// Looks at every pixel that a run will need, and counts its work, before the first path is computed.
struct RunSurvey: Sendable {
    /// People of the source over the regions.
    var people = PersonCount.zero
    /// Cells of the study area.
    var areaCells = 0
    /// Paths within the radius of their band, before the exact cut.
    var paths = 0
    /// Parts of divided cells that a mast may reach, added up over the bands.
    var parts = 0
    /// The same in the tile that has most of them.
    var largestParts = 0
    /// Parts of the largest block of divided cells.
    var largestBlock = 0
    /// Cells of the largest terrain window that a tile needs.
    var largestTerrainWindow = 0
    /// Where ground misses: the tile, the place and the cell whose path needs it.
    var firstVoid: (tile: Int, place: PlanePoint)?

    /// Surveys all tiles.
    ///
    /// - Throws: The first layer that does not suit: a void, a missing tile, a value that cannot be.
    static func survey(
        _ job: ResolvedJob, tiles: [GridWindow], threads: Int, isStopped: @escaping @Sendable () -> Bool,
        onTile: @escaping @Sendable (Int) -> Void
    ) throws(MastheadError) -> RunSurvey {
        let people = try requireCensus(job)
        let total = Mutex(RunSurvey(people: people))
        let finished = Counter()
        let census = job.census
        try WorkerPool.run(
            count: tiles.count, threads: threads, isStopped: isStopped,
            makeWorker: { () throws(MastheadError) in
                try VoidSurvey(setup: job.setup, census: try CensusReader(plan: census))
            },
            body: { (survey, index, _) throws(MastheadError) in
                let finding = try survey.survey(tiles[index])
                total.withLock { $0.add(finding, tile: index) }
                finished.increment(onTile)
            })
        let result = total.withLock { $0 }
        if let void = result.firstVoid, !job.setup.toleratesVoids { throw try voidError(void.place, job) }
        return result
    }

    private static func requireCensus(_ job: ResolvedJob) throws(MastheadError) -> PersonCount {
        var reader = try CensusReader(plan: job.census)
        return try reader.sourceTotals().total
    }

    private mutating func add(_ finding: VoidSurvey.Finding, tile: Int) {
        areaCells += finding.areaCells
        paths += finding.paths
        parts += finding.parts
        largestParts = max(largestParts, finding.parts)
        largestBlock = max(largestBlock, finding.blockParts)
        largestTerrainWindow = max(largestTerrainWindow, finding.terrainCells)
        if let place = finding.firstVoid, tile < (firstVoid?.tile ?? .max) { firstVoid = (tile, place) }
    }

    /// The refusal that names what is wrong with the ground at a place.
    private static func voidError(_ place: PlanePoint, _ job: ResolvedJob) throws(MastheadError) -> MastheadError {
        for group in job.setup.groups {
            let cell = group.terrainGrid.cell(at: place)
            var reader = try TerrainReader(group.terrain)
            let window = GridWindow(column: cell.column, row: cell.row, columns: 1, rows: 1)
            if let void = try reader.firstGroundVoid(in: window) { return void.error }
        }
        return MastheadError(
            .layerDoesNotCover, "the ground layer has no value where a path needs one",
            at: .layer(
                role: "ground", file: job.terrain.ground.path,
                place: try? GridLocator(job.setup.terrainGrid).geographic(of: place)),
            remedy: "Use a ground layer that reaches beyond the regions and their stations.")
    }
}
