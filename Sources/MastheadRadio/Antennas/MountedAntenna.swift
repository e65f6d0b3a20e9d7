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
/// the same angle in all azimuths; it is the whole of it, and what the pattern contains already is not shifted again.
public struct MountedAntenna: Sendable {
    /// The pattern in the antenna's own frame.
    public let pattern: any AntennaPattern
    /// Azimuth of the boresight, clockwise from north.
    public let azimuth: Angle
    /// Mechanical tilt, down is positive.
    public let mechanicalTilt: Angle
    /// Electrical tilt, down is positive.
    public let electricalTilt: Angle

    private let isLevel: Bool
    private let sineOfTilt: Double
    private let cosineOfTilt: Double
    /// How much further the beam is tilted electrically than in the pattern, radians.
    private let shift: Double

    /// An antenna with its mounting.
    ///
    /// - Parameter electricalTilt: The whole electrical tilt; nil for the one that the pattern contains.
    public init(
        pattern: any AntennaPattern, azimuth: Angle, mechanicalTilt: Angle = Angle(radians: 0),
        electricalTilt: Angle? = nil
    ) {
        self.pattern = pattern
        self.azimuth = azimuth
        self.mechanicalTilt = mechanicalTilt
        self.electricalTilt = electricalTilt ?? pattern.electricalTilt
        isLevel = mechanicalTilt.radians == 0
        sineOfTilt = sin(mechanicalTilt.radians)
        cosineOfTilt = cos(mechanicalTilt.radians)
        shift = self.electricalTilt.radians - pattern.electricalTilt.radians
    }

    /// Gain towards a direction, dBi; nothing is allocated.
    ///
    /// - Parameters:
    ///   - azimuthRadians: Clockwise from north.
    ///   - elevationRadians: Above the horizontal, −π/2 to π/2.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let (azimuth, elevation) = inFrame(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians)
        return pattern.gainDBi(
            azimuthRadians: azimuth,
            elevationRadians: shift == 0 ? elevation : pattern.elevationRadians(elevation, tiltedBy: shift))
    }

    /// The largest gain that the antenna ever has towards a direction, dBi; see
    /// ``AntennaPattern/largestGainDBi(azimuthRadians:elevationRadians:)``.
    public func largestGainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let (azimuth, elevation) = inFrame(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians)
        return pattern.largestGainDBi(
            azimuthRadians: azimuth,
            elevationRadians: shift == 0 ? elevation : pattern.elevationRadians(elevation, tiltedBy: shift))
    }

    /// Gains towards many directions, dBi: those of ``gainDBi(azimuthRadians:elevationRadians:)``, one for each.
    ///
    /// - Parameters:
    ///   - azimuthRadians: Clockwise from north.
    ///   - elevationRadians: Above the horizontal, as many.
    ///   - gainDBi: Room for as many gains.
    public func gains(
        azimuthRadians: Span<Double>, elevationRadians: Span<Double>, into gainDBi: inout MutableSpan<Double>
    ) {
        fill(pattern, azimuthRadians, elevationRadians, &gainDBi)
    }

    /// The pattern is opened once for all directions.
    private func fill<Pattern: AntennaPattern>(
        _ pattern: Pattern, _ azimuths: Span<Double>, _ elevations: Span<Double>, _ gains: inout MutableSpan<Double>
    ) {
        precondition(azimuths.count == elevations.count && gains.count >= azimuths.count, "one gain for each direction")
        for index in azimuths.indices {
            let (azimuth, elevation) = inFrame(azimuthRadians: azimuths[index], elevationRadians: elevations[index])
            gains[index] = pattern.gainDBi(
                azimuthRadians: azimuth,
                elevationRadians: shift == 0 ? elevation : pattern.elevationRadians(elevation, tiltedBy: shift))
        }
    }

    /// A direction in the antenna's own frame, the electrical tilt left out.
    private func inFrame(azimuthRadians: Double, elevationRadians: Double) -> (azimuth: Double, elevation: Double) {
        let offset = azimuthRadians - azimuth.radians
        if isLevel { return (offset - 2 * .pi * (offset / (2 * .pi)).rounded(), elevationRadians) }
        // The direction in a frame with x along the boresight's azimuth, y to its right and z up, turned by the tilt.
        let level = cos(elevationRadians)
        let x = level * cos(offset)
        let y = level * sin(offset)
        let z = sin(elevationRadians)
        let front = x * cosineOfTilt - z * sineOfTilt
        let up = x * sineOfTilt + z * cosineOfTilt
        return (atan2(y, front), asin(max(-1, min(1, up))))
    }
}
