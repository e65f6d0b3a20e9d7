public import MastheadGeo

/// How candidates are found, left out, and what they cost.
public struct CandidateRules: Sendable {
    /// Sides of the lattices over inhabited cells, m, by band; none where there is none.
    public var latticeMetres: [Double] = []
    /// People that a square of a lattice needs for a candidate.
    public var leastPeople = 50.0
    /// Side of the squares in which the highest ground is a candidate, m; nil for none.
    public var summitMetres: Double?
    /// How far a summit must rise above the median of its square, m.
    public var prominenceMetres = 30.0
    /// How far from a summit people must live, m.
    public var summitReachMetres = 0.0
    /// Spacing along routes, m; nil for none.
    public var routeMetres: Double?
    /// Whether places are candidates.
    public var usesPlaces = false
    /// Steepest ground that is built on, degrees.
    public var slopeDegrees = 30.0
    /// Least distance between a new mast and any other candidate, m.
    public var spacingMetres = 500.0
    /// Where nothing is built; asked for a point in the plane of the study grid.
    public var isExcluded: @Sendable (PlanePoint) -> Bool = { _ in false }
    /// Cost of a new mast with its power.
    public var mastCost: Int64 = 0
    /// Cost of a place on a mast that stands.
    public var reuseCost: Int64 = 0
    /// Cost of a km to the nearest mast that stands.
    public var backhaulCost: Int64 = 0

    /// Rules by their defaults: no candidates but those that stand.
    public init() {}
}
