public import MastheadCore

/// The way between places on Earth and the plane of a grid.
///
/// A handle: one thread at a time; each worker makes its own.
public struct GridLocator: ~Copyable {
    /// The grid.
    public let grid: Grid
    private let transform: CoordinateTransform

    /// Makes the way for a grid.
    ///
    /// - Throws: `bad-crs` when the grid's reference system cannot be read.
    public init(_ grid: Grid) throws(MastheadError) {
        self.grid = grid
        transform = try CoordinateTransform(from: .wgs84, to: grid.referenceSystem)
    }

    /// The point of a place in the plane of the grid, inside the grid or not.
    ///
    /// - Throws: `bad-crs` when the projection does not reach the place.
    public func plane(of position: GeographicPosition) throws(MastheadError) -> PlanePoint {
        try transform.forward(PlanePoint(x: position.longitudeDegrees, y: position.latitudeDegrees))
    }

    /// The place of a point of the plane.
    ///
    /// - Throws: `bad-crs` when the point has no place on Earth.
    public func geographic(of point: PlanePoint) throws(MastheadError) -> GeographicPosition {
        let place = try transform.inverse(point)
        return GeographicPosition(
            longitudeDegrees: ReferenceSystem.wrapped(place.x, from: -180), latitudeDegrees: place.y)
    }
}
