import MastheadCore

/// Reads a population raster and splits each pixel's people between regions by exact area.
///
/// A handle: one thread at a time. What a pixel gives depends on the pixel alone, never on the window that asks.
struct PixelPeople: ~Copyable {
    private let plan: CensusPlan
    private var dataset: RasterDataset
    private let area: PixelArea?
    private var scratch = AreaRaster()
    private var remainder = LargestRemainder()
    private var weights: [Int64] = []

    /// People of one region in one pixel.
    struct Share {
        /// Row-major index of the pixel in the window.
        let pixel: Int
        let region: Int32
        let people: Int64
        /// Whether the region fills the pixel.
        let isWhole: Bool
    }

    /// The most that one pixel may hold, persons; more than live on Earth.
    private static let mostPersons = 9e9

    init(_ plan: CensusPlan) throws(MastheadError) {
        self.plan = plan
        dataset = RasterDataset(plan.source.layer)
        area = plan.source.kind == .density ? try PixelArea(plan.source.layer) : nil
    }

    /// The people of a window of the raster, by pixel and region, in that order; pixels without people are left out.
    ///
    /// - Throws: `bad-layer-value` for a negative, infinite or undeclared NaN value where a region is; `layer-void` where a
    ///   tile of the source is missing; `unreadable-layer`.
    mutating func shares(in window: GridWindow) throws(MastheadError) -> [Share] {
        let regions = RegionShares(plan.sourceRegions, in: window, scratch: &scratch)
        guard !regions.isEmpty else { return [] }
        let block = try dataset.block(in: window)
        let areas = area?.squareKilometres(in: window)
        var shares: [Share] = []
        var part = 0
        for pixel in 0..<window.cellCount {
            let firstPart = part
            while part < regions.parts.count, Int(regions.parts[part].unit) == pixel { part += 1 }
            let whole = regions.whole[pixel]
            guard whole >= 0 || part > firstPart else { continue }
            let value = block.values[pixel]
            if value == 0 { continue }
            guard !value.isNaN else {
                try checkVoid(at: pixel, of: block)
                continue
            }
            let billionths = try billionths(value, squareKilometres: areas?[pixel], pixel: pixel, in: window)
            guard billionths > 0 else { continue }
            if whole >= 0 {
                shares.append(Share(pixel: pixel, region: whole, people: billionths, isWhole: true))
            } else {
                split(billionths, of: pixel, by: regions.parts[firstPart..<part], into: &shares)
            }
        }
        return shares
    }

    private mutating func split(
        _ people: Int64, of pixel: Int, by parts: ArraySlice<RegionShares.Part>, into shares: inout [Share]
    ) {
        weights.removeAll(keepingCapacity: true)
        var outside = Lattice.unitArea
        for part in parts {
            weights.append(part.area)
            outside -= part.area
        }
        // What lies in no region takes part in the rounding, last.
        weights.append(outside)
        guard remainder.split(people, by: weights, count: weights.count) else { return }
        for (index, part) in parts.enumerated() where remainder.parts[index] > 0 {
            shares.append(
                Share(
                    pixel: pixel, region: part.region, people: remainder.parts[index],
                    isWhole: part.area == Lattice.unitArea))
        }
    }

    private func billionths(_ value: Double, squareKilometres: Double?, pixel: Int, in window: GridWindow)
        throws(MastheadError) -> Int64
    {
        guard value >= 0, value.isFinite else {
            throw bad(
                "the population is \(PlainNumber.text(value))", pixel, in: window,
                remedy: "Declare the number as nodata if it means no data, for example with: gdal_edit.py -a_nodata "
                    + "\(PlainNumber.text(value)) \(plan.source.layer.path). Correct the source otherwise.")
        }
        let persons = value * (squareKilometres ?? 1)
        guard persons <= Self.mostPersons else {
            throw bad(
                "the population of the pixel is \(PlainNumber.text(persons)), more than live on Earth", pixel,
                in: window,
                remedy: "Check the unit of the raster, and whether it holds counts or densities "
                    + "(layers.population.kind).")
        }
        return Int64((persons * 1e9).rounded())
    }

    /// Refuses a pixel without a value unless the source declares that no one lives there.
    private mutating func checkVoid(at pixel: Int, of block: RasterDataset.Block<Double>) throws(MastheadError) {
        let window = block.window
        let column = window.column + pixel % window.columns
        let row = window.row + pixel / window.columns
        if block.undeclaredNaN != nil {
            let single = try dataset.block(in: GridWindow(column: column, row: row, columns: 1, rows: 1))
            if single.undeclaredNaN != nil {
                throw bad(
                    "the population is not a number (NaN), and the raster does not declare NaN as nodata", pixel,
                    in: window,
                    remedy: "Declare it if it means no data, with: gdal_edit.py -a_nodata nan "
                        + "\(plan.source.layer.path). Correct the source otherwise.")
            }
        }
        guard plan.source.layer.hasGaps else { return }
        if plan.source.layer.absence(column: column, row: row) == .missingTile {
            throw MastheadError(
                .layerVoid, "the population layer has no tile where a region is",
                at: location(pixel, in: window), remedy: "Add the missing tile to \(plan.source.layer.path).")
        }
    }

    private func bad(_ problem: String, _ pixel: Int, in window: GridWindow, remedy: String) -> MastheadError {
        MastheadError(.badLayerValue, problem, at: location(pixel, in: window), remedy: remedy)
    }

    private func location(_ pixel: Int, in window: GridWindow) -> ErrorLocation {
        let layer = plan.source.layer
        let place = layer.position(
            column: Double(window.column + pixel % window.columns) + 0.5,
            row: Double(window.row + pixel / window.columns) + 0.5)
        return .layer(role: layer.role, file: layer.path, place: place)
    }
}

extension RasterLayer {
    /// Whether a pixel inside the layer may belong to no file.
    fileprivate var hasGaps: Bool { tiles.count > 1 || tiles.contains { $0.filled != nil } }
}
