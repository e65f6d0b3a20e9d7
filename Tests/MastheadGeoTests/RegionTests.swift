import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Regions")
struct RegionTests {
    private typealias Fixture = VectorFixture

    private func failure(_ features: [String], crs: String? = nil, select: [String]? = nil) throws -> MastheadError {
        let folder = try ScratchFolder()
        return try #require(throws: MastheadError.self) {
            _ = try folder.regions(features, crs: crs, select: select)
        }
    }

    @Test("regions keep their order, names in any script and holes, and say what was read")
    func readsRegions() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([
            Fixture.polygon(
                "b", name: "浦东新区", rings: [Fixture.box(10, 50, 11, 51), Fixture.box(10.2, 50.2, 10.4, 50.4)]),
            Fixture.polygon("a", rings: [Fixture.box(11, 50, 12, 51)]),
        ])
        #expect(set.regions.map(\.id) == ["b", "a"])
        #expect(set.regions.map(\.name) == ["浦东新区", "a"])
        #expect(set.regions[0].polygons[0].holes.count == 1)
        #expect(set.files == [folder.file("regions.geojson")])
        #expect(set.bounds == GeographicBounds(westDegrees: 10, southDegrees: 50, eastDegrees: 12, northDegrees: 51))
    }

    @Test("a polygon that crosses itself is refused with GEOS's reason and the place of the crossing")
    func refusesSelfCrossing() throws {
        let error = try failure([Fixture.polygon("x", rings: [[(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]])])
        #expect(error.code == .badRegion)
        #expect(error.problem == "the polygon of region \"x\" is not valid: self-intersection")
        #expect(error.cause?.contains("Self-intersection") == true)
        guard case .feature(_, "x", let place?) = error.location else {
            Issue.record("no place in \(error.location)")
            return
        }
        #expect(place == GeographicPosition(longitudeDegrees: 1, latitudeDegrees: 1))
        #expect(error.remedy.contains("-makevalid"))
    }

    @Test("two regions that overlap are refused with both names, the share and a place in the overlap")
    func refusesOverlap() throws {
        let error = try failure([
            Fixture.polygon("west", rings: [Fixture.box(10, 50, 11.1, 51)]),
            Fixture.polygon("east", rings: [Fixture.box(11, 50, 12, 51)]),
        ])
        #expect(error.problem == "regions \"west\" and \"east\" overlap over 10.00 % of the smaller one")
        guard case .feature(_, "east", let place?) = error.location else {
            Issue.record("no place in \(error.location)")
            return
        }
        #expect(place.longitudeDegrees > 11 && place.longitudeDegrees < 11.1)
    }

    @Test("areas that may overlap are read, and a point in both belongs to the first")
    func acceptsOverlapsThatAreAllowed() throws {
        let folder = try ScratchFolder()
        let path = try folder.text(
            "areas.geojson",
            Fixture.collection([
                Fixture.polygon("west", rings: [Fixture.box(10, 50, 11.1, 51)]),
                Fixture.polygon("east", rings: [Fixture.box(11, 50, 12, 51)]),
            ]))
        let set = try RegionSet.read(path: path, idField: "id", mayOverlap: true)
        let areas = try set.projected(
            to: Grid(referenceSystem: .wgs84, westMetres: 10, northMetres: 51, cellMetres: 1, columns: 2, rows: 1))
        #expect(areas.region(at: PlanePoint(x: 11.05, y: 50.5)) == 0)
        #expect(areas.region(at: PlanePoint(x: 11.5, y: 50.5)) == 1)
        #expect(areas.region(at: PlanePoint(x: 12.5, y: 50.5)) == nil)
    }

    @Test("a common border and a sliver below a millionth of the smaller region are no overlap")
    func acceptsSlivers() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([
            Fixture.polygon("west", rings: [Fixture.box(10, 50, 11.0000005, 51)]),
            Fixture.polygon("east", rings: [Fixture.box(11, 50, 12, 51)]),
            Fixture.polygon("north", rings: [Fixture.box(10, 51, 12, 52)]),
        ])
        #expect(set.regions.count == 3)
    }

    @Test("an overlap is found across the antimeridian, whichever way longitudes are counted")
    func refusesOverlapAcrossAntimeridian() throws {
        let error = try failure([
            Fixture.polygon("counted-on", rings: [Fixture.box(179, -18, 182, -17)]),
            Fixture.polygon("western", rings: [Fixture.box(-179, -18, -177, -17)]),
        ])
        #expect(error.problem.contains("overlap over 50.00 %"))
    }

    @Test("a missing or repeated identifier, an empty shape and a line are refused, all in one error")
    func refusesBadFeatures() throws {
        let error = try failure([
            Fixture.polygon("a", rings: [Fixture.box(0, 0, 1, 1)]),
            Fixture.polygon(nil, rings: [Fixture.box(1, 0, 2, 1)]),
            Fixture.polygon("a", rings: [Fixture.box(2, 0, 3, 1)]),
            Fixture.feature("empty", name: "", geometry: nil),
            Fixture.feature("line", name: "", geometry: "\"LineString\", \"coordinates\": [[0, 0], [1, 1]]"),
        ])
        let problems = ([error] + error.others).map(\.problem)
        #expect(problems.count == 4)
        #expect(problems.contains("feature 2 has no identifier in the field \"id\""))
        #expect(problems.contains("the identifier stands at features 1 and 3"))
        #expect(problems.contains { $0.hasPrefix("the region has no polygon") })
        #expect(problems.contains("the region consists of lines, not of polygons"))
    }

    @Test("a layer without features and a selection of an unknown region are refused")
    func refusesEmptySelections() throws {
        #expect(try failure([]).problem == "the region layer has no features")
        let box = Fixture.polygon("06053", rings: [Fixture.box(0, 0, 1, 1)])
        let error = try failure([box], select: ["06035"])
        #expect(error.code == .unknownName)
        #expect(error.remedy == "Write 06053.")
    }

    @Test("only selected regions are checked and kept")
    func selects() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions(
            [
                Fixture.polygon("crossed", rings: [[(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]]),
                Fixture.polygon("good", rings: [Fixture.box(0, 0, 1, 1)]),
            ], select: ["good"])
        #expect(set.regions.map(\.id) == ["good"])
    }

    @Test("a field that is not there is refused with the nearest name")
    func suggestsField() throws {
        let folder = try ScratchFolder()
        let path = try folder.text(
            "r.geojson", Fixture.collection([Fixture.polygon("a", rings: [Fixture.box(0, 0, 1, 1)])]))
        let error = try #require(throws: MastheadError.self) {
            _ = try RegionSet.read(path: path, idField: "id", nameField: "nmae")
        }
        #expect(error.code == .unknownName && error.remedy == "Write name.")
    }

    @Test("regions without a reference system, and coordinates that are not degrees, are refused with a remedy")
    func refusesUnknownPlaces() throws {
        let folder = try ScratchFolder()
        let bare = try folder.text("bare.csv", "id,name,WKT\na,A,\"POLYGON((0 0,1 0,1 1,0 0))\"\n")
        let unknown = try #require(throws: MastheadError.self) { _ = try RegionSet.read(path: bare, idField: "id") }
        #expect(unknown.code == .badReferenceSystem && unknown.remedy.contains("-a_srs"))
        let metres = try failure([Fixture.polygon("a", rings: [Fixture.box(400_000, 5_500_000, 401_000, 5_501_000)])])
        #expect(metres.code == .badRegion && metres.problem.contains("longitude 400000"))
    }

    @Test("a missing file, a file that is no vector file, and an unknown layer are refused by name")
    func refusesFiles() throws {
        let folder = try ScratchFolder()
        let absent = try #require(throws: MastheadError.self) {
            _ = try RegionSet.read(path: folder.file("absent.gpkg"), idField: "id")
        }
        #expect(absent.code == .missingFile)
        let cut = try folder.text("cut.geojson", "{\"type\": \"FeatureCollection\", \"features\": [{\"ty")
        let broken = try #require(throws: MastheadError.self) { _ = try RegionSet.read(path: cut, idField: "id") }
        #expect(broken.code == .unreadableLayer && broken.cause != nil)
        let path = try folder.text(
            "r.geojson", Fixture.collection([Fixture.polygon("a", rings: [Fixture.box(0, 0, 1, 1)])]))
        let layer = try #require(throws: MastheadError.self) {
            _ = try RegionSet.read(path: path, layer: "counties", idField: "id")
        }
        #expect(layer.code == .unknownName && layer.remedy.contains("r"))
    }

    @Test("a ring that jumps over ±180 is one region, two degrees wide, in bounds and in the plane")
    func crossesAntimeridian() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([
            Fixture.polygon("fiji", rings: [[(179, -18), (-179, -18), (-179, -16), (179, -16), (179, -18)]])
        ])
        #expect(
            set.bounds == GeographicBounds(westDegrees: 179, southDegrees: -18, eastDegrees: 181, northDegrees: -16))
        let grid = try GridChooser.studyGrid(
            coveringRings: set.geographicRings(), cell: Length(metres: 1000))
        let projected = try set.projected(to: grid)
        // The zone between parallels 18° and 16° S on WGS 84 holds 47 270.5 km² in 2° of longitude, by the closed form
        // of authalic areas; 1e-6 leaves room for the chords of 500 m that stand for the parallels.
        #expect(abs(projected.squareMetres(of: 0) / Self.zoneArea(south: -18, north: -16, degrees: 2) - 1) < 1e-6)
        let locator = try GridLocator(grid)
        for longitude in [179.5, 180, -179.5] {
            let place = GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: -17)
            #expect(projected.region(at: try locator.plane(of: place)) == 0)
        }
        let outside = GeographicPosition(longitudeDegrees: 178.9, latitudeDegrees: -17)
        #expect(projected.region(at: try locator.plane(of: outside)) == nil)
    }

    /// The area between two parallels and two meridians on WGS 84, m².
    private static func zoneArea(south: Double, north: Double, degrees: Double) -> Double {
        let a = 6_378_137.0
        let f = 1 / 298.257223563
        let e2 = f * (2 - f)
        let e = e2.squareRoot()
        func q(_ latitude: Double) -> Double {
            let s = sin(latitude * .pi / 180)
            return (1 - e2) * (s / (1 - e2 * s * s) + atanh(e * s) / e)
        }
        return a * a / 2 * (degrees * .pi / 180) * (q(north) - q(south))
    }

    @Test("a border around a pole is refused")
    func refusesPole() throws {
        let error = try failure([
            Fixture.polygon("pole", rings: [[(-180, 80), (-90, 80), (0, 80), (90, 80), (179, 80), (-180, 80)]])
        ])
        #expect(error.problem.contains("goes around a pole"))
    }

    @Test("a point on the common border of two regions belongs to exactly one of them", arguments: [7 as UInt64])
    func bordersAreShared(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let border = (0...40).map { step in
            (11 + generator.uniform(in: -0.2...0.2), 50 + Double(step) / 40)
        }
        let folder = try ScratchFolder()
        let set = try folder.regions(
            [
                Fixture.polygon("west", rings: [[(10, 50)] + border + [(10, 51), (10, 50)]]),
                Fixture.polygon("east", rings: [[(12, 50), (12, 51)] + border.reversed() + [(12, 50)]]),
            ])
        let grid = try GridChooser.studyGrid(coveringRings: set.geographicRings(), cell: Length(metres: 500))
        let projected = try set.projected(to: grid)
        for ring in projected.rings[0] {
            for point in ring where abs(point.x) < 50_000 && abs(point.y) < 50_000 {
                let onBorder = projected.region(at: point)
                #expect(onBorder != nil, "seed \(seed), \(point)")
            }
        }
        var hits = [0, 0]
        for _ in 0..<2000 {
            let point = PlanePoint(
                x: generator.uniform(in: -50_000...50_000), y: generator.uniform(in: -50_000...50_000))
            if let region = projected.region(at: point) { hits[region] += 1 } else { Issue.record("hole at \(point)") }
        }
        #expect(hits.allSatisfy { $0 > 500 })
    }
}
