import MastheadCore
import Testing

import MastheadGeo

@Suite("Reference systems")
struct ReferenceSystemTests {
    @Test(
        "systems with a datum are accepted",
        arguments: [
            "EPSG:4326", "EPSG:32611", "EPSG:4490", "EPSG:3035", "EPSG:27700", "ESRI:54009", "EPSG:4326+5773",
            "+proj=laea +lat_0=36.5 +lon_0=-121.75 +datum=WGS84 +units=m",
            "+proj=tmerc +lat_0=0 +lon_0=117 +ellps=krass +towgs84=15,-120,-48,0,0,0,0",
        ])
    func acceptsDatum(definition: String) throws {
        try ReferenceSystem(definition: definition).validate(at: .none)
    }

    @Test(
        "a system that does not say where on Earth it is gets refused with a remedy",
        arguments: [
            "", "EPSG:999999", "LOCAL_CS[\"a drawing\",UNIT[\"metre\",1]]", "+proj=longlat +a=6378137 +b=6356752.3",
            "ENGCRS[\"site\",EDATUM[\"site datum\"],CS[Cartesian,2],AXIS[\"x\",east],AXIS[\"y\",north],UNIT[\"metre\",1]]",
            "+proj=utm +zone=33 +ellps=intl", "nonsense",
        ])
    func refusesNoDatum(definition: String) {
        let error = #expect(throws: MastheadError.self) {
            try ReferenceSystem(definition: definition).validate(at: .file("ground.tif"))
        }
        #expect(error?.code == .badReferenceSystem)
        #expect(error?.remedy.isEmpty == false)
        #expect(error?.location == .file("ground.tif"))
    }

    @Test("a grid lies in projected metres only", arguments: ["EPSG:4326", "EPSG:2229", "EPSG:4978"])
    func refusesGrid(definition: String) {
        #expect(throws: MastheadError.self) {
            try ReferenceSystem(definition: definition).validateForGrid(at: .none)
        }
    }

    @Test("equal-area systems are told from others")
    func equalArea() throws {
        #expect(ReferenceSystem(definition: "EPSG:3035").isEqualArea)
        #expect(ReferenceSystem(definition: "EPSG:5070").isEqualArea)
        #expect(ReferenceSystem(definition: "ESRI:54009").isEqualArea)
        #expect(ReferenceSystem(definition: "EPSG:6933").isEqualArea)
        #expect(!ReferenceSystem(definition: "EPSG:32611").isEqualArea)
        #expect(!ReferenceSystem.wgs84.isEqualArea)
        #expect(ReferenceSystem.wgs84.isGeographic)
        try ReferenceSystem(definition: "EPSG:32611").validateForGrid(at: .none)
        try ReferenceSystem(definition: "+proj=tmerc +lon_0=117 +ellps=krass +towgs84=15,-120,-48").validateForGrid(
            at: .none)
    }

    @Test("the default system is equal-area, centred, and named for people")
    func defaultSystem() throws {
        let system = ReferenceSystem.equalArea(around: [
            GeographicPosition(longitudeDegrees: -122.5, latitudeDegrees: 36),
            GeographicPosition(longitudeDegrees: -121, latitudeDegrees: 37),
        ])
        #expect(system.definition.contains("+lat_0=36.50 +lon_0=-121.75 "))
        #expect(system.isEqualArea)
        #expect(system.name.contains("36.50° N 121.75° W"))
        try system.validateForGrid(at: .none)
    }

    @Test("the centre of an area across the antimeridian lies in it")
    func antimeridianCentre() {
        let fiji = ReferenceSystem.equalArea(around: [
            GeographicPosition(longitudeDegrees: 177, latitudeDegrees: -19),
            GeographicPosition(longitudeDegrees: -178, latitudeDegrees: -16),
        ])
        #expect(fiji.definition.contains("+lat_0=-17.50 +lon_0=179.50 "))
    }

    // 1 µm: the forward and inverse series of PROJ agree to nanometres here.
    @Test("a way to and fro ends where it began, longitude first")
    func roundTrip() throws {
        let transform = try CoordinateTransform(from: .wgs84, to: ReferenceSystem(definition: "EPSG:32611"))
        let start = PlanePoint(x: -117.9, y: 34.3)
        let plane = try transform.forward(start)
        #expect(plane.x > 400_000 && plane.x < 430_000 && plane.y > 3_700_000)
        let back = try transform.inverse(plane)
        #expect(abs(back.x - start.x) < 1e-11 && abs(back.y - start.y) < 1e-11)
        var xs = [start.x, -117.5]
        var ys = [start.y, 34.2]
        try transform.forward(&xs, &ys)
        #expect(xs[0] == plane.x && ys[0] == plane.y)
    }

    @Test("the manifest can say which GDAL and PROJ computed")
    func versions() {
        #expect(GDALRuntime.version.first?.isNumber == true)
        #expect(GDALRuntime.projVersion.first?.isNumber == true)
    }

    @Test("a point without a place in the target is an error that shows it")
    func noPlace() throws {
        let transform = try CoordinateTransform(from: .wgs84, to: ReferenceSystem(definition: "EPSG:32611"))
        let error = #expect(throws: MastheadError.self) {
            try transform.forward(PlanePoint(x: -117, y: 134))
        }
        #expect(error?.problem.contains("134") == true)
    }
}
