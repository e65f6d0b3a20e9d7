import MastheadCore

/// Finds the pixel under each cell of a grid: exact at every sixteenth cell, straight lines between.
///
/// The nodes are the centres of the cells whose column and row are multiples of 16, counted from the grid's corner, so what
/// is found for a cell depends on the cell alone and never on the window that asks. Squares of the lattice where
/// straight lines would stray by more than a fiftieth of a cell, or where the projection breaks, are computed exactly cell
/// by cell. For cells of 100 m the lines stray by 0.05 % of a cell.
struct PixelLattice: ~Copyable {
    /// Cells from node to node.
    static let step = 16
    /// The largest error of a straight line that is put up with, cells.
    private static let tolerance = 0.02

    private let grid: Grid
    private let pixels: PixelTransform
    private let transform: CoordinateTransform
    /// Pixel columns once around the Earth; nil where longitude plays no part.
    private let turn: Double?

    /// Where cells lie in the source: fractional columns and rows, NaN where they have no place.
    struct Coordinates {
        let window: GridWindow
        var columns: [Double]
        var rows: [Double]
    }

    /// The four corners of a square of the lattice and the cell between them.
    private struct Square {
        var columns: (Double, Double, Double, Double)
        var rows: (Double, Double, Double, Double)
        var isStraight: Bool
    }

    init(grid: Grid, layer: RasterLayer) throws(MastheadError) {
        self.grid = grid
        pixels = layer.pixels
        turn = layer.columnTurn
        transform = try CoordinateTransform(from: grid.referenceSystem, to: layer.referenceSystem)
    }

    /// The coordinates of all cells of a window.
    func coordinates(in window: GridWindow) -> Coordinates {
        let step = Self.step
        let left = floorDivision(window.column, step)
        let top = floorDivision(window.row, step)
        let across = floorDivision(window.column + window.columns - 1, step) - left + 1
        let down = floorDivision(window.row + window.rows - 1, step) - top + 1
        let nodes = pixelPositions(
            rows: down + 1, columns: across + 1, first: (Double(left * step), Double(top * step)), by: Double(step))
        let middles = pixelPositions(
            rows: down, columns: across, first: (Double(left * step + step / 2), Double(top * step + step / 2)),
            by: Double(step))
        var result = Coordinates(
            window: window, columns: Array(repeating: .nan, count: window.cellCount),
            rows: Array(repeating: .nan, count: window.cellCount))
        for row in 0..<down {
            for column in 0..<across {
                let cells = GridWindow(
                    column: (left + column) * step, row: (top + row) * step, columns: step, rows: step)
                guard let part = window.intersection(cells) else { continue }
                let first = row * (across + 1) + column
                let square = square(
                    nodes, at: [first, first + 1, first + across + 1, first + across + 2],
                    middle: (middles.columns[row * across + column], middles.rows[row * across + column]))
                if square.isStraight {
                    interpolate(square, over: part, in: cells, into: &result)
                } else {
                    locateExactly(part, into: &result)
                }
            }
        }
        return result
    }

    private func floorDivision(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

    /// A column between zero and a whole turn, where the Earth is round.
    private func canonical(_ column: Double) -> Double {
        // Nearly always the column is in range already; NaN stays what it is.
        guard let turn, column < 0 || column >= turn else { return column }
        return column - turn * (column / turn).rounded(.down)
    }

    /// Pixel positions of cell centres on a regular raster of cells.
    private func pixelPositions(
        rows: Int, columns: Int, first: (column: Double, row: Double), by step: Double
    ) -> (columns: [Double], rows: [Double]) {
        var xs: [Double] = []
        var ys: [Double] = []
        xs.reserveCapacity(rows * columns)
        ys.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                xs.append(grid.westMetres + (first.column + Double(column) * step + 0.5) * grid.cellMetres)
                ys.append(grid.northMetres - (first.row + Double(row) * step + 0.5) * grid.cellMetres)
            }
        }
        transform.forwardWhereDefined(&xs, &ys)
        for index in xs.indices {
            let pixel = pixels.pixel(at: PlanePoint(x: xs[index], y: ys[index]))
            xs[index] = pixel.column
            ys[index] = pixel.row
        }
        return (xs, ys)
    }

    private func square(
        _ nodes: (columns: [Double], rows: [Double]), at corners: [Int], middle: (column: Double, row: Double)
    ) -> Square {
        let origin = nodes.columns[corners[0]]
        let c = corners.map { near(nodes.columns[$0], origin) }
        let r = corners.map { nodes.rows[$0] }
        // The middle cell lies half a square in, so the straight line there is the mean of the corners.
        let columnError = abs((c[0] + c[1] + c[2] + c[3]) / 4 - near(middle.column, origin))
        let rowError = abs((r[0] + r[1] + r[2] + r[3]) / 4 - middle.row)
        let across = Swift.max(abs(c[1] - c[0]), abs(c[2] - c[0]), abs(r[1] - r[0]), abs(r[2] - r[0]))
        let cell = across / Double(Self.step)
        // False also where a corner has no place: no comparison with NaN holds.
        let isStraight =
            Swift.max(columnError, rowError) <= Self.tolerance * cell && across.isFinite
            && (turn.map { abs(c[3] - c[0]) < $0 / 8 } ?? true)
        return Square(columns: (c[0], c[1], c[2], c[3]), rows: (r[0], r[1], r[2], r[3]), isStraight: isStraight)
    }

    /// The column a whole number of turns away that lies nearest to another.
    private func near(_ column: Double, _ origin: Double) -> Double {
        guard let turn else { return column }
        return column - turn * ((column - origin) / turn).rounded()
    }

    private func interpolate(
        _ square: Square, over part: GridWindow, in cells: GridWindow, into result: inout Coordinates
    ) {
        let perStep = 1 / Double(Self.step)
        for row in part.row..<(part.row + part.rows) {
            let t = Double(row - cells.row) * perStep
            let leftColumn = square.columns.0 + t * (square.columns.2 - square.columns.0)
            let rightColumn = square.columns.1 + t * (square.columns.3 - square.columns.1)
            let leftRow = square.rows.0 + t * (square.rows.2 - square.rows.0)
            let rightRow = square.rows.1 + t * (square.rows.3 - square.rows.1)
            var index = result.window.index(column: part.column, row: row)
            for column in part.column..<(part.column + part.columns) {
                let s = Double(column - cells.column) * perStep
                result.columns[index] = canonical(leftColumn + s * (rightColumn - leftColumn))
                result.rows[index] = leftRow + s * (rightRow - leftRow)
                index += 1
            }
        }
    }

    private func locateExactly(_ part: GridWindow, into result: inout Coordinates) {
        let exact = pixelPositions(
            rows: part.rows, columns: part.columns, first: (Double(part.column), Double(part.row)), by: 1)
        var from = 0
        for row in part.row..<(part.row + part.rows) {
            var index = result.window.index(column: part.column, row: row)
            for _ in 0..<part.columns {
                result.columns[index] = canonical(exact.columns[from])
                result.rows[index] = exact.rows[from]
                from += 1
                index += 1
            }
        }
    }
}
