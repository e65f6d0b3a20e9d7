public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An off-axis pattern as an antenna that can be mounted: its axis is the boresight.
///
/// A dish that points above the horizon has a negative mechanical tilt. An electrical tilt makes no sense for it.
public struct OffAxisAntennaPattern: AntennaPattern {
    /// The gain by angle from the axis.
    public let offAxis: any OffAxisPattern

    /// An antenna with an off-axis pattern.
    public init(_ offAxis: any OffAxisPattern) { self.offAxis = offAxis }

    /// The name in the catalogue.
    public var id: String { offAxis.id }
    /// Gain on the axis, dBi.
    public var peakGainDBi: Double { offAxis.peakGainDBi }
    /// An azimuth must be stated.
    public var isDirectional: Bool { true }
    /// The text that the pattern comes from.
    public var citation: Citation { offAxis.citation }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let degrees =
            Self.offAxisRadians(azimuthRadians: azimuthRadians, elevationRadians: elevationRadians) * (180 / .pi)
        // Patterns step at 3°, 20°, 48°: a direction at such an angle must not pass it by rounding.
        return offAxis.gainDBi(offAxisDegrees: (degrees * 1e9).rounded() / 1e9)
    }

    /// The angle of a direction from the boresight, radians, 0 to π: cos ψ = cos φ cos θ.
    ///
    /// It is taken from sine and cosine together, so that small angles keep their digits.
    public static func offAxisRadians(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let level = cos(elevationRadians)
        let side = level * sin(azimuthRadians)
        let up = sin(elevationRadians)
        return atan2((side * side + up * up).squareRoot(), level * cos(azimuthRadians))
    }
}
