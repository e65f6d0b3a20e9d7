import MastheadCore

/// Where the sea is, on a coarse lattice, and how far it is from there.
///
/// The lattice has cells of 500 m counted from the grid's corner; a cell is sea when its centre is. Distances run between
/// centres and are exact up to 50 km, so what is found for a cell does not depend on the window that asks.
struct ZoneSeaMask: ~Copyable {
    /// Side of a cell of the lattice, m.
    static let cellMetres = 500.0
    /// The farthest distance that matters, cells.
    static let reachCells = Int(ZoneCode.coastalReachMetres / cellMetres)
    /// Side of the blocks that are kept, cells.
    private static let blockSide = 64
    /// The most blocks that are kept; 4 kB each.
    private static let blockLimit = 4096

    private let lattice: Grid
    private var ground: RasterReader
    private var clutter: RasterReader
    private let isWater: [Bool]
    private let seaBelowMetres: Float
    private var blocks: [BlockPlace: [Bool]] = [:]

    private struct BlockPlace: Hashable {
        var column: Int
        var row: Int
    }

    init(
        ground: RasterLayer, clutter: RasterLayer, isWater: [Bool], seaBelowMetres: Double, terrainGrid grid: Grid
    ) throws(MastheadError) {
        let lattice = Grid(
            referenceSystem: grid.referenceSystem, westMetres: grid.westMetres, northMetres: grid.northMetres,
            cellMetres: Self.cellMetres, columns: 1, rows: 1)
        let groundReader = try RasterReader(ground, on: lattice)
        let clutterReader = try RasterReader(clutter, on: lattice)
        self.lattice = lattice
        self.ground = groundReader
        self.clutter = clutterReader
        self.isWater = isWater
        self.seaBelowMetres = Float(seaBelowMetres)
    }

    /// The cells of the lattice around a window of the terrain grid that lie within 50 km of a sea.
    mutating func coast(around window: GridWindow, of grid: Grid) throws(MastheadError) -> Coast {
        let first = lattice.cell(at: grid.centre(column: window.column, row: window.row))
        let last = lattice.cell(
            at: grid.centre(column: window.column + window.columns - 1, row: window.row + window.rows - 1))
        let inner = GridWindow(
            column: first.column, row: first.row, columns: last.column - first.column + 1,
            rows: last.row - first.row + 1)
        let reach = Self.reachCells
        let outer = GridWindow(
            column: inner.column - reach, row: inner.row - reach, columns: inner.columns + 2 * reach,
            rows: inner.rows + 2 * reach)
        let sea = try sea(in: outer)
        return Coast(lattice: lattice, window: inner, isNear: Self.near(sea, outer: outer, inner: inner))
    }

    /// What `coast(around:of:)` found.
    struct Coast {
        let lattice: Grid
        let window: GridWindow
        let isNear: [Bool]

        /// Whether a point of the plane lies in a cell within 50 km of a sea.
        func isNear(_ point: PlanePoint) -> Bool {
            let cell = lattice.cell(at: point)
            return isNear[window.index(column: cell.column, row: cell.row)]
        }
    }

    /// Exact distances in two passes: down each column to the nearest sea, then along each row over the columns.
    private static func near(_ sea: [Bool], outer: GridWindow, inner: GridWindow) -> [Bool] {
        let reach = reachCells
        guard sea.contains(true) else { return Array(repeating: false, count: inner.cellCount) }
        let never = reach + 1
        var down = [Int](repeating: never, count: sea.count)
        for column in 0..<outer.columns {
            var distance = never
            for row in 0..<outer.rows {
                distance = sea[row * outer.columns + column] ? 0 : min(distance + 1, never)
                down[row * outer.columns + column] = distance
            }
            distance = never
            for row in (0..<outer.rows).reversed() {
                distance = sea[row * outer.columns + column] ? 0 : min(distance + 1, never)
                down[row * outer.columns + column] = min(down[row * outer.columns + column], distance)
            }
        }
        var result = [Bool](repeating: false, count: inner.cellCount)
        for row in 0..<inner.rows {
            let start = (row + reach) * outer.columns
            for column in 0..<inner.columns {
                result[row * inner.columns + column] = (-reach...reach).contains { across in
                    let distance = down[start + column + reach + across]
                    return across * across + distance * distance <= reach * reach
                }
            }
        }
        return result
    }

    private mutating func sea(in window: GridWindow) throws(MastheadError) -> [Bool] {
        var sea = [Bool](repeating: false, count: window.cellCount)
        let side = Self.blockSide
        let firstColumn = floorDivision(window.column, side)
        let lastColumn = floorDivision(window.column + window.columns - 1, side)
        let firstRow = floorDivision(window.row, side)
        let lastRow = floorDivision(window.row + window.rows - 1, side)
        for row in firstRow...lastRow {
            for column in firstColumn...lastColumn {
                let place = GridWindow(column: column * side, row: row * side, columns: side, rows: side)
                guard let part = window.intersection(place) else { continue }
                let block = try block(BlockPlace(column: column, row: row), at: place)
                for cellRow in part.row..<(part.row + part.rows) {
                    for cellColumn in part.column..<(part.column + part.columns) {
                        sea[window.index(column: cellColumn, row: cellRow)] =
                            block[place.index(column: cellColumn, row: cellRow)]
                    }
                }
            }
        }
        return sea
    }

    private mutating func block(_ place: BlockPlace, at window: GridWindow) throws(MastheadError) -> [Bool] {
        if let known = blocks[place] { return known }
        let altitudes = try ground.values(in: window, method: .bilinear)
        let codes = try clutter.values(in: window, method: .nearest)
        // A void is no sea: the comparison is false for NaN, and a code without a value is not water.
        let sea = zip(altitudes, codes).map { altitude, code in
            guard code >= 0, code < Float(isWater.count) else { return false }
            return altitude <= seaBelowMetres && isWater[Int(code)]
        }
        if blocks.count >= Self.blockLimit { blocks.removeAll(keepingCapacity: true) }
        blocks[place] = sea
        return sea
    }

    private func floorDivision(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
