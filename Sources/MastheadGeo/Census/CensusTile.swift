/// The people and the area of one region in one cell of the study grid.
public struct CellShare: Sendable, Hashable {
    /// The cell, row-major in the window of its tile.
    public let cell: Int32
    /// The region, as an index into the region set.
    public let region: Int32
    /// People of the region in the cell.
    public var people: PersonCount
    /// Area of the region in the cell, in the plane of the grid, cm².
    public let squareCentimetres: Int64

    /// A share by its parts.
    public init(cell: Int32, region: Int32, people: PersonCount, squareCentimetres: Int64) {
        self.cell = cell
        self.region = region
        self.people = people
        self.squareCentimetres = squareCentimetres
    }
}

/// People and area by cell and region in a window of the study grid.
public struct CensusTile: Sendable, Hashable {
    /// The window.
    public let window: GridWindow
    /// Shares with people or area, sorted by cell and region.
    public let shares: [CellShare]

    /// A tile by its parts; `shares` are sorted by cell and region.
    public init(window: GridWindow, shares: [CellShare]) {
        self.window = window
        self.shares = shares
    }
}
