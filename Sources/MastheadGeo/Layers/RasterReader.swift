public import MastheadCore

/// How a layer's pixels become values at cell centres.
public enum Resampling: Sendable, Hashable {
    /// Straight lines between the four pixel centres around: for heights.
    case bilinear
    /// The pixel that holds the centre: for classes.
    case nearest
}

/// Reads a layer at the centres of a grid's cells.
///
/// A handle: one thread at a time; each worker opens its own. What a cell gets depends on the cell alone, never on the
/// window that asks. NaN means that the layer has no value: a declared void, a missing tile, or a place that the layer
/// does not reach. A bilinear value is void when any pixel that takes part in it is; within the outer half of the
/// outermost pixels, where there is nothing to draw a line to, the pixel's own value holds.
public struct RasterReader: ~Copyable {
    /// The layer that is read.
    public let layer: RasterLayer
    /// The grid whose cells are asked for.
    public let grid: Grid
    private var dataset: RasterDataset
    private let lattice: PixelLattice
    let frame: PixelFrame
    private let edge: EdgeReach
    /// The values that a pixel may have; others are refused where they are read.
    private let plausible: ClosedRange<Double>?

    /// Cells that are located and read in one go, along each side.
    private static let chunkSide = 512
    /// The most pixels that are held at a time; 16 MB as floats.
    private static let pixelLimit = 4 << 20
    /// Below so many cells, each cell reads its own few pixels where the pixels between them would be too many.
    private static let smallChunk = 64

    /// Makes ready to read a layer on a grid.
    ///
    /// - Parameters:
    ///   - edgeReach: How far beyond the layer's outer edge its outermost pixels still hold.
    ///   - plausible: The values that a pixel may have. A void value that the file does not declare would otherwise pass
    ///     for a value, and bilinear lines would hide it.
    /// - Throws: `bad-crs` when there is no way from the grid's reference system to the layer's.
    public init(
        _ layer: RasterLayer, on grid: Grid, edgeReach: Length = Length(metres: 0),
        plausible: ClosedRange<Double>? = nil
    ) throws(MastheadError) {
        edge = EdgeReach(layer, reach: edgeReach)
        self.layer = layer
        self.plausible = plausible
        self.grid = grid
        dataset = RasterDataset(layer)
        frame = PixelFrame(layer)
        lattice = try PixelLattice(grid: grid, layer: layer)
    }

    /// The values of a window, row-major, one per cell; NaN where there is none.
    ///
    /// Memory is bounded by the window: sources are read piece by piece.
    /// - Throws: `unreadable-layer` when the file cannot be read.
    public mutating func values(in window: GridWindow, method: Resampling) throws(MastheadError) -> [Float] {
        var values = [Float](repeating: .nan, count: window.cellCount)
        for chunk in window.tiles(side: Self.chunkSide) {
            try fill(&values, of: window, over: chunk, method: method)
        }
        return values
    }

    private mutating func fill(
        _ values: inout [Float], of window: GridWindow, over chunk: GridWindow, method: Resampling
    ) throws(MastheadError) {
        let coordinates = coordinates(in: chunk)
        guard let needed = frame.neededPixels(of: coordinates, method: method) else { return }
        if needed.cellCount <= Self.pixelLimit {
            let block = try pixels(in: needed)
            frame.gather(coordinates, from: block, at: needed, method: method, into: &values, of: window)
        } else if chunk.cellCount <= Self.smallChunk {
            for cell in chunk.tiles(side: 1) { try fillCell(&values, of: window, cell, method: method) }
        } else {
            let side = (Swift.max(chunk.columns, chunk.rows) + 1) / 2
            for part in chunk.tiles(side: side) { try fill(&values, of: window, over: part, method: method) }
        }
    }

    private mutating func fillCell(
        _ values: inout [Float], of window: GridWindow, _ cell: GridWindow, method: Resampling
    ) throws(MastheadError) {
        let coordinates = coordinates(in: cell)
        guard let needed = frame.neededPixels(of: coordinates, method: method) else { return }
        let block = try pixels(in: needed)
        frame.gather(coordinates, from: block, at: needed, method: method, into: &values, of: window)
    }

    private mutating func pixels(in window: GridWindow) throws(MastheadError) -> [Float] {
        let block = try dataset.floats(in: window)
        guard let plausible else { return block }
        let low = Float(plausible.lowerBound)
        let high = Float(plausible.upperBound)
        // NaN passes both comparisons: a void is no value.
        guard let bad = block.firstIndex(where: { $0 < low || $0 > high }) else { return block }
        let column = window.column + bad % window.columns
        let row = window.row + bad / window.columns
        let value = PlainNumber.text(Double(block[bad]))
        throw MastheadError(
            .badLayerValue,
            "the \(layer.role) layer holds \(value), outside \(PlainNumber.text(plausible.lowerBound)) to "
                + "\(PlainNumber.text(plausible.upperBound))",
            at: .layer(
                role: layer.role, file: layer.tile(holding: column, row: row)?.path ?? layer.path,
                place: layer.position(column: Double(column) + 0.5, row: Double(row) + 0.5)),
            remedy: "Declare it as the void value with: gdal_edit.py -a_nodata \(value) FILE, or correct the source.")
    }

    /// Where the cells of a window lie in the layer, in fractional columns and rows.
    func coordinates(in window: GridWindow) -> PixelLattice.Coordinates {
        var found = lattice.coordinates(in: window)
        _ = edge.settle(&found)
        return found
    }

    /// How many cells of a window lie beyond the layer's outer edge, and take the value at it.
    public func cellsBeyondEdge(in window: GridWindow) -> Int {
        var found = lattice.coordinates(in: window)
        return edge.settle(&found)
    }

    /// Whether a pixel of the layer has no value.
    mutating func isVoid(column: Int, row: Int) throws(MastheadError) -> Bool {
        try dataset.floats(in: GridWindow(column: column, row: row, columns: 1, rows: 1))[0].isNaN
    }
}
