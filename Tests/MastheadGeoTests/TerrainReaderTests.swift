import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Terrain tiles")
struct TerrainReaderTests {
    private let utm = ReferenceSystem(definition: "EPSG:32633")

    private func layer<Sample: RasterSample>(
        _ folder: ScratchFolder, _ role: String, columns: Int = 60, unit: String = "", nodata: Double? = nil,
        value: (Int, Int) -> Sample
    ) throws -> RasterLayer {
        let path = try SyntheticRaster.write(
            folder.file(role + ".tif"), west: 500_000, north: 5_000_000, pixel: 1000, columns: columns, rows: 60,
            referenceSystem: utm, nodata: nodata, unit: unit, value: value)
        return try RasterLayer.open(role: role, path: path)
    }

    private var grid: Grid {
        Grid(
            referenceSystem: utm, westMetres: 500_000, northMetres: 5_000_000, cellMetres: 1000, columns: 60, rows: 60)
    }

    private func worldCover() throws -> ClutterTable { try ClutterTable.read(path: ClutterTableTests.worldCover) }

    @Test("a tile holds ground, clutter heights and zones, and counts cells without a class as bare")
    func tile() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground") { column, row in Int16(column) }
        let clutter = try layer(folder, "clutter", nodata: 0) { column, row in
            UInt8(column == 0 ? 0 : column < 30 ? 50 : 40)
        }
        var reader = try TerrainReader(
            TerrainSource(ground: ground, clutter: clutter, clutterTable: worldCover(), terrainGrid: grid))
        let tile = try reader.tile(grid.window)
        #expect(tile.groundMetres[7] == 7 && tile.clutterMetres[0] == 0)
        #expect(tile.clutterMetres[7] == 15 && tile.clutterMetres[40] == 0)
        #expect(tile.clutterVoidCount == 60 && tile.zones.allSatisfy { $0 == 4 })
        try reader.check(grid.window)
    }

    @Test("a clutter code that the table does not know is refused with code, place and remedy")
    func unknownCode() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground") { _, _ in Int16(5) }
        let clutter = try layer(folder, "clutter") { column, row in UInt8(column == 3 && row == 2 ? 77 : 10) }
        var reader = try TerrainReader(
            TerrainSource(ground: ground, clutter: clutter, clutterTable: worldCover(), terrainGrid: grid))
        let error = #expect(throws: MastheadError.self) { try reader.check(grid.window) }
        #expect(error?.code == .badLayerValue)
        #expect(error?.problem.contains("77") == true && error?.remedy.contains("77") == true)
        #expect(error?.location.description.contains("° N") == true)
    }

    @Test("an undeclared void value in the ground is refused rather than sunk into the terrain")
    func implausibleGround() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground") { column, row in column == 9 && row == 9 ? Int16.min : 200 }
        var reader = try TerrainReader(TerrainSource(ground: ground, terrainGrid: grid))
        let error = #expect(throws: MastheadError.self) { _ = try reader.tile(grid.window) }
        #expect(error?.problem.contains("-32768") == true)
        #expect(error?.remedy.contains("-a_nodata -32768") == true)
    }

    @Test("ground in feet is refused")
    func feet() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground", unit: "ft") { _, _ in Int16(5) }
        #expect(throws: MastheadError.self) { _ = try TerrainReader(TerrainSource(ground: ground, terrainGrid: grid)) }
    }

    @Test("a void in needed ground, and clutter that does not reach, stop the check; other cells do not matter")
    func check() throws {
        let folder = try ScratchFolder()
        let ground = try layer(folder, "ground", nodata: -32768) { column, row in
            column == 50 && row == 50 ? Int16.min : 200
        }
        let clutter = try layer(folder, "clutter", columns: 40, nodata: 0) { column, row in
            UInt8(row == 0 ? 0 : 30)
        }
        var bare = try TerrainReader(TerrainSource(ground: ground, terrainGrid: grid))
        let void = #expect(throws: MastheadError.self) { try bare.check(grid.window) }
        #expect(void?.code == .layerVoid)
        try bare.check(grid.window) { column, row in column < 50 }
        var reader = try TerrainReader(
            TerrainSource(ground: ground, clutter: clutter, clutterTable: worldCover(), terrainGrid: grid))
        let short = #expect(throws: MastheadError.self) { try reader.check(grid.window) { column, _ in column < 50 } }
        #expect(short?.code == .layerDoesNotCover)
        #expect(short?.location.description.hasPrefix("clutter layer") == true)
        try reader.check(grid.window) { column, _ in column < 40 }
    }

    @Test("tiles that overlap agree, halos beyond the grid included")
    func tilesAgree() throws {
        let folder = try ScratchFolder()
        var generator = SeededGenerator(seed: 31)
        let ground = try layer(folder, "ground") { _, _ in Int16.random(in: 0...150, using: &generator) }
        let clutter = try layer(folder, "clutter") { column, row in UInt8(column < 5 ? 80 : 30) }
        let source = try TerrainSource(
            ground: ground, clutter: clutter, clutterTable: worldCover(), zones: .derived(seaBelowMetres: 30),
            terrainGrid: grid.refined(by: 4))
        var reader = try TerrainReader(source)
        let whole = try reader.tile(GridWindow(column: -20, row: -20, columns: 280, rows: 280))
        var other = try TerrainReader(source)
        for window in [
            GridWindow(column: -20, row: 10, columns: 70, rows: 60),
            GridWindow(column: 100, row: 100, columns: 33, rows: 1),
        ] {
            let part = try other.tile(window)
            for row in window.row..<(window.row + window.rows) {
                for column in window.column..<(window.column + window.columns) {
                    let a = part.window.index(column: column, row: row)
                    let b = whole.window.index(column: column, row: row)
                    #expect(part.groundMetres[a].bitPattern == whole.groundMetres[b].bitPattern, "seed 31")
                    #expect(part.clutterMetres[a] == whole.clutterMetres[b] && part.zones[a] == whole.zones[b])
                }
            }
        }
    }
}
