import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Raster products")
struct RasterWriterTests {
    static let validator = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_cloud_optimized_geotiff.py"

    private let grid = Grid(
        referenceSystem: ReferenceSystem.equalArea(around: [
            GeographicPosition(longitudeDegrees: 179.9, latitudeDegrees: -17)
        ]), westMetres: -70_000, northMetres: 70_000, cellMetres: 100, columns: 1400, rows: 1300)

    private func levels(_ window: GridWindow) -> [Int16] {
        (0..<window.cellCount).map { index in
            let column = window.column + index % window.columns
            let row = window.row + index / window.columns
            guard (column - 700) * (column - 700) + (row - 600) * (row - 600) < 250_000 else { return .min }
            return Int16(-9000 + (column * 7 + row * 13) % 4000)
        }
    }

    private func write(to path: String, scratch: String, reversed: Bool) throws {
        let writer = try RasterWriter(
            scratchPath: scratch, grid: grid, type: .int16, nodata: -32768, unit: "dBm",
            bandDescription: "Level of the strongest sector", scale: 0.01, metadata: ["MASTHEAD_BAND": "n28"])
        let tiles = grid.window.tiles(side: 256)
        for tile in reversed ? tiles.reversed() : tiles { try writer.write(levels(tile), window: tile) }
        try writer.finish(cloudOptimizedAt: path, overviewResampling: .nearest)
    }

    @Test("the same values give the same bytes, whatever the order of the windows, and no scratch file stays")
    func bytesEqual() throws {
        let folder = try ScratchFolder()
        try write(to: folder.file("a.tif"), scratch: folder.file("a.tmp"), reversed: false)
        try write(to: folder.file("b.tif"), scratch: folder.file("b.tmp"), reversed: true)
        let a = try Data(contentsOf: URL(filePath: folder.file("a.tif")))
        let b = try Data(contentsOf: URL(filePath: folder.file("b.tif")))
        #expect(a == b)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.tif", "b.tif"])
    }

    @Test("what is written is read back, in the unit and with the voids that were declared")
    func readBack() throws {
        let folder = try ScratchFolder()
        try write(to: folder.file("level.tif"), scratch: folder.file("scratch.tmp"), reversed: false)
        let layer = try RasterLayer.open(role: "level", path: folder.file("level.tif"))
        #expect(layer.unit == "dBm" && layer.nodata == -32768 && layer.dataType == "Int16")
        #expect(layer.columns == 1400 && layer.rows == 1300)
        #expect(layer.referenceSystem.isEqualArea && layer.referenceSystem.name.contains("17.00° S 179.90° E"))
        let window = GridWindow(column: 300, row: 500, columns: 200, rows: 100)
        var reader = try RasterReader(layer, on: grid)
        let values = try reader.values(in: window, method: .nearest)
        for (value, stored) in zip(values, levels(window)) {
            // A thousandth: single precision holds hundredths of a decibel to 1e-5.
            #expect(stored == .min ? value.isNaN : abs(value - Float(stored) / 100) < 0.001)
        }
    }

    @Test(
        "GDAL's own check finds a valid Cloud Optimized GeoTIFF with overviews",
        .enabled(
            if: FileManager.default.fileExists(atPath: RasterWriterTests.validator), "python3-gdal is not installed"))
    func validCOG() throws {
        let folder = try ScratchFolder()
        try write(to: folder.file("level.tif"), scratch: folder.file("scratch.tmp"), reversed: false)
        let check = Process()
        let pipe = Pipe()
        check.executableURL = URL(filePath: "/usr/bin/python3")
        check.arguments = [Self.validator, "--full-check=yes", folder.file("level.tif")]
        check.standardOutput = pipe
        check.standardError = pipe
        try check.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(said)")
        #expect(said.contains("is a valid cloud optimized GeoTIFF"), "\(said)")
        #expect(!said.contains("no overviews"), "\(said)")
    }

    @Test("a product that cannot be written leaves no file behind and says where")
    func failureLeavesNothing() throws {
        let folder = try ScratchFolder()
        let target = folder.file("no-such-folder/level.tif")
        let error = #expect(throws: MastheadError.self) {
            try write(to: target, scratch: folder.file("scratch.tmp"), reversed: false)
        }
        #expect(error?.code == .cannotWrite)
        #expect(error?.location == .file(target))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("classes keep their codes and colours")
    func classes() throws {
        let folder = try ScratchFolder()
        let path = folder.file("zones.tif")
        try RasterWriter.writeRaster(
            [1, 3, 4, 1] as [UInt8], columns: 2, rows: 2, referenceSystem: .wgs84,
            pixels: PixelTransform(west: 0, north: 1, pixelWidth: 0.5, pixelHeight: 0.5),
            colors: [1: RasterColor(red: 0, green: 0, blue: 200)], to: path)
        var dataset = RasterDataset(try RasterLayer.open(role: "zones", path: path))
        #expect(try dataset.doubles(in: GridWindow(column: 0, row: 0, columns: 2, rows: 2)) == [1, 3, 4, 1])
    }
}
