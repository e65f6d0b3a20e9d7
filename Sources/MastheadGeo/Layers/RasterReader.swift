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
    /// The values that a pixel may have; others are refused where they are read.
    private let plausible: ClosedRange<Double>?

    /// Cells that are located and read in one go, along each side.
    private static let chunkSide = 512
    /// The most pixels that are held at a time; 16 MB as floats.
    private static let pixelLimit = 4 << 20
    /// Below so many cells, each cell reads its own few pixels where the pixels between them would be too many.
    private static let smallChunk = 64
    /// A weight below this is the rounding of coordinates, not a part of the value, pixels.
    private static let weightFloor = 1e-6

    /// Makes ready to read a layer on a grid.
    ///
    /// - Parameter plausible: The values that a pixel may have. A void value that the file does not declare would
    ///   otherwise pass for a value, and bilinear lines would hide it.
    /// - Throws: `bad-crs` when there is no way from the grid's reference system to the layer's.
    public init(_ layer: RasterLayer, on grid: Grid, plausible: ClosedRange<Double>? = nil) throws(MastheadError) {
        self.layer = layer
        self.plausible = plausible
        self.grid = grid
        dataset = RasterDataset(layer)
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
        let coordinates = lattice.coordinates(in: chunk)
        guard let needed = neededPixels(of: coordinates, method: method) else { return }
        if needed.cellCount <= Self.pixelLimit {
            let block = try pixels(in: needed)
            gather(coordinates, from: block, at: needed, method: method, into: &values, of: window)
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
        let coordinates = lattice.coordinates(in: cell)
        guard let needed = neededPixels(of: coordinates, method: method) else { return }
        let block = try pixels(in: needed)
        gather(coordinates, from: block, at: needed, method: method, into: &values, of: window)
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
    func coordinates(in window: GridWindow) -> PixelLattice.Coordinates { lattice.coordinates(in: window) }

    /// Whether a pixel of the layer has no value.
    mutating func isVoid(column: Int, row: Int) throws(MastheadError) -> Bool {
        try dataset.floats(in: GridWindow(column: column, row: row, columns: 1, rows: 1))[0].isNaN
    }

    /// The pixels of one cell and their shares.
    struct Neighbours {
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int
        var rightShare: Float
        var bottomShare: Float
    }

    /// The pixels that take part in a value at fractional column and row; nil outside the layer.
    @inline(__always)
    func neighbours(column: Double, row: Double, method: Resampling) -> Neighbours? {
        guard column >= 0, row >= 0, column < Double(layer.columns), row < Double(layer.rows) else { return nil }
        guard method == .bilinear else {
            return Neighbours(
                left: Int(column), right: Int(column), top: Int(row), bottom: Int(row), rightShare: 0, bottomShare: 0)
        }
        let isRound = layer.columnPeriod == layer.columns
        let across = Self.span(column - 0.5, count: layer.columns, isRound: isRound)
        let down = Self.span(row - 0.5, count: layer.rows, isRound: false)
        return Neighbours(
            left: across.first, right: across.second, top: down.first, bottom: down.second, rightShare: across.share,
            bottomShare: down.share)
    }

    /// The two pixel centres on either side of a position counted in pixel centres, and the share of the second.
    @inline(__always)
    private static func span(_ position: Double, count: Int, isRound: Bool) -> (first: Int, second: Int, share: Float) {
        let floor = position.rounded(.down)
        var first = Int(floor)
        var share = position - floor
        if share < weightFloor {
            share = 0
        } else if share > 1 - weightFloor {
            first += 1
            share = 0
        }
        if !isRound {
            if first < 0 { return (0, 0, 0) }
            if first >= count - 1 { return (count - 1, count - 1, 0) }
        }
        return (first, share == 0 ? first : first + 1, Float(share))
    }

    /// The smallest window of pixels that holds all that the cells need; nil when they need none.
    private func neededPixels(of coordinates: PixelLattice.Coordinates, method: Resampling) -> GridWindow? {
        var left = Int.max
        var right = Int.min
        var top = Int.max
        var bottom = Int.min
        let seam = seamColumn(of: coordinates)
        for index in coordinates.columns.indices {
            guard
                let pixel = neighbours(
                    column: coordinates.columns[index], row: coordinates.rows[index], method: method)
            else { continue }
            let turn = pixel.left < seam ? layer.columnPeriod ?? 0 : 0
            left = Swift.min(left, pixel.left + turn)
            right = Swift.max(right, pixel.right + turn)
            top = Swift.min(top, pixel.top)
            bottom = Swift.max(bottom, pixel.bottom)
        }
        guard left <= right else { return nil }
        return GridWindow(column: left, row: top, columns: right - left + 1, rows: bottom - top + 1)
    }

    /// Where cells lie on both sides of the layer's ends around the Earth, the column below which a pixel is counted one
    /// turn further east; the lowest number otherwise.
    private func seamColumn(of coordinates: PixelLattice.Coordinates) -> Int {
        guard let period = layer.columnPeriod else { return .min }
        var low = Double.infinity
        var high = -Double.infinity
        for column in coordinates.columns where column.isFinite {
            low = Swift.min(low, column)
            high = Swift.max(high, column)
        }
        return high - low > Double(period) / 2 ? period / 2 : .min
    }

    private func gather(
        _ coordinates: PixelLattice.Coordinates, from block: [Float], at pixels: GridWindow, method: Resampling,
        into values: inout [Float], of window: GridWindow
    ) {
        let seam = seamColumn(of: coordinates)
        let chunk = coordinates.window
        var index = 0
        for row in chunk.row..<(chunk.row + chunk.rows) {
            var target = window.index(column: chunk.column, row: row)
            for _ in 0..<chunk.columns {
                defer {
                    index += 1
                    target += 1
                }
                guard
                    let pixel = neighbours(
                        column: coordinates.columns[index], row: coordinates.rows[index], method: method)
                else { continue }
                let turn = pixel.left < seam ? layer.columnPeriod ?? 0 : 0
                let top = (pixel.top - pixels.row) * pixels.columns - pixels.column + turn
                let bottom = (pixel.bottom - pixels.row) * pixels.columns - pixels.column + turn
                let upper =
                    block[top + pixel.left] * (1 - pixel.rightShare) + block[top + pixel.right] * pixel.rightShare
                let lower =
                    block[bottom + pixel.left] * (1 - pixel.rightShare)
                    + block[bottom + pixel.right] * pixel.rightShare
                values[target] = upper * (1 - pixel.bottomShare) + lower * pixel.bottomShare
            }
        }
    }
}
