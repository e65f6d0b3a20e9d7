public import MastheadCore

/// Counts people and area by cell and region.
///
/// A handle: one thread at a time; each worker opens its own on a common plan. The people of each pixel of the source are
/// whole billionths, shared among regions by the pixel's exact area fractions in the source's own plane, and each region's
/// share among cells by overlap in the plane of the grid; both splits keep the sum. What a pixel gives is a function of
/// the pixel alone, so that the tiles' sums equal `sourceTotals()` to the last digit, whatever the tiles are.
public struct CensusReader: ~Copyable {
    /// Source, regions and grid.
    public let plan: CensusPlan
    private let sourceWindows: SourceWindows
    private var pixels: PixelPeople
    private var splitter: PixelSplitter
    private var scratch = AreaRaster()

    /// Side of the windows in which the source is read, pixels.
    private static let chunkSide = 512

    /// Opens the source of a plan.
    ///
    /// - Throws: `bad-crs`.
    public init(plan: CensusPlan) throws(MastheadError) {
        let windows = try SourceWindows(plan)
        let pixels = try PixelPeople(plan)
        splitter = try PixelSplitter(plan)
        self.plan = plan
        sourceWindows = windows
        self.pixels = pixels
    }

    /// Makes a plan for itself; several readers better share one.
    ///
    /// - Throws: What `CensusPlan` throws.
    public init(source: PopulationSource, regions: RegionSet, grid: Grid) throws(MastheadError) {
        try self.init(plan: CensusPlan(source: source, regions: regions, grid: grid))
    }

    /// People and area of a window, by cell and region.
    ///
    /// A region's areas add up to the area of its projected polygon within half a cm² per cell on its border.
    /// - Throws: `bad-layer-value` for a population that is negative, infinite or NaN; `layer-void` where a tile of the
    ///   source is missing; `unreadable-layer`.
    public mutating func tile(_ window: GridWindow) throws(MastheadError) -> CensusTile {
        let areas = RegionShares(plan.gridRegions, in: window, scratch: &scratch)
        var tally = CellTally(areas, plan: plan)
        splitter.trim()
        for found in sourceWindows.windows(under: window) {
            for chunk in found.tiles(side: Self.chunkSide) {
                let shares = try pixels.shares(in: chunk)
                guard !shares.isEmpty else { continue }
                try splitter.split(shares, of: chunk, over: window, into: &tally)
            }
        }
        return tally.tile()
    }

    /// The people of the source in each region, and in all of them.
    ///
    /// - Throws: As `tile(_:)`; also `bad-layer-value` when more people are counted than can be held.
    public mutating func sourceTotals() throws(MastheadError) -> (perRegion: [PersonCount], total: PersonCount) {
        var sums = [Int64](repeating: 0, count: plan.regions.regions.count)
        var total: Int64 = 0
        let raster = GridWindow(column: 0, row: 0, columns: plan.sourceColumns, rows: plan.source.layer.rows)
        for chunk in raster.tiles(side: Self.chunkSide)
        where plan.sourceRegions.contains(where: { $0.window.intersection(chunk) != nil }) {
            for share in try pixels.shares(in: chunk) {
                let (sum, isTooMuch) = total.addingReportingOverflow(share.people)
                guard !isTooMuch else { throw tooManyPeople }
                total = sum
                sums[Int(share.region)] += share.people
            }
        }
        return (sums.map { PersonCount(billionths: $0) }, PersonCount(billionths: total))
    }

    private var tooManyPeople: MastheadError {
        MastheadError(
            .badLayerValue, "the population of the regions is above 9.2 thousand million people",
            at: .layer(role: plan.source.layer.role, file: plan.source.layer.path),
            remedy: "Check the unit of the raster, and whether it holds counts or densities (layers.population.kind).")
    }
}
