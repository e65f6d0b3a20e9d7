import MastheadCore

/// Shares the people of a pixel among the cells of the grid under it.
///
/// A pixel is the quadrilateral between its four corners in the plane of the grid. Where a region fills the pixel, the
/// cells' weights are their overlaps with the quadrilateral; where a border passes, their overlaps with the part of the
/// region in it. Cells outside the grid, which rounding of the grid's edge can touch, give their weight to the edge cell.
struct PixelSplitter: ~Copyable {
    private let plan: CensusPlan
    private let transform: CoordinateTransform
    private var tree: ClipTree
    private var raster = AreaRaster()
    private var remainder = LargestRemainder()
    private var weights: [Int64] = []

    /// The most cells under one pixel; a raster so coarse says nothing about cells so fine.
    private static let cellLimit = 4_000_000
    /// Digits that weights drop, so that their sum over all cells under a pixel fits into 63 binary digits.
    private static let droppedBits: Int64 = 20

    /// The four corners of a pixel, counter-clockwise on the map.
    private struct Quad {
        let corners: [LatticePoint]
        /// The cells that it touches.
        let cells: GridWindow
    }

    init(_ plan: CensusPlan) throws(MastheadError) {
        self.plan = plan
        transform = try CoordinateTransform(from: plan.source.layer.referenceSystem, to: plan.grid.referenceSystem)
        tree = ClipTree(plan.pieces, grid: plan.grid)
    }

    /// Forgets what earlier tiles needed, when it takes much room.
    mutating func trim() { tree.trim() }

    /// Adds the people of pixels to the cells of a tally.
    ///
    /// - Parameters:
    ///   - shares: People by pixel and region of `pixels`, a window of the source.
    ///   - window: The cells of the tally; pixels that do not touch it are passed over.
    mutating func split(
        _ shares: [PixelPeople.Share], of pixels: GridWindow, over window: GridWindow, into tally: inout CellTally
    ) throws(MastheadError) {
        let corners = cornerPoints(of: pixels)
        let width = pixels.columns + 1
        for share in shares {
            let first = share.pixel / pixels.columns * width + share.pixel % pixels.columns
            let found = [corners[first], corners[first + width], corners[first + width + 1], corners[first + 1]]
            guard let quad = Self.quad(found) else {
                try place(share, at: found.compactMap { $0 }, of: pixels, into: &tally)
                continue
            }
            guard touches(quad.cells, window) else { continue }
            try split(share, quad, of: pixels, into: &tally)
        }
    }

    /// Corner points in cells; nil where a corner has no place in the plane of the grid.
    private func cornerPoints(of pixels: GridWindow) -> [LatticePoint?] {
        var xs: [Double] = []
        var ys: [Double] = []
        let count = (pixels.columns + 1) * (pixels.rows + 1)
        xs.reserveCapacity(count)
        ys.reserveCapacity(count)
        for row in pixels.row...(pixels.row + pixels.rows) {
            for column in pixels.column...(pixels.column + pixels.columns) {
                let point = plan.source.layer.pixels.point(column: Double(column), row: Double(row))
                xs.append(point.x)
                ys.append(point.y)
            }
        }
        transform.forwardWhereDefined(&xs, &ys)
        let grid = plan.grid
        return zip(xs, ys).map { x, y in
            guard x.isFinite else { return nil }
            return LatticePoint(
                column: (x - grid.westMetres) / grid.cellMetres, row: (grid.northMetres - y) / grid.cellMetres)
        }
    }

    private static func quad(_ found: [LatticePoint?]) -> Quad? {
        let corners = found.compactMap { $0 }
        guard corners.count == 4 else { return nil }
        let xs = corners.map(\.x)
        let ys = corners.map(\.y)
        let left = Int((xs.min() ?? 0) >> Lattice.bits)
        let top = Int((ys.min() ?? 0) >> Lattice.bits)
        let right = max(left, Int(((xs.max() ?? 0) - 1) >> Lattice.bits))
        let bottom = max(top, Int(((ys.max() ?? 0) - 1) >> Lattice.bits))
        let area = PlaneRing.signedArea(corners.map(\.plane))
        // Rows run down, so a ring that is counter-clockwise on the map has a negative area here.
        return Quad(
            corners: area <= 0 ? corners : corners.reversed(),
            cells: GridWindow(column: left, row: top, columns: right - left + 1, rows: bottom - top + 1))
    }

    /// Whether cells, moved into the grid where they lie outside, are in a window.
    private func touches(_ cells: GridWindow, _ window: GridWindow) -> Bool {
        column(cells.column) < window.column + window.columns
            && column(cells.column + cells.columns - 1) >= window.column
            && row(cells.row) < window.row + window.rows && row(cells.row + cells.rows - 1) >= window.row
    }

