public import MastheadCore

/// An antenna that radiates alike in all azimuths, with a beam in elevation: the vertical cut of
/// ``SectorElementPattern``.
public struct OmnidirectionalPattern: AntennaPattern, Hashable {
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// Half-power beamwidth in elevation, degrees.
    public let verticalBeamwidthDegrees: Double
    /// Side-lobe attenuation, dB.
    public let verticalSidelobeDB: Double

    /// A pattern without direction in azimuth; the side-lobe attenuation is that of TR 38.901.
    public init(peakGain: Decibels, verticalBeamwidth: Angle, verticalSidelobe: Decibels = Decibels(30)) {
        peakGainDBi = peakGain.value
        verticalBeamwidthDegrees = verticalBeamwidth.degrees
        verticalSidelobeDB = verticalSidelobe.value
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// Any azimuth will do.
    public var isDirectional: Bool { false }
    /// The table of the vertical cut.
    public var citation: Citation { Self.entry.citation }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let vertical = elevationRadians * (180 / .pi) / verticalBeamwidthDegrees
        return peakGainDBi - min(12 * vertical * vertical, verticalSidelobeDB)
    }

    /// The catalogue's entry.
    public static let entry = AntennaEntry(
        id: "omnidirectional", summary: "Alike in all azimuths, with a beam in elevation.",
        citation: Citation("3GPP TR 38.901 V17", "Table 7.3-1, vertical cut")
    ) { (parameters) throws(MastheadError) in
        OmnidirectionalPattern(
            peakGain: parameters.gain, verticalBeamwidth: parameters.verticalBeamwidth,
            verticalSidelobe: parameters.verticalSidelobe)
    }
}
