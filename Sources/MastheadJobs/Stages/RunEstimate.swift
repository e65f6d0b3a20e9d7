import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// What a run will take: memory and disk by arithmetic, time by computing a few cells of it.
struct RunEstimate: Sendable {
    /// Bytes of a terrain cell while it is worked on: ground and clutter as Float, a zone and a kind (10), and beside
    /// them either the reader's codes and values (8) or the survey's table of voids (5).
    static let bytesPerTerrainCell = 20
    /// Bytes that a terrain cell takes beside them where a group of bands reads the surface layer: the tops as Float.
    static let bytesPerSurfaceCell = 4
    /// Bytes of a part of a divided cell that a tile keeps: its level (2), and the encoded copy (2).
    static let bytesPerFinePart = 4
    /// Bytes of a cell of a tile for each band: level, server and cover (7), their encoded copy (7), and once the shares
    /// of people and area (24 for each region that meets the cell).
    static let bytesPerTileCell = 64
    /// Bytes of a corner of a region's border: as read, in the grid's plane, and in the census's index of edges.
    /// Measured: 275 at 1 million corners, 259 at 3 million.
    static let bytesPerBorderCorner = 300
    /// Bytes of a sector: the station, its antenna and the distances fitted around its mast.
    static let bytesPerSector = 1200
    /// What a process holds beside: libraries, projection data, GDAL's cache of 64 MB, the sheet of a map.
    static let baseBytes = 260_000_000

    /// Peak memory, bytes: grows with threads, tile and radius, not with the area.
    let memoryBytes: Int
    /// Space for unfinished work and products, bytes.
    let diskBytes: Int
    /// Paths that will be computed after the exact cut.
    let evaluations: Int
    /// Wall-clock time, seconds.
    let seconds: Double

    /// Estimates a run from its survey.
    ///
    /// A seeded sample of cells is computed on one thread; the shares of pruned paths and the time per cell are taken to
    /// hold for all.
    static func estimate(
        _ job: ResolvedJob, survey: RunSurvey, tiles: [GridWindow], threads: Int
    ) throws(MastheadError) -> RunEstimate {
        let bands = job.setup.bands.count
        let side = job.spec.run.tile.value
        let readsSurface = job.setup.groups.contains { $0.terrain.clutterHeights == .surface }
        let perThread =
            survey.largestTerrainWindow * (bytesPerTerrainCell + (readsSurface ? bytesPerSurfaceCell : 0))
            + side * side * bytesPerTileCell * (1 + bands)
            + survey.largestBlock * RefinedBlock.bytesPerPart + survey.largestParts * bytesPerFinePart
        let corners = try job.regions.projected(to: job.setup.studyGrid).rings.joined().reduce(0) { $0 + $1.count }
        let held =
            job.register.sectorCount * bytesPerSector + corners * bytesPerBorderCorner
            + (job.setup.reach?.memoryBytes ?? 0)
        let rasterBytes = job.setup.studyGrid.cellCount * bands * 7
        let sample = try Sample(job)
        let fine = try RefinedSample(job)
        let parts = Double(survey.parts)
        let cells = Double(survey.areaCells)
        let workers = Double(max(1, min(threads, tiles.count)))
        return RunEstimate(
            memoryBytes: baseBytes + held + threads * perThread,
            // The tiles, the uncompressed scratch of one raster at a time, and products of about half their size.
            diskBytes: rasterBytes + job.setup.studyGrid.cellCount * 4 + rasterBytes / 2
                + RefinedDisk.bytes(job, parts: survey.parts),
            evaluations: Int(sample.evaluationsPerCell * cells + fine.evaluationsPerPart * parts),
            seconds: (sample.secondsPerCell * cells + sample.secondsPerTile * Double(tiles.count)
                + fine.secondsPerPart * parts) / workers)
    }
}

/// What a few cells of a run take, spread evenly over its grid.
private struct Sample {
    /// Paths per cell of the study area after the exact cut.
    private(set) var evaluationsPerCell = 0.0
    /// Time per cell of the study area on one thread, s.
    private(set) var secondsPerCell = 0.0
    /// Time per tile that does not depend on its cells, such as reading terrain, s.
    private(set) var secondsPerTile = 0.0

    /// Computes square patches until enough of them hold cells of the study area, or some seconds are spent.
    init(_ job: ResolvedJob) throws(MastheadError) {
        let grid = job.setup.studyGrid
        var worker = try TileWorker(setup: job.setup, census: try CensusReader(plan: job.census))
        let side = min(5, grid.columns, grid.rows)
        var (cells, evaluations, patches) = (0, 0, 0)
        var (spent, fixed) = (Duration.zero, Duration.zero)
        let clock = ContinuousClock()
        // Steps of the plastic number fill the plane evenly, and in no pattern that terrain or tiles could share.
        for number in 0..<400 where patches < 60 && spent + fixed < .seconds(4) {
            let along = (0.5 + Double(number) * 0.754_877_666_25).truncatingRemainder(dividingBy: 1)
            let down = (0.5 + Double(number) * 0.569_840_290_998).truncatingRemainder(dividingBy: 1)
            let column = Int(along * Double(grid.columns - side + 1))
            let row = Int(down * Double(grid.rows - side + 1))
            let patch = GridWindow(column: column, row: row, columns: side, rows: side)
            let start = clock.now
            let result = try worker.compute(patch, groups: { !$0.isRefined }, isStopped: { false })
            let whole = start.duration(to: clock.now)
            guard result.sums.areaCells > 0 else { continue }
            let corner = GridWindow(column: column, row: row, columns: 1, rows: 1)
            let again = clock.now
            let one = try worker.compute(corner, groups: { !$0.isRefined }, isStopped: { false })
            let least = min(again.duration(to: clock.now), whole)
            patches += 1
            cells += result.sums.areaCells - one.sums.areaCells
            evaluations += result.sums.evaluations - one.sums.evaluations
            spent += whole - least
            fixed += least
        }
        guard cells > 0 else { return }
        evaluationsPerCell = Double(evaluations) / Double(cells)
        secondsPerCell = spent / .seconds(1) / Double(cells)
        secondsPerTile = fixed / .seconds(1) / Double(patches)
    }
}
