import MastheadCore

/// A straight piece of a route that lies in one cell of the study grid and in one region.
public struct LinePiece: Sendable, Hashable {
    /// Where it begins, in the plane of the grid.
    public var start: PlanePoint
    /// Where it ends.
    public var end: PlanePoint
    /// Index of its route.
    public var route: Int32
    /// Index of the region that its middle lies in.
    public var region: Int32
    /// True length on the ground, mm.
    public var millimetres: Int32
    /// Whether it lies in a tunnel or otherwise below the ground.
    public var isUnderground: Bool
    /// Whether it goes on where the piece before it in the list ends.
    public var continues: Bool

    /// A piece by its parts.
    public init(
        start: PlanePoint, end: PlanePoint, route: Int32, region: Int32, millimetres: Int32,
        isUnderground: Bool = false, continues: Bool = false
    ) {
        self.start = start
        self.end = end
        self.route = route
        self.region = region
        self.millimetres = millimetres
        self.isUnderground = isUnderground
        self.continues = continues
    }

    /// The point halfway; its cell is the cell of the piece.
    public var middle: PlanePoint { PlanePoint(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2) }
}

/// A point of a place that must be served.
public struct KeyPoint: Sendable, Hashable {
    /// Where it lies in the plane of the grid.
    public var point: PlanePoint
    /// Index of its place.
    public var place: Int32
    /// Index of the region that it lies in.
    public var region: Int32
    /// Whether it lies below the ground.
    public var isUnderground: Bool

    /// A key point by its parts.
    public init(point: PlanePoint, place: Int32, region: Int32, isUnderground: Bool = false) {
        self.point = point
        self.place = place
        self.region = region
        self.isUnderground = isUnderground
    }
}

/// The most pieces and key points that a run holds.
public enum FeatureLimit {
    /// Pieces of routes and key points of places together. A piece takes 64 bytes with its place in the index, so that
    /// all take at most 640 MB; a network takes about 20 pieces for each km on a grid of 100 m.
    public static let count = 10_000_000
    /// Key points of one place.
    public static let keyPoints = 10_000

    /// Refuses a layer that holds more.
    static func require(_ count: Int, path: String) throws(MastheadError) {
        guard count > Self.count else { return }
        throw MastheadError(
            .badLayerValue, "the layer has more than \(Self.count) pieces and key points within the regions",
            at: .file(path),
            remedy: "Select fewer features, take a coarser grid, or divide the regions among several jobs.")
    }
}
