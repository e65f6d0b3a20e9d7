/// The levels of a band in the parts of a tile's cells; only cells that a sector reaches are held.
public struct FineLevels: Sendable, Equatable {
    /// Index of the band.
    public var band: Int
    /// k, the parts along the side of a cell.
    public var refinement: Int
    /// Cells of the tile that a sector reaches, row-major indices within its window.
    public var cells: [Int32]
    /// SS-RSRP in hundredths of a dBm, k × k values row-major for each of ``cells``; ``CoverageTile/noLevel`` where no
    /// sector reaches the part.
    public var levelHundredthsDBm: [Int16]

    /// Levels by their cells.
    public init(band: Int, refinement: Int, cells: [Int32] = [], levelHundredthsDBm: [Int16] = []) {
        precondition(levelHundredthsDBm.count == cells.count * refinement * refinement, "one level for each part")
        self.band = band
        self.refinement = refinement
        self.cells = cells
        self.levelHundredthsDBm = levelHundredthsDBm
    }

    /// Takes in the parts of a cell, row-major; a cell that nothing reaches is left out.
    mutating func record(_ parts: ArraySlice<CellSignal>, at cell: Int) {
        guard parts.contains(where: { $0.bestServer != 0 }) else { return }
        cells.append(Int32(cell))
        for part in parts {
            levelHundredthsDBm.append(
                part.bestServer == 0 ? CoverageTile.noLevel : Level.hundredths(part.levelDBm))
        }
    }
}
