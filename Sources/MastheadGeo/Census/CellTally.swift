/// Adds up people and area by cell and region of a window.
struct CellTally {
    /// The window.
    let window: GridWindow
    private let rows: Int
    /// Shares by cell and region, from the areas.
    private var shares: [CellShare] = []
    /// People of each share, billionths.
    private var people: [Int64] = []
    /// Index of the first share of each cell; one more entry than cells.
    private var first: [Int32]
    /// People of a region in cells where it has no area to the last digit of the lattice.
    private var strays: [Stray: Int64] = [:]

    private struct Stray: Hashable {
        let cell: Int32
        let region: Int32
    }

    init(_ areas: borrowing RegionShares, plan: CensusPlan) {
        window = areas.window
        rows = window.rows
        first = []
        first.reserveCapacity(window.cellCount + 1)
        let whole = plan.squareCentimetres(Lattice.unitArea)
        var part = 0
        for cell in 0..<window.cellCount {
            first.append(Int32(shares.count))
            if areas.whole[cell] >= 0 {
                shares.append(
                    CellShare(
                        cell: Int32(cell), region: areas.whole[cell], people: .zero, squareCentimetres: whole))
            }
            while part < areas.parts.count, Int(areas.parts[part].unit) == cell {
                shares.append(
                    CellShare(
                        cell: Int32(cell), region: areas.parts[part].region, people: .zero,
                        squareCentimetres: plan.squareCentimetres(areas.parts[part].area)))
                part += 1
            }
        }
        first.append(Int32(shares.count))
        people = Array(repeating: 0, count: shares.count)
    }

    /// Adds people of a region in a cell, given in columns and rows of the grid; cells outside the window are passed over.
    mutating func add(_ count: Int64, region: Int32, column: Int, row: Int) {
        guard count > 0, window.contains(column: column, row: row) else { return }
        let cell = window.index(column: column, row: row)
        for index in Int(first[cell])..<Int(first[cell + 1]) where shares[index].region == region {
            people[index] += count
            return
        }
        strays[Stray(cell: Int32(cell), region: region), default: 0] += count
    }

    /// The finished tile.
    func tile() -> CensusTile {
        var result: [CellShare] = []
        result.reserveCapacity(shares.count + strays.count)
        for (share, count) in zip(shares, people) where share.squareCentimetres > 0 || count > 0 {
            var counted = share
            counted.people = PersonCount(billionths: count)
            result.append(counted)
        }
        if !strays.isEmpty {
            for (stray, count) in strays {
                result.append(
                    CellShare(
                        cell: stray.cell, region: stray.region, people: PersonCount(billionths: count),
                        squareCentimetres: 0))
            }
            result.sort { ($0.cell, $0.region) < ($1.cell, $1.region) }
        }
        return CensusTile(window: window, shares: result)
    }
}
