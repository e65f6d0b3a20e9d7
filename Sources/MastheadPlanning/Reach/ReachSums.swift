/// What one tile adds to a route in one region: whole millimetres.
public struct RouteSum: Sendable, Equatable, Codable {
    /// Index of the route.
    public var route: Int
    /// Index of the region.
    public var region: Int
    /// Served length, mm: one value for each kind of service in each band, then one for each kind in any band.
    public var servedMillimetres: [Int64]
}

/// What one tile adds to a place.
public struct PlaceSum: Sendable, Equatable, Codable {
    /// Index of the place.
    public var place: Int
    /// Served key points, in the same columns as those of routes.
    public var servedPoints: [Int]
}
