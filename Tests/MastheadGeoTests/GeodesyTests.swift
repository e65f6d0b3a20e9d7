import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Distances on Earth")
struct GeodesyTests {
    private func place(_ longitude: Double, _ latitude: Double) -> GeographicPosition {
        GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude)
    }

    // The quarter meridian of WGS 84 is 10,001,965.729 m; a degree of the equator 111,319.491 m.
    @Test("known lines have their known lengths and bearings")
    func knownLines() {
        #expect(abs(Geodesic.distance(from: place(0, 0), to: place(0, 90)).metres - 10_001_965.729) < 0.001)
        #expect(abs(Geodesic.distance(from: place(179.5, 0), to: place(-179.5, 0)).metres - 111_319.491) < 0.001)
        #expect(abs(Geodesic.bearing(from: place(179.5, 0), to: place(-179.5, 0)).degrees - 90) < 1e-9)
        #expect(Geodesic.distance(from: place(8, 47), to: place(8, 47)).metres == 0)
    }

    @Test("a destination lies at its distance and bearing, and a midpoint halfway")
    func destinations() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let start = place(generator.uniform(in: -180...180), generator.uniform(in: -80...80))
            let bearing = Angle(degrees: generator.uniform(in: -180...180))
            let distance = Length(metres: generator.uniform(in: 10...2_000_000))
            let end = Geodesic.destination(from: start, bearing: bearing, distance: distance)
            // 1 mm: Vincenty's series are good to a tenth of that.
            #expect(abs(Geodesic.distance(from: start, to: end).metres - distance.metres) < 1e-3, "seed 5")
            let back = Geodesic.bearing(from: start, to: end).degrees - bearing.degrees
            #expect(abs(back - 360 * (back / 360).rounded()) * distance.metres < 0.1, "seed 5")
            let middle = Geodesic.midpoint(from: start, to: end)
            #expect(abs(Geodesic.distance(from: start, to: middle).metres - distance.metres / 2) < 1e-3, "seed 5")
        }
    }

    @Test(
        "the local scale gives true distance and azimuth within 100 km of a site",
        arguments: [
            ("+proj=laea +lat_0=36.5 +lon_0=-121.75 +datum=WGS84", -121.75, 36.5),
            ("+proj=laea +lat_0=36.5 +lon_0=-121.75 +datum=WGS84", -112.0, 42.0),
            ("+proj=laea +lat_0=-17.5 +lon_0=179.9 +datum=WGS84", -179.8, -18.0),
            ("+proj=laea +lat_0=65 +lon_0=20 +datum=WGS84", 28.0, 70.5), ("EPSG:32611", -118.0, 34.3),
            ("EPSG:5070", -93.0, 38.5), ("ESRI:102025", 113.0, 23.0), ("EPSG:3035", 25.0, 60.0),
        ] as [(String, Double, Double)])
    func localScale(definition: String, longitude: Double, latitude: Double) throws {
        let grid = Grid(
            referenceSystem: ReferenceSystem(definition: definition), westMetres: 0, northMetres: 0, cellMetres: 100,
            columns: 1, rows: 1)
        let locator = try GridLocator(grid)
        let centre = place(longitude, latitude)
        let site = try locator.plane(of: centre)
        let scale = try LocalScale(grid, site: site)
        var generator = SeededGenerator(seed: 17)
        var worstDistance = 0.0
        var worstAzimuth = 0.0
        for _ in 0..<500 {
            let distance = generator.uniform(in: 20...99_000)
            let bearing = Angle(degrees: generator.uniform(in: -180...180))
            let there = Geodesic.destination(from: centre, bearing: bearing, distance: Length(metres: distance))
            let point = try locator.plane(of: there)
            let one = scale.trueVector(to: point)
            let (east, north) = scale.trueVectors(
                SIMD8(repeating: point.x - site.x), SIMD8(repeating: point.y - site.y))
            #expect(east[3] == one.east && north[5] == one.north, "eight points at once")
            let turn = scale.azimuthRadians(to: point) - bearing.radians
            worstDistance = max(worstDistance, abs(scale.groundDistanceMetres(to: point) / distance - 1))
            worstAzimuth = max(worstAzimuth, abs(turn - 2 * .pi * (turn / (2 * .pi)).rounded()))
        }
        // What the type promises, an order below what a run needs (1e-5 is 1 m in 100 km).
        #expect(worstDistance < 1e-6, "seed 17")
        #expect(worstAzimuth < 1e-6, "seed 17")
        #expect(scale.groundDistanceMetres(to: site) == 0)
    }
}
