/// The shape of a feature, in the plane of its layer's reference system; heights are left out.
public enum VectorGeometry: Sendable, Hashable {
    /// One or more points.
    case points([PlanePoint])
    /// One or more lines.
    case lines([[PlanePoint]])
    /// One or more polygons.
    case polygons([VectorPolygon])

    /// A single point.
    public static func point(_ point: PlanePoint) -> VectorGeometry { .points([point]) }

    /// What the shape is, in words.
    public var kind: String {
        switch self {
        case .points: return "points"
        case .lines: return "lines"
        case .polygons: return "polygons"
        }
    }
}

/// A polygon: an outer ring, and rings of holes in it.
///
/// Rings do not repeat their first point at the end; they may run either way.
public struct VectorPolygon: Sendable, Hashable {
    /// The outer ring.
    public var outer: [PlanePoint]
    /// The holes.
    public var holes: [[PlanePoint]]

    /// A polygon by its rings.
    public init(outer: [PlanePoint], holes: [[PlanePoint]] = []) {
        self.outer = outer
        self.holes = holes
    }

    /// All rings, the outer one first.
    public var rings: [[PlanePoint]] { [outer] + holes }
}

/// One feature of a layer: its attributes as texts, and its shape.
public struct VectorFeature: Sendable, Hashable {
    /// The feature's place in its layer, from 1.
    public let number: Int
    /// The attributes that have a value, by field name.
    public let fields: [String: String]
    /// The shape; nil where the feature has none, or an empty one.
    public let geometry: VectorGeometry?
    /// The heights of points and lines, one list for each line, or for all points together a list of one each; nil where
    /// the shape has none, and for polygons.
    public var heights: [[Double]]?
}
