public import MastheadCore
public import MastheadGeo
package import MastheadPropagation

/// The terrain around protected stations, in memory and shared by all threads: ten bytes for each cell.
public struct ProtectionTerrain: Sendable {
    /// The grid of the terrain.
    public let grid: Grid
    /// The cells that are here.
    public let window: GridWindow
    /// The same cells for radials.
    package let raster: TerrainRaster

    /// Terrain from one tile of a grid.
    public init(tile: TerrainTile, grid: Grid) {
        self.init(
            raster: TerrainRaster(
                columns: tile.window.columns, rows: tile.window.rows, groundMetres: tile.groundMetres,
                clutterMetres: tile.clutterMetres, clutterKinds: tile.clutterKinds, zones: tile.zones),
            window: tile.window, grid: grid)
    }

    /// Terrain from a raster of a window.
    package init(raster: TerrainRaster, window: GridWindow, grid: Grid) {
        precondition(raster.columns == window.columns && raster.rows == window.rows, "one value for each cell")
        self.grid = grid
        self.window = window
        self.raster = raster
    }

    /// Reads a window piece by piece.
    ///
    /// - Throws: What ``TerrainReader`` throws, or `interrupted`.
    public static func read(
        _ source: TerrainSource, window: GridWindow, threads: Int, isStopped: @escaping @Sendable () -> Bool
    ) throws(MastheadError) -> ProtectionTerrain {
        let pieces = window.tiles(side: 512)
        let assembly = TerrainAssembly(window: window)
        try SharedWork.run(count: pieces.count, threads: threads, isStopped: isStopped) {
            () throws(MastheadError) -> ReaderBox in
            try ReaderBox(source)
        } body: { (box, index) throws(MastheadError) in
            assembly.add(try box.tile(pieces[index]))
        }
        return ProtectionTerrain(tile: assembly.tile(), grid: source.terrainGrid)
    }

    /// The cells within a distance of some places, which may reach beyond the grid.
    ///
    /// - Parameter reach: The true distance; 3 % more are taken, as much as the projections that are accepted may stretch.
    public static func window(around places: [PlanePoint], reach: Length, on grid: Grid) -> GridWindow? {
        guard let first = places.first else { return nil }
        var (west, east, south, north) = (first.x, first.x, first.y, first.y)
        for place in places {
            (west, east) = (min(west, place.x), max(east, place.x))
            (south, north) = (min(south, place.y), max(north, place.y))
        }
        // Two cells more, so that those around the last points are here.
        let rim = 1.03 * reach.metres + 2 * grid.cellMetres
        let corner = grid.cell(at: PlanePoint(x: west - rim, y: north + rim))
        let other = grid.cell(at: PlanePoint(x: east + rim, y: south - rim))
        return GridWindow(
            column: corner.column, row: corner.row, columns: other.column - corner.column + 1,
            rows: other.row - corner.row + 1)
    }

    /// A place in cells from the centre of the window's first cell.
    func place(_ point: PlanePoint) -> (column: Double, row: Double) {
        (
            (point.x - grid.westMetres) / grid.cellMetres - 0.5 - Double(window.column),
            (grid.northMetres - point.y) / grid.cellMetres - 0.5 - Double(window.row)
        )
    }

    /// What stands at a place; ground is NaN where it is void or beyond the window.
    package func sample(at point: PlanePoint) -> PathSample {
        let (u, v) = place(point)
        return raster.sample(column: u, row: v)
    }

    /// A line from a place in a direction of the plane, by cells.
    func line(from point: PlanePoint, east: Double, north: Double) -> RasterLine {
        let (u, v) = place(point)
        let (column, row) = (u.rounded(.down), v.rounded(.down))
        return RasterLine(
            column: Int(column), row: Int(row), east: Float(u - column), south: Float(v - row),
            eastPerPoint: Float(east), southPerPoint: Float(-north))
    }
}

/// A reader that a worker holds.
private final class ReaderBox {
    private var reader: TerrainReader

    init(_ source: TerrainSource) throws(MastheadError) { reader = try TerrainReader(source) }

    func tile(_ window: GridWindow) throws(MastheadError) -> TerrainTile { try reader.tile(window) }
}
