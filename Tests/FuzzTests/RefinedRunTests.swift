import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport
import Testing

@Suite("Bands that divide cells around their sites", .serialized)
struct RefinedRunTests {
    /// A band of 26 GHz in parts of 40 m, 5 × 5 in a cell, beside one of 700 MHz.
    private func world(tile: Int = 128, resolution: String = "40 m") throws -> TinyWorld {
        let world = try TinyWorld()
        world.moreBand = """
              - template: \(SharedData.root.path)/Jobs/bands/n258-26.yaml
                name: mm
                radius: 400 m
                resolution: \(resolution)
            """
        world.register += """
            M1,10.03,50.05,12,0,mm
            M2,10.0603,50.0603,12,40,mm
            M3,10.0632,50.0611,12,80,mm

            """
        world.limits += "\nrun: { tile: \(tile) }"
        return world
    }

    private struct Finished {
        let folder: String
        let manifest: RunManifest
        let figures: RunFigures

        init(_ run: RunSummary) throws {
            folder = run.runFolder
            manifest = try JSONFile.read(RunManifest.self, from: folder + "/manifest.json")
            figures = try JSONFile.read(RunFigures.self, from: folder + "/figures.json")
        }

        /// The stored numbers of a product at every cell of a grid.
        func values(_ product: String, on grid: Grid) throws -> [Float] {
            let layer = try RasterLayer.open(role: "product", path: "\(folder)/\(product)")
            var reader = try RasterReader(layer, on: grid)
            return try reader.values(in: grid.window, method: .nearest)
        }

        func bytes(_ product: String) throws -> Data { try Data(contentsOf: URL(filePath: "\(folder)/\(product)")) }
    }

