import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Places have key points")
struct PlaceSetTests {
    private typealias World = FeatureWorld

    private func polygon(_ corners: [(Double, Double)]) -> String {
        let text = (corners + corners.prefix(1)).map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
        return "\"Polygon\", \"coordinates\": [[\(text)]]"
    }

    @Test("a point is its own key point, and the points of a multi-point are all")
    func points() throws {
        let set = try World().places([
            World.feature("H1", kind: "hospital", "\"Point\", \"coordinates\": [10.05, 50.05]"),
            World.feature("H2", kind: "hospital", "\"MultiPoint\", \"coordinates\": [[10.06, 50.05], [10.15, 50.05]]"),
        ])
        #expect(set.places.map(\.id) == ["H1", "H2"])
        #expect(set.keyPoints.map(\.place) == [0, 1, 1])
        #expect(set.keyPoints.map(\.region) == [0, 0, 1])
    }

    @Test("a polygon has about one key point for each square of the spacing, and all lie inside it")
    func lattice() throws {
        let world = try World()
        let corners = [(10.02, 50.02), (10.05, 50.02), (10.05, 50.04), (10.02, 50.04)]
        let set = try world.places([World.feature("P", kind: "industrial-park", polygon(corners))], spacing: 200)
        // 2.15 km by 2.22 km: 11 or 12 columns and rows of 200 m, and the point that stands for it.
        #expect((110...145).contains(set.keyPoints.count), "\(set.keyPoints.count)")
        let locator = try GridLocator(world.projected.grid)
        for key in set.keyPoints {
            let place = try locator.geographic(of: key.point)
            // 1e-5°, a metre: the edges are straight in degrees and the test is, too, but for the projection's bend.
            #expect(place.longitudeDegrees > 10.02 - 1e-5 && place.longitudeDegrees < 10.05 + 1e-5)
            #expect(place.latitudeDegrees > 50.02 - 1e-5 && place.latitudeDegrees < 50.04 + 1e-5)
        }
    }

    @Test("a polygon that no lattice point falls into still has one key point, inside its one arm")
    func smallPolygon() throws {
        let set = try World().places(
            [World.feature("P", polygon([(10.02, 50.02), (10.0201, 50.02), (10.0201, 50.0201)]))], spacing: 5000)
        #expect(set.keyPoints.count == 1)
    }

    @Test("a polygon with too many key points is set aside, with the key that helps")
    func tooMany() throws {
        let corners = [(10.01, 50.01), (10.09, 50.01), (10.09, 50.09), (10.01, 50.09)]
        let set = try World().places([World.feature("P", polygon(corners))], spacing: 20)
        #expect(set.places.isEmpty)
        #expect(set.notes.refused.first?.code == "too-many-points")
        #expect(set.notes.refused.first?.remedy.contains("key-spacing") == true)
    }

    @Test("places underground are known by attribute and by height")
    func underground() throws {
        let set = try World().places([
            World.feature("U1", more: ", \"underground\": true", "\"Point\", \"coordinates\": [10.05, 50.05]"),
            World.feature("U2", "\"Point\", \"coordinates\": [10.05, 50.05, 80]"),
            World.feature("U3", "\"Point\", \"coordinates\": [10.05, 50.05, 95]"),
        ])
        #expect(set.keyPoints.map(\.isUnderground) == [true, true, false])
    }

    @Test("lines are no places")
    func lines() throws {
        let set = try World().places([World.feature("L", World.line("[10.01, 50.05], [10.02, 50.05]"))])
        #expect(set.notes.refused.map(\.code) == ["no-point"])
    }
}
