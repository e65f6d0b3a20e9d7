import MastheadCore
import MastheadGeo

/// Cells of a tile whose parts are computed in one go, with the masts that reach them.
///
/// Terrain at the step of a refined group is never read for a whole tile: only for the rectangle around the cells of a
/// block that a mast may reach, and these masts. With B = ``side`` parts, a terrain step s that divides the part f times
/// and a radius R, a window has at most (f B + 2.06 R / s + 4)² cells. Which block a cell falls into changes no value: a
/// part gets its own from its place, the masts in reach and the terrain between.
public struct RefinedBlock {
    /// The most parts along the side of a block.
    ///
    /// Twice the usual radius of 500 m at parts of 10 m is 100 parts: blocks much smaller would read most terrain several
    /// times, and larger ones hold more of it than the caches do.
    static let side = 256

    /// Cells of the study area that a mast may reach.
    let cells: [AreaCell]
    /// Their masts.
    let masts: [Int]
    /// The smallest window of the study grid around ``cells``.
    let window: GridWindow

    /// Bytes of a part while its block is worked on: its place (24) and its signal (48).
    public static let bytesPerPart = 72

    /// The blocks of a tile in which a group has anything to compute.
    static func blocks(
        of areaCells: [AreaCell], in tile: GridWindow, group: BandGroup, setup: CoverageSetup
    ) -> [RefinedBlock] {
        let near = setup.masts(near: tile, group: group)
        guard !near.isEmpty else { return [] }
        let side = max(1, Self.side / group.refinement)
        let across = (tile.columns + side - 1) / side
        var members: [[AreaCell]] = Array(repeating: [], count: across * ((tile.rows + side - 1) / side))
        for cell in areaCells where near.contains(where: { setup.reaches(cell, mast: $0) }) {
            members[(cell.row - tile.row) / side * across + (cell.column - tile.column) / side].append(cell)
        }
        return members.compactMap { cells in
            guard let window = Self.window(around: cells) else { return nil }
            return RefinedBlock(
                cells: cells,
                masts: near.filter { mast in cells.contains { setup.reaches($0, mast: mast) } }, window: window)
        }
    }

    private static func window(around cells: [AreaCell]) -> GridWindow? {
        guard let first = cells.first else { return nil }
        var (west, east, north, south) = (first.column, first.column, first.row, first.row)
        for cell in cells {
            west = min(west, cell.column)
            east = max(east, cell.column)
            north = min(north, cell.row)
            south = max(south, cell.row)
        }
        return GridWindow(column: west, row: north, columns: east - west + 1, rows: south - north + 1)
    }
}

extension CoverageSetup {
    /// Whether any place of a cell of the study grid may lie within the radius of a mast's band.
    func reaches(_ cell: AreaCell, mast index: Int) -> Bool {
        let mast = masts[index]
        let centre = studyGrid.centre(column: cell.column, row: cell.row)
        let half = studyGrid.cellMetres / 2
        let dx = max(0, abs(centre.x - mast.plane.x) - half)
        let dy = max(0, abs(centre.y - mast.plane.y) - half)
        // 3 %: as for tiles.
        return (dx * dx + dy * dy).squareRoot() <= mast.reachMetres * 1.03
    }
}

extension AreaCell {
    /// The cell as a window of the study grid.
    var window: GridWindow { GridWindow(column: column, row: row, columns: 1, rows: 1) }

    /// Its parts as cells of a group's grid, row-major; their index is that within the cell.
    func parts(of group: BandGroup) -> [AreaCell] {
        let own = group.parts(of: window)
        return (0..<own.cellCount).map {
            AreaCell(column: own.column + $0 % own.columns, row: own.row + $0 / own.columns, index: $0)
        }
    }
}
