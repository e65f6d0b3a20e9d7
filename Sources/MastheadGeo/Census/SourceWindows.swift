import MastheadCore

/// Finds the pixels of the source that can lie under a window of the grid.
///
/// The window is cut into squares, the corners of each are moved to the source, and the boxes around them, somewhat
/// widened, are joined. Too many pixels do no harm: each is looked at by itself later.
struct SourceWindows: ~Copyable {
    private let plan: CensusPlan
    private let transform: CoordinateTransform
    /// The most pixels that one cell can be wide; beyond, the square lies where the projection is torn open.
    private let widestCell: Double

    /// Cells along a square.
    private static let side = 16
    /// A box is widened by so much of its size, for borders that bend between the corners, and by so many pixels.
    private static let widening = 0.05
    private static let extraPixels = 2.0

    init(_ plan: CensusPlan) throws(MastheadError) {
        self.plan = plan
        transform = try CoordinateTransform(from: plan.grid.referenceSystem, to: plan.source.layer.referenceSystem)
        // Feet instead of metres, and the worst stretch of a usable projection, stay below this.
        widestCell = 30 * max(1, plan.grid.cellMetres / plan.source.layer.pixelWidth)
    }

    /// Windows of the source without overlap.
    func windows(under window: GridWindow) -> [GridWindow] {
        var boxes: [GridWindow] = []
        for square in window.tiles(side: Self.side) { collect(square, into: &boxes) }
        return Self.joined(boxes)
    }

    private func collect(_ square: GridWindow, into boxes: inout [GridWindow]) {
        let corners = pixelCorners(of: square)
        let xs = corners.map(\.x)
        let ys = corners.map(\.y)
        let side = Double(max(square.columns, square.rows))
        let isWhole = xs.allSatisfy(\.isFinite)
        let across = (xs.max() ?? 0) - (xs.min() ?? 0)
        let down = (ys.max() ?? 0) - (ys.min() ?? 0)
        let isTorn = plan.source.layer.columnTurn == nil && max(across, down) > side * widestCell
        if !isWhole || isTorn, side > 1 {
            for part in square.tiles(side: max(1, Int(side) / 4)) { collect(part, into: &boxes) }
            return
        }
        // A single cell over the tear counts on either side of it.
        let groups = isTorn || !isWhole ? corners.filter(\.x.isFinite).map { [$0] } : [corners]
        for group in groups { append(PlaneBox(around: group), into: &boxes) }
    }

    /// The corners in fractional columns and rows; columns counted on from the first corner around the Earth.
    private func pixelCorners(of square: GridWindow) -> [PlanePoint] {
        let grid = plan.grid
        var xs: [Double] = []
        var ys: [Double] = []
        for (column, row) in [(0, 0), (square.columns, 0), (0, square.rows), (square.columns, square.rows)] {
            xs.append(grid.westMetres + Double(square.column + column) * grid.cellMetres)
            ys.append(grid.northMetres - Double(square.row + row) * grid.cellMetres)
        }
        transform.forwardWhereDefined(&xs, &ys)
        let points = zip(xs, ys).map { x, y in
            let pixel = plan.source.layer.pixels.pixel(at: PlanePoint(x: x, y: y))
            return PlanePoint(x: pixel.column, y: pixel.row)
        }
        guard let turn = plan.source.layer.columnTurn, let first = points.first(where: \.x.isFinite) else {
            return points
        }
        let home = turn * (first.x / turn).rounded(.down)
        return points.map { point in
            let shift = turn * ((point.x - first.x) / turn).rounded() + home
            return PlanePoint(x: point.x - shift, y: point.y)
        }
    }

    private func append(_ box: PlaneBox, into boxes: inout [GridWindow]) {
        let marginX = Self.extraPixels + Self.widening * (box.high.x - box.low.x)
        let marginY = Self.extraPixels + Self.widening * (box.high.y - box.low.y)
        let rows = clamped(box.low.y - marginY, box.high.y + marginY, count: plan.source.layer.rows)
        let turns: [Double] = plan.source.layer.columnTurn.map { [-$0, 0, $0] } ?? [0]
        for turn in turns {
            let columns = clamped(box.low.x + turn - marginX, box.high.x + turn + marginX, count: plan.sourceColumns)
            guard !columns.isEmpty, !rows.isEmpty else { continue }
            boxes.append(
                GridWindow(
                    column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count))
        }
    }

    private func clamped(_ low: Double, _ high: Double, count: Int) -> Range<Int> {
        let first = max(0, min(Double(count), low.rounded(.down)))
        let last = max(first, min(Double(count), high.rounded(.up)))
        return Int(first)..<Int(last)
    }

    /// Boxes joined until none overlaps another.
    private static func joined(_ boxes: [GridWindow]) -> [GridWindow] {
        var result: [GridWindow] = []
        for box in boxes {
            var grown = box
            while let index = result.firstIndex(where: { $0.intersection(grown) != nil }) {
                grown = grown.union(result.remove(at: index))
            }
            result.append(grown)
        }
        return result.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }
}
