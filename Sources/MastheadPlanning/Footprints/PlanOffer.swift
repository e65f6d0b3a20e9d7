public import MastheadCore

/// A band that may be put on a candidate, and in which forms.
public struct PlanOffer: Sendable {
    /// The candidate, as an index.
    public var candidate: Int
    /// The band, as an index into those of the run.
    public var band: Int
    /// Height of the antennas above the ground, m.
    public var heightMetres: Double
    /// Number of sectors.
    public var sectorCount: Int
    /// Azimuths of the first sector that are tried, degrees clockwise from north.
    public var azimuthDegrees: [Double]
    /// Mechanical tilts that are tried, degrees, down is positive.
    public var tiltDegrees: [Double]
    /// Conducted power of the whole carrier at each sector, by the band or less where a limit asks for it.
    public var power: PowerLevel
    /// Cost of the equipment.
    public var cost: Int64

    /// An offer by its parts.
    public init(
        candidate: Int, band: Int, heightMetres: Double, sectorCount: Int, azimuthDegrees: [Double],
        tiltDegrees: [Double], power: PowerLevel, cost: Int64
    ) {
        self.candidate = candidate
        self.band = band
        self.heightMetres = heightMetres
        self.sectorCount = sectorCount
        self.azimuthDegrees = azimuthDegrees
        self.tiltDegrees = tiltDegrees
        self.power = power
        self.cost = cost
    }
}

/// What a band on a candidate, or a band of a station that stands, serves.
public struct Footprint: Sendable, Equatable {
    /// Azimuths of the sectors that were chosen, degrees; empty for an antenna without direction, and for stations that
    /// stand.
    public var azimuthDegrees: [Double]
    /// The mechanical tilt that was chosen, degrees.
    public var tiltDegrees: Double
    /// What all sectors together carry, Mbit/s: the mean over the people who are served of what one user alone would have,
    /// times the sectors; 0 for a band without link terms.
    public var megabits: Double
    /// The items that are served, in their order.
    public var runs: [PlacementProblem.Run]

    /// A footprint by its parts.
    public init(azimuthDegrees: [Double], tiltDegrees: Double, megabits: Double, runs: [PlacementProblem.Run]) {
        self.azimuthDegrees = azimuthDegrees
        self.tiltDegrees = tiltDegrees
        self.megabits = megabits
        self.runs = runs
    }
}
