public import MastheadCore

/// The most that a site may radiate in one direction in one band: what a protected station asks of a plan before its sites
/// are chosen.
///
/// A wanted emission is held by its EIRP, so that less power keeps the limit. Unwanted emissions are held by masks in
/// absolute levels, which less power need not lower: they are held by the antenna's gain alone.
public struct EmissionLimit: Sendable, Hashable {
    /// The band of the run, by its name.
    public var band: String
    /// Azimuth from the site towards what is protected, clockwise from north.
    public var azimuth: Angle
    /// Elevation of that direction at the antenna, above the horizontal.
    public var elevation: Angle
    /// The most EIRP of the whole carrier in that direction; nil for any.
    public var carrier: PowerLevel?
    /// The most gain in that direction, feeder loss taken off, dBi; nil for any.
    public var gain: Decibels?
    /// Who asks for it: the station and the criterion.
    public var source: String

    /// A limit by its parts.
    public init(
        band: String, azimuth: Angle, elevation: Angle, carrier: PowerLevel? = nil, gain: Decibels? = nil,
        source: String
    ) {
        self.band = band
        self.azimuth = azimuth
        self.elevation = elevation
        self.carrier = carrier
        self.gain = gain
        self.source = source
    }

    /// The most conducted power of the carrier with which an antenna keeps the limit.
    ///
    /// - Returns: nil where no power does, since the antenna's gain alone is too much.
    public func power(with antenna: MountedAntenna, feederLoss: Decibels, atMost power: PowerLevel) -> PowerLevel? {
        let towards =
            antenna.gainDBi(azimuthRadians: azimuth.radians, elevationRadians: elevation.radians) - feederLoss.value
        if let gain, towards > gain.value { return nil }
        guard let carrier else { return power }
        return PowerLevel(dBm: min(power.dBm, carrier.dBm - towards))
    }
}
