import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Heights from the surface layer")
struct SurfaceHeightTests {
    private let utm = ReferenceSystem(definition: "EPSG:32633")
    private var grid: Grid {
        Grid(
            referenceSystem: utm, westMetres: 500_000, northMetres: 5_000_000, cellMetres: 1000, columns: 20, rows: 20)
    }

    private func layer<Sample: RasterSample>(
        _ folder: ScratchFolder, _ role: String, unit: String = "", nodata: Double? = nil,
        value: (Int, Int) -> Sample
    ) throws -> RasterLayer {
        let path = try SyntheticRaster.write(
            folder.file(role + ".tif"), west: 500_000, north: 5_000_000, pixel: 1000, columns: 20, rows: 20,
            referenceSystem: utm, nodata: nodata, unit: unit, value: value)
        return try RasterLayer.open(role: role, path: path)
    }

    /// Trees in row 0, buildings in row 1, grass in row 2, no class in row 3; tops 7 m above the ground, but below it in
    /// column 5 and void in column 6.
    private func source(_ folder: ScratchFolder, heights: ClutterHeights) throws -> TerrainSource {
        let codes: [UInt8] = [10, 50, 30, 0]
        return TerrainSource(
            ground: try layer(folder, "ground") { column, _ in Int16(100 + column) },
            surface: try layer(folder, "surface", nodata: -9999) { column, _ in
                Int16(column == 5 ? 90 : column == 6 ? -9999 : 107 + column)
            },
            clutter: try layer(folder, "clutter", nodata: 0) { _, row in codes[row % 4] },
            clutterTable: try ClutterTable.read(path: ClutterTableTests.worldCover), terrainGrid: grid,
            clutterHeights: heights)
    }

    @Test("heights are the surface less the ground, never below zero, and those of the class at a void")
    func heights() throws {
        let folder = try ScratchFolder()
        var reader = try TerrainReader(try source(folder, heights: .surface))
        let tile = try reader.tile(grid.window)
        func column(_ column: Int) -> [Float] { (0..<4).map { tile.clutterMetres[$0 * 20 + column] } }
        #expect(column(2) == [7, 7, 7, 7])
        #expect(column(5) == [0, 0, 0, 0])
        #expect(column(6) == [15, 15, 0, 0])
        #expect(tile.surfaceMetres?[6].isNaN == true && tile.surfaceMetres?[7] == 114)
    }

    @Test("the class says what stands there; what no class explains is a building")
    func kinds() throws {
        let folder = try ScratchFolder()
        var reader = try TerrainReader(try source(folder, heights: .surface))
        let tile = try reader.tile(grid.window)
        let (none, plants, house) = (
            ClutterObstacle.none.rawValue, ClutterObstacle.vegetation.rawValue, ClutterObstacle.buildings.rawValue
        )
        func column(_ column: Int) -> [UInt8] { (0..<4).map { tile.clutterKinds[$0 * 20 + column] } }
        #expect(column(2) == [plants, house, house, house])
        // Nothing stands at a height of zero, and a void leaves the class as it is.
        #expect(column(5) == [plants, house, none, none])
        #expect(column(6) == [plants, house, none, none])
    }

    @Test("a surface layer changes nothing where heights come from the classes")
    func classes() throws {
        let folder = try ScratchFolder()
        var reader = try TerrainReader(try source(folder, heights: .classes))
        let tile = try reader.tile(grid.window)
        #expect(tile.surfaceMetres == nil && tile.clutterMetres[2] == 15 && tile.clutterMetres[42] == 0)
    }

    @Test("a surface in feet, and an undeclared void value in one, are refused")
    func refused() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground") { _, _ in Int16(5) }
        let feet = try layer(folder, "surface", unit: "ft") { _, _ in Int16(9) }
        let unit = #expect(throws: MastheadError.self) {
            _ = try TerrainReader(TerrainSource(ground: ground, surface: feet, terrainGrid: grid))
        }
        #expect(unit?.problem == "the surface layer is in \"ft\", not in metres")
        let deep = try layer(folder, "surface") { column, _ in column == 3 ? Int16.min : 9 }
        var reader = try TerrainReader(
            TerrainSource(ground: ground, surface: deep, terrainGrid: grid, clutterHeights: .surface))
        let void = #expect(throws: MastheadError.self) { _ = try reader.tile(grid.window) }
        #expect(void?.code == .badLayerValue && void?.problem.contains("-32768") == true)
        #expect(void?.remedy.hasPrefix("Declare") == true)
    }
}
