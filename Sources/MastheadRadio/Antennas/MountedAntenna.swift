public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An antenna on a mast: pattern, azimuth and tilts.
///
/// Tilts are positive downwards, everywhere. The mechanical tilt turns the whole pattern about the horizontal axis
/// across the boresight, so that the back lobe rises as the front sinks. The electrical tilt shifts the vertical cut by
/// the same angle in all azimuths.
public struct MountedAntenna: Sendable {
    /// The pattern in the antenna's own frame.
    public let pattern: any AntennaPattern
    /// Azimuth of the boresight, clockwise from north.
    public let azimuth: Angle
    /// Mechanical tilt, down is positive.
    public let mechanicalTilt: Angle
    /// Electrical tilt, down is positive.
    public let electricalTilt: Angle

    private let sineOfTilt: Double
    private let cosineOfTilt: Double

    /// An antenna with its mounting.
    public init(
        pattern: any AntennaPattern, azimuth: Angle, mechanicalTilt: Angle = Angle(radians: 0),
        electricalTilt: Angle = Angle(radians: 0)
    ) {
        self.pattern = pattern
        self.azimuth = azimuth
        self.mechanicalTilt = mechanicalTilt
        self.electricalTilt = electricalTilt
        sineOfTilt = sin(mechanicalTilt.radians)
        cosineOfTilt = cos(mechanicalTilt.radians)
    }

    /// Gain towards a direction, dBi; nothing is allocated.
    ///
    /// - Parameters:
    ///   - azimuthRadians: Clockwise from north.
    ///   - elevationRadians: Above the horizontal.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let offset = azimuthRadians - azimuth.radians
        // The direction in a frame with x along the boresight's azimuth, y to its right and z up, turned by the tilt.
        let level = cos(elevationRadians)
        let x = level * cos(offset)
        let y = level * sin(offset)
        let z = sin(elevationRadians)
        let front = x * cosineOfTilt - z * sineOfTilt
        let up = x * sineOfTilt + z * cosineOfTilt
        return pattern.gainDBi(
            azimuthRadians: atan2(y, front),
            elevationRadians: asin(max(-1, min(1, up))) + electricalTilt.radians)
    }
}
