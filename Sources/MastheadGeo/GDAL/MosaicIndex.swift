import MastheadCore

/// One file of a layer, looked at and closed again.
struct MosaicPart {
    var path: String
    var files: [String]
    var columns: Int
    var rows: Int
    var pixels: PixelTransform
    var referenceSystem: ReferenceSystem
    var facts: RasterFile.BandFacts
    /// The pixels that a VRT's sources fill; nil when the file fills all of its own.
    var filled: [GridWindow]?

    /// Opens the file, reads what it says about itself, and looks into the sources of a VRT.
    init(role: String, path: String) throws(MastheadError) {
        let file = try RasterFile(role: role, path: path)
        self.path = path
        self.columns = file.columns
        self.rows = file.rows
        self.pixels = file.pixels
        self.facts = file.facts
        self.referenceSystem = try file.referenceSystem()
        self.files = file.files
        if file.driver == "VRT" {
            let inside = try RasterVirtual.inspect(role: role, path: path)
            filled = inside.filled
            files += inside.sources
        }
    }
}

/// A file of a layer at its place on the layer's lattice of pixels.
package struct MosaicTile: Sendable, Hashable {
    /// The file.
    package let path: String
    /// The pixels that the file holds, counted on the layer's lattice.
    package let window: GridWindow
    /// The pixels among them that a VRT's sources fill; nil when all are.
    package let filled: [GridWindow]?

    /// The pixels around a pixel of the layer's lattice that the tile has a source for; nil when it has none there.
    package func source(column: Int, row: Int) -> GridWindow? {
        guard window.contains(column: column, row: row) else { return nil }
        guard let filled else { return window }
        return filled.first { $0.contains(column: column, row: row) }
    }

    /// Which pixels of a part of the tile have a source, row-major; nil when all have.
    func mask(of part: GridWindow) -> [Bool]? {
        guard let filled, !filled.contains(where: { $0.intersection(part) == part }) else { return nil }
        var mask = [Bool](repeating: false, count: part.cellCount)
        for source in filled {
            guard let shared = source.intersection(part) else { continue }
            for row in shared.row..<(shared.row + shared.rows) {
                let first = part.index(column: shared.column, row: row)
                for index in first..<(first + shared.columns) { mask[index] = true }
            }
        }
        return mask
    }
}

/// Files laid onto one lattice of pixels.
///
/// The tiles of a layer share reference system, data type and pixel size, and their edges meet on pixel borders; what does
/// not fit is refused by name rather than resampled in silence.
struct MosaicIndex {
    var columns: Int
    var rows: Int
    var pixels: PixelTransform
    var tiles: [MosaicTile]
    var columnPeriod: Int?

    /// How far a tile's edge may lie from a pixel border, pixels: the rounding of tile corners written with few digits
    /// stays far below, a real shift between two sources (half a pixel) far above.
    private static let alignmentTolerance = 0.02

    /// Lays the parts out.
    ///
    /// - Throws: `unreadable-layer` or `bad-crs` naming the tile that does not fit the first one.
    init(role: String, path: String, parts: [MosaicPart]) throws(MastheadError) {
        guard let first = parts.first else { preconditionFailure("a layer has a file") }
        let period = Self.columnPeriod(of: first)
        columnPeriod = period
        var corners: [(column: Int, row: Int)] = []
        for part in parts {
            let location = ErrorLocation.layer(role: role, file: part.path)
            try Self.requireSameKind(part, as: first, at: location)
            try corners.append(Self.corner(of: part, on: first, at: location))
        }
        let left = Self.firstColumn(of: corners.map(\.column), widths: parts.map(\.columns), period: period)
        let top = corners.map(\.row).min() ?? 0
        let tiles = zip(parts, corners).map { part, corner in
            let column = Self.columnOffset(corner.column - left, period: period)
            let row = corner.row - top
            return MosaicTile(
                path: part.path,
                window: GridWindow(column: column, row: row, columns: part.columns, rows: part.rows),
                filled: part.filled?.map {
                    GridWindow(column: $0.column + column, row: $0.row + row, columns: $0.columns, rows: $0.rows)
                })
        }
        self.tiles = tiles
        columns = tiles.map { $0.window.column + $0.window.columns }.max() ?? 0
        rows = tiles.map { $0.window.row + $0.window.rows }.max() ?? 0
        let corner = first.pixels.point(column: Double(left), row: Double(top))
        pixels = PixelTransform(
            west: corner.x, columnX: first.pixels.columnX, rowX: first.pixels.rowX, north: corner.y,
            columnY: first.pixels.columnY, rowY: first.pixels.rowY)
    }

