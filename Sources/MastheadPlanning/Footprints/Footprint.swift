public import MastheadCore

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
