import MastheadCore
import MastheadGeo

/// Features as GeoJSON (RFC 7946), one on each line.
///
/// Longitudes stay between −180 and 180. A line or ring that crosses the antimeridian is not cut there: it jumps, and
/// Masthead's readers follow the shorter way round.
struct FeatureText {
    private let frame: SampleFrame
    private let name: String
    private var features: [String] = []

    init(name: String, frame: SampleFrame) {
        self.name = name
        self.frame = frame
    }

    mutating func append(point: PlanePoint, _ properties: [(String, JSONValue)]) {
        append("Point", Self.coordinates(frame.position(of: point)), properties)
    }

    mutating func append(line: [PlanePoint], _ properties: [(String, JSONValue)]) {
        append("LineString", ring(line), properties)
    }

    mutating func append(polygons: [[[PlanePoint]]], _ properties: [(String, JSONValue)]) {
        let parts = polygons.map { JSONValue.list($0.map(ring)) }
        if parts.count == 1, let only = parts.first {
            append("Polygon", only, properties)
        } else {
            append("MultiPolygon", .list(parts), properties)
        }
    }

    /// The whole collection.
    var text: String {
        "{\"type\": \"FeatureCollection\", \"name\": \(JSONValue.text(name).written), \"features\": [\n"
            + features.joined(separator: ",\n") + "\n]}\n"
    }

    private mutating func append(_ type: String, _ coordinates: JSONValue, _ properties: [(String, JSONValue)]) {
        let geometry = JSONValue.object([("type", .text(type)), ("coordinates", coordinates)])
        features.append(
            JSONValue.object([
                ("type", .text("Feature")), ("properties", .object(properties)), ("geometry", geometry),
            ]).written)
    }

    private func ring(_ points: [PlanePoint]) -> JSONValue {
        .list(points.map { Self.coordinates(frame.position(of: $0)) })
    }

    /// A position with six decimals: a tenth of a metre.
    private static func coordinates(_ place: GeographicPosition) -> JSONValue {
        .list([.number(place.longitudeDegrees, decimals: 6), .number(place.latitudeDegrees, decimals: 6)])
    }
}
