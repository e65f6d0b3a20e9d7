public import MastheadCore
public import MastheadGeo
import MastheadPropagation

/// Computes tiles one after the other on one thread, with its own readers and scratch arrays.
public struct TileWorker: ~Copyable {
    let setup: CoverageSetup
    private let terrainReaders: GroupReaders
    private var censusReader: CensusReader

    /// A worker that owns its readers.
    ///
    /// - Throws: As `TerrainReader`.
    public init(setup: CoverageSetup, census: consuming CensusReader) throws(MastheadError) {
        terrainReaders = try GroupReaders(setup)
        self.setup = setup
        censusReader = census
    }

    /// Computes all bands of one tile of the study grid.
    ///
    /// - Parameters:
    ///   - isIncluded: The groups of bands to compute; the others are left as if no mast were near.
    ///   - isStopped: Asked between rows of cells, and between blocks of refined ones; the tile is given up when it
    ///     answers true.
    /// - Throws: `layer-void` at a path over a void unless the job tolerates them; `interrupted` when stopped.
    public mutating func compute(
        _ window: GridWindow, groups isIncluded: (BandGroup) -> Bool = { _ in true }, isStopped: () -> Bool
    ) throws(MastheadError) -> CoverageTile {
        let census = try censusReader.tile(window)
        var tally = TileTally(window: window, census: census, bands: setup.bands, kinds: setup.kinds)
        guard !census.shares.isEmpty else { return tally.tile() }
        var fine: [FineLevels] = []
        for (index, group) in setup.groups.enumerated() where isIncluded(group) {
            if group.isRefined {
                fine += try computeParts(of: index, in: window, tally: &tally, isStopped: isStopped)
            } else {
                try computeCells(of: index, in: window, tally: &tally, isStopped: isStopped)
            }
        }
        tally.recordAnyBand()
        var tile = tally.tile()
        tile.fine = fine
        return setup.reach?.adding(to: tile) ?? tile
    }

    /// Computes the bands of a group that leaves the cells whole.
    private mutating func computeCells(
        of group: Int, in window: GridWindow, tally: inout TileTally, isStopped: () -> Bool
    ) throws(MastheadError) {
        let own = setup.groups[group]
        let near = setup.masts(near: window, group: own)
        let terrain = try terrain(of: group, window: own.terrainWindow(cells: window, masts: masts(near)))
        if group == 0 { countEdgeCells(tally.areaCells, in: window, group: group, caveats: &tally.caveats) }
        tally.caveats.add(PlanningCaveats.clutterVoid, count: terrain.tile.clutterVoidCount)
        countSurfaceVoids(tally.areaCells, group: own, terrain: terrain, caveats: &tally.caveats)
        let signals = try signals(
            of: tally.areaCells, group: own, masts: near, terrain: terrain, isStopped: isStopped)
        for (number, band) in own.bands.enumerated() {
            for (cell, signal) in zip(tally.areaCells, signals[number]) {
                if signal.crossedVoid, !setup.toleratesVoids { throw voidError(cell: cell) }
                tally.record(parts: CollectionOfOne(signal), centre: 0, at: cell.index, band: band)
            }
        }
    }

    func masts(_ indices: [Int]) -> [Mast] { indices.map { setup.masts[$0] } }

    /// A window of a group's terrain.
    func terrain(of group: Int, window: GridWindow) throws(MastheadError) -> TerrainView {
        TerrainView(tile: try terrainReaders[group].reader.tile(window), grid: setup.groups[group].terrainGrid)
    }

    /// Counts cells that reach beyond the ground's outer edge; by the run's first group, so that no cell counts twice.
    func countEdgeCells(_ cells: [AreaCell], in window: GridWindow, group: Int, caveats: inout Caveats) {
        let own = setup.groups[group]
        let reader = terrainReaders[group]
        func beyond(_ part: GridWindow) -> Bool {
            reader.reader.cellsBeyondEdge(in: own.terrainCells(of: own.parts(of: part))) > 0
        }
        guard beyond(window) else { return }
        for cell in cells where beyond(cell.window) { caveats.add(PlanningCaveats.edgeCell) }
    }

    static let stopped = MastheadError(
        .interrupted, "the run was asked to stop", remedy: "Give the same command again; it goes on from there.")

    func voidError(cell: AreaCell) -> MastheadError {
        let centre = setup.studyGrid.centre(column: cell.column, row: cell.row)
        return MastheadError(
            .layerVoid,
            "a path to the cell at easting \(PlainNumber.text(centre.x)) m, northing \(PlainNumber.text(centre.y)) m "
                + "crosses a void of the ground layer",
            remedy: "Fill the void in the ground layer, or set layers.ground.voids to caveat.")
    }
}
