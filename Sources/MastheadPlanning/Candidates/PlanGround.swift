import Foundation
public import MastheadCore
public import MastheadGeo

/// Ground and water of the whole study grid: 5 bytes a cell.
public struct PlanGround: Sendable {
    /// The study grid.
    public let grid: Grid
    /// Altitude of each cell's middle, m; NaN where the layer has none.
    let groundMetres: [Float]
    /// Whether each cell is water.
    let isWater: [Bool]

    /// Reads both.
    ///
    /// - Throws: `unreadable-layer` where a layer cannot be read.
    public init(_ terrain: TerrainSource, grid: Grid) throws(MastheadError) {
        self.grid = grid
        var ground = try RasterReader(terrain.ground, on: grid, edgeReach: terrain.edgeReach)
        groundMetres = try ground.values(in: grid.window, method: .bilinear)
        guard let layer = terrain.clutter, let table = terrain.clutterTable else {
            isWater = Array(repeating: false, count: grid.cellCount)
            return
        }
        var clutter = try RasterReader(layer, on: grid, edgeReach: terrain.edgeReach)
        isWater = try clutter.values(in: grid.window, method: .nearest).map { code in
            code >= 0 && code < 65_536 && table.entries[Int(code)]?.isWater == true
        }
    }

    /// Ground and water that are known already.
    init(grid: Grid, groundMetres: [Float], isWater: [Bool]) {
        self.grid = grid
        self.groundMetres = groundMetres
        self.isWater = isWater
    }

    /// The row-major index of the cell under a point; nil outside the grid.
    func cell(at point: PlanePoint) -> Int? {
        let cell = grid.cell(at: point)
        guard grid.window.contains(column: cell.column, row: cell.row) else { return nil }
        return cell.row * grid.columns + cell.column
    }

    /// Altitude of the ground under a point, m; NaN where it is not known.
    func altitude(at point: PlanePoint) -> Double { cell(at: point).map { Double(groundMetres[$0]) } ?? .nan }

    /// The steepest slope between a cell and those beside it, degrees; 0 where neighbours miss.
    func slopeDegrees(of cell: Int) -> Double {
        let (column, row) = (cell % grid.columns, cell / grid.columns)
        func rise(_ a: Int, _ b: Int) -> Double {
            let difference = Double(groundMetres[a] - groundMetres[b])
            return difference.isNaN ? 0 : difference
        }
        let east = rise(
            row * grid.columns + min(column + 1, grid.columns - 1), row * grid.columns + max(column - 1, 0))
        let north = rise(
            max(row - 1, 0) * grid.columns + column, min(row + 1, grid.rows - 1) * grid.columns + column)
        let run = 2 * grid.cellMetres
        return Angle(radians: atan((east * east + north * north).squareRoot() / run)).degrees
    }
}
