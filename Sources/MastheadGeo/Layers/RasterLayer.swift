import Foundation
public import MastheadCore

/// A raster that plays a role in a job: one file, a VRT, or a folder of tiles.
///
/// A value without handles: it may be sent anywhere, and each worker opens its own reader on it.
public struct RasterLayer: Sendable, Hashable {
    /// What the layer is for, as the job names it: `ground`, `clutter`, `population`.
    public let role: String
    /// The file or folder as the job names it.
    public let path: String
    /// Every file that is read for the layer, sorted: tiles, VRT sources, masks, side-car files.
    public let files: [String]
    /// Number of pixel columns, of all tiles together.
    public let columns: Int
    /// Number of pixel rows, of all tiles together.
    public let rows: Int
    /// The reference system of the pixels.
    public let referenceSystem: ReferenceSystem
    /// Where the pixels lie in the plane of `referenceSystem`.
    public let pixels: PixelTransform
    /// The declared void value of the first file; nil when it declares none.
    public let nodata: Double?
    /// The unit as the first file writes it; empty when it says nothing.
    public let unit: String
    /// GDAL's name of the data type, such as `Int16`.
    public let dataType: String
    /// The parts that the raster is made of, on one lattice of pixels.
    package let tiles: [MosaicTile]
    /// Number of pixel columns around the Earth, where the layer is geographic and the number is whole.
    package let columnPeriod: Int?

    /// Pixel columns once around the Earth, whole or not; nil where columns do not follow longitude.
    let columnTurn: Double?

    /// Width of a pixel in the unit of the reference system.
    public var pixelWidth: Double { (pixels.columnX * pixels.columnX + pixels.columnY * pixels.columnY).squareRoot() }
    /// Height of a pixel in the unit of the reference system.
    public var pixelHeight: Double { (pixels.rowX * pixels.rowX + pixels.rowY * pixels.rowY).squareRoot() }
    /// Whether the layer was given as a folder of tiles.
    public var isMosaic: Bool { tiles.count > 1 }

    /// Opens a layer, looks into every file that it needs, and closes them again.
    ///
    /// - Parameters:
    ///   - role: What the layer is for; messages name it.
    ///   - path: Any raster that GDAL reads, a VRT, or a folder with tiles (`.tif`, `.tiff`, `.hgt`, `.vrt`).
    /// - Throws: `missing-file`, `unreadable-layer` or `bad-crs`, naming the file among several.
    public static func open(role: String, path: String) throws(MastheadError) -> RasterLayer {
        GDALRuntime.prepare()
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        let paths = try names.map { names throws(MastheadError) in try tilePaths(role, path, names) } ?? [path]
        var parts: [MosaicPart] = []
        for part in paths { try parts.append(MosaicPart(role: role, path: part)) }
        return try RasterLayer(role: role, path: path, parts: parts)
    }

    private init(role: String, path: String, parts: [MosaicPart]) throws(MastheadError) {
        guard let first = parts.first else { preconditionFailure("a layer has a file") }
        let index = try MosaicIndex(role: role, path: path, parts: parts)
        self.role = role
        self.path = path
        self.files = Array(Set(parts.flatMap(\.files))).sorted()
        self.columns = index.columns
        self.rows = index.rows
        self.referenceSystem = first.referenceSystem
        self.pixels = index.pixels
        self.nodata = first.facts.nodata
        self.unit = first.facts.unit
        self.dataType = first.facts.type
        self.tiles = index.tiles
        self.columnPeriod = index.columnPeriod
        let followsLongitude = index.pixels.isUpright && first.referenceSystem.isInDegrees
        self.columnTurn =
            index.columnPeriod.map { Double($0) } ?? (followsLongitude ? 360 / abs(index.pixels.columnX) : nil)
    }

    private static func tilePaths(_ role: String, _ folder: String, _ names: [String]) throws(MastheadError)
        -> [String]
    {
        let endings = [".tif", ".tiff", ".hgt", ".vrt"]
        let tiles = names.filter { name in
            !name.hasPrefix(".") && endings.contains { name.lowercased().hasSuffix($0) }
        }
        guard !tiles.isEmpty else {
            throw MastheadError(
                .missingFile, "the folder \(folder) holds no tile (\(endings.joined(separator: ", ")))",
                at: .layer(role: role, file: folder),
                remedy: "Put the tiles into the folder itself, or name a VRT that lists them.")
        }
        return tiles.sorted().map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    }

    /// The place of a pixel coordinate, for messages; nil where it has none.
    package func position(column: Double, row: Double) -> GeographicPosition? {
        guard let transform = try? CoordinateTransform(from: referenceSystem, to: .wgs84),
            let place = try? transform.forward(pixels.point(column: column, row: row))
        else { return nil }
        return GeographicPosition(
            longitudeDegrees: ReferenceSystem.wrapped(place.x, from: -180), latitudeDegrees: place.y)
    }
}
