import MastheadGeo
import MastheadPropagation

/// The cells around a site in wedges of neighbouring radials: each radial is in one wedge, and each cell in that of its
/// nearest radial, so that no radial is searched twice and no two wedges share a cell.
struct SiteWedges: Sendable {
    private let grid: Grid
    private let mast: PlanePoint
    private let reachMetres: Double
    private let fan: RadialFan
    /// Radials of a wedge: below an eighth of a turn, so that a wedge cuts a row of cells in one piece.
    private let radials: Int
    /// How far the columns lie east of the mast, and the rows north of it, m.
    private let eastMetres: [Float]
    private let northMetres: [Float]

    /// A wedge of 30 km at cells of 30 m has 16,000 cells, whose places and losses stay in a core's cache.
    private static let mostRadials = 64

    init(grid: Grid, mast: PlanePoint, reachMetres: Double) {
        self.grid = grid
        self.mast = mast
        self.reachMetres = reachMetres
        fan = RadialFan(radiusMetres: reachMetres, cellMetres: grid.cellMetres)
        radials = max(1, min(Self.mostRadials, fan.count / 8))
        // The lanes of a row's last vector need room too.
        eastMetres = (0..<grid.columns + 16).map { Float(grid.centre(column: $0, row: 0).x - mast.x) }
        northMetres = (0..<grid.rows).map { Float(grid.centre(column: 0, row: $0).y - mast.y) }
    }

    /// The number of wedges.
    var count: Int { (fan.count + radials - 1) / radials }

    /// The cells of a wedge, row by row, with the nearest radial of each; some lie just beyond the reach.
    func cells(of wedge: Int) -> (cells: [AreaCell], radials: [Int32]) {
        let own = wedge * radials..<min((wedge + 1) * radials, fan.count)
        // One radial more on either side, for the rounding of the nearest.
        let left = fan.direction((own.lowerBound + fan.count - 1) % fan.count)
        let right = fan.direction(own.upperBound % fan.count)
        // 3 %: how far a plane distance may exceed the true one in the projections that are accepted.
        let reach = reachMetres * 1.03
        var cells: [AreaCell] = []
        var radials: [Int32] = []
        // Room for the disc's share, and for the cells beside it.
        let share = Int(1.05 * Double.pi * reach * reach / (grid.cellMetres * grid.cellMetres)) / count
        cells.reserveCapacity(min(share + 1024, grid.cellCount))
        radials.reserveCapacity(min(share + 1024, grid.cellCount))
        for row in 0..<grid.rows {
            let y = grid.centre(column: 0, row: row).y - mast.y
            guard abs(y) <= reach else { continue }
            let chord = (reach * reach - y * y).squareRoot()
            guard let columns = columns(of: row, y: y, chord: chord, left: left, right: right) else { continue }
            take(columns, row, own, into: &cells, &radials)
        }
        return (cells, radials)
    }

    /// The columns of a row that may lie clockwise from one direction and counter-clockwise from another, within a chord.
    private func columns(
        of row: Int, y: Double, chord: Double, left: (east: Double, north: Double), right: (east: Double, north: Double)
    ) -> ClosedRange<Int>? {
        var low = -chord
        var high = chord
        let slack = grid.cellMetres
        // Clockwise from d: d.north · x ≥ d.east · y.
        if left.north > Self.flat {
            low = max(low, left.east * y / left.north - slack)
        } else if left.north < -Self.flat {
            high = min(high, left.east * y / left.north + slack)
        } else if left.east * y > slack {
            return nil
        }
        if right.north > Self.flat {
            high = min(high, right.east * y / right.north + slack)
        } else if right.north < -Self.flat {
            low = max(low, right.east * y / right.north - slack)
        } else if right.east * y < -slack {
            return nil
        }
        guard low <= high else { return nil }
        let west = mast.x - grid.westMetres
        let first = max(0, Int(((west + low) / grid.cellMetres).rounded(.down)))
        let last = min(grid.columns - 1, Int(((west + high) / grid.cellMetres).rounded(.down)))
        return first <= last ? first...last : nil
    }

    /// Below this a direction runs along the rows.
    private static let flat = 1e-9

    /// Keeps the cells of a row whose nearest radial is one of the wedge's own.
    private func take(
        _ columns: ClosedRange<Int>, _ row: Int, _ own: Range<Int>, into cells: inout [AreaCell],
        _ radials: inout [Int32]
    ) {
        var start = columns.lowerBound
        while start <= columns.upperBound {
            let lanes = min(16, columns.upperBound - start + 1)
            var east = SIMD16<Float>(repeating: 0)
            var north = SIMD16<Float>(repeating: northMetres[row])
            for lane in 0..<16 { east[lane] = eastMetres[start + lane] }
            // The cell under the mast has no direction; it is in the wedge of the north.
            if northMetres[row] == 0 { north.replace(with: 1, where: east .== 0) }
            let nearest = fan.nearest(east, north)
            for lane in 0..<lanes where own.contains(Int(nearest[lane])) {
                let column = start + lane
                cells.append(AreaCell(column: column, row: row, index: row * grid.columns + column))
                radials.append(nearest[lane])
            }
            start += 16
        }
    }
}
