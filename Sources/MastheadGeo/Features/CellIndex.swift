/// Finds items by the cell of a grid that they lie in.
public struct CellIndex: Sendable {
    private let columns: Int
    private let cells: [Int]
    private let items: [Int32]

    /// An index of items by their points; points outside the grid are left out.
    init(_ points: some Sequence<PlanePoint>, on grid: Grid) {
        columns = grid.columns
        var pairs: [(cell: Int, item: Int32)] = []
        for (item, point) in points.enumerated() {
            let cell = grid.cell(at: point)
            guard grid.window.contains(column: cell.column, row: cell.row) else { continue }
            pairs.append((cell.row * grid.columns + cell.column, Int32(item)))
        }
        pairs.sort { ($0.cell, $0.item) < ($1.cell, $1.item) }
        cells = pairs.map(\.cell)
        items = pairs.map(\.item)
    }

    /// Calls `body` for each item in a window of the grid: its number, and its cell's row-major index in the window.
    public func forEach(in window: GridWindow, _ body: (_ item: Int, _ cell: Int) -> Void) {
        for row in window.row..<window.row + window.rows {
            let start = row * columns + window.column
            var next = firstIndex(notBelow: start)
            while next < cells.count, cells[next] < start + window.columns {
                body(Int(items[next]), window.index(column: cells[next] - row * columns, row: row))
                next += 1
            }
        }
    }

    private func firstIndex(notBelow cell: Int) -> Int {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle] < cell { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
