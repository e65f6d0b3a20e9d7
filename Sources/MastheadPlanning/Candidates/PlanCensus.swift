public import MastheadGeo

/// People of the whole study grid by cell and region.
///
/// A plan weighs all cells against each other, so that this is held as a whole: 8 bytes for a cell and 16 for each share.
public struct PlanCensus: Sendable {
    /// The study grid.
    public let grid: Grid
    /// First share of each cell, row-major; one more entry than cells.
    let first: [Int32]
    /// Region of each share.
    let regions: [Int32]
    /// People of each share, billionths.
    let people: [Int64]
    /// People of each region, billionths.
    public let regionPeople: [Int64]

    /// The census of some tiles that cover the grid.
    public init(_ tiles: [CensusTile], grid: Grid, regionCount: Int) {
        self.grid = grid
        var counts = [Int32](repeating: 0, count: grid.cellCount + 1)
        func cell(_ share: CellShare, _ window: GridWindow) -> Int {
            let row = window.row + Int(share.cell) / window.columns
            return row * grid.columns + window.column + Int(share.cell) % window.columns
        }
        for tile in tiles {
            for share in tile.shares { counts[cell(share, tile.window) + 1] += 1 }
        }
        for index in 1..<counts.count { counts[index] += counts[index - 1] }
        first = counts
        let total = Int(counts[counts.count - 1])
        var regions = [Int32](repeating: 0, count: total)
        var people = [Int64](repeating: 0, count: total)
        var sums = [Int64](repeating: 0, count: regionCount)
        for tile in tiles {
            for share in tile.shares {
                // Shares of a cell come together, in the order of their regions.
                let index = cell(share, tile.window)
                let slot = Int(counts[index])
                counts[index] += 1
                regions[slot] = share.region
                people[slot] = share.people.billionths
                sums[Int(share.region)] += share.people.billionths
            }
        }
        self.regions = regions
        self.people = people
        regionPeople = sums
    }

    /// The shares of a cell, by its row-major index.
    func shares(of cell: Int) -> Range<Int> { Int(first[cell])..<Int(first[cell + 1]) }

    /// People of a cell, billionths.
    func people(in cell: Int) -> Int64 { shares(of: cell).reduce(0) { $0 + people[$1] } }

    /// The region that holds most people of a cell, the earlier of equal ones; nil outside all regions.
    func region(of cell: Int) -> Int? {
        let shares = shares(of: cell)
        guard var best = shares.first else { return nil }
        for share in shares where people[share] > people[best] { best = share }
        return Int(regions[best])
    }
}
