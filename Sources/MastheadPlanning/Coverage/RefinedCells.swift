import MastheadCore
import MastheadGeo
import MastheadPropagation

extension TileWorker {
    /// Computes the bands of a refined group over the parts of the cells that its masts may reach.
    ///
    /// Cells out of reach are left as the tally begins them: nothing received.
    mutating func computeParts(
        of group: Int, in window: GridWindow, tally: inout TileTally, isStopped: () -> Bool
    ) throws(MastheadError) -> [FineLevels] {
        let own = setup.groups[group]
        var fine = own.bands.map { FineLevels(band: $0, refinement: own.refinement) }
        for block in RefinedBlock.blocks(of: tally.areaCells, in: window, group: own, setup: setup) {
            let terrain = try terrain(
                of: group, window: own.terrainWindow(cells: own.parts(of: block.window), masts: masts(block.masts)))
            if group == 0 { countEdgeCells(block.cells, in: block.window, group: group, caveats: &tally.caveats) }
            tally.caveats.add(PlanningCaveats.clutterVoid, count: terrain.tile.clutterVoidCount)
            if terrain.tile.surfaceMetres != nil {
                countSurfaceVoids(
                    block.cells.flatMap { $0.parts(of: own) }, group: own, terrain: terrain, caveats: &tally.caveats)
            }
            let parts = block.cells.flatMap { $0.parts(of: own) }
            let signals = try signals(of: parts, group: own, masts: block.masts, terrain: terrain, isStopped: isStopped)
            for (number, band) in own.bands.enumerated() {
                let masts = block.masts.filter { setup.masts[$0].band == band }
                for (index, cell) in block.cells.enumerated()
                where masts.contains(where: { setup.reaches(cell, mast: $0) }) {
                    let own = signals[number][index * own.parts..<(index + 1) * own.parts]
                    if !setup.toleratesVoids, own.contains(where: \.crossedVoid) { throw voidError(cell: cell) }
                    tally.record(parts: own, centre: own.count / 2, at: cell.index, band: band)
                    fine[number].record(own, at: cell.index)
                }
            }
        }
        return fine
    }

    /// What each of the cells of a group's grid gets in each of the group's bands, in their order.
    ///
    /// - Parameters:
    ///   - masts: Those of the group that may reach the cells.
    ///   - terrain: Holds the cells, the masts and all between.
    ///   - isStopped: Asked between stations.
    func signals(
        of cells: [AreaCell], group: BandGroup, masts: [Int], terrain: TerrainView, isStopped: () -> Bool
    ) throws(MastheadError) -> [[CellSignal]] {
        var sweep = GroupSweep(setup: setup, group: group, cells: cells, terrain: terrain)
        return try sweep.signals(masts: masts, isStopped: isStopped)
    }

    /// Counts receivers' places where the surface has a void, and the class gives the height.
    func countSurfaceVoids(
        _ cells: [AreaCell], group: BandGroup, terrain: TerrainView, caveats: inout Caveats
    ) {
        guard let tops = terrain.tile.surfaceMetres else { return }
        let window = terrain.tile.window
        let voids = cells.count { cell in
            let centre = group.grid.centre(column: cell.column, row: cell.row)
            let place = group.terrainGrid.cell(at: centre)
            return tops[window.index(column: place.column, row: place.row)].isNaN
        }
        if voids > 0 { caveats.add(PlanningCaveats.surfaceVoid, count: voids) }
    }
}
