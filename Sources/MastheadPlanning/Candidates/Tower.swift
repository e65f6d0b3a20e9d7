public import MastheadCore
public import MastheadGeo

/// A mast of a list that may be used.
public struct Tower: Sendable, Hashable {
    /// Identifier in the list.
    public var id: String
    /// Its position.
    public var position: GeographicPosition
    /// Its position in the plane of the study grid.
    public var plane: PlanePoint
    /// Its height, m; nil where the list does not tell.
    public var heightMetres: Double?

    /// A mast by its parts.
    public init(id: String, position: GeographicPosition, plane: PlanePoint, heightMetres: Double?) {
        self.id = id
        self.position = position
        self.plane = plane
        self.heightMetres = heightMetres
    }
}
