/// The exact area that polygons fill in each unit of a window of the lattice.
///
/// Every edge adds, in each row that it passes, the area between itself and the right side of the unit that it is in, and
/// the height that it covers for all units further right; a sum along the row then gives the areas. Edges that go down
/// add, edges that go up subtract, so that rings which run counter-clockwise on the map (row down) come out positive, and
/// holes and concave borders need no care. Where an edge crosses a line of the lattice is a function of the edge and the
/// line alone, rounded to a step; everything else is whole numbers.
struct AreaRaster {
    /// The window.
    private(set) var window = GridWindow(column: 0, row: 0, columns: 0, rows: 0)
    /// Doubled areas in square steps, row-major; true after `finish`.
    private(set) var areas: [Int64] = []
    private var heights: [Int64] = []
    /// Height covered left of the window, by row.
    private var before: [Int64] = []

    /// Empties the raster and gives it a window.
    mutating func begin(_ window: GridWindow) {
        self.window = window
        let count = window.cellCount
        if areas.count < count {
            areas = Array(repeating: 0, count: count)
            heights = areas
        } else {
            for index in 0..<count {
                areas[index] = 0
                heights[index] = 0
            }
        }
        if before.count < window.rows {
            before = Array(repeating: 0, count: window.rows)
        } else {
            for row in 0..<window.rows { before[row] = 0 }
        }
    }

    /// Adds a ring, passing over the runs of edges that cannot touch the window.
    mutating func add(_ ring: LatticeRing) {
        let top = Int64(window.row) << Lattice.bits
        let bottom = Int64(window.row + window.rows) << Lattice.bits
        let right = Int64(window.column + window.columns) << Lattice.bits
        guard ring.low.y < bottom, ring.high.y > top, ring.low.x < right else { return }
        for (number, run) in ring.runs.enumerated() {
            guard run.low.y < bottom, run.high.y > top, run.low.x < right else { continue }
            let first = number * LatticeRing.runLength
            var last = first > 0 ? ring.points[first - 1] : ring.points[ring.points.count - 1]
            for index in first..<min(first + LatticeRing.runLength, ring.points.count) {
                add(from: last, to: ring.points[index])
                last = ring.points[index]
            }
        }
    }

    /// Adds one edge.
    mutating func add(from start: LatticePoint, to end: LatticePoint) {
        guard start.y != end.y else { return }
        let edge = start.y < end.y ? Edge(top: start, bottom: end, sign: 1) : Edge(top: end, bottom: start, sign: -1)
        let firstRow = max(Int(edge.top.y >> Lattice.bits), window.row)
        let lastRow = min(Int((edge.bottom.y - 1) >> Lattice.bits), window.row + window.rows - 1)
        guard firstRow <= lastRow else { return }
        for row in firstRow...lastRow { add(edge, row: row) }
    }

    /// An edge from its upper to its lower end.
    private struct Edge {
        let top: LatticePoint
        let bottom: LatticePoint
        let sign: Int64

        /// Where the edge is at a row line between its ends.
        func x(atY y: Int64) -> Int64 {
            if y == top.y { return top.x }
            if y == bottom.y { return bottom.x }
            let t = Double(bottom.x - top.x) * Double(y - top.y) / Double(bottom.y - top.y)
            let x = top.x + Int64(t.rounded())
            return max(min(top.x, bottom.x), min(max(top.x, bottom.x), x))
        }

        /// Where the edge is at a column line between its ends.
        func y(atX x: Int64) -> Int64 {
            top.y + Int64((Double(bottom.y - top.y) * Double(x - top.x) / Double(bottom.x - top.x)).rounded())
        }
    }

    private mutating func add(_ edge: Edge, row: Int) {
        let upper = max(edge.top.y, Int64(row) << Lattice.bits)
        let lower = min(edge.bottom.y, Int64(row + 1) << Lattice.bits)
        let entry = edge.x(atY: upper)
        let exit = edge.x(atY: lower)
        let low = min(entry, exit)
        let high = max(entry, exit)
        let first = Int(low >> Lattice.bits)
        let last = low == high ? first : Int((high - 1) >> Lattice.bits)
        let line = (row - window.row) * window.columns - window.column
        let leftEdge = Int64(window.column) << Lattice.bits
        if high <= leftEdge, first < window.column {
            before[row - window.row] &+= edge.sign * (lower - upper)
            return
        }
        if first == last, first >= window.column {
            guard first < window.column + window.columns else { return }
            let height = edge.sign * (lower - upper)
            heights[line + first] &+= height
            areas[line + first] &+= height &* ((Int64(first + 1) << (Lattice.bits + 1)) - entry - exit)
            return
        }
        // The height at x, held between the ends of the row so that pieces join without gap.
        let isRightward = entry <= exit
        func y(_ x: Int64) -> Int64 {
            if x == low { return isRightward ? upper : lower }
            if x == high { return isRightward ? lower : upper }
            return max(upper, min(lower, edge.y(atX: x)))
        }
        var column = first
        if first < window.column {
            before[row - window.row] &+= edge.sign * abs(y(leftEdge) - y(low))
            column = window.column
        }
        let end = min(last, window.column + window.columns - 1)
        while column <= end {
            let left = max(low, Int64(column) << Lattice.bits)
            let right = min(high, Int64(column + 1) << Lattice.bits)
            let height = edge.sign * abs(y(right) - y(left))
            heights[line + column] &+= height
            areas[line + column] &+= height &* ((Int64(column + 1) << (Lattice.bits + 1)) - left - right)
            column += 1
        }
    }

    /// Turns what was added into the area of each unit.
    mutating func finish() {
        for row in 0..<window.rows {
            var height = before[row]
            var index = row * window.columns
            for _ in 0..<window.columns {
                areas[index] &+= height &<< (Lattice.bits + 1)
                height &+= heights[index]
                index += 1
            }
        }
    }
}
