import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("Products are whole, and the same from the same content")
struct ProductTests {
    @Test("two runs of one content give the same bytes of every product")
    func deterministic() throws {
        let first = try SyntheticRun(bands: ["n28", "n41"]).write()
        let second = try SyntheticRun(bands: ["n28", "n41"]).write()
        #expect(first.count == 4 * 2 + 10)
        #expect(first == second)
    }

    @Test("writing again over products and leftovers of a killed process gives the same bytes and no other file")
    func reentrant() throws {
        let run = try SyntheticRun()
        let first = try run.write()
        try run.folder.text("out/.network.masthead-part.gpkg", "half")
        try run.folder.text("out/map-n28.png", "damaged")
        #expect(try run.write() == first)
        let names = try FileManager.default.contentsOfDirectory(atPath: run.folder.file("out"))
        #expect(names.sorted() == first.map(\.name).sorted())
    }

    @Test("the rasters read back with their values, nodata, unit and reference system", arguments: [0, 70])
    func rastersReadBack(column: Int) throws {
        let run = try SyntheticRun()
        try run.write(["level", "best-server", "covered"])
        let grid = run.content.tiles.grid
        let window = GridWindow(column: column, row: 64, columns: 30, rows: 1)
        let tile = try run.content.tiles.tile(column == 0 ? 3 : 4)
        for (name, nodata) in [("level", -32768.0), ("best-server", 0), ("covered", 255)] {
            let layer = try RasterLayer.open(role: name, path: run.folder.file("out/\(name)-n28.tif"))
            #expect(layer.nodata == nodata)
            #expect(layer.unit == (name == "level" ? "dBm" : ""))
            #expect(layer.referenceSystem.isEqualArea)
            #expect((layer.columns, layer.rows) == (grid.columns, grid.rows))
            var reader = try RasterReader(layer, on: grid)
            let values = try reader.values(in: window, method: .nearest)
            for index in 0..<window.columns {
                let cell = tile.window.index(column: window.column + index, row: window.row)
                let expected: Float? =
                    switch name {
                    case "level":
                        tile.layers[0].levelHundredthsDBm[cell] == CoverageTile.noLevel
                            ? nil : Float(tile.layers[0].levelHundredthsDBm[cell]) / 100
                    case "best-server":
                        tile.layers[0].bestServer[cell] == 0 ? nil : Float(tile.layers[0].bestServer[cell])
                    default: tile.layers[0].covered[cell] == 255 ? nil : Float(tile.layers[0].covered[cell])
                    }
                // Half a hundredth: the scale 0.01 has no exact form in Float.
                if let expected { #expect(abs(values[index] - expected) < 0.005) } else { #expect(values[index].isNaN) }
            }
        }
    }

    @Test("the rasters are laid out as Cloud Optimized GeoTIFF, with the definitions inside")
    func rastersAreCloudOptimized() throws {
        let run = try SyntheticRun(columns: 1100, rows: 700)
        try run.write(["level"])
        let bytes = try Data(contentsOf: URL(filePath: run.folder.file("out/level-n28.tif")))
        // GDAL marks the layout in a ghost area behind the header.
        #expect(String(decoding: bytes.prefix(400), as: UTF8.self).contains("LAYOUT=IFDS_BEFORE_DATA"))
        let text = String(decoding: bytes.prefix(20_000), as: UTF8.self)
        #expect(text.contains("THRESHOLD_DBM"))
        #expect(text.contains("SS-RSRP of the best server"))
    }

    @Test("the package reads back: regions with figures, sites, sectors, study area and definitions")
    func packageReadsBack() throws {
        let run = try SyntheticRun(names: ["West \"1\", '2'", "Leer"])
        try run.write(["network"])
        let path = run.folder.file("out/network.gpkg")
        var found: [VectorFeature] = []
        func features(_ layer: String) throws -> [VectorFeature] {
            found = []
            try VectorReader(path: path, layer: layer).forEach { found.append($0) }
            return found
        }
        let regions = try features("regions")
        #expect(regions.map { $0.fields["region_name"] } == ["West \"1\", '2'", "Leer"])
        #expect(regions[0].fields["n28_covered_people"] == "1000")
        #expect(regions[1].fields["base_stations_per_10000_persons"] == nil)
        #expect(regions[1].fields["density_in_words"] == "no people")
        guard case .polygons(let polygons) = regions[0].geometry else {
            Issue.record("a region is a polygon")
            return
        }
        #expect(polygons.map(\.holes.count) == [1])
        #expect(try features("study_grid").map { $0.fields["region_name"] } == ["Study area"])
        #expect(try features("sites").count == 5)
        #expect(try features("sectors").map { $0.fields["best_server"] } == (1...15).map { "\($0)" })
        let names = try features("definitions").compactMap { $0.fields["name"] }
        #expect(names.contains("counting_rule"))
        #expect(names.contains("n28_threshold_dbm"))
    }

    // 0.02 rad: the wedge's corners are rounded to nothing, and the plane is turned by less than that at 100 km.
    @Test("a sector's wedge points along its azimuth on the ground")
    func wedges() throws {
        let run = try SyntheticRun(place: GeographicPosition(longitudeDegrees: 179.9, latitudeDegrees: -60))
        try run.write(["network"])
        let locator = try GridLocator(run.content.tiles.grid)
        try VectorReader(path: run.folder.file("out/network.gpkg"), layer: "sectors").forEach {
            (feature) throws(MastheadError) in
            guard case .polygons(let polygons) = feature.geometry, let outer = polygons.first?.outer,
                let azimuth = feature.fields["azimuth_deg"].flatMap(Double.init)
            else {
                Issue.record("a sector is a polygon with an azimuth")
                return
            }
            let bearing = Geodesic.bearing(
                from: try locator.geographic(of: outer[0]), to: try locator.geographic(of: outer[3]))
            #expect(abs(sin((bearing.degrees - azimuth) * .pi / 360)) < 0.01)
        }
    }

    @Test("the corners of regions and sectors, and the sites, stand at whole millimetres")
    func wholeMillimetres() throws {
        let run = try SyntheticRun(place: GeographicPosition(longitudeDegrees: 10.1, latitudeDegrees: 51.3))
        try run.write(["network"])
        for layer in ["regions", "sectors", "sites"] {
            var coordinates: [Double] = []
            try VectorReader(path: run.folder.file("out/network.gpkg"), layer: layer).forEach {
                (feature) throws(MastheadError) in
                switch feature.geometry {
                case .polygons(let polygons):
                    coordinates += polygons.flatMap(\.rings).joined().flatMap { [$0.x, $0.y] }
                case .points(let points): coordinates += points.flatMap { [$0.x, $0.y] }
                default: Issue.record("neither polygons nor points")
                }
            }
            #expect(!coordinates.isEmpty)
            // The nearest number to a whole millimetre, exactly.
            #expect(coordinates.allSatisfy { ($0 * 1000).rounded() / 1000 == $0 }, "\(layer)")
        }
    }

    @Test("a tile that cannot be read leaves no product that needs it", arguments: ["level", "covered", "map"])
    func brokenTile(id: String) throws {
        var run = try SyntheticRun()
        let whole = run.content.tiles
        run = SyntheticRun(run, tiles: Broken(tiles: whole))
        let error = #expect(throws: MastheadError.self) { try run.write([id]) }
        #expect(error?.code == .badRun)
        #expect(try FileManager.default.contentsOfDirectory(atPath: run.folder.file("out")).isEmpty == (id != "map"))
        #expect(!FileManager.default.fileExists(atPath: run.folder.file("out/\(id)-n28.tif")))
        #expect(!FileManager.default.fileExists(atPath: run.folder.file("out/map-n28.png")))
        #expect(try FileManager.default.contentsOfDirectory(atPath: run.folder.file("scratch")).isEmpty)
    }

    private struct Broken: CoverageTiles {
        let tiles: any CoverageTiles
        var grid: Grid { tiles.grid }
        var windows: [GridWindow] { tiles.windows }
        func tile(_ index: Int) throws(MastheadError) -> CoverageTile {
            guard index < 4 else {
                throw MastheadError(.badRun, "tile \(index) is damaged", remedy: "Run the job again.")
            }
            return try tiles.tile(index)
        }
    }

    @Test("a run that is asked to stop ends with exit status 75 and no half product")
    func stops() throws {
        let run = try SyntheticRun()
        let out = run.folder.file("out")
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let error = #expect(throws: MastheadError.self) {
            try ProductWriter.write(
                run.content, products: ProductCatalogue.entries, to: out, isStopped: { true }, onProduct: { _ in })
        }
        #expect(error?.code.exitStatus == .interrupted)
        #expect(try FileManager.default.contentsOfDirectory(atPath: out).isEmpty)
    }
}