    private static func columnPeriod(of part: MosaicPart) -> Int? {
        guard part.pixels.isUpright, part.referenceSystem.isInDegrees else { return nil }
        let exact = 360 / abs(part.pixels.columnX)
        let whole = exact.rounded()
        // A hundredth of a pixel after a whole turn: rounding of the pixel size, not another lattice.
        guard whole >= 1, whole < 1e9, abs(exact - whole) < 0.01, part.columns <= Int(whole) + 2 else { return nil }
        return Int(whole)
    }

    private static func requireSameKind(
        _ part: MosaicPart, as first: MosaicPart, at location: ErrorLocation
    ) throws(MastheadError) {
        guard part.referenceSystem.isSame(as: first.referenceSystem) else {
            throw MastheadError(
                .badReferenceSystem,
                "the tile lies in \(part.referenceSystem.name), but \(first.path) in \(first.referenceSystem.name)",
                at: location,
                remedy: "Bring all tiles of the folder into one reference system with gdalwarp -t_srs, or give one "
                    + "layer made by: gdalwarp -t_srs EPSG:4326 TILES OUT.tif.")
        }
        guard part.facts.type == first.facts.type else {
            throw MastheadError(
                .unreadableLayer, "the tile holds \(part.facts.type) values, but \(first.path) \(first.facts.type)",
                at: location,
                remedy: "Convert it with: gdal_translate -ot \(first.facts.type) IN OUT.tif, or move tiles of another "
                    + "source to a folder of their own.")
        }
        // Over the whole tile the two lattices must stay together within the tolerance.
        let stretch = Swift.max(
            abs(part.pixels.columnX / first.pixels.columnX - 1) * Double(part.columns),
            abs(part.pixels.rowY / first.pixels.rowY - 1) * Double(part.rows))
        let isTurned = part.pixels.rowX != first.pixels.rowX || part.pixels.columnY != first.pixels.columnY
        guard stretch < alignmentTolerance || (part.path == first.path && stretch.isNaN), !isTurned else {
            throw MastheadError(
                .unreadableLayer,
                "the tile's pixels are \(PlainNumber.text(abs(part.pixels.columnX))) by "
                    + "\(PlainNumber.text(abs(part.pixels.rowY))), but those of \(first.path) "
                    + "\(PlainNumber.text(abs(first.pixels.columnX))) by \(PlainNumber.text(abs(first.pixels.rowY)))",
                at: location,
                remedy: "Bring all tiles to one pixel size with: gdalwarp -tr WIDTH HEIGHT -r bilinear TILES OUT.tif.")
        }
    }

    private static func corner(
        of part: MosaicPart, on first: MosaicPart, at location: ErrorLocation
    ) throws(MastheadError) -> (column: Int, row: Int) {
        guard part.path != first.path else { return (0, 0) }
        let exact = first.pixels.pixel(at: PlanePoint(x: part.pixels.west, y: part.pixels.north))
        let column = exact.column.rounded()
        let row = exact.row.rounded()
        guard abs(exact.column - column) < alignmentTolerance, abs(exact.row - row) < alignmentTolerance,
            abs(column) < 1e9, abs(row) < 1e9
        else {
            throw MastheadError(
                .unreadableLayer,
                "the tile's corner lies \(FixedPoint.text(exact.column - column, decimals: 3)) columns and "
                    + "\(FixedPoint.text(exact.row - row, decimals: 3)) rows off the pixel borders of \(first.path)",
                at: location,
                remedy: "Bring all tiles onto one lattice with: gdalwarp -tap -tr WIDTH HEIGHT -r bilinear TILES "
                    + "OUT.tif.")
        }
        return (Int(column), Int(row))
    }

    /// The column where the layer begins: behind the widest gap around the Earth, so that tiles on both sides of the
    /// antimeridian stand side by side.
    private static func firstColumn(of columns: [Int], widths: [Int], period: Int?) -> Int {
        guard let period, columns.count > 1 else { return columns.min() ?? 0 }
        let spans = zip(columns, widths).map { (west: columnOffset($0, period: period), width: $1) }
            .sorted { $0.west < $1.west }
        guard let first = spans.first else { return 0 }
        var reach = first.west + first.width
        var best = (gap: Int.min, start: first.west)
        for span in spans.dropFirst() {
            if span.west - reach > best.gap { best = (span.west - reach, span.west) }
            reach = Swift.max(reach, span.west + span.width)
        }
        // The gap that remains between the last tile and the first, once around.
        return first.west + period - reach >= best.gap ? first.west : best.start
    }

    private static func columnOffset(_ column: Int, period: Int?) -> Int {
        guard let period else { return column }
        return ((column % period) + period) % period
    }
}
