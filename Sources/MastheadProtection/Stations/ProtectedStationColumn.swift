/// The columns of a register of protected stations, named with their units.
public enum ProtectedStationColumn: String, Sendable, CaseIterable {
    /// Identifier; each once.
    case id
    /// Name as in the licence; the identifier where it is empty.
    case name
    /// The service, by a name of ``ProtectedStationWords``.
    case service
    /// Longitude on WGS 84, degrees east.
    case longitude = "longitude_deg"
    /// Latitude on WGS 84, degrees north.
    case latitude = "latitude_deg"
    /// Centre of the antenna above the ground, m.
    case antennaHeight = "antenna_height_m"
    /// Azimuth of the main beam, degrees clockwise from true north.
    case azimuth = "azimuth_deg"
    /// Elevation of the main beam, degrees above the horizontal.
    case elevation = "elevation_deg"
    /// The geostationary satellite that it looks at, degrees east.
    case satelliteLongitude = "satellite_longitude_deg"
    /// Diameter of the reflector, m.
    case dishDiameter = "dish_diameter_m"
    /// Gain on the axis, dBi.
    case peakGain = "peak_gain_dbi"
    /// Noise temperature of the receiving system in clear sky, K.
    case noiseTemperature = "noise_temperature_k"
    /// Lower edge of the received band, MHz.
    case lowerEdge = "lower_mhz"
    /// Upper edge of the received band, MHz.
    case upperEdge = "upper_mhz"
    /// The antenna's pattern, by a name of ``ProtectedStationWords``.
    case pattern
    /// The filter before the first amplifier, by its name among the filters.
    case filter
    /// The polarization that is received: `vertical`, `horizontal`, `slant` or `circular`.
    case polarization
    /// Which of the values are licensed or measured, and which are assumed.
    case basis

    /// Columns without which no row can be read.
    public static let needed: [ProtectedStationColumn] = [.id, .service, .antennaHeight, .lowerEdge, .upperEdge]
}
