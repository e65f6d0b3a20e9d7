import Foundation
import MastheadCore
import MastheadGeo
import MastheadSample
import MastheadTestSupport
import Testing

@Suite("Masts, stations, places and routes stand where they can")
struct SiteTests {
    @Test("no mast, base station, place or protected station stands in water")
    func nothingStandsInWater() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get(), try SampleWorld.farSide.get()] {
            for name in ["towers.csv", "base-stations-700.csv"] {
                for row in try world.table(name) {
                    let cell = try #require(world.cell(try degrees(row, "longitude"), try degrees(row, "latitude")))
                    #expect(!world.isWater(cell), "\(row)")
                }
            }
            for name in ["places.geojson", "earth-stations.geojson"] {
                for feature in try world.features(name) {
                    // An outline stands for its middle: the corners of a yard may lie over the shore.
                    let corners = feature.line.count > 1 ? Array(feature.line.dropLast()) : feature.line
                    let first = corners[0][0]
                    let offsets = corners.map { (($0[0] - first + 540).truncatingRemainder(dividingBy: 360)) - 180 }
                    let longitude = first + offsets.reduce(0, +) / Double(corners.count)
                    let latitude = corners.map { $0[1] }.reduce(0, +) / Double(corners.count)
                    let cell = try #require(world.cell(longitude, latitude))
                    #expect(!world.isWater(cell), "\(feature.id)")
                }
            }
        }
    }

    @Test("the register has the columns, ids and values of a 700 MHz register")
    func registerIsPlausible() throws {
        let world = try SampleWorld.usual.get()
        let masts = Set(try world.table("towers.csv").compactMap { $0["id"] })
        let rows = try world.table("base-stations-700.csv")
        #expect(rows.count == world.summary.baseStations)
        #expect(Set(rows.compactMap { $0["station_id"] }).count == rows.count)
        for row in rows {
            #expect(masts.contains(row["site_id"] ?? ""), "\(row)")
            #expect(row["band"] == "n28")
            let height = try #require(Double(row["height_m"] ?? ""))
            #expect(height >= 15 && height <= 60)
            let azimuth = try #require(Double(row["azimuth_deg"] ?? ""))
            #expect(azimuth >= 0 && azimuth < 360)
            #expect(["2", "3"].contains(row["sectors"]))
            for tilt in ["downtilt_deg", "electrical_tilt_deg"] {
                let degrees = try #require(Double(row[tilt] ?? ""))
                #expect(degrees >= 0 && degrees <= 10)
            }
        }
        // Counting sites and counting stations must differ, or the counting rule could not be seen: by one in twenty, as
        // about one in ten stations comes to share a mast.
        #expect(Set(rows.compactMap { $0["site_id"] }).count < rows.count * 19 / 20)
        #expect(Set(rows.compactMap { $0["operator"] }).count == 3)
    }

    @Test("masts stand higher than the places where people live")
    func mastsStandHigh() throws {
        let world = try SampleWorld.usual.get()
        var heights: [Double] = []
        for row in try world.table("towers.csv") where row["kind"] == "lattice" {
            let cell = try #require(world.cell(try degrees(row, "longitude"), try degrees(row, "latitude")))
            heights.append(Double(world.ground[cell]))
        }
        let villages = try world.table("settlements.csv").dropFirst().map { row in
            let cell = try #require(world.cell(try degrees(row, "longitude"), try degrees(row, "latitude")))
            return Double(world.ground[cell])
        }
        let mean = heights.reduce(0, +) / Double(heights.count)
        #expect(mean > villages.reduce(0, +) / Double(villages.count) + 10)
    }

    @Test("there are hospitals, hubs, a port, an industrial park and scenery, roads, a railway and a high-speed line")
    func layersAreComplete() throws {
        for world in [try SampleWorld.small.get(), try SampleWorld.usual.get()] {
            let kinds = Set(try world.features("places.geojson").map(\.kind))
            #expect(kinds == ["hospital", "transport-hub", "port", "industrial-park", "scenic-area"])
            let places = try world.features("places.geojson")
            #expect(places.contains { $0.kind == "industrial-park" && $0.line.count == 5 }, "a park has an outline")
            let routes = try world.features("routes.geojson")
            #expect(Set(routes.map(\.kind)) == ["road", "railway", "high-speed-rail"])
            #expect(Set(routes.map(\.id)).count == routes.count)
            let protected = try world.features("earth-stations.geojson")
            #expect((3...4).contains(protected.count))
            #expect(protected.allSatisfy { $0.texts["basis"] == "synthetic" })
        }
    }

    @Test("routes stay on land but for short bridges, and trains take tunnels through hills")
    func routesStayOnLand() throws {
        let world = try SampleWorld.usual.get()
        var wet = 0
        var all = 0
        for route in try world.features("routes.geojson") {
            for place in route.line {
                let cell = try #require(world.cell(place[0], place[1]))
                all += 1
                if world.isSea(cell) { wet += 1 }
            }
        }
        #expect(wet * 50 < all)
        let tunnels = try world.features("routes.geojson").filter { $0.isTunnel == true }
        #expect(!tunnels.isEmpty)
        #expect(tunnels.allSatisfy { $0.kind != "road" || $0.line.count >= 2 })
    }

    @Test("a road runs to every settlement")
    func everySettlementHasARoad() throws {
        let world = try SampleWorld.usual.get()
        let roads = try world.features("routes.geojson").filter { $0.kind == "road" }.flatMap(\.line)
        for row in try world.table("settlements.csv") {
            let (x, y) = (try degrees(row, "longitude"), try degrees(row, "latitude"))
            // 0.005°: a settlement on a road that passes through may lie one square of the survey, 250 m, from its line.
            #expect(roads.contains { abs($0[0] - x) < 0.005 && abs($0[1] - y) < 0.005 }, "\(row)")
        }
    }
}
