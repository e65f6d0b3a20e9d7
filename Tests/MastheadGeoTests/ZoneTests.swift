import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Radio-climatic zones")
struct ZoneTests {
    private let utm = ReferenceSystem(definition: "EPSG:32633")

    private var grid: Grid {
        Grid(
            referenceSystem: utm, westMetres: 500_000, northMetres: 5_000_000, cellMetres: 1000, columns: 120,
            rows: 40)
    }

    private func layer<Sample: RasterSample>(_ folder: ScratchFolder, _ role: String, value: (Int, Int) -> Sample)
        throws -> RasterLayer
    {
        let path = try SyntheticRaster.write(
            folder.file(role + ".tif"), west: 500_000, north: 5_000_000, pixel: 1000, columns: 120, rows: 40,
            referenceSystem: utm, value: value)
        return try RasterLayer.open(role: role, path: path)
    }

    /// Sea in the west up to 10 km; a lake at 400 m; flat land at 20 m, hills of 150 m from 30 to 35 km.
    private func source(_ folder: ScratchFolder) throws -> TerrainSource {
        let ground = try layer(folder, "ground") { column, row in
            Int16(column < 10 ? 0 : column == 80 ? 400 : (30..<35).contains(column) ? 150 : 20)
        }
        let clutter = try layer(folder, "clutter") { column, row in UInt8(column < 10 || column == 80 ? 80 : 30) }
        return TerrainSource(
            ground: ground, clutter: clutter, clutterTable: try ClutterTable.read(path: ClutterTableTests.worldCover),
            zones: .derived(seaBelowMetres: 1), terrainGrid: grid)
    }

    @Test("sea is low water; low land within 50 km of it is coastal; hills, lakes and what lies farther are inland")
    func derived() throws {
        let folder = try ScratchFolder()
        var reader = try TerrainReader(source(folder))
        let zones = try reader.tile(grid.window).zones
        let row = Array(zones[(20 * 120)..<(21 * 120)])
        #expect(row[0..<10].allSatisfy { $0 == 1 })
        #expect(row[11..<30].allSatisfy { $0 == 3 } && row[36..<58].allSatisfy { $0 == 3 })
        #expect(row[30..<35].allSatisfy { $0 == 4 })
        // The last sea centre lies at 9.75 km, so the coast ends within half a cell of 59.75 km.
        #expect(row[58] == 3 && row[61..<120].allSatisfy { $0 == 4 })
    }

    @Test("a tile far from the sea sees it all the same")
    func farTile() throws {
        let folder = try ScratchFolder()
        var reader = try TerrainReader(source(folder))
        let tile = try reader.tile(GridWindow(column: 50, row: 5, columns: 20, rows: 4))
        #expect(tile.zones[0] == 3 && tile.zones[19] == 4)
    }

    @Test("a raster of zones is taken as it is, and another code is refused with its place")
    func raster() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground") { _, _ in Int16(5) }
        let good = try layer(folder, "zones") { column, _ in UInt8(column < 3 ? 1 : column < 6 ? 3 : 4) }
        var reader = try TerrainReader(TerrainSource(ground: ground, zones: .raster(good), terrainGrid: grid))
        try reader.check(grid.window)
        #expect(Array(try reader.tile(grid.window).zones[0..<7]) == [1, 1, 1, 3, 3, 3, 4])
        let bad = try layer(folder, "bad") { column, _ in UInt8(column == 9 ? 2 : 4) }
        var other = try TerrainReader(TerrainSource(ground: ground, zones: .raster(bad), terrainGrid: grid))
        let error = #expect(throws: MastheadError.self) { _ = try other.tile(grid.window) }
        #expect(error?.code == .badLayerValue && error?.location.description.contains("bad.tif at") == true)
    }

    @Test("zones cannot be derived without clutter")
    func withoutClutter() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground") { _, _ in Int16(5) }
        #expect(throws: MastheadError.self) {
            _ = try TerrainReader(
                TerrainSource(ground: ground, zones: .derived(seaBelowMetres: 1), terrainGrid: grid))
        }
    }

    @Test(
        "Monterey Bay is sea, its shore coastal and the Santa Lucia ridge inland",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func monterey() throws {
        let ground = try RasterLayer.open(role: "ground", path: #require(SharedData.path("data/monterey/ground.tif")))
        let clutter = try RasterLayer.open(
            role: "clutter", path: #require(SharedData.path("data/monterey/clutter.tif")))
        func place(_ longitude: Double, _ latitude: Double) -> GeographicPosition {
            GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude)
        }
        let study = try GridChooser.studyGrid(
            covering: [place(-122.4, 36.1), place(-121.1, 36.1), place(-121.1, 36.9), place(-122.4, 36.9)],
            cell: Length(metres: 200))
        var reader = try TerrainReader(
            TerrainSource(
                ground: ground, clutter: clutter,
                clutterTable: ClutterTable.read(path: ClutterTableTests.worldCover),
                zones: .derived(seaBelowMetres: 1), terrainGrid: study))
        let locator = try GridLocator(study)
        func zone(_ longitude: Double, _ latitude: Double) throws -> UInt8 {
            let cell = study.cell(at: try locator.plane(of: place(longitude, latitude)))
            return try reader.tile(GridWindow(column: cell.column, row: cell.row, columns: 1, rows: 1)).zones[0]
        }
        #expect(try zone(-122.0, 36.75) == 1)
        #expect(try zone(-121.75, 36.68) == 3)
        #expect(try zone(-121.55, 36.30) == 4)
    }
}
