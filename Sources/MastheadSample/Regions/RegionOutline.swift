import MastheadGeo

/// The borders of the regions as rings of points that neighbours share to the last digit.
///
/// A border runs along the sides of squares. Its corners are then drawn towards their neighbours on the border, each by
/// less than a quarter of a square: lines through points that stay so near to the corners of a square lattice cannot
/// cross. The place of a corner depends on the corner alone, so both sides of a border, and a tract where three meet,
/// see the same points.
struct RegionOutline {
    private let lattice: Lattice
    private let label: [Int]
    /// Where each corner of the squares has moved to, in squares to the east and to the south of the north-west corner.
    private var corners: [PlanePoint]
    /// Whether a corner lies within a straight stretch between two corners of the same border.
    private var isIdle: [Bool]

    /// The most that a corner moves along either axis, squares; a quarter would already allow lines to meet.
    private static let reach = 0.23

    init(_ partition: RegionPartition, survey: Survey) {
        lattice = survey.lattice
        label = partition.label
        let across = lattice.columns + 1
        let count = across * (lattice.rows + 1)
        corners = (0..<count).map { PlanePoint(x: Double($0 % across), y: Double($0 / across)) }
        isIdle = [Bool](repeating: false, count: count)
        smooth()
    }

    /// The polygons of one region.
    func polygons(of region: Int) -> [[[PlanePoint]]] {
        var outers: [Ring] = []
        var holes: [Ring] = []
        for ring in RingTracer(columns: lattice.columns, rows: lattice.rows, label: label).rings(of: region) {
            if ring.isHole { holes.append(ring) } else { outers.append(ring) }
        }
        var polygons = outers.map { [drawn($0)] }
        for hole in holes {
            // The smallest outer ring around the hole is the one it belongs to.
            let around = outers.indices.filter { outers[$0].encloses(column: hole.column, row: hole.row) }
            guard let outer = around.min(by: { outers[$0].squares < outers[$1].squares }) else { continue }
            polygons[outer].append(drawn(hole))
        }
        return polygons
    }

    private typealias Ring = RingTracer.Ring

    private func drawn(_ ring: Ring) -> [PlanePoint] {
        var points: [PlanePoint] = []
        for corner in ring.corners where !isIdle[corner] {
            points.append(
                PlanePoint(
                    x: lattice.west + (corners[corner].x - 0.5) * lattice.columnMetres,
                    y: lattice.north - (corners[corner].y - 0.5) * lattice.rowMetres))
        }
        if let first = points.first { points.append(first) }
        return points
    }

    /// Draws corners with two border lines towards the corners at the other ends, three times.
    private mutating func smooth() {
        let across = lattice.columns + 1
        let links = corners.indices.map { borderNeighbours(of: $0) }
        for _ in 0..<3 {
            let before = corners
            for corner in corners.indices where links[corner].count == 2 && !isOnEdge(corner) {
                let (a, b) = (before[links[corner][0]], before[links[corner][1]])
                let home = PlanePoint(x: Double(corner % across), y: Double(corner / across))
                let x = before[corner].x + 0.25 * (a.x + b.x - 2 * before[corner].x)
                let y = before[corner].y + 0.25 * (a.y + b.y - 2 * before[corner].y)
                corners[corner] = PlanePoint(
                    x: home.x + min(max(x - home.x, -Self.reach), Self.reach),
                    y: home.y + min(max(y - home.y, -Self.reach), Self.reach))
            }
        }
        for corner in corners.indices where links[corner].count == 2 {
            let (a, b, c) = (corners[links[corner][0]], corners[links[corner][1]], corners[corner])
            isIdle[corner] = (a.x == c.x && b.x == c.x) || (a.y == c.y && b.y == c.y)
        }
    }

    private func isOnEdge(_ corner: Int) -> Bool {
        let column = corner % (lattice.columns + 1)
        let row = corner / (lattice.columns + 1)
        return column == 0 || row == 0 || column == lattice.columns || row == lattice.rows
    }

    /// The corners that a border line joins to this one.
    private func borderNeighbours(of corner: Int) -> [Int] {
        let across = lattice.columns + 1
        let column = corner % across
        let row = corner / across
        let northWest = at(column - 1, row - 1)
        let northEast = at(column, row - 1)
        let southWest = at(column - 1, row)
        let southEast = at(column, row)
        var neighbours: [Int] = []
        if northEast != southEast { neighbours.append(corner + 1) }
        if northWest != northEast { neighbours.append(corner - across) }
        if northWest != southWest { neighbours.append(corner - 1) }
        if southWest != southEast { neighbours.append(corner + across) }
        return neighbours
    }

    private func at(_ column: Int, _ row: Int) -> Int {
        guard column >= 0, row >= 0, column < lattice.columns, row < lattice.rows else { return -1 }
        return label[row * lattice.columns + column]
    }
}
