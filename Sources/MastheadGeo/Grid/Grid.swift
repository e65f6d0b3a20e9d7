/// A projected, metric grid of square cells: row 0 in the north, column 0 in the west, row-major.
public struct Grid: Sendable, Hashable, Codable {
    /// The projected reference system; its unit is the metre.
    public let referenceSystem: ReferenceSystem
    /// Easting of the western edge, m.
    public let westMetres: Double
    /// Northing of the northern edge, m.
    public let northMetres: Double
    /// Length of a cell's side, m.
    public let cellMetres: Double
    /// Number of columns.
    public let columns: Int
    /// Number of rows.
    public let rows: Int

    /// A grid by its north-western corner, cell size and extent.
    public init(
        referenceSystem: ReferenceSystem, westMetres: Double, northMetres: Double, cellMetres: Double, columns: Int,
        rows: Int
    ) {
        precondition(cellMetres > 0 && columns > 0 && rows > 0, "a grid has cells")
        self.referenceSystem = referenceSystem
        self.westMetres = westMetres
        self.northMetres = northMetres
        self.cellMetres = cellMetres
        self.columns = columns
        self.rows = rows
    }

    /// Number of cells.
    public var cellCount: Int { columns * rows }

    /// The whole grid as a window.
    public var window: GridWindow { GridWindow(column: 0, row: 0, columns: columns, rows: rows) }

    /// The centre of a cell in the plane of the grid; columns and rows outside the grid are extrapolated.
    @inlinable public func centre(column: Int, row: Int) -> PlanePoint {
        PlanePoint(
            x: westMetres + (Double(column) + 0.5) * cellMetres, y: northMetres - (Double(row) + 0.5) * cellMetres)
    }

    /// The cell under a point, which may lie outside the grid; a point on an edge belongs to the cell east or south.
    @inlinable public func cell(at point: PlanePoint) -> (column: Int, row: Int) {
        (
            Int(((point.x - westMetres) / cellMetres).rounded(.down)),
            Int(((northMetres - point.y) / cellMetres).rounded(.down))
        )
    }

    /// The same ground divided `factor` times finer, corner on corner.
    public func refined(by factor: Int) -> Grid {
        Grid(
            referenceSystem: referenceSystem, westMetres: westMetres, northMetres: northMetres,
            cellMetres: cellMetres / Double(factor), columns: columns * factor, rows: rows * factor)
    }
}

/// A rectangle of cells of a grid; it may reach beyond the grid's edges (halos do).
public struct GridWindow: Sendable, Hashable, Codable {
    /// First column.
    public var column: Int
    /// First row.
    public var row: Int
    /// Number of columns.
    public var columns: Int
    /// Number of rows.
    public var rows: Int

    /// A window by its first cell and extent.
    @inlinable public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = columns
        self.rows = rows
    }

    /// Number of cells.
    @inlinable public var cellCount: Int { columns * rows }

    /// Whether a cell, in columns and rows of the grid, lies in the window.
    @inlinable public func contains(column: Int, row: Int) -> Bool {
        column >= self.column && column < self.column + columns && row >= self.row && row < self.row + rows
    }

    /// The row-major index within the window of a cell given in columns and rows of the grid.
    @inlinable public func index(column: Int, row: Int) -> Int {
        (row - self.row) * columns + (column - self.column)
    }

    /// The part shared with another window; nil when they do not meet.
    public func intersection(_ other: GridWindow) -> GridWindow? {
        let left = max(column, other.column)
        let top = max(row, other.row)
        let right = min(column + columns, other.column + other.columns)
        let bottom = min(row + rows, other.row + other.rows)
        guard right > left, bottom > top else { return nil }
        return GridWindow(column: left, row: top, columns: right - left, rows: bottom - top)
    }

    /// Square tiles of `side` cells that cover the window in row-major order; the last ones are cut at the edge.
    public func tiles(side: Int) -> [GridWindow] {
        stride(from: row, to: row + rows, by: side).flatMap { top in
            stride(from: column, to: column + columns, by: side).map { left in
                GridWindow(
                    column: left, row: top, columns: min(side, column + columns - left),
                    rows: min(side, row + rows - top))
            }
        }
    }
}

/// A point in the plane of a projected reference system, in metres: x to the east, y to the north.
@frozen
public struct PlanePoint: Sendable, Hashable, Codable {
    /// Easting, m.
    public var x: Double
    /// Northing, m.
    public var y: Double

    /// A point by easting and northing.
    @inlinable public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
