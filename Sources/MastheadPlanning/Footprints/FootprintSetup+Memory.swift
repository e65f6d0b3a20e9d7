import MastheadCore
import MastheadGeo

/// What a plan holds in memory, by arithmetic.
public enum PlanMemory {
    /// Bytes of a cell of the study grid: first share of people (4), region and void (9), ground and water (5), whether it
    /// holds an item (1), and counts beside them while they are made (8).
    public static let bytesPerCell = 27
    /// Bytes of a share of a cell's people: region, people (16), and once in the census of its tile (24).
    public static let bytesPerShare = 40
    /// Bytes of an item: weight, group, source and cell (20), and what a selection holds of it (8, 2), in about ten of them.
    public static let bytesPerItem = 120
    /// Bytes of a cell for each layer of items: the first item.
    public static let bytesPerLayerCell = 4
    /// Bytes of a run of a footprint: as found, as the problem holds it, and in the search.
    public static let bytesPerRun = 32
    /// Bytes of a cell of terrain while footprints are computed: ground and clutter as Float, zone, kind, and the reader's
    /// codes and values; the tops as Float where a band reads them.
    public static let bytesPerTerrainCell = 24
    /// Bytes of a part of a cell that a footprint is computed for: place and owner (40), losses and directions (32), levels
    /// of each form that is tried (8).
    public static let bytesPerPart = 100
}

extension FootprintSetup {
    /// Bytes that the whole plan holds: people, ground, items, and footprints of so many runs.
    public func heldBytes(runs: Int) -> Int {
        let cells = demand.grid.cellCount
        let shares = demand.layers.map { $0.items.count }.max() ?? 0
        return cells * (PlanMemory.bytesPerCell + demand.layers.count * PlanMemory.bytesPerLayerCell)
            + shares * PlanMemory.bytesPerShare + demand.weights.count * PlanMemory.bytesPerItem
            + runs * PlanMemory.bytesPerRun
    }

    /// Bytes that a thread takes while it computes footprints: the terrain of a piece of work, and the parts around a mast.
    public var bytesPerThread: Int {
        let widest = sweep.bands.map(\.radius.metres).max() ?? 0
        return sweep.groups.map { group in
            let radius = group.bands.map { sweep.bands[$0].radius.metres }.max() ?? 0
            // A piece of work lies in a square half as wide as the largest radius; see `blocks()`.
            let across = 2 * 1.03 * radius + max(1000, widest / 2)
            func count(_ metres: Double, _ cell: Double, _ limit: Int) -> Int { min(limit, Int(metres / cell) + 3) }
            let terrain =
                count(across, group.terrainGrid.cellMetres, group.terrainGrid.columns + 2)
                * count(across, group.terrainGrid.cellMetres, group.terrainGrid.rows + 2)
            let side = 2 * 1.03 * radius
            let parts =
                count(side, group.grid.cellMetres, group.grid.columns)
                * count(side, group.grid.cellMetres, group.grid.rows)
            return terrain * PlanMemory.bytesPerTerrainCell + parts * PlanMemory.bytesPerPart
        }.max() ?? 0
    }
}
