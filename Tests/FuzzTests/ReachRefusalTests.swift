import Foundation
import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("Routes and places of a job are run, or refused with place and remedy", .serialized)
struct ReachRefusalTests {
    private static let roads = TinyWorld.collection([
        line("A1", "road", "[10.02,50.05],[10.10,50.05]"), line("R1", "railway", "[10.02,50.06],[10.10,50.06]"),
    ])
    private static let points = TinyWorld.collection([
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"H1\",\"kind\":\"hospital\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[10.05,50.05]}}"
    ])

    private static func kilometres(_ millimetres: Int) -> String {
        "\(millimetres / 1_000_000)." + String(millimetres % 1_000_000 + 1_000_000).dropFirst()
    }

    private static func line(_ id: String, _ kind: String, _ points: String) -> String {
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"\(id)\",\"kind\":\"\(kind)\"},"
            + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(points)]}}"
    }

    private func world(_ keys: String, roads: String = roads) throws -> TinyWorld {
        let world = try TinyWorld()
        try world.folder.text("roads.geojson", roads)
        try world.folder.text("points.geojson", Self.points)
        world.moreKeys = keys
        return world
    }

    @Test("a job with routes and places writes their tables, and says what was read")
    func runs() throws {
        let world = try world("routes: [{ path: roads.geojson }]\nplaces: [{ path: points.geojson }]")
        let report = try world.check()
        #expect(report.inputs.contains { $0.name == "routes" && $0.value.hasPrefix("2 in the regions, 11 km") })
        let summary = try world.run()
        for name in ["routes.csv", "places.csv", "reach.csv", "reach.json"] {
            #expect(summary.products.contains { $0.hasSuffix(name) }, "\(name)")
        }
    }

    @Test("the sections on the map add up to the route's length and served length in the table")
    func sectionsAddUp() throws {
        let world = try world("routes: [{ path: roads.geojson }]")
        // The folder goes with the world.
        defer { withExtendedLifetime(world) {} }
        let summary = try world.run()
        let table = try #require(summary.products.first { $0.hasSuffix("routes.csv") })
        let row = try #require(
            try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
                .first { $0.hasPrefix("A1,") && $0.contains(",any,car,yes,") })
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        let package = try #require(summary.products.first { $0.hasSuffix("network.gpkg") })
        var millimetres = (all: 0, served: 0)
        try VectorReader(path: package, layer: "routes").forEach { feature in
            guard feature.fields["route_id"] == "A1", let metres = feature.fields["length_m"].flatMap(Double.init)
            else {
                return
            }
            millimetres.all += Int((metres * 1000).rounded())
            if feature.fields["served"] == "yes" { millimetres.served += Int((metres * 1000).rounded()) }
        }
        #expect(millimetres.all > 0)
        #expect(fields[6] == Self.kilometres(millimetres.all))
        #expect(fields[9] == Self.kilometres(millimetres.served))
    }

    @Test("a job without routes and places writes none of their tables")
    func runsWithout() throws {
        let summary = try TinyWorld().run()
        #expect(!summary.products.contains { $0.hasSuffix("routes.csv") || $0.hasSuffix("reach.json") })
    }

    @Test(
        "what no run can judge by is refused",
        arguments: [
            ("routes: [{ path: none.geojson }]", ["there is no file", "none.geojson"]),
            ("routes: [{ path: roads.geojson, id: ref }]", ["no field \"ref\"", "identifier of a route"]),
            ("routes: [{ path: roads.geojson, kind: kinds }]", ["no field \"kinds\"", "Write kind."]),
            ("routes: [{ path: roads.geojson, name: naam }]", ["no field \"naam\"", "name of a route"]),
            (
                "routes: [{ path: roads.geojson, service: cra }]",
                ["no service \"cra\"", "routes[0].service", "Write car."]
            ),
            (
                "routes: [{ path: roads.geojson, kinds: { road: { bands: [n82] } } }]",
                ["no band \"n82\"", "kinds.road.bands", "Write n28."]
            ),
            (
                "routes: [{ path: roads.geojson, kinds: { raod: { service: car } } }]",
                ["of the kind \"raod\"", "Write road."]
            ),
            (
                "places: [{ path: points.geojson, kinds: { hospital: { threshold: -140 dBm } } }]",
                ["-140 dBm", "change nothing", "Write a threshold above"]
            ),
            ("routes: [{ path: roads.geojson, covered-at: 120 % }]", ["covered-at 120 %", "1 % to 100 %"]),
            ("places: [{ path: points.geojson, covered-at: 95 % }]", ["\"covered-at\" is not a key of places[0]"]),
            ("routes: [{ path: points.geojson }]", ["1 of 1 route features cannot be used", "not of lines"]),
        ])
    func refusals(keys: String, words: [String]) throws {
        let world = try world(keys)
        world.limits = "{ quarantine: 5 % }"
        let error = #expect(throws: MastheadError.self) { try world.check() }
        let text = error?.description ?? ""
        for word in words { #expect(text.contains(word), "\(text)") }
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("features that cannot be used are counted as a caveat and stand in quarantine.csv")
    func quarantines() throws {
        let broken = TinyWorld.collection([
            Self.line("A1", "road", "[10.02,50.05],[10.10,50.05]"),
            Self.line("A2", "road", "[10.02,50.05],[10.02,50.05]"),
        ])
        let world = try world("routes: [{ path: roads.geojson }]", roads: broken)
        defer { withExtendedLifetime(world) {} }
        let summary = try world.run()
        #expect(summary.caveats.contains { $0.name == "quarantined-feature" })
        let path = try #require(summary.products.first { $0.hasSuffix("quarantine.csv") })
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains(",2,A2,bad-line,the line has no length,"))
    }
}
