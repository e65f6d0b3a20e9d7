/// Fixed-point coordinates on a lattice of square units, pixels or cells: column to the right, row down.
///
/// A unit is 2²⁸ steps, so a 100 m cell is resolved to 0.4 µm. Whole numbers make areas exact: they do not depend on the
/// window that asks, on the order of edges, or on which of two neighbours a common border is read from.
enum Lattice {
    /// Binary digits of a step.
    static let bits = 28
    /// Steps in the side of a unit.
    static let side: Int64 = 1 << 28
    /// The area of a unit, in half square steps; all areas here are doubled.
    static let unitArea: Int64 = 1 << 57

    /// The nearest step.
    static func snapped(_ value: Double) -> Int64 {
        // 2⁶⁰ steps lie far outside every raster and grid, and their differences still fit.
        Int64(max(-0x1p60, min(0x1p60, (value * 0x1p28).rounded())))
    }
}

/// A point of the lattice, in steps.
struct LatticePoint: Sendable, Hashable {
    var x: Int64
    var y: Int64

    /// A point by its steps.
    init(x: Int64, y: Int64) {
        self.x = x
        self.y = y
    }

    /// The point nearest to a place in units.
    init(column: Double, row: Double) {
        x = Lattice.snapped(column)
        y = Lattice.snapped(row)
    }

    /// The place in units; exact below 2²⁵ units.
    var plane: PlanePoint { PlanePoint(x: Double(x) * 0x1p-28, y: Double(y) * 0x1p-28) }
}

/// A closed ring of lattice points, with boxes that let distant parts be skipped.
struct LatticeRing: Sendable {
    let points: [LatticePoint]
    /// Least and greatest coordinates.
    let low: LatticePoint
    let high: LatticePoint
    /// Boxes around runs of edges; run `i` holds the edges that end at points `64 i` to `64 i + 63`.
    let runs: [(low: LatticePoint, high: LatticePoint)]

    static let runLength = 64

    /// A ring through points.
    init(_ points: [LatticePoint]) {
        self.points = points
        var runs: [(low: LatticePoint, high: LatticePoint)] = []
        var last = points.last ?? LatticePoint(x: 0, y: 0)
        for (index, point) in points.enumerated() {
            if index % Self.runLength == 0 { runs.append((last, last)) }
            let run = runs.count - 1
            for end in [last, point] {
                runs[run].low.x = min(runs[run].low.x, end.x)
                runs[run].low.y = min(runs[run].low.y, end.y)
                runs[run].high.x = max(runs[run].high.x, end.x)
                runs[run].high.y = max(runs[run].high.y, end.y)
            }
            last = point
        }
        self.runs = runs
        low = LatticePoint(x: runs.map(\.low.x).min() ?? 0, y: runs.map(\.low.y).min() ?? 0)
        high = LatticePoint(x: runs.map(\.high.x).max() ?? 0, y: runs.map(\.high.y).max() ?? 0)
    }

    /// The units that the ring's box touches.
    var window: GridWindow {
        let left = Int(low.x >> Lattice.bits)
        let top = Int(low.y >> Lattice.bits)
        return GridWindow(
            column: left, row: top, columns: Int(high.x >> Lattice.bits) - left + 1,
            rows: Int(high.y >> Lattice.bits) - top + 1)
    }
}
