import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadOutput
import MastheadTestSupport
import Testing

@Suite("Millimetre waves over the surface layer", .serialized)
struct SurfaceRunTests {
    /// 371 m east of the first mast; a wall may stand 215 m east of it.
    private static let behind = GeographicPosition(longitudeDegrees: 10.0352, latitudeDegrees: 50.05)

    /// Flat grass at 100 m with one mast of 12 m, in parts of 40 m.
    private func world(wall: Int16?, isVoid: @escaping (Int) -> Bool = { _ in false }) throws -> TinyWorld {
        let world = try TinyWorld()
        world.template = "n258-26"
        world.radius = "450 m"
        world.moreBand = "    resolution: 40 m"
        world.register = "station,longitude,latitude,height,azimuth,band\nS1,10.03,50.05,12,90,n28\n"
        try world.writeClasses("clutter.tif") { _, _ in 30 }
        func write(_ name: String, _ value: (Int) -> Int16) throws {
            try SyntheticRaster.write(
                world.folder.file(name), west: 10, north: 50.1, pixel: 0.002, columns: TinyWorld.columns,
                rows: TinyWorld.rows, nodata: -32768
            ) { column, _ in value(column) }
        }
        try write("ground.tif") { _ in 100 }
        guard let wall else { return world }
        try write("surface.tif") { isVoid($0) ? Int16.min : $0 == 16 ? 100 + wall : 100 }
        world.moreLayers = "  surface: { path: surface.tif }"
        return world
    }

    private func answer(_ run: RunSummary) throws -> ExplainAnswer {
        try ExplainService.explain(run: run.runFolder, question: .place(Self.behind, band: nil))
    }

    private func isHidden(_ answer: ExplainAnswer) -> Bool {
        answer.ledgers.flatMap(\.terms).contains { $0.symbol == "PL_NLOS − PL_LOS" && $0.value > 0 }
    }

    @Test("a wall in the surface layer hides what the clutter classes leave in sight")
    func wall() throws {
        // The folders go with their worlds, so these are kept until all is read.
        let worlds = try [world(wall: nil), world(wall: 0), world(wall: 20)]
        let answers = try worlds.map { try answer($0.run()) }
        #expect(answers.map(isHidden) == [false, false, true])
        func level(_ answer: ExplainAnswer) throws -> Double { try #require(answer.ledgers.first).total }
        #expect(try level(answers[0]) == level(answers[1]))
        // 10 dB: TR 38.901 has some 20 dB between streets in sight and hidden at 370 m.
        #expect(try level(answers[2]) < level(answers[1]) - 10)
        let heights = answers.map { $0.lines.first { $0.name == "heights in sight" }?.value }
        #expect(heights == ["clutter heights", "surface layer", "surface layer"])
    }

    @Test("voids of the surface leave the class its height, and are counted")
    func voids() throws {
        let world = try world(wall: 20) { $0 >= 16 && $0 <= 18 }
        let run = try world.run()
        #expect(try !isHidden(answer(run)))
        let caveat = try #require(run.caveats.first { $0.name == "surface-void" })
        #expect(caveat.value.contains("class gives the height"))
        let manifest = try JSONFile.read(RunManifest.self, from: run.runFolder + "/manifest.json")
        #expect(manifest.parameters?["bands.n28.clutter-heights"] == "surface layer")
        #expect(manifest.definitions.bands[0].clutterHeights == "surface layer")
        // Parts of 40 m east of the void's edge, 140 m from the mast, and within 450 m of it: some 150 of them.
        let count = try #require(manifest.caveats.first { $0.code == "surface-void" }).count
        #expect(count > 100 && count < 400)
    }

    @Test("a model that does not ask for sight takes no notice of the surface layer")
    func otherModels() throws {
        let with = try world(wall: 20)
        let without = try world(wall: nil)
        for world in [with, without] {
            world.template = "n28-700"
            world.moreBand = ""
            world.radius = "5 km"
        }
        let rasters = try [with, without].map { world in
            try Data(contentsOf: URL(filePath: world.run().runFolder + "/covered-n28.tif"))
        }
        #expect(rasters[0] == rasters[1])
    }
}
