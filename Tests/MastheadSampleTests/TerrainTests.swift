import Foundation
import MastheadCore
import MastheadGeo
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("The land of a sample could be land")
struct TerrainTests {
    @Test("every seed has sea, a plain and hills of the wanted height", arguments: 1...6 as ClosedRange<UInt64>)
    func everySeedIsLand(seed: UInt64) throws {
        let world = try SampleWorld(SampleOptions(size: Length(kilometres: 24), seed: seed))
        let cells = Double(world.ground.count)
        let sea = Double(world.ground.count { $0 == 0 }) / cells
        #expect(sea > 0.12 && sea < 0.5, "seed \(seed)")
        // 800 to 900 m is aimed at for all of the ground with its margin; the peak may lie outside the rasters.
        #expect(world.ground.max() ?? 0 > 450, "seed \(seed)")
        #expect(world.ground.max() ?? 0 < 1000, "seed \(seed)")
        let plain = Double(world.ground.count { $0 > 0 && $0 < 40 }) / cells
        #expect(plain > 0.08, "seed \(seed)")
        #expect(world.summary.settlements >= 8, "seed \(seed)")
        #expect(world.summary.regions == 6, "seed \(seed)")
    }

    @Test("the hills of 60 km rise above 1,000 m")
    func hillsRise() throws {
        let world = try SampleWorld.usual.get()
        #expect(world.ground.max() ?? 0 > 1000)
    }

    @Test("no layer has a void on land, and ground is void nowhere")
    func noVoids() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.farSide.get()] {
            #expect(world.ground.allSatisfy { !$0.isNaN })
            #expect(world.surface.allSatisfy { !$0.isNaN })
            #expect(world.clutter.allSatisfy { !$0.isNaN })
            #expect(world.population.indices.allSatisfy { world.population[$0].isNaN == world.isSea($0) })
        }
    }

    @Test("the sea is water at 0 m, land is not below 1 m, and only known classes of land cover appear")
    func seaIsWater() throws {
        let world = try SampleWorld.usual.get()
        let known: Set<Float> = [10, 20, 30, 40, 50, 60, 80, 90]
        #expect(Set(world.clutter) == known)
        #expect(world.ground.indices.allSatisfy { !world.isSea($0) || world.isWater($0) })
        #expect(world.ground.allSatisfy { $0 >= 0 })
    }

    @Test("the surface lies on the ground over water and not below it anywhere")
    func surfaceIsAboveGround() throws {
        let world = try SampleWorld.usual.get()
        #expect(world.ground.indices.allSatisfy { world.surface[$0] >= world.ground[$0] })
        #expect(world.ground.indices.allSatisfy { !world.isWater($0) || world.surface[$0] == world.ground[$0] })
        // The highest crowns and roofs of towns of this size.
        #expect(world.ground.indices.allSatisfy { world.surface[$0] - world.ground[$0] <= 45 })
    }

    @Test("a river runs unbroken from the hills to the sea")
    func riverReachesTheSea() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get()] {
            var isReached = world.ground.indices.map { world.isSea($0) }
            var waiting = world.ground.indices.filter { world.isSea($0) }
            var river: [Int] = []
            while let cell = waiting.popLast() {
                for (dc, dr) in [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)] {
                    let (column, row) = (cell % world.columns + dc, cell / world.columns + dr)
                    guard column >= 0, row >= 0, column < world.columns, row < world.rows else { continue }
                    let next = row * world.columns + column
                    guard !isReached[next], world.isWater(next) else { continue }
                    isReached[next] = true
                    river.append(next)
                    waiting.append(next)
                }
            }
            let source = river.map { world.ground[$0] }.max() ?? 0
            #expect(source > 50, "the water that joins the sea begins at \(source) m")
            #expect(river.count > world.rows / 3)
        }
    }

    @Test("every river reaches the sea or the edge of the rasters")
    func riversEndWell() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get()] {
            let around = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
            var isSeen = world.ground.indices.map { world.isSea($0) || !world.isWater($0) }
            for start in world.ground.indices where !isSeen[start] {
                var waiting = [start]
                var endsWell = false
                isSeen[start] = true
                while let cell = waiting.popLast() {
                    for (dc, dr) in around {
                        let (column, row) = (cell % world.columns + dc, cell / world.columns + dr)
                        guard column >= 0, row >= 0, column < world.columns, row < world.rows else {
                            endsWell = true
                            continue
                        }
                        let next = row * world.columns + column
                        if world.isSea(next) { endsWell = true }
                        guard !isSeen[next] else { continue }
                        isSeen[next] = true
                        waiting.append(next)
                    }
                }
                #expect(endsWell, "the river at column \(start % world.columns), row \(start / world.columns)")
            }
        }
    }

    @Test("the pixels of heights are points on whole seconds of arc, as SRTM's are")
    func pixelsAreOnWholeSeconds() throws {
        let world = try SampleWorld.small.get()
        let first = world.pixels.point(column: 0.5, row: 0.5)
        for seconds in [first.x * 1200, first.y * 1200] { #expect(abs(seconds - seconds.rounded()) < 1e-6) }
        #expect(abs(world.pixels.columnX * 1200 - 1) < 1e-9)
    }

    @Test("the same land lies in the south and across the antimeridian, and can be read there in a metric grid")
    func farSideIsTheSameLand() throws {
        let near = try SampleWorld.small.get()
        let far = try SampleWorld.farSide.get()
        // Compared outside the expectation: a failure would print all cells.
        let isSame = near.ground == far.ground
        #expect(isSame)
        let places = try far.features("regions.geojson").flatMap { $0.polygons.joined().joined() }
        #expect(places.allSatisfy { abs($0[0]) <= 180 && $0[1] < 0 })
        #expect(places.contains { $0[0] > 179 } && places.contains { $0[0] < -179 })
        let extents = places.map { GeographicPosition(longitudeDegrees: $0[0], latitudeDegrees: $0[1]) }
        let system = ReferenceSystem.equalArea(around: extents)
        let grid = try GridChooser.studyGrid(covering: extents, crs: system, cell: Length(metres: 250))
        var reader = try RasterReader(
            RasterLayer.open(role: "ground", path: far.folder + "/ground.tif"), on: grid)
        let values = try reader.values(in: grid.window, method: .bilinear)
        // The regions keep a margin to the edge of the rasters: every cell over them has ground.
        #expect(values.allSatisfy { !$0.isNaN })
    }
}
