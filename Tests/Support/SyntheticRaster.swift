import Foundation
public import MastheadCore
public import MastheadGeo

/// Small rasters for tests, written through the project's own writer.
public enum SyntheticRaster {
    /// Writes a raster whose pixels are a function of column and row.
    ///
    /// - Parameters:
    ///   - west: x of the outer edge of the first column.
    ///   - north: y of the outer edge of the first row.
    ///   - pixel: Width and height of a pixel.
    ///   - isPoint: Marks the file as pixel-is-point; the pixels lie in the same places all the same.
    @discardableResult
    public static func write<Sample: RasterSample>(
        _ path: String, west: Double, north: Double, pixel: Double, columns: Int, rows: Int,
        referenceSystem: ReferenceSystem? = .wgs84, nodata: Double? = nil, unit: String = "", scale: Double = 1,
        offset: Double = 0, isPoint: Bool = false, value: (_ column: Int, _ row: Int) -> Sample
    ) throws(MastheadError) -> String {
        var values: [Sample] = []
        values.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns { values.append(value(column, row)) }
        }
        try RasterWriter.writeRaster(
            values, columns: columns, rows: rows, referenceSystem: referenceSystem,
            pixels: PixelTransform(west: west, north: north, pixelWidth: pixel, pixelHeight: pixel), nodata: nodata,
            unit: unit, scale: scale, offset: offset, metadata: isPoint ? ["AREA_OR_POINT": "Point"] : [:], to: path)
        return path
    }
}

/// A folder of its own for one test, deleted with the value.
public final class ScratchFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Makes an empty folder.
    public init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    public func file(_ name: String) -> String { path + "/" + name }

    /// Writes a text file and gives its path.
    @discardableResult
    public func text(_ name: String, _ content: String) throws -> String {
        try content.write(toFile: file(name), atomically: true, encoding: .utf8)
        return file(name)
    }
}
