/// The part of a window that one tile holds.
struct MosaicPiece {
    /// Index of the tile in the layer.
    var tile: Int
    /// The pixels in the tile's own columns and rows.
    var source: GridWindow
    /// The same pixels in the columns and rows of the window that was asked for.
    var target: GridWindow
    /// Which of them the tile's sources fill; nil when all.
    var mask: [Bool]?
}

/// Why a pixel has no value.
package enum PixelAbsence: Sendable, Hashable {
    /// The source holds a void there.
    case void
    /// The layer's tiles surround the place, and none holds it.
    case missingTile
    /// The layer does not reach there.
    case outside
}

extension RasterLayer {
    /// The parts of a window that tiles hold, in the order of the tiles; once around the Earth where that applies.
    func pieces(of window: GridWindow) -> [MosaicPiece] {
        var pieces: [MosaicPiece] = []
        for (index, tile) in tiles.enumerated() {
            for turn in turns(of: window, over: tile) {
                let shifted = GridWindow(
                    column: tile.window.column + turn, row: tile.window.row, columns: tile.window.columns,
                    rows: tile.window.rows)
                guard let target = window.intersection(shifted) else { continue }
                let source = GridWindow(
                    column: target.column - shifted.column, row: target.row - shifted.row, columns: target.columns,
                    rows: target.rows)
                let onLattice = GridWindow(
                    column: target.column - turn, row: target.row, columns: target.columns, rows: target.rows)
                pieces.append(
                    MosaicPiece(tile: index, source: source, target: target, mask: tile.mask(of: onLattice)))
            }
        }
        return pieces
    }

    /// The shifts by whole turns of the Earth that bring a tile into a window.
    private func turns(of window: GridWindow, over tile: MosaicTile) -> [Int] {
        guard let period = columnPeriod else { return [0] }
        let first = floorDivision(window.column - tile.window.column - tile.window.columns, period)
        let last = floorDivision(window.column + window.columns - tile.window.column, period)
        return (first...last).map { $0 * period }
    }

    private func floorDivision(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

    /// What it means that a pixel, given in columns and rows of the layer, came out as NaN.
    package func absence(column: Int, row: Int) -> PixelAbsence {
        if source(column: column, row: row) != nil { return .void }
        let isInside = turns(of: column).contains { $0 >= 0 && $0 < columns } && row >= 0 && row < rows
        return isInside ? .missingTile : .outside
    }

    /// The pixels around a pixel that one source holds, in the columns the pixel is counted in; nil when none holds it.
    func source(column: Int, row: Int) -> GridWindow? {
        for tile in tiles {
            for turn in turns(of: column) {
                guard var found = tile.source(column: turn, row: row) else { continue }
                found.column += column - turn
                return found
            }
        }
        return nil
    }

    /// The tile that has a source for a pixel.
    func tile(holding column: Int, row: Int) -> MosaicTile? {
        tiles.first { tile in turns(of: column).contains { tile.source(column: $0, row: row) != nil } }
    }

    /// The columns that mean the same meridian and may lie on the layer.
    private func turns(of column: Int) -> [Int] {
        guard let period = columnPeriod else { return [column] }
        let first = ((column % period) + period) % period
        return [first, first + period]
    }
}
