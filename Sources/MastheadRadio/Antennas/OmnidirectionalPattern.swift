public import MastheadCore

/// An antenna that radiates alike in all azimuths, with a beam in elevation.
///
/// The vertical cut is that of ``SectorElementPattern``.
public struct OmnidirectionalPattern: AntennaPattern, Hashable {
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// Half-power beamwidth in elevation, degrees.
    public let verticalBeamwidthDegrees: Double
    /// Side-lobe attenuation, dB.
    public let verticalSidelobeDB: Double

    /// A pattern without direction in azimuth.
    public init(peakGain: Decibels, verticalBeamwidth: Angle, verticalSidelobe: Decibels = Decibels(30)) {
        peakGainDBi = peakGain.value
        verticalBeamwidthDegrees = verticalBeamwidth.degrees
        verticalSidelobeDB = verticalSidelobe.value
    }

    /// Any azimuth will do.
    public var isDirectional: Bool { false }
    /// The table of the vertical cut.
    public var citation: Citation { Citation("3GPP TR 38.901 V17", "Table 7.3-1, vertical cut") }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let vertical = elevationRadians * (180 / .pi) / verticalBeamwidthDegrees
        return peakGainDBi - min(12 * vertical * vertical, verticalSidelobeDB)
    }
}

/// The same gain in every direction.
public struct IsotropicPattern: AntennaPattern, Hashable {
    /// Gain in every direction, dBi.
    public let peakGainDBi: Double

    /// A pattern of one gain.
    public init(peakGain: Decibels = Decibels(0)) { peakGainDBi = peakGain.value }

    /// Any azimuth will do.
    public var isDirectional: Bool { false }
    /// The definition of the reference antenna.
    public var citation: Citation { Citation("Radio Regulations", "No. 1.160, isotropic reference") }

    /// The one gain, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double { peakGainDBi }
}
