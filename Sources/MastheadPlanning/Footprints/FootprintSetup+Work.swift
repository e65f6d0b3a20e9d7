import Foundation
import MastheadGeo

/// What footprints take to compute, counted without computing any.
public struct FootprintWork: Sendable, Equatable {
    /// Footprints: bands on candidates, those that stand among them.
    public var footprints: Int
    /// Cells with something to serve within the reach of each, added up over the footprints.
    public var cells: Int
    /// Paths: one for each part of such a cell.
    public var evaluations: Int

    /// Work by its parts.
    public init(footprints: Int = 0, cells: Int = 0, evaluations: Int = 0) {
        self.footprints = footprints
        self.cells = cells
        self.evaluations = evaluations
    }

    static func + (lhs: FootprintWork, rhs: FootprintWork) -> FootprintWork {
        FootprintWork(
            footprints: lhs.footprints + rhs.footprints, cells: lhs.cells + rhs.cells,
            evaluations: lhs.evaluations + rhs.evaluations)
    }
}

extension FootprintSetup {
    /// The work of each candidate. A candidate costs time by the rows of its reach, not by its cells.
    public func work() -> [FootprintWork] {
        let grid = demand.grid
        let before = demandBefore()
        let parts = sweep.bands.indices.map { sweep.group(of: $0).parts }
        var masts: [Swept: [Mast]] = [:]
        for mast in sweep.masts { masts[Swept(station: mast.station, band: mast.band), default: []].append(mast) }
        return candidates.indices.map { candidate in
            var work = FootprintWork()
            for number in ranges[candidate] {
                let emitter = emitters[number]
                work.footprints += 1
                for mast in masts[Swept(station: emitter.swept, band: emitter.band)] ?? [] {
                    let cells = Self.cells(around: mast, grid: grid, before: before)
                    work.cells += cells
                    work.evaluations += cells * parts[emitter.band]
                }
            }
            return work
        }
    }

    private struct Swept: Hashable {
        var station: Int
        var band: Int
    }

    /// Of each row, how many cells with something to serve lie before a column; one more entry than columns.
    private func demandBefore() -> [Int32] {
        let grid = demand.grid
        var before = [Int32](repeating: 0, count: (grid.columns + 1) * grid.rows)
        for row in 0..<grid.rows {
            let start = row * (grid.columns + 1)
            for column in 0..<grid.columns {
                before[start + column + 1] = before[start + column] + (isDemand[row * grid.columns + column] ? 1 : 0)
            }
        }
        return before
    }

    private static func cells(around mast: Mast, grid: Grid, before: [Int32]) -> Int {
        let reach = mast.reachMetres
        let side = grid.cellMetres
        // Columns and rows are counted in cells from the corner, so that no coordinate needs to fit a whole number first.
        let x = (mast.plane.x - grid.westMetres) / side - 0.5
        let y = (grid.northMetres - mast.plane.y) / side - 0.5
        let radius = reach / side
        let low = max(0, (y - radius).rounded(.up))
        let high = min(Double(grid.rows - 1), (y + radius).rounded(.down))
        guard low <= high else { return 0 }
        var sum = 0
        for row in Int(low)...Int(high) {
            let half = max(0, radius * radius - (Double(row) - y) * (Double(row) - y)).squareRoot()
            let west = max(0, (x - half).rounded(.up))
            let east = min(Double(grid.columns - 1), (x + half).rounded(.down))
            guard west <= east else { continue }
            let start = row * (grid.columns + 1)
            sum += Int(before[start + Int(east) + 1] - before[start + Int(west)])
        }
        return sum
    }
}
