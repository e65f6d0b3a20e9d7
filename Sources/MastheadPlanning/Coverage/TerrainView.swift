import MastheadGeo
import MastheadPropagation

/// Heights, clutter and zones at any point of a terrain tile.
///
/// Ground is interpolated bilinearly between the centres of the terrain cells. A point is void when its own cell is; a
/// void neighbour gives its weight to the others, so that the rim of a layer stays usable to its last cell.
struct TerrainView {
    let tile: TerrainTile
    let grid: Grid
    private let inverseCell: Double

    init(tile: TerrainTile, grid: Grid) {
        self.tile = tile
        self.grid = grid
        inverseCell = 1 / grid.cellMetres
    }

    /// The same cells for radials.
    func raster() -> TerrainRaster {
        TerrainRaster(
            columns: tile.window.columns, rows: tile.window.rows, groundMetres: tile.groundMetres,
            clutterMetres: tile.clutterMetres, clutterKinds: tile.clutterKinds, zones: tile.zones)
    }

    /// The path's point at a place in the plane; ground is NaN where it is void or beyond the tile.
    @inline(__always)
    func sample(x: Double, y: Double) -> PathSample {
        let u = (x - grid.westMetres) * inverseCell - Double(tile.window.column)
        let v = (grid.northMetres - y) * inverseCell - Double(tile.window.row)
        guard u >= 0, v >= 0, u < Double(tile.window.columns), v < Double(tile.window.rows) else {
            return PathSample(groundMetres: .nan)
        }
        // Inside the tile both are positive, so that cutting off the fraction rounds down.
        let index = Int(v) * tile.window.columns + Int(u)
        return PathSample(
            groundMetres: ground(u: u - 0.5, v: v - 0.5, nearest: index),
            clutterMetres: Double(tile.clutterMetres[index]),
            zone: RadioZone(rawValue: tile.zones[index]) ?? .inland,
            clutterKind: ClutterKind(rawValue: tile.clutterKinds[index]) ?? .buildings)
    }

    /// Bilinear ground at fractional cell centres `u`, `v` of the tile.
    @inline(__always)
    private func ground(u: Double, v: Double, nearest: Int) -> Double {
        let width = tile.window.columns
        // Both are −0.5 at the least.
        let column = Int(u + 1) - 1
        let row = Int(v + 1) - 1
        let du = u - Double(column)
        let dv = v - Double(row)
        if column >= 0, row >= 0, column + 1 < width, row + 1 < tile.window.rows {
            let index = row * width + column
            let upper = Double(tile.groundMetres[index]) * (1 - du) + Double(tile.groundMetres[index + 1]) * du
            let lower =
                Double(tile.groundMetres[index + width]) * (1 - du) + Double(tile.groundMetres[index + width + 1]) * du
            let value = upper * (1 - dv) + lower * dv
            if !value.isNaN { return value }
        }
        return groundBesideVoid(column: column, row: row, du: du, dv: dv, nearest: nearest)
    }

    /// The same with void or missing neighbours left out; NaN where the nearest cell itself is void.
    @inline(never)
    private func groundBesideVoid(column: Int, row: Int, du: Double, dv: Double, nearest: Int) -> Double {
        guard !tile.groundMetres[nearest].isNaN else { return .nan }
        var sum = 0.0
        var weight = 0.0
        for (dc, wc) in [(0, 1 - du), (1, du)] {
            for (dr, wr) in [(0, 1 - dv), (1, dv)] {
                let c = column + dc
                let r = row + dr
                guard c >= 0, r >= 0, c < tile.window.columns, r < tile.window.rows else { continue }
                let value = Double(tile.groundMetres[r * tile.window.columns + c])
                guard !value.isNaN else { continue }
                sum += value * wc * wr
                weight += wc * wr
            }
        }
        return weight > 0 ? sum / weight : Double(tile.groundMetres[nearest])
    }
}
