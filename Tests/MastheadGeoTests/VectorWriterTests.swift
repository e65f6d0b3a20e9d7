import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Vector products")
struct VectorWriterTests {
    private let system = ReferenceSystem.equalArea(around: [
        GeographicPosition(longitudeDegrees: 121.5, latitudeDegrees: 31.2)
    ])

    private func write(_ path: String) throws {
        var writer = try VectorWriter(path: path, format: .geoPackage)
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sites", geometryType: .point, referenceSystem: system,
                fields: [.init("id", .text), .init("people", .integer), .init("height_m", .real)]))
        for number in 0..<2000 {
            try writer.append(
                geometry: .point(PlanePoint(x: Double(number) * 100, y: -Double(number))),
                values: [.text("站点 \(number)"), .integer(number * 1_000_000_007), .real(Double(number) / 7)])
        }
        try writer.beginLayer(
            VectorLayerSpec(
                name: "regions", geometryType: .polygons, referenceSystem: system, fields: [.init("name", .text)]))
        let square = [
            PlanePoint(x: 0, y: 0), PlanePoint(x: 10, y: 0), PlanePoint(x: 10, y: 10), PlanePoint(x: 0, y: 10),
        ]
        let hole = [PlanePoint(x: 2, y: 2), PlanePoint(x: 3, y: 2), PlanePoint(x: 3, y: 3)]
        try writer.append(
            geometry: .polygons([VectorPolygon(outer: square, holes: [hole])]), values: [.text("浦东新区")])
        try writer.append(geometry: nil, values: [.null])
        try writer.finish()
    }

    @Test("a GeoPackage comes out with equal bytes each time, and leaves no journal")
    func bytesEqual() throws {
        let folder = try ScratchFolder()
        try write(folder.file("a.gpkg"))
        // More than a second later: a clock in the file would show.
        Thread.sleep(forTimeInterval: 1.1)
        try write(folder.file("b.gpkg"))
        let a = try Data(contentsOf: URL(filePath: folder.file("a.gpkg")))
        #expect(try a == Data(contentsOf: URL(filePath: folder.file("b.gpkg"))))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.gpkg", "b.gpkg"])
    }

    @Test("what was written reads back: layers, types, names in any script, holes, absent values")
    func readsBack() throws {
        let folder = try ScratchFolder()
        let path = folder.file("a.gpkg")
        try write(path)
        let unnamed = #expect(throws: MastheadError.self) { _ = try VectorReader(path: path) }
        #expect(unnamed?.remedy.contains("sites, regions") == true)
        var features: [VectorFeature] = []
        let sites = try VectorReader(path: path, layer: "sites")
        try sites.forEach { features.append($0) }
        #expect(features.count == 2000)
        #expect(features[7].fields == ["id": "站点 7", "people": "7000000049", "height_m": "1"])
        #expect(features[7].geometry == .point(PlanePoint(x: 700, y: -7)))
        #expect(sites.referenceSystem?.isEqualArea == true)
        features = []
        try VectorReader(path: path, layer: "regions").forEach { features.append($0) }
        #expect(features[0].fields["name"] == "浦东新区" && features[1].fields.isEmpty)
        guard case .polygons(let polygons)? = features[0].geometry else {
            Issue.record("no polygons")
            return
        }
        #expect(polygons.count == 1 && polygons[0].outer.count == 4 && polygons[0].holes[0].count == 3)
    }

    @Test("GeoJSON comes out with equal bytes and keeps Chinese names")
    func writesGeoJSON() throws {
        let folder = try ScratchFolder()
        for name in ["a", "b"] {
            var writer = try VectorWriter(path: folder.file("\(name).geojson"), format: .geoJSON)
            try writer.beginLayer(
                VectorLayerSpec(
                    name: "routes", geometryType: .lines, referenceSystem: .wgs84, fields: [.init("name", .text)]))
            try writer.append(
                geometry: .lines([[PlanePoint(x: 121, y: 31), PlanePoint(x: 121.5, y: 31.25)]]),
                values: [.text("沪宁高速")])
            try writer.finish()
        }
        let text = try String(contentsOfFile: folder.file("a.geojson"), encoding: .utf8)
        #expect(try text == String(contentsOfFile: folder.file("b.geojson"), encoding: .utf8))
        #expect(text.contains("沪宁高速"))
    }

    @Test("a file that cannot be written is refused, and a writer that is given up takes its file with it")
    func leavesNothing() throws {
        let folder = try ScratchFolder()
        let error = #expect(throws: MastheadError.self) {
            _ = try VectorWriter(path: folder.file("absent/a.gpkg"), format: .geoPackage)
        }
        #expect(error?.code == .cannotWrite)
        do {
            var writer = try VectorWriter(path: folder.file("a.gpkg"), format: .geoPackage)
            try writer.beginLayer(
                VectorLayerSpec(name: "sites", geometryType: .point, referenceSystem: system, fields: []))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
