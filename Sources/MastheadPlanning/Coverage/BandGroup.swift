import MastheadCore
public import MastheadGeo

/// The bands of a run that are computed at the same places over the same terrain.
///
/// Bands of one refinement share a grid, whose cells are the parts of the study cells. Those whose model asks for sight
/// are kept apart where there is a surface layer, since they take heights from it and the others from clutter classes.
public struct BandGroup: Sendable {
    /// k, which divides each cell of the study grid into k × k parts; 1 leaves it whole.
    public let refinement: Int
    /// The grid of the parts.
    public let grid: Grid
    /// What stands along the paths, on a grid no coarser than the parts.
    public let terrain: TerrainSource
    /// The bands, as indices into those of the run.
    public let bands: [Int]
    /// Cells of the terrain grid along the side of a part.
    let factor: Int

    /// The grid of the terrain.
    public var terrainGrid: Grid { terrain.terrainGrid }
    /// Whether the cells of the study grid are divided.
    public var isRefined: Bool { refinement > 1 }
    /// The parts of a cell, k².
    public var parts: Int { refinement * refinement }
    /// The part whose centre is that of the cell, row-major in the cell.
    public var centrePart: Int { parts / 2 }

    /// The parts of cells of the study grid, as a window of ``grid``.
    func parts(of cells: GridWindow) -> GridWindow { cells.scaled(by: refinement) }

    /// The cells of the terrain grid under cells of ``grid``.
    func terrainCells(of cells: GridWindow) -> GridWindow { cells.scaled(by: factor) }

    /// The window of the terrain grid that holds every path from masts to cells of ``grid``.
    func terrainWindow(cells: GridWindow, masts: [Mast]) -> GridWindow {
        let own = terrainCells(of: cells)
        var (west, north, east, south) = (own.column, own.row, own.column + own.columns, own.row + own.rows)
        for mast in masts {
            let cell = terrainGrid.cell(at: mast.plane)
            west = min(west, cell.column)
            east = max(east, cell.column + 1)
            north = min(north, cell.row)
            south = max(south, cell.row + 1)
        }
        // One cell around for the bilinear neighbours.
        return GridWindow(column: west - 1, row: north - 1, columns: east - west + 2, rows: south - north + 2)
    }
}

extension BandGroup {
    /// The groups of a run, in the order of their first bands.
    ///
    /// - Parameter terrain: The run's terrain; undivided cells keep its grid.
    static func groups(of bands: [Band], studyGrid: Grid, terrain: TerrainSource) -> [BandGroup] {
        let step = Int((studyGrid.cellMetres / terrain.terrainGrid.cellMetres).rounded())
        var keys: [Key] = []
        var members: [[Int]] = []
        for (index, band) in bands.enumerated() {
            let key = Key(band, terrain)
            if let known = keys.firstIndex(of: key) {
                members[known].append(index)
            } else {
                keys.append(key)
                members.append([index])
            }
        }
        return zip(keys, members).map { key, members in
            let k = key.refinement
            // No coarser than a part, and no coarser than the run's own terrain.
            let factor = k == 1 ? step : (step + k - 1) / k
            return BandGroup(
                refinement: k, grid: studyGrid.refined(by: k),
                terrain: k == 1 && key.heights == terrain.clutterHeights
                    ? terrain
                    : terrain.on(
                        studyGrid.refined(by: k * factor),
                        // The outermost parts of a cell at the rim lie up to a whole diagonal outside the study area.
                        edgeReach: k == 1 ? terrain.edgeReach : Length(metres: 1.5 * studyGrid.cellMetres),
                        clutterHeights: key.heights),
                bands: members, factor: factor)
        }
    }

    private struct Key: Equatable {
        let refinement: Int
        let heights: ClutterHeights

        init(_ band: Band, _ terrain: TerrainSource) {
            refinement = band.refinement
            heights = band.asksForSight && terrain.surface != nil ? .surface : .classes
        }
    }
}

extension GridWindow {
    /// The same ground on a grid that is `factor` times finer.
    func scaled(by factor: Int) -> GridWindow {
        GridWindow(column: column * factor, row: row * factor, columns: columns * factor, rows: rows * factor)
    }
}
