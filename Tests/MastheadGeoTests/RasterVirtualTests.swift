import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("VRT layers")
struct RasterVirtualTests {
    private func source(_ name: String, column: Int, kind: String = "SimpleSource", extra: String = "") -> String {
        """
        <\(kind)><SourceFilename relativeToVRT="1">\(name)</SourceFilename><SourceBand>1</SourceBand>
        <SrcRect xOff="0" yOff="0" xSize="10" ySize="10"/><DstRect xOff="\(column)" yOff="0" xSize="10" ySize="10"/>
        \(extra)</\(kind)>
        """
    }

    private func vrt(_ sources: String, nodata: String = "") -> String {
        """
        <VRTDataset rasterXSize="40" rasterYSize="10"><SRS>EPSG:4326</SRS>
        <GeoTransform>10, 0.1, 0, 50, 0, -0.1</GeoTransform>
        <VRTRasterBand dataType="Int16" band="1">\(nodata)\(sources)</VRTRasterBand></VRTDataset>
        """
    }

    private func folderWithTile() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try SyntheticRaster.write(
            folder.file("a.tif"), west: 10, north: 50, pixel: 0.1, columns: 10, rows: 10, nodata: -32768
        ) { column, row in Int16(1000 + 10 * row + column) }
        return folder
    }

    @Test("a source that is not there is named, although GDAL would pass over it")
    func missingSource() throws {
        let folder = try folderWithTile()
        let path = try folder.text("m.vrt", vrt(source("a.tif", column: 0) + source("gone.tif", column: 10)))
        let error = #expect(throws: MastheadError.self) { try RasterLayer.open(role: "ground", path: path) }
        #expect(error?.code == .missingFile)
        #expect(error?.problem.contains("gone.tif") == true)
    }

    @Test("a gap between sources is a missing tile, not zero metres")
    func gap() throws {
        let folder = try folderWithTile()
        let path = try folder.text("g.vrt", vrt(source("a.tif", column: 0) + source("a.tif", column: 20)))
        let layer = try RasterLayer.open(role: "ground", path: path)
        var dataset = RasterDataset(layer)
        let read = try dataset.doubles(in: GridWindow(column: 0, row: 0, columns: 40, rows: 1))
        #expect(read[9] == 1009 && read[10].isNaN && read[19].isNaN && read[20] == 1000 && read[30].isNaN)
        #expect(layer.absence(column: 15, row: 5) == .missingTile)
    }

    @Test("a VRT that turns the voids of its sources into zeros is refused")
    func droppedVoids() throws {
        let folder = try folderWithTile()
        let complex = source("a.tif", column: 0, kind: "ComplexSource", extra: "<NODATA>-32768</NODATA>")
        let bad = try folder.text("bad.vrt", vrt(complex))
        let error = #expect(throws: MastheadError.self) { try RasterLayer.open(role: "ground", path: bad) }
        #expect(error?.remedy.contains("-vrtnodata") == true)
        let good = try folder.text("good.vrt", vrt(complex, nodata: "<NoDataValue>-32768</NoDataValue>"))
        _ = try RasterLayer.open(role: "ground", path: good)
    }

    @Test("a VRT of a VRT is looked into to the bottom")
    func nested() throws {
        let folder = try folderWithTile()
        try folder.text("inner.vrt", vrt(source("gone.tif", column: 0)))
        let path = try folder.text("outer.vrt", vrt(source("inner.vrt", column: 0)))
        let error = #expect(throws: MastheadError.self) { try RasterLayer.open(role: "ground", path: path) }
        #expect(error?.problem.contains("gone.tif") == true)
    }
}
