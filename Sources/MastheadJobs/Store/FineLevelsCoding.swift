import MastheadPlanning

/// The bytes of the levels in the parts of a tile's cells.
enum FineLevelsCoding {
    static func append(_ fine: FineLevels, to bytes: inout [UInt8]) {
        ByteCoding.append([UInt32(fine.band), UInt32(fine.refinement), UInt32(fine.cells.count)], to: &bytes)
        ByteCoding.append(fine.cells, to: &bytes)
        ByteCoding.append(fine.levelHundredthsDBm, to: &bytes)
    }

    /// The levels from `position` on, which moves behind them; nil when the bytes end before.
    static func read(from bytes: [UInt8], at position: inout Int) -> FineLevels? {
        guard let head: [UInt32] = ByteCoding.read(3, from: bytes, at: &position) else { return nil }
        let (k, count) = (Int(head[1]), Int(head[2]))
        guard k <= Refinement.largest, let cells: [Int32] = ByteCoding.read(count, from: bytes, at: &position),
            let levels: [Int16] = ByteCoding.read(count * k * k, from: bytes, at: &position)
        else { return nil }
        return FineLevels(band: Int(head[0]), refinement: k, cells: cells, levelHundredthsDBm: levels)
    }
}
