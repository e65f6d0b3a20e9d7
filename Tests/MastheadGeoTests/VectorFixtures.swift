import MastheadCore
import MastheadGeo
import MastheadTestSupport

/// Small vector files for tests, as GeoJSON text.
enum VectorFixture {
    /// A polygon feature of a FeatureCollection.
    static func polygon(_ id: String?, name: String = "", rings: [[(Double, Double)]]) -> String {
        feature(id, name: name, geometry: "\"Polygon\", \"coordinates\": \(coordinates(rings))")
    }

    /// A feature with several polygons of one ring each.
    static func multiPolygon(_ id: String, _ polygons: [[(Double, Double)]]) -> String {
        let parts = polygons.map { coordinates([$0]) }.joined(separator: ", ")
        return feature(id, name: "", geometry: "\"MultiPolygon\", \"coordinates\": [\(parts)]")
    }

    /// A feature whose geometry's type and coordinates are given as JSON.
    static func feature(_ id: String?, name: String, geometry: String?) -> String {
        let properties = [id.map { "\"id\": \"\($0)\"" }, "\"name\": \"\(name)\""].compactMap { $0 }
        let shape = geometry.map { "{\"type\": \($0)}" } ?? "null"
        return """
            {"type": "Feature", "properties": {\(properties.joined(separator: ", "))}, "geometry": \(shape)}
            """
    }

    /// A GeoJSON file of features; `crs` as JSON.
    static func collection(_ features: [String], crs: String? = nil) -> String {
        let system = crs.map { "\"crs\": \($0), " } ?? ""
        return "{\"type\": \"FeatureCollection\", \(system)\"features\": [\(features.joined(separator: ",\n"))]}"
    }

    /// The `crs` member of a GeoJSON file for an EPSG code.
    static func crs(_ code: Int) -> String {
        "{\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::\(code)\"}}"
    }

    /// The corners of a box, closed.
    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [(Double, Double)] {
        [(west, south), (east, south), (east, north), (west, north), (west, south)]
    }

    private static func coordinates(_ rings: [[(Double, Double)]]) -> String {
        let texts = rings.map { ring in "[" + ring.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ") + "]" }
        return "[" + texts.joined(separator: ", ") + "]"
    }
}

extension ScratchFolder {
    /// Regions from features written to a GeoJSON file.
    func regions(_ features: [String], crs: String? = nil, select: [String]? = nil) throws -> RegionSet {
        try RegionSet.read(
            path: text("regions.geojson", VectorFixture.collection(features, crs: crs)), idField: "id",
            nameField: "name", select: select)
    }
}
