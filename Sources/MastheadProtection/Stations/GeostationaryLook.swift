public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The direction in which a place on the ground sees a geostationary satellite, on the ellipsoid of WGS 84.
///
/// The line from the antenna to the satellite in the equatorial plane, turned into the local horizon: geometric, without
/// refraction, which lifts a satellite at the horizon by half a degree and one at 5° by less than 0.2°. The radius of the
/// orbit follows from the Earth's gravitational constant and the length of the sidereal day.
///
/// Source: T. Soler and D. W. Eisemann, "Determination of look angles to geostationary communication satellites",
/// Journal of Surveying Engineering 120 (1994); WGS 84 as in NGA.STND.0036.
public struct GeostationaryLook: Sendable, Hashable {
    /// Azimuth of the satellite, clockwise from true north, 0 to 360°.
    public let azimuth: Angle
    /// Elevation of the satellite above the horizontal; negative where it is below.
    public let elevation: Angle

    /// a of WGS 84, m.
    static let semiMajorMetres = 6_378_137.0
    /// e² of WGS 84.
    static let squaredEccentricity = 0.006_694_379_990_14
    /// Radius of the geostationary orbit, m.
    static let orbitMetres = 42_164_170.0

    /// The look from a position at height zero; the height of an antenna changes it by less than 0.01°.
    ///
    /// - Parameter satelliteLongitudeDegrees: Longitude of the satellite, degrees east; any turn.
    public init(from position: GeographicPosition, satelliteLongitudeDegrees: Double) {
        let latitude = position.latitudeDegrees * .pi / 180
        let turn = (satelliteLongitudeDegrees - position.longitudeDegrees) * .pi / 180
        let (sine, cosine) = (sin(latitude), cos(latitude))
        // Prime vertical radius, and the antenna in the meridian plane: from the axis, from the equator.
        let prime = Self.semiMajorMetres / (1 - Self.squaredEccentricity * sine * sine).squareRoot()
        let (axial, polar) = (prime * cosine, prime * (1 - Self.squaredEccentricity) * sine)
        let outward = Self.orbitMetres * cos(turn) - axial
        let east = Self.orbitMetres * sin(turn)
        let north = -sine * outward - cosine * polar
        let up = cosine * outward - sine * polar
        let azimuth = atan2(east, north) * 180 / .pi
        self.azimuth = Angle(degrees: azimuth < 0 ? azimuth + 360 : azimuth)
        elevation = Angle(radians: atan2(up, (east * east + north * north).squareRoot()))
    }
}
