public import MastheadPropagation

/// The air along the paths to a protected station.
///
/// It is taken at the station and holds on all paths to it, where the texts mean the middle of each path: refractivity
/// that drifts by 1 N-unit within the search distance changes losses by some hundredths of a decibel.
public struct InterferenceClimate: Sendable, Hashable {
    /// ΔN, N-units/km.
    public var deltaN: Double
    /// N₀, N-units.
    public var n0: Double
    /// The air near the ground.
    public var atmosphere: Atmosphere

    /// A climate; the defaults are a temperate one.
    public init(deltaN: Double = 45, n0: Double = 325, atmosphere: Atmosphere = Atmosphere()) {
        self.deltaN = deltaN
        self.n0 = n0
        self.atmosphere = atmosphere
    }
}
