import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// What a run will take: memory and disk by arithmetic, time by computing a few cells of it.
struct RunEstimate: Sendable {
    /// Bytes of a terrain cell while it is worked on: ground and clutter as Float, a zone, and the reader's own copies.
    static let bytesPerTerrainCell = 20
    /// Bytes of a cell of a tile for each band, with the census and the encoded copy.
    static let bytesPerTileCell = 64
    /// What a process holds before any tile: libraries, projection data, GDAL's cache of 64 MB.
    static let baseBytes = 230_000_000

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
        let perThread =
            survey.largestTerrainWindow * bytesPerTerrainCell + side * side * bytesPerTileCell * (1 + bands)
        // A register of n sectors is held once, with its fitted distances.
        let register = job.register.sectorCount * 1200
        let rasterBytes = job.setup.studyGrid.cellCount * bands * 7
        let sample = try sampled(job, tiles: tiles)
        let cells = Double(survey.areaCells)
        let workers = Double(max(1, min(threads, tiles.count)))
        return RunEstimate(
            memoryBytes: baseBytes + register + threads * perThread,
            // The tiles, the uncompressed scratch of one raster at a time, and products of about half their size.
            diskBytes: rasterBytes + job.setup.studyGrid.cellCount * 4 + rasterBytes / 2,
            evaluations: Int(sample.evaluationsPerCell * cells),
            seconds: sample.secondsPerCell * cells / workers)
    }

    private static func sampled(_ job: ResolvedJob, tiles: [GridWindow]) throws(MastheadError)
        -> (evaluationsPerCell: Double, secondsPerCell: Double)
    {
        var worker = TileWorker(
            setup: job.setup, terrain: try TerrainReader(job.terrain), census: try CensusReader(plan: job.census))
        var cells = 0
        var evaluations = 0
        let clock = ContinuousClock()
        var spent = Duration.zero
        // Patches in tiles spread evenly over the area; steps of a golden section keep their places off any pattern.
        let patches = 40
        for number in 0..<patches where spent < .seconds(3) {
            let tile = tiles[(2 * number + 1) * tiles.count / (2 * patches)]
            let side = min(5, tile.columns, tile.rows)
            let along = (Double(number) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
            let down = (Double(number) * 0.754_877_666_25).truncatingRemainder(dividingBy: 1)
            let patch = GridWindow(
                column: tile.column + Int(along * Double(tile.columns - side)),
                row: tile.row + Int(down * Double(tile.rows - side)), columns: side, rows: side)
            let start = clock.now
            let result = try worker.compute(patch, isStopped: { false })
            let duration = start.duration(to: clock.now)
            guard result.sums.areaCells > 0 else { continue }
            cells += result.sums.areaCells
            evaluations += result.sums.evaluations
            spent += duration
        }
        guard cells > 0 else { return (0, 0) }
        return (Double(evaluations) / Double(cells), spent / .seconds(1) / Double(cells))
    }
}
