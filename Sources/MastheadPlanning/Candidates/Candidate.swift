public import MastheadCore
public import MastheadGeo
public import MastheadRadio

/// A place where base stations may be put: a mast that stands, or one that may be built.
public struct Candidate: Sendable {
    /// Identifier: that of the mast, or one given to the place: `"L0042"`.
    public var id: String
    /// Where it comes from.
    public var origin: CandidateOrigin
    /// Its position.
    public var position: GeographicPosition
    /// Its position in the plane of the study grid.
    public var plane: PlanePoint
    /// The region it stands in, as an index; nil outside all.
    public var region: Int?
    /// Height of a mast that stands, m; nil for new ones, and where it is not known.
    public var mastMetres: Double?
    /// Cost of having the site, without bands.
    public var cost: Int64
    /// Distance to the nearest mast that stands, m; 0 for those that do.
    public var backhaulMetres: Double
    /// The stations of the register that stand there, as indices.
    public var stations: [Int]
    /// What protected stations ask of it; none where nothing is protected.
    public var limits: [EmissionLimit]

    /// A candidate by its parts.
    public init(
        id: String, origin: CandidateOrigin, position: GeographicPosition, plane: PlanePoint, region: Int?,
        mastMetres: Double? = nil, cost: Int64 = 0, backhaulMetres: Double = 0, stations: [Int] = [],
        limits: [EmissionLimit] = []
    ) {
        self.id = id
        self.origin = origin
        self.position = position
        self.plane = plane
        self.region = region
        self.mastMetres = mastMetres
        self.cost = cost
        self.backhaulMetres = backhaulMetres
        self.stations = stations
        self.limits = limits
    }
}
