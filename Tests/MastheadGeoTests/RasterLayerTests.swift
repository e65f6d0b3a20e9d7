import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Raster layers")
struct RasterLayerTests {
    private let whole = GridWindow(column: 0, row: 0, columns: 4, rows: 3)

    private func values(_ layer: RasterLayer, in window: GridWindow) throws -> [Double] {
        var dataset = RasterDataset(layer)
        return try dataset.doubles(in: window)
    }

    @discardableResult
    private func tile(_ folder: ScratchFolder, _ name: String, west: Double, north: Double, pixel: Double = 0.1)
        throws -> String
    {
        try SyntheticRaster.write(
            folder.file(name), west: west, north: north, pixel: pixel, columns: 10, rows: 10, nodata: -32768
        ) { column, row in Int16(1000 + 10 * row + column) }
    }

    @Test("pixel-is-point and pixel-is-area files of the same data hold the same values at the same places")
    func pointAndArea() throws {
        let folder = try ScratchFolder()
        var layers: [RasterLayer] = []
        for isPoint in [false, true] {
            try SyntheticRaster.write(
                folder.file("\(isPoint).tif"), west: 10, north: 50, pixel: 0.1, columns: 4, rows: 3, isPoint: isPoint
            ) { column, row in Int16(column + 10 * row) }
            try layers.append(RasterLayer.open(role: "ground", path: folder.file("\(isPoint).tif")))
        }
        // The file that says Point must really say so, or the test proves nothing.
        let point = try Data(contentsOf: URL(filePath: folder.file("true.tif")))
        let area = try Data(contentsOf: URL(filePath: folder.file("false.tif")))
        #expect(point != area)
        for layer in layers {
            #expect(abs(layer.pixels.west - 10) < 1e-9 && abs(layer.pixels.north - 50) < 1e-9)
        }
        #expect(try values(layers[0], in: whole) == values(layers[1], in: whole))
    }

