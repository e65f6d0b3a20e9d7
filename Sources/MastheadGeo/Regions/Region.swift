/// An administrative region: people and stations are counted for it.
public struct Region: Sendable, Hashable {
    /// The identifier, unique in its source.
    public let id: String
    /// The name that people read.
    public let name: String
    /// The area, in the plane of the set's reference system. Longitudes run on past ±180 where the region crosses the
    /// antimeridian; outer rings run counter-clockwise, holes clockwise, and no ring repeats its first point.
    public let polygons: [VectorPolygon]

    /// A region by its parts; the polygons are brought into order.
    init(id: String, name: String, polygons: [VectorPolygon]) {
        self.id = id
        self.name = name
        self.polygons = polygons.map { polygon in
            VectorPolygon(
                outer: PlaneRing.oriented(polygon.outer, counterClockwise: true),
                holes: polygon.holes.map { PlaneRing.oriented($0, counterClockwise: false) })
        }
    }

    /// All rings.
    var rings: [[PlanePoint]] { polygons.flatMap(\.rings) }
}