    @Test("the cell shows the part in its middle, and nothing lies beyond the radius")
    func middle() throws {
        let world = try world()
        let run = try Finished(world.run())
        let grid = run.manifest.grid
        let fine = grid.refined(by: 5)
        let cells = try run.values("level-mm.tif", on: grid)
        let parts = try run.values("level-fine-mm.tif", on: fine)
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let cell = cells[row * grid.columns + column]
                let part = parts[(row * 5 + 2) * fine.columns + column * 5 + 2]
                #expect(cell == part || (cell.isNaN && part.isNaN), "column \(column), row \(row)")
            }
        }
        let product = try RasterLayer.open(role: "product", path: run.folder + "/level-fine-mm.tif")
        #expect(product.columns < fine.columns && product.rows < fine.rows, "the raster ends where the sites do")
        let count = parts.count { !$0.isNaN }
        // π R² / p² for three discs, two of which share about half: 314 parts each; most are there.
        #expect(count > 500 && count < 3 * 330)
        #expect(run.manifest.definitions.bands[1].refinement == 5)
        #expect(run.manifest.definitions.bands[0].refinement == nil)
        #expect(run.manifest.definitions.bands[1].clutterHeights == "clutter heights")
        #expect(run.manifest.parameters?["bands.mm.parts"] == "5 × 5 of each cell")
    }

    @Test("covered area is that of the covered parts, and sectors and regions sum to the people covered")
    func sums() throws {
        let world = try world()
        let run = try Finished(world.run())
        let fine = run.manifest.grid.refined(by: 5)
        let definition = run.manifest.definitions.bands[1]
        let needed = definition.thresholdDBm + definition.marginDB + definition.penetrationDB
        // 1e-4 dB: single precision of the raster at -100 dBm, far less than its step of 0.01 dB.
        let covered = try run.values("level-fine-mm.tif", on: fine).count { Double($0) >= needed - 1e-4 }
        let area = Double(covered) * fine.cellMetres * fine.cellMetres * 1e4
        let total = run.figures.total.bands[1]
        // 1 cm² for each share of a cell: shares are rounded one by one, and no more than 200 cells are in reach.
        #expect(abs(Double(total.coveredSquareCentimetres) - area) < 200)
        #expect(covered > 0 && total.coveredPeople > .zero)
        let sectors = run.figures.sectors.filter { $0.band == "mm" }
        #expect(sectors.reduce(PersonCount.zero) { $0 + $1.servedPeople } == total.coveredPeople)
        #expect(run.figures.regions.reduce(PersonCount.zero) { $0 + $1.bands[1].coveredPeople } == total.coveredPeople)
    }

    @Test("explain shows the part's own level and that of the cell, as the rasters have them")
    func explained() throws {
        let world = try world()
        let run = try Finished(world.run())
        let grid = run.manifest.grid
        let fine = grid.refined(by: 5)
        let cells = try run.values("level-mm.tif", on: grid)
        let parts = try run.values("level-fine-mm.tif", on: fine)
        let locator = try GridLocator(grid)
        var generator = SeededGenerator(seed: 5)
        let reached = parts.indices.filter { !parts[$0].isNaN }
        for _ in 0..<12 {
            let index = try #require(reached.randomElement(using: &generator))
            let (column, row) = (index % fine.columns, index / fine.columns)
            let answer = try ExplainService.explain(
                run: run.folder,
                question: .place(try locator.geographic(of: fine.centre(column: column, row: row)), band: "mm"))
            let total = try #require(answer.ledgers.first).total
            // Half a hundredth, the step of the raster, and its single precision.
            #expect(abs(Double(parts[index]) - total) <= 0.0051, "column \(column), row \(row)")
            let whole = try #require(answer.lines.first { $0.name == "whole cell" }).value
            let cell = cells[row / 5 * grid.columns + column / 5]
            let expected =
                cell.isNaN ? "no sector reaches its middle" : FixedPoint.text(Double(cell), decimals: 2) + " dBm in"
            #expect(whole.hasPrefix(expected), "\(whole)")
            #expect(answer.lines.contains { $0.name == "part" && $0.value.contains("40.00 m") })
            #expect(answer.lines.contains { $0.name == "heights in sight" && $0.value == "clutter heights" })
        }
    }

    @Test("threads and the side of tiles change no byte of a product")
    func sameBytes() throws {
        let worlds = try [(16, 4), (128, 1), (23, 4)].map { (try world(tile: $0.0), $0.1) }
        // A world takes its folder with it.
        defer { withExtendedLifetime(worlds) {} }
        let runs = try worlds.map { try Finished($0.0.run(threads: $0.1)) }
        let names = try FileManager.default.contentsOfDirectory(atPath: runs[0].folder).filter {
            !$0.hasPrefix(".") && !["manifest.json", "job.yaml"].contains($0)
        }
        #expect(names.contains("level-fine-mm.tif") && !names.contains("level-fine-n28.tif"))
        for name in names {
            let bytes = try runs[0].bytes(name)
            for run in runs.dropFirst() { #expect(try run.bytes(name) == bytes, "\(name)") }
        }
    }

    @Test("a band that leaves cells whole has the same bytes beside one that divides them")
    func wholeBand() throws {
        let beside = try world()
        let alone = try world()
        alone.moreBand = ""
        let runs = try (Finished(beside.run()), Finished(alone.run()))
        for name in ["level-n28.tif", "covered-n28.tif", "best-server-n28.tif"] {
            #expect(try runs.0.bytes(name) == runs.1.bytes(name), "\(name)")
        }
        #expect(runs.0.figures.total.bands[0] == runs.1.figures.total.bands[0])
    }

    @Test("too many parts are refused before anything is computed, with the key and both ways out")
    func tooMany() throws {
        let world = try world(resolution: "10 m")
        let error = #expect(throws: MastheadError.self) { try world.check() }
        #expect(error?.code == .outsideValidity)
        #expect(error?.location.description.contains("resolution") == true)
        #expect(error?.remedy == "Set the band's resolution to 13.4 m or more, or grid.resolution to 150 m or less.")
    }

    @Test("terrain at the step of the parts is read around the sites only")
    func windows() throws {
        let world = try world(tile: 16)
        let job = try JobResolver.resolve(JobSpec.read(path: world.write()))
        let group = try #require(job.setup.groups.first { $0.isRefined })
        #expect(group.bands == [1] && group.terrainGrid.cellMetres == 40 && job.setup.terrainGrid.cellMetres == 200)
        var survey = try VoidSurvey(setup: job.setup, census: try CensusReader(plan: job.census))
        let sites = try ["M1", "M2", "M3"].map { id in
            let station = try #require(job.setup.stations.first { $0.id == id })
            return job.setup.studyGrid.cell(at: station.plane)
        }
        var (near, far) = (0, 0)
        for window in job.setup.studyGrid.window.tiles(side: 16) {
            let finding = try survey.survey(window)
            // Two cells more than the radius of 400 m.
            let isNear = sites.contains { site in
                GridWindow(
                    column: window.column - 4, row: window.row - 4, columns: window.columns + 8,
                    rows: window.rows + 8
                ).contains(column: site.column, row: site.row)
            }
            if !isNear {
                #expect(finding.parts == 0 && finding.blockParts == 0)
                far += 1
            } else if finding.parts > 0 {
                // Three discs of at most 7 × 7 cells of 25 parts.
                #expect(finding.parts <= 3 * 49 * 25 && finding.blockParts <= finding.parts)
                near += 1
            }
        }
        #expect(near > 0 && far > 0)
    }

    @Test("a void under a path of a divided cell is refused with its place, or left out and counted")
    func voids() throws {
        let world = try world()
        // A pixel of 143 m by 222 m, some 200 m east of the mast.
        try world.writeGround { column, row in column == 16 && row == 24 }
        world.template = "n258-26"
        world.radius = "400 m"
        world.moreBand = "    resolution: 40 m"
        world.register = "station,longitude,latitude,height,azimuth,band\nS1,10.03,50.051,12,90,n28\n"
        let error = #expect(throws: MastheadError.self) { try world.check() }
        #expect(error?.code == .layerVoid)
        #expect(error?.location.description.contains("10.03") == true, "\(String(describing: error))")
        world.extra = ", voids: caveat"
        let run = try Finished(world.run())
        #expect(run.manifest.caveats.contains { $0.code == "void-path" && $0.count > 0 })
        let far = try self.world()
        try far.writeGround { column, row in column == 50 && row == 40 }
        far.template = "n258-26"
        far.radius = "400 m"
        far.moreBand = world.moreBand
        far.register = world.register
        _ = try far.check()
    }

    @Test("the estimate counts memory, disk and paths of the parts")
    func estimate() throws {
        let divided = try world()
        let whole = try world(resolution: "200 m")
        let (a, b) = (try divided.check(), try whole.check())
        #expect(a.memoryBytes > b.memoryBytes && a.diskBytes > b.diskBytes)
        #expect(a.evaluations > b.evaluations)
    }
}
