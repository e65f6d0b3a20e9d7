import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("A job with bad data is refused with place and remedy, and nothing is computed", .serialized)
struct RefusalTests {
    private func refusal(_ world: TinyWorld, _ code: ErrorCode, naming words: [String]) throws {
        let error = #expect(throws: MastheadError.self) { try world.run() }
        #expect(error?.code == code)
        #expect(error?.remedy.isEmpty == false)
        let text = error?.description ?? ""
        for word in words { #expect(text.contains(word), "\(text)") }
        #expect(!world.hasComputed)
    }

    @Test("the sound world runs, and its people are those of its source")
    func sound() throws {
        let world = try TinyWorld()
        let report = try world.check()
        #expect(report.cells > 0 && report.evaluations > 0 && report.stations == 3)
        #expect(!world.hasComputed)
        let summary = try world.run()
        #expect(summary.products.contains { $0.hasSuffix("level-n28.tif") })
        #expect(try world.run().wasFinished)
    }

    @Test("a void in the ground under a needed cell")
    func groundVoid() throws {
        let world = try TinyWorld()
        try world.writeGround { column, row in column == 30 && row == 25 }
        try refusal(world, .layerVoid, naming: ["ground", "50.04", "10.06"])
    }

    @Test("with voids as caveats, the run counts the cells and does not take them for sea level")
    func voidAsCaveat() throws {
        let world = try TinyWorld()
        world.extra = ", voids: caveat"
        try world.writeGround { column, row in (28...32).contains(column) && (20...26).contains(row) }
        let summary = try world.run()
        #expect(summary.caveats.contains { $0.name == "void-path" })
    }

    @Test("a missing tile in a folder of tiles")
    func missingTile() throws {
        let world = try TinyWorld()
        try FileManager.default.createDirectory(atPath: world.folder.file("tiles"), withIntermediateDirectories: true)
        try world.writeGround(columns: 20, name: "tiles/west.tif")
        try world.writeGround(columns: 20, west: 10.08, name: "tiles/east.tif")
        world.groundPath = "tiles"
        try refusal(world, .missingFile, naming: ["ground", "tile"])
    }

    @Test("a ground raster that does not cover the area")
    func doesNotCover() throws {
        let world = try TinyWorld()
        try world.writeGround(columns: 40)
        try refusal(world, .layerDoesNotCover, naming: ["ground"])
    }

    @Test("a clutter raster that does not cover the area")
    func clutterDoesNotCover() throws {
        let world = try TinyWorld()
        try world.writeClasses("clutter.tif", columns: 40) { _, _ in 30 }
        try refusal(world, .layerDoesNotCover, naming: ["clutter", "clutter.tif"])
    }

    @Test("a surface raster that does not cover the area")
    func surfaceDoesNotCover() throws {
        let world = try TinyWorld()
        try world.writeGround(columns: 40, name: "surface.tif")
        world.moreLayers = "  surface: { path: surface.tif }"
        try refusal(world, .layerDoesNotCover, naming: ["surface", "surface.tif"])
    }

    @Test("a zone raster that does not cover the area, has a void in it, or holds what is no zone")
    func badZones() throws {
        let world = try TinyWorld()
        world.moreLayers = "  zones: { from: zones.tif }"
        try world.writeClasses("zones.tif", columns: 40) { _, _ in 4 }
        try refusal(world, .layerDoesNotCover, naming: ["zones", "zones.tif"])
        try world.writeClasses("zones.tif") { column, row in column == 30 && row == 25 ? 0 : 4 }
        try refusal(world, .layerVoid, naming: ["zones", "50.0", "10.06"])
        try world.writeClasses("zones.tif") { column, row in column == 30 && row == 25 ? 2 : 4 }
        try refusal(world, .badLayerValue, naming: ["zones", "2", "50.0"])
        try world.writeClasses("zones.tif") { column, _ in column < 10 ? 3 : 4 }
        #expect(try world.check().cells > 0)
    }

    @Test("several layers that are not there are all named at once")
    func missingLayers() throws {
        let world = try TinyWorld()
        try FileManager.default.removeItem(atPath: world.folder.file("clutter.tif"))
        try FileManager.default.removeItem(atPath: world.folder.file("population.tif"))
        try refusal(world, .missingFile, naming: ["clutter.tif", "population.tif"])
    }

    @Test("a raster whose reference system has no datum")
    func noDatum() throws {
        let world = try TinyWorld()
        let axes = #"CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]"#
        let local = #"ENGCRS["Local",EDATUM["Unknown"],"# + axes + "]"
        try world.writeClasses("clutter.tif", referenceSystem: ReferenceSystem(definition: local)) { _, _ in 30 }
        try refusal(world, .badReferenceSystem, naming: ["clutter.tif"])
    }

    @Test("a raster without a reference system")
    func noReferenceSystem() throws {
        let world = try TinyWorld()
        try world.writeGround(referenceSystem: nil)
        try refusal(world, .badReferenceSystem, naming: ["ground.tif"])
    }

    @Test("a population that is negative or not a number", arguments: [-3, .nan, .infinity] as [Float])
    func badPopulation(value: Float) throws {
        let world = try TinyWorld()
        try world.writePopulation { column, row in column == 20 && row == 20 ? value : 1 }
        try refusal(world, .badLayerValue, naming: ["population", "50.05"])
    }

    @Test("a region that crosses itself")
    func crossingRegion() throws {
        let world = try TinyWorld()
        world.regions = TinyWorld.collection([
            TinyWorld.polygon("A", [(10.01, 50.01), (10.06, 50.09), (10.06, 50.01), (10.01, 50.09)])
        ])
        try refusal(world, .badRegion, naming: ["regions.geojson", "A"])
    }

    @Test("two regions that overlap are both named")
    func overlap() throws {
        let world = try TinyWorld()
        world.regions = TinyWorld.collection([
            TinyWorld.square("A", west: 10.01, south: 50.01, east: 10.07, north: 50.09),
            TinyWorld.square("B", west: 10.05, south: 50.01, east: 10.11, north: 50.09),
        ])
        try refusal(world, .badRegion, naming: ["A", "B"])
    }

    @Test("bad register rows go to quarantine.csv with row and reason, and the rest is used")
    func quarantine() throws {
        let world = try TinyWorld()
        world.register += """
            S4,50.05,10.03,30,0,n28
            S5,,50.05,30,0,n28
            S6,10.04,50.05,0,0,n28
            S1,10.04,50.05,30,0,n28
            S7,10.04,50.05,30,0,n99

            """
        let summary = try world.run()
        let table = try String(contentsOfFile: summary.runFolder + "/quarantine.csv", encoding: .utf8)
        let expected = [
            ("5", "swapped-coordinates"), ("6", "missing-coordinates"), ("7", "impossible-height"),
            ("8", "duplicate-id"), ("9", "unknown-band"),
        ]
        let rows = table.split(separator: "\n").dropFirst()
        #expect(rows.count == expected.count)
        for (row, reason) in expected {
            #expect(rows.contains { $0.contains(",\(row),") && $0.contains(reason) }, "\(table)")
        }
    }

    @Test("more bad rows than the limit refuse the run")
    func quarantineLimit() throws {
        let world = try TinyWorld()
        world.limits = "{ quarantine: 5 % }"
        world.register += "S4,10.04,50.05,0,0,n28\n"
        try refusal(world, .badRegister, naming: ["1 of 4", "register.csv row 5"])
    }
}
