public import MastheadCore

/// A population source, regions and a study grid made ready for counting.
///
/// A value without handles: it is made once, and each worker opens its own reader on it.
public struct CensusPlan: Sendable {
    /// Where people live.
    public let source: PopulationSource
    /// The regions.
    public let regions: RegionSet
    /// The study grid.
    public let grid: Grid
    /// The regions in the plane of the grid.
    public let projected: ProjectedRegions
    /// The regions on the pixels of the source.
    let sourceRegions: [LatticeRegion]
    /// The columns of the source that are read: never more than once around the Earth.
    let sourceColumns: Int
    /// The regions on the cells of the grid.
    let gridRegions: [LatticeRegion]
    /// The same rings before rounding to the lattice, in cells.
    let pieces: [ClipTree.Piece]

    /// A region may reach so far over the edge of the grid, cells; less than what rounding of projected borders makes.
    private static let edgeMargin = 0.05

    /// Brings regions and source together.
    ///
    /// - Throws: `layer-does-not-cover` naming each region that the source or the grid does not reach over; `bad-crs` when
    ///   a reference system cannot be read.
    public init(source: PopulationSource, regions: RegionSet, grid: Grid) throws(MastheadError) {
        self.source = source
        self.regions = regions
        self.grid = grid
        projected = try regions.projected(to: grid)
        let outline = try SourceOutline(regions, layer: source.layer)
        sourceRegions = try outline.regions()
        sourceColumns = outline.columns
        var pieces: [ClipTree.Piece] = []
        var lattice: [LatticeRegion] = []
        for (index, rings) in projected.rings.enumerated() {
            let cells = rings.map { ring in
                ring.map { point in
                    PlanePoint(
                        x: (point.x - grid.westMetres) / grid.cellMetres,
                        y: (grid.northMetres - point.y) / grid.cellMetres)
                }
            }
            try Self.requireInside(grid, cells, region: regions.regions[index], path: regions.path)
            pieces += cells.map { ClipTree.Piece(region: Int32(index), ring: $0) }
            let rounded = cells.map { ring in LatticeRing(ring.map { LatticePoint(column: $0.x, row: $0.y) }) }
            if let region = LatticeRegion(region: index, rings: rounded) { lattice.append(region) }
        }
        self.pieces = pieces
        gridRegions = lattice
    }

    private static func requireInside(_ grid: Grid, _ rings: [[PlanePoint]], region: Region, path: String)
        throws(MastheadError)
    {
        let box = PlaneBox(around: rings)
        guard
            box.low.x < -edgeMargin || box.low.y < -edgeMargin || box.high.x > Double(grid.columns) + edgeMargin
                || box.high.y > Double(grid.rows) + edgeMargin
        else { return }
        throw MastheadError(
            .layerDoesNotCover, "the study grid does not reach over region \"\(region.id)\"",
            at: .feature(file: path, id: region.id),
            remedy: "Choose a study grid that covers all regions, or leave the region out with regions.select.")
    }

    /// The area of a whole cell, cm².
    var cellSquareCentimetres: Double { grid.cellMetres * grid.cellMetres * 1e4 }

    /// An area of the lattice of cells in cm², to the nearest.
    func squareCentimetres(_ area: Int64) -> Int64 {
        Int64((Double(area) / Double(Lattice.unitArea) * cellSquareCentimetres).rounded())
    }
}
