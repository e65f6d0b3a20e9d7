import MastheadGeo

/// Nodes at even spacing in the plane of the sample, row 0 in the north, row-major.
struct Lattice: Sendable {
    let columns: Int
    let rows: Int
    /// Distance of neighbours along x, m.
    let columnMetres: Double
    /// Distance of neighbours along y, m.
    let rowMetres: Double
    /// x of column 0, m.
    let west: Double
    /// y of row 0, m.
    let north: Double

    var count: Int { columns * rows }
    /// The numbers of all nodes.
    var nodes: Range<Int> { 0..<count }
    /// The area that a node stands for, m².
    var nodeArea: Double { columnMetres * rowMetres }

    func x(_ column: Int) -> Double { west + Double(column) * columnMetres }
    func y(_ row: Int) -> Double { north - Double(row) * rowMetres }
    func point(_ node: Int) -> PlanePoint { PlanePoint(x: x(node % columns), y: y(node / columns)) }

    /// The node nearest to a point, moved to the edge when the point lies outside.
    func nearestNode(to point: PlanePoint) -> Int {
        let column = Int(((point.x - west) / columnMetres).rounded())
        let row = Int(((north - point.y) / rowMetres).rounded())
        return min(max(row, 0), rows - 1) * columns + min(max(column, 0), columns - 1)
    }

    /// A lattice with square cells over a square that reaches `reach` metres from the centre on all four sides.
    static func square(reach: Double, spacing: Double) -> Lattice {
        let half = Int((reach / spacing).rounded(.up))
        let edge = Double(half) * spacing
        return Lattice(
            columns: 2 * half + 1, rows: 2 * half + 1, columnMetres: spacing, rowMetres: spacing, west: -edge,
            north: edge)
    }

    /// The nodes around a node, with their distances: eight inside, fewer at the edge.
    @inline(__always)
    func forEachNeighbour(of node: Int, _ body: (_ neighbour: Int, _ direction: Int) -> Void) {
        let column = node % columns
        let row = node / columns
        let isInside = column > 0 && row > 0 && column < columns - 1 && row < rows - 1
        for direction in 0..<8 {
            let dc = Self.columnSteps[direction]
            let dr = Self.rowSteps[direction]
            if !isInside {
                guard column + dc >= 0, column + dc < columns, row + dr >= 0, row + dr < rows else { continue }
            }
            body(node + dr * columns + dc, direction)
        }
    }

    /// Distances to the eight neighbours, m.
    var stepMetres: [Double] {
        let diagonal = (columnMetres * columnMetres + rowMetres * rowMetres).squareRoot()
        return (0..<8).map { direction in
            if Self.rowSteps[direction] == 0 { return columnMetres }
            return Self.columnSteps[direction] == 0 ? rowMetres : diagonal
        }
    }

    static let columnSteps = [1, 1, 0, -1, -1, -1, 0, 1]
    static let rowSteps = [0, -1, -1, -1, 0, 1, 1, 1]

    /// The value of a field at a point, between nodes on a straight line; the edge's outside it.
    @inline(__always)
    func value(of field: [Float], x: Double, y: Double) -> Double {
        let u = min(max((x - west) / columnMetres, 0), Double(columns - 1))
        let v = min(max((north - y) / rowMetres, 0), Double(rows - 1))
        let column = min(Int(u), columns - 2)
        let row = min(Int(v), rows - 2)
        let fu = u - Double(column)
        let fv = v - Double(row)
        let first = row * columns + column
        let top = Double(field[first]) * (1 - fu) + Double(field[first + 1]) * fu
        let bottom = Double(field[first + columns]) * (1 - fu) + Double(field[first + columns + 1]) * fu
        return top * (1 - fv) + bottom * fv
    }
}