    @Test("voids come out as NaN however the file marks them")
    func voids() throws {
        let folder = try ScratchFolder()
        for nodata in [32767.0, -32768, -9999] {
            let path = try SyntheticRaster.write(
                folder.file("int\(nodata).tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3, nodata: nodata
            ) { column, row in column == 2 ? Int16(nodata) : 5 }
            let read = try values(try RasterLayer.open(role: "ground", path: path), in: whole)
            #expect(read.enumerated().allSatisfy { $0 % 4 == 2 ? $1.isNaN : $1 == 5 })
        }
        for nodata in [-99999.0, .nan, -3.4028234663852886e38, 0.1] {
            let path = try SyntheticRaster.write(
                folder.file("float\(nodata).tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3, nodata: nodata
            ) { column, row in column == 2 ? Float(nodata) : 5 }
            let layer = try RasterLayer.open(role: "ground", path: path)
            #expect(try values(layer, in: whole).enumerated().allSatisfy { $0 % 4 == 2 ? $1.isNaN : $1 == 5 })
            var dataset = RasterDataset(layer)
            #expect(try dataset.floats(in: whole).enumerated().allSatisfy { $0 % 4 == 2 ? $1.isNaN : $1 == 5 })
            #expect(try dataset.block(in: whole).undeclaredNaN == nil)
        }
    }

    @Test("a NaN that no one declared is told apart from a void")
    func undeclaredNaN() throws {
        let folder = try ScratchFolder()
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3, nodata: -99999
        ) { column, row in column + row == 0 ? -99999 : column == 1 && row == 2 ? Float.nan : 1 }
        var dataset = RasterDataset(try RasterLayer.open(role: "population", path: path))
        #expect(try dataset.block(in: whole).undeclaredNaN == 9)
    }

    @Test("a mask band makes voids of values that look like any other")
    func maskBand() throws {
        let folder = try ScratchFolder()
        try SyntheticRaster.write(
            folder.file("value.tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3
        ) { column, row in Int16(7) }
        try SyntheticRaster.write(
            folder.file("mask.tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3
        ) { column, row in column == 3 ? UInt8(0) : 255 }
        let vrt = try folder.text(
            "masked.vrt",
            """
            <VRTDataset rasterXSize="4" rasterYSize="3"><SRS>EPSG:4326</SRS>
            <GeoTransform>0, 0.1, 0, 1, 0, -0.1</GeoTransform>
            <VRTRasterBand dataType="Int16" band="1"><SimpleSource>
            <SourceFilename relativeToVRT="1">value.tif</SourceFilename><SourceBand>1</SourceBand>
            </SimpleSource></VRTRasterBand>
            <MaskBand><VRTRasterBand dataType="Byte"><SimpleSource>
            <SourceFilename relativeToVRT="1">mask.tif</SourceFilename><SourceBand>1</SourceBand>
            </SimpleSource></VRTRasterBand></MaskBand></VRTDataset>
            """)
        let layer = try RasterLayer.open(role: "ground", path: vrt)
        #expect(try values(layer, in: whole).enumerated().allSatisfy { $0 % 4 == 3 ? $1.isNaN : $1 == 7 })
        #expect(layer.files.contains { $0.hasSuffix("value.tif") })
    }

    @Test("stored numbers are scaled to their unit")
    func scaled() throws {
        let folder = try ScratchFolder()
        let path = try SyntheticRaster.write(
            folder.file("s.tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3, nodata: -1, scale: 0.5,
            offset: 100
        ) { column, row in Int16(column == 0 ? -1 : column) }
        let read = try values(try RasterLayer.open(role: "ground", path: path), in: whole)
        #expect(read[0].isNaN && read[1] == 100.5 && read[3] == 101.5)
    }

    @Test("files that cannot be a layer are refused with place and remedy")
    func refusals() throws {
        let folder = try ScratchFolder()
        try SyntheticRaster.write(
            folder.file("nocrs.tif"), west: 0, north: 1, pixel: 0.1, columns: 4, rows: 3, referenceSystem: nil
        ) { _, _ in Int16(1) }
        try folder.text("text.tif", "not a raster")
        let codes: [(String, ErrorCode)] = [
            ("nocrs.tif", .badReferenceSystem), ("text.tif", .unreadableLayer), ("absent.tif", .missingFile),
        ]
        for (name, code) in codes {
            let error = #expect(throws: MastheadError.self) {
                try RasterLayer.open(role: "ground", path: folder.file(name))
            }
            #expect(error?.code == code)
            #expect(error?.location == .layer(role: "ground", file: folder.file(name)))
        }
        let empty = try ScratchFolder()
        #expect(throws: MastheadError.self) { try RasterLayer.open(role: "ground", path: empty.path) }
    }

    @Test("a file that is cut short is an error, not zeros")
    func truncated() throws {
        let folder = try ScratchFolder()
        var generator = SeededGenerator(seed: 3)
        let path = try SyntheticRaster.write(
            folder.file("t.tif"), west: 0, north: 1, pixel: 0.001, columns: 400, rows: 400
        ) { _, _ in Int16.random(in: 0...3000, using: &generator) }
        let whole = try Data(contentsOf: URL(filePath: path))
        try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        let error = #expect(throws: MastheadError.self) {
            let layer = try RasterLayer.open(role: "ground", path: path)
            _ = try values(layer, in: GridWindow(column: 0, row: 0, columns: 400, rows: 400))
        }
        #expect(error?.code == .unreadableLayer && error?.cause != nil)
    }

    @Test("tiles of a folder join into one raster, and the gap between them is a missing tile")
    func folderOfTiles() throws {
        let folder = try ScratchFolder()
        try tile(folder, "a.tif", west: 10, north: 50)
        try tile(folder, "b.tif", west: 11, north: 50)
        try tile(folder, "c.tif", west: 11, north: 49)
        let layer = try RasterLayer.open(role: "ground", path: folder.path)
        #expect(layer.columns == 20 && layer.rows == 20 && layer.files.count == 3)
        let read = try values(layer, in: GridWindow(column: 9, row: 9, columns: 2, rows: 2))
        #expect(read[0] == 1099 && read[1] == 1090 && read[2].isNaN && read[3] == 1000)
        #expect(layer.absence(column: 5, row: 15) == .missingTile)
        #expect(layer.absence(column: 25, row: 15) == .outside)
    }

    @Test("tiles that do not fit are refused by name")
    func unfitTiles() throws {
        let folder = try ScratchFolder()
        try tile(folder, "a.tif", west: 10, north: 50)
        try tile(folder, "b.tif", west: 11.03, north: 50)
        let shifted = #expect(throws: MastheadError.self) {
            try RasterLayer.open(role: "ground", path: folder.path)
        }
        #expect(shifted?.location == .layer(role: "ground", file: folder.file("b.tif")))
        try tile(folder, "b.tif", west: 11, north: 50, pixel: 0.2)
        #expect(throws: MastheadError.self) { try RasterLayer.open(role: "ground", path: folder.path) }
        try SyntheticRaster.write(folder.file("b.tif"), west: 11, north: 50, pixel: 0.1, columns: 10, rows: 10) {
            _, _ in Float(1)
        }
        let mixed = #expect(throws: MastheadError.self) { try RasterLayer.open(role: "ground", path: folder.path) }
        #expect(mixed?.problem.contains("Float32") == true)
    }

    @Test("tiles on both sides of the antimeridian stand side by side")
    func antimeridianTiles() throws {
        let folder = try ScratchFolder()
        try tile(folder, "east.tif", west: 179, north: -16)
        try tile(folder, "west.tif", west: -180, north: -16)
        let layer = try RasterLayer.open(role: "ground", path: folder.path)
        #expect(layer.columns == 20 && layer.columnPeriod == 3600)
        let read = try values(layer, in: GridWindow(column: 8, row: 0, columns: 4, rows: 1))
        #expect(read == [1008, 1009, 1000, 1001])
    }

    @Test("a whole turn around the Earth comes back to the same column")
    func columnWrap() throws {
        let folder = try ScratchFolder()
        let path = try SyntheticRaster.write(
            folder.file("world.tif"), west: -180, north: 10, pixel: 1, columns: 360, rows: 2
        ) { column, row in Int16(column) }
        let layer = try RasterLayer.open(role: "population", path: path)
        let read = try values(layer, in: GridWindow(column: 358, row: 0, columns: 4, rows: 1))
        #expect(read == [358, 359, 0, 1])
        #expect(try values(layer, in: GridWindow(column: -2, row: 0, columns: 4, rows: 1)) == [358, 359, 0, 1])
        #expect(try values(layer, in: GridWindow(column: 0, row: -1, columns: 1, rows: 3))[0].isNaN)
    }
}
