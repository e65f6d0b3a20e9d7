import Foundation
import MastheadCore
import MastheadGeo
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("The regions of a sample tile the land")
struct RegionTests {
    /// A border line between two places, in the direction in which a ring walks it.
    private struct Edge: Hashable {
        let from: [Double]
        let to: [Double]
        var back: Edge { Edge(from: to, to: from) }
    }

    private func edges(_ features: [SampleFeature]) -> [Edge] {
        features.flatMap(\.polygons).joined().flatMap { ring in
            zip(ring, ring.dropFirst()).map { Edge(from: $0, to: $1) }
        }
    }

    @Test("neighbours share their borders point by point: each line is walked once, or once each way")
    func bordersAreShared() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get(), try SampleWorld.farSide.get()] {
            let edges = edges(try world.features("regions.geojson"))
            let set = Set(edges)
            #expect(set.count == edges.count)
            let shared = set.filter { set.contains($0.back) }
            #expect(shared.count > edges.count / 8)
            // What is walked once is the outer border: it closes, so every place on it is left as often as reached.
            var balance: [[Double]: Int] = [:]
            for edge in set where !set.contains(edge.back) {
                balance[edge.from, default: 0] += 1
                balance[edge.to, default: 0] -= 1
            }
            #expect(balance.values.allSatisfy { $0 == 0 })
        }
    }

    @Test("the checks that every job makes find no fault with the regions, here or across the antimeridian")
    func regionsPassTheChecks() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get(), try SampleWorld.farSide.get()] {
            let set = try RegionSet.read(
                path: world.folder + "/regions.geojson", idField: "id", nameField: "name")
            #expect(set.regions.count == world.summary.regions)
        }
    }

    @Test("no two border lines cross")
    func bordersDoNotCross() throws {
        let world = try SampleWorld.usual.get()
        let set = Set(edges(try world.features("regions.geojson")))
        let lines = set.filter { !set.contains($0.back) || $0.from.lexicographicallyPrecedes($0.to) }
            .sorted { min($0.from[0], $0.to[0]) < min($1.from[0], $1.to[0]) }
        var crossings = 0
        for (index, line) in lines.enumerated() {
            let east = max(line.from[0], line.to[0])
            for other in lines[(index + 1)...] {
                guard min(other.from[0], other.to[0]) <= east else { break }
                if cross(line, other) { crossings += 1 }
            }
        }
        #expect(crossings == 0)
    }

    private func cross(_ a: Edge, _ b: Edge) -> Bool {
        guard a.from != b.from, a.from != b.to, a.to != b.from, a.to != b.to else { return false }
        func side(_ p: [Double], _ q: [Double], _ r: [Double]) -> Double {
            (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        }
        func touches(_ place: [Double], _ line: Edge) -> Bool {
            side(line.from, line.to, place) == 0
                && (place[0] - line.from[0]) * (place[0] - line.to[0]) <= 0
                && (place[1] - line.from[1]) * (place[1] - line.to[1]) <= 0
        }
        if touches(a.from, b) || touches(a.to, b) || touches(b.from, a) || touches(b.to, a) { return true }
        return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0
            && side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
    }

    @Test("every settlement lies in one region, and nearly all people in some")
    func peopleAreInRegions() throws {
        let world = try SampleWorld.usual.get()
        let regions = try world.features("regions.geojson")
        for row in try world.table("settlements.csv") {
            let (x, y) = (try degrees(row, "longitude"), try degrees(row, "latitude"))
            #expect(regions.count { contains($0, x, y) } == 1, "\(row)")
        }
        var inside = 0.0
        // Every 7th cell is enough to see a share of a hundredth.
        for cell in stride(from: 0, to: world.population.count, by: 7) where world.population[cell] > 0 {
            let place = world.pixels.point(
                column: Double(cell % world.columns) + 0.5, row: Double(cell / world.columns) + 0.5)
            if regions.contains(where: { contains($0, place.x, place.y) }) { inside += Double(world.population[cell]) }
        }
        // Only farms stand in the margin that the regions keep to the edge of the rasters.
        #expect(abs(7 * inside / world.people - 1) < 0.02)
    }

    @Test("there are six to twelve regions with different names, some of them not ASCII")
    func regionsHaveNames() throws {
        let regions = try SampleWorld.usual.get().features("regions.geojson")
        #expect((6...12).contains(regions.count))
        #expect(Set(regions.map(\.id)).count == regions.count)
        let names = regions.compactMap { $0.texts["name"] }
        #expect(Set(names).count == regions.count)
        #expect(names.contains { !$0.utf8.allSatisfy { $0 < 128 } })
    }

    @Test("base stations per 10,000 persons lie around 8 to 18 and differ between regions")
    func densitiesDiffer() throws {
        let world = try SampleWorld.usual.get()
        let regions = try world.features("regions.geojson")
        var stations = [Double](repeating: 0, count: regions.count)
        for row in try world.table("base-stations-700.csv") {
            let (x, y) = (try degrees(row, "longitude"), try degrees(row, "latitude"))
            let home = regions.indices.filter { contains(regions[$0], x, y) }
            #expect(home.count == 1, "\(row)")
            for index in home { stations[index] += 1 }
        }
        var people = stations.map { _ in 0.0 }
        for cell in world.population.indices where world.population[cell] > 0 {
            let place = world.pixels.point(
                column: Double(cell % world.columns) + 0.5, row: Double(cell / world.columns) + 0.5)
            if let home = regions.indices.first(where: { contains(regions[$0], place.x, place.y) }) {
                people[home] += Double(world.population[cell])
            }
        }
        let densities = zip(stations, people).map { $0 / $1 * 10_000 }
        // Drawn from 7.4 to 17.5; whole stations in small regions and masts beyond a border add a little.
        #expect(densities.allSatisfy { $0 > 6.5 && $0 < 19.5 }, "\(densities)")
        #expect((densities.max() ?? 0) > 1.5 * (densities.min() ?? 0), "\(densities)")
    }

    private func contains(_ feature: SampleFeature, _ x: Double, _ y: Double) -> Bool {
        var isInside = false
        for ring in feature.polygons.joined() {
            for (a, b) in zip(ring, ring.dropFirst()) where (a[1] > y) != (b[1] > y) {
                if x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) { isInside.toggle() }
            }
        }
        return isInside
    }
}