    private func column(_ column: Int) -> Int { max(0, min(plan.grid.columns - 1, column)) }
    private func row(_ row: Int) -> Int { max(0, min(plan.grid.rows - 1, row)) }

    private mutating func split(
        _ share: PixelPeople.Share, _ quad: Quad, of pixels: GridWindow, into tally: inout CellTally
    ) throws(MastheadError) {
        let cells = quad.cells
        if cells.cellCount == 1 {
            tally.add(share.people, region: share.region, column: column(cells.column), row: row(cells.row))
            return
        }
        guard cells.cellCount <= Self.cellLimit else { throw tooCoarse(cells, share, of: pixels) }
        raster.begin(cells)
        if share.isWhole { addQuad(quad) } else { addRegion(share.region, in: quad) }
        raster.finish()
        if weigh(share, over: cells, into: &tally) { return }
        // A sliver between the region's border on the ground and in the source: its people go where the pixel is.
        raster.begin(cells)
        addQuad(quad)
        raster.finish()
        if weigh(share, over: cells, into: &tally) { return }
        try place(share, at: quad.corners, of: pixels, into: &tally)
    }

    private mutating func addQuad(_ quad: Quad) {
        for index in 0..<4 { raster.add(from: quad.corners[index], to: quad.corners[(index + 1) % 4]) }
    }

    private mutating func addRegion(_ region: Int32, in quad: Quad) {
        // Counter-clockwise on the map is clockwise with rows down; the clip wants its inside on the left.
        let convex = quad.corners.reversed().map(\.plane)
        let side = ClipTree.blockSide
        let cells = quad.cells
        for blockRow in row(cells.row) / side...row(cells.row + cells.rows - 1) / side {
            for blockColumn in column(cells.column) / side...column(cells.column + cells.columns - 1) / side {
                for piece in tree.pieces(blockColumn: blockColumn, blockRow: blockRow) where piece.region == region {
                    let part = RingClip.clipped(piece.ring, toConvex: convex)
                    guard let end = part.last else { continue }
                    var last = LatticePoint(column: end.x, row: end.y)
                    for point in part {
                        let next = LatticePoint(column: point.x, row: point.y)
                        raster.add(from: last, to: next)
                        last = next
                    }
                }
            }
        }
    }

    /// Splits people by the areas in the raster; false where there is no area.
    private mutating func weigh(_ share: PixelPeople.Share, over cells: GridWindow, into tally: inout CellTally)
        -> Bool
    {
        let count = cells.cellCount
        if weights.count < count { weights = Array(repeating: 0, count: count) }
        for index in 0..<count { weights[index] = max(0, raster.areas[index] >> Self.droppedBits) }
        guard remainder.split(share.people, by: weights, count: count) else { return false }
        var index = 0
        for row in cells.row..<(cells.row + cells.rows) {
            for column in cells.column..<(cells.column + cells.columns) {
                tally.add(
                    remainder.parts[index], region: share.region, column: self.column(column), row: self.row(row))
                index += 1
            }
        }
        return true
    }

    /// Puts all people of a pixel into the cell in the middle of those of its corners that have a place.
    ///
    /// A pixel over the rim of a world map has corners in the void; less than a pixel's people are moved by so much.
    private func place(
        _ share: PixelPeople.Share, at corners: [LatticePoint], of pixels: GridWindow, into tally: inout CellTally
    ) throws(MastheadError) {
        guard !corners.isEmpty else { throw placeless(share, of: pixels) }
        let number = Int64(corners.count)
        let x = corners.reduce(0) { $0 + $1.x / number }
        let y = corners.reduce(0) { $0 + $1.y / number }
        tally.add(
            share.people, region: share.region, column: column(Int(x >> Lattice.bits)),
            row: row(Int(y >> Lattice.bits)))
    }

    private func location(_ share: PixelPeople.Share, of pixels: GridWindow) -> ErrorLocation {
        let layer = plan.source.layer
        return .layer(
            role: layer.role, file: layer.path,
            place: layer.position(
                column: Double(pixels.column + share.pixel % pixels.columns) + 0.5,
                row: Double(pixels.row + share.pixel / pixels.columns) + 0.5))
    }

    private func placeless(_ share: PixelPeople.Share, of pixels: GridWindow) -> MastheadError {
        MastheadError(
            .badReferenceSystem,
            "a populated pixel of region \"\(plan.regions.regions[Int(share.region)].id)\" has no place in the study grid",
            at: location(share, of: pixels),
            remedy: "Use the population raster in longitude and latitude, or another reference system for the grid.")
    }

    private func tooCoarse(_ cells: GridWindow, _ share: PixelPeople.Share, of pixels: GridWindow) -> MastheadError {
        MastheadError(
            .badLayerValue,
            "a pixel of the population raster lies over \(cells.columns) by \(cells.rows) cells of the study grid",
            at: location(share, of: pixels),
            remedy: "Use a finer population raster, or a larger grid.resolution.")
    }
}
