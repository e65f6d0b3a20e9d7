/// The numbers of a layer that decide which pixels make up the value of a cell; small enough for an inner loop.
struct PixelFrame {
    let columns: Int
    let rows: Int
    /// Pixel columns once around the Earth; zero where columns do not come round.
    let period: Int
    /// Whether the last column has the first one for its neighbour.
    let isRound: Bool

    /// A weight below this is the rounding of coordinates, not a part of the value, pixels.
    private static let weightFloor = 1e-6

    init(_ layer: RasterLayer) {
        columns = layer.columns
        rows = layer.rows
        period = layer.columnPeriod ?? 0
        isRound = layer.columnPeriod == layer.columns
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

    /// Whether a position in fractional columns and rows lies on the layer; false for NaN.
    @inline(__always)
    private func holds(_ column: Double, _ row: Double) -> Bool {
        column >= 0 && row >= 0 && column < Double(columns) && row < Double(rows)
    }

    /// The pixels that take part in a value at fractional column and row; nil outside the layer.
    @inline(__always)
    func neighbours(column: Double, row: Double, method: Resampling) -> Neighbours? {
        guard holds(column, row) else { return nil }
        guard method == .bilinear else {
            return Neighbours(
                left: Int(column), right: Int(column), top: Int(row), bottom: Int(row), rightShare: 0, bottomShare: 0)
        }
        let across = Self.span(column - 0.5, count: columns, isRound: isRound)
        let down = Self.span(row - 0.5, count: rows, isRound: false)
        return Neighbours(
            left: across.first, right: across.second, top: down.first, bottom: down.second, rightShare: across.share,
            bottomShare: down.share)
    }

    /// The two pixel centres on either side of a position counted in pixel centres, and the share of the second.
    @inline(__always)
    private static func span(_ position: Double, count: Int, isRound: Bool) -> (first: Int, second: Int, share: Float) {
        // Positions are −0.5 at the least, so that this rounds down.
        var first = Int(position + 1) - 1
        var share = position - Double(first)
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

    /// A window of pixels that holds all that the cells need; nil when they need none.
    ///
    /// Where the cells lie at both ends of a layer around the Earth, the window runs on beyond the last column.
    func neededPixels(of coordinates: PixelLattice.Coordinates, method: Resampling) -> GridWindow? {
        let seam = seamColumn(of: coordinates)
        let turn = Double(period)
        var low = (column: Double.infinity, row: Double.infinity)
        var high = (column: -Double.infinity, row: -Double.infinity)
        for index in coordinates.columns.indices {
            let row = coordinates.rows[index]
            var column = coordinates.columns[index]
            guard holds(column, row) else { continue }
            if column < seam { column += turn }
            low.column = min(low.column, column)
            high.column = max(high.column, column)
            low.row = min(low.row, row)
            high.row = max(high.row, row)
        }
        guard low.column <= high.column else { return nil }
        // A bilinear value reaches one pixel further on either side, but not beyond the edge, unless there is none.
        let reach = method == .bilinear ? 1 : 0
        var left = Int(low.column) - reach
        var right = Int(high.column) + reach
        if !isRound {
            left = max(left, low.column >= turn && period > 0 ? period : 0)
            right = min(right, high.column >= turn && period > 0 ? columns - 1 + period : columns - 1)
        }
        let top = max(Int(low.row) - reach, 0)
        let bottom = min(Int(high.row) + reach, rows - 1)
        return GridWindow(column: left, row: top, columns: right - left + 1, rows: bottom - top + 1)
    }

    /// The column below which a cell is counted one turn further east, where cells lie at both ends of a layer around
    /// the Earth; otherwise below all columns.
    private func seamColumn(of coordinates: PixelLattice.Coordinates) -> Double {
        // Only a layer that itself spans half the Earth can have cells at both ends.
        guard period > 0, columns > period / 2 else { return -.infinity }
        var low = Double.infinity
        var high = -Double.infinity
        for (column, row) in zip(coordinates.columns, coordinates.rows) where holds(column, row) {
            low = min(low, column)
            high = max(high, column)
        }
        return high - low > Double(period) / 2 ? Double(period / 2) : -.infinity
    }

    /// Writes the value of each cell that the layer holds.
    func gather(
        _ coordinates: PixelLattice.Coordinates, from block: [Float], at pixels: GridWindow, method: Resampling,
        into values: inout [Float], of window: GridWindow
    ) {
        let seam = seamColumn(of: coordinates)
        let chunk = coordinates.window
        let columns = coordinates.columns.span
        let rows = coordinates.rows.span
        let source = block.span
        var target = values.mutableSpan
        var index = 0
        for row in chunk.row..<(chunk.row + chunk.rows) {
            let first = window.index(column: chunk.column, row: row)
            for place in first..<(first + chunk.columns) {
                let column = columns[index]
                let row = rows[index]
                index += 1
                guard holds(column, row) else { continue }
                let shift = (column < seam ? period : 0) - pixels.column
                target[place] =
                    method == .bilinear
                    ? bilinear(column, row, in: source, at: pixels, shift: shift)
                    : source[(Int(row) - pixels.row) * pixels.columns + Int(column) + shift]
            }
        }
    }

    @inline(__always)
    private func bilinear(
        _ column: Double, _ row: Double, in source: Span<Float>, at pixels: GridWindow, shift: Int
    ) -> Float {
        let across = Self.span(column - 0.5, count: columns, isRound: isRound)
        let down = Self.span(row - 0.5, count: rows, isRound: false)
        let top = (down.first - pixels.row) * pixels.columns + shift
        let bottom = (down.second - pixels.row) * pixels.columns + shift
        let upper = source[top + across.first] * (1 - across.share) + source[top + across.second] * across.share
        let lower = source[bottom + across.first] * (1 - across.share) + source[bottom + across.second] * across.share
        return upper * (1 - down.share) + lower * down.share
    }
}
