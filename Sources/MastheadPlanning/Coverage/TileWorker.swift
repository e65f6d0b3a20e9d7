public import MastheadCore
public import MastheadGeo
import MastheadPropagation

/// Computes tiles one after the other on one thread, with its own readers and scratch arrays.
public struct TileWorker: ~Copyable {
    private let setup: CoverageSetup
    private var terrainReader: TerrainReader
    private var censusReader: CensusReader
    private var tracer = PathTracer()

    /// A worker that owns its readers.
    public init(setup: CoverageSetup, terrain: consuming TerrainReader, census: consuming CensusReader) {
        self.setup = setup
        terrainReader = terrain
        censusReader = census
    }

    /// Computes all bands of one tile of the study grid.
    ///
    /// - Parameter isStopped: Asked between rows of cells; the tile is given up when it answers true.
    /// - Throws: `layer-void` at a path over a void unless the job tolerates them; `interrupted` when stopped.
    public mutating func compute(_ window: GridWindow, isStopped: () -> Bool) throws(MastheadError) -> CoverageTile {
        let census = try censusReader.tile(window)
        var tally = TileTally(window: window, census: census, bands: setup.bands, kinds: setup.reach?.kinds.count ?? 0)
        guard !census.shares.isEmpty else { return tally.tile() }
        let near = setup.masts(near: window)
        let terrain = TerrainView(
            tile: try terrainReader.tile(setup.terrainWindow(tile: window, masts: near)), grid: setup.terrainGrid)
        countEdgeCells(tally.areaCells, in: window, caveats: &tally.caveats)
        tally.caveats.add(PlanningCaveats.clutterVoid, count: terrain.tile.clutterVoidCount)
        for band in setup.bands.indices {
            let servers = CellServers(
                setup: setup, masts: near.filter { setup.masts[$0].band == band }, terrain: terrain)
            var lastRow = -1
            for cell in tally.areaCells {
                if cell.row != lastRow {
                    lastRow = cell.row
                    if isStopped() { throw Self.stopped }
                }
                let result = servers.best(column: cell.column, row: cell.row, band: setup.bands[band], tracer: &tracer)
                if result.crossedVoid, !setup.toleratesVoids { throw voidError(cell: cell) }
                tally.record(result, at: cell.index, band: band)
            }
        }
        return setup.reach?.adding(to: tally.tile()) ?? tally.tile()
    }

    /// Counts cells whose centre lies beyond the ground's outer edge.
    private func countEdgeCells(_ cells: [AreaCell], in window: GridWindow, caveats: inout Caveats) {
        let factor = setup.factor
        func terrain(_ part: GridWindow) -> GridWindow {
            GridWindow(
                column: part.column * factor, row: part.row * factor, columns: part.columns * factor,
                rows: part.rows * factor)
        }
        guard terrainReader.cellsBeyondEdge(in: terrain(window)) > 0 else { return }
        for cell in cells {
            let own = terrain(GridWindow(column: cell.column, row: cell.row, columns: 1, rows: 1))
            if terrainReader.cellsBeyondEdge(in: own) > 0 { caveats.add(PlanningCaveats.edgeCell) }
        }
    }

    private static let stopped = MastheadError(
        .interrupted, "the run was asked to stop", remedy: "Give the same command again; it goes on from there.")

    private func voidError(cell: AreaCell) -> MastheadError {
        let centre = setup.studyGrid.centre(column: cell.column, row: cell.row)
        return MastheadError(
            .layerVoid,
            "a path to the cell at easting \(PlainNumber.text(centre.x)) m, northing \(PlainNumber.text(centre.y)) m "
                + "crosses a void of the ground layer",
            remedy: "Fill the void in the ground layer, or set layers.ground.voids to caveat.")
    }
}
