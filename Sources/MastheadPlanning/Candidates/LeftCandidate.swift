public import MastheadCore
public import MastheadGeo

/// A place that was considered and left out before anything was computed for it.
public struct LeftCandidate: Sendable, Equatable {
    /// Identifier of a mast of a list; nil for a new place, which gets none.
    public var id: String?
    /// Where it comes from.
    public var origin: CandidateOrigin
    /// Its position in the plane of the study grid.
    public var plane: PlanePoint
    /// Its position.
    public var position: GeographicPosition
    /// Why it was left out, as in ``CandidateCount/left``: `"water"`, `"slope"`, `"excluded area"`, `"spacing"`.
    public var reason: String

    /// A place by its parts.
    public init(
        id: String? = nil, origin: CandidateOrigin, plane: PlanePoint, position: GeographicPosition, reason: String
    ) {
        self.id = id
        self.origin = origin
        self.plane = plane
        self.position = position
        self.reason = reason
    }
}
