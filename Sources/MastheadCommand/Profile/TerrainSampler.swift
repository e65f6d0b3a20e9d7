import MastheadCore
import MastheadGeo
import MastheadPropagation

/// Ground, clutter and zone at single places, read from terrain tiles around them.
struct TerrainSampler: ~Copyable {
    private var reader: TerrainReader
    private let locator: GridLocator

    init(_ source: TerrainSource) throws(MastheadError) {
        // Both or none: a handle must not be left behind when the second throws.
        let reader = try TerrainReader(source)
        let locator = try GridLocator(source.terrainGrid)
        self.reader = reader
        self.locator = locator
    }

    /// What stands at neighbouring places; ground is NaN where it has no value.
    mutating func samples(at places: [GeographicPosition]) throws(MastheadError) -> [PathSample] {
        let grid = locator.grid
        var points: [PlanePoint] = []
        for place in places { points.append(try locator.plane(of: place)) }
        let cells = points.map { grid.cell(at: $0) }
        guard let left = cells.map(\.column).min(), let right = cells.map(\.column).max(),
            let top = cells.map(\.row).min(), let bottom = cells.map(\.row).max()
        else { return [] }
        // One cell more on each side: the ground is interpolated between neighbours.
        let window = GridWindow(column: left - 1, row: top - 1, columns: right - left + 3, rows: bottom - top + 3)
        let tile = try reader.tile(window)
        return zip(points, cells).map { point, cell in
            let index = window.index(column: cell.column, row: cell.row)
            return PathSample(
                groundMetres: Self.ground(at: point, grid: grid, tile: tile),
                clutterMetres: Double(tile.clutterMetres[index]),
                zone: RadioZone(rawValue: tile.zones[index]) ?? .inland,
                clutterKind: ClutterKind(rawValue: tile.clutterKinds[index]) ?? .buildings)
        }
    }

    /// Ground by straight lines between the four cell centres around; a void counts where it has weight.
    private static func ground(at point: PlanePoint, grid: Grid, tile: TerrainTile) -> Double {
        let u = (point.x - grid.westMetres) / grid.cellMetres - 0.5
        let v = (grid.northMetres - point.y) / grid.cellMetres - 0.5
        let column = Int(u.rounded(.down))
        let row = Int(v.rounded(.down))
        let (du, dv) = (u - u.rounded(.down), v - v.rounded(.down))
        var sum = 0.0
        for (dc, dr, weight) in [
            (0, 0, (1 - du) * (1 - dv)), (1, 0, du * (1 - dv)), (0, 1, (1 - du) * dv), (1, 1, du * dv),
        ] where weight > 0 {
            sum += weight * Double(tile.groundMetres[tile.window.index(column: column + dc, row: row + dr)])
        }
        return sum
    }
}
