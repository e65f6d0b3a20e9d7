public import MastheadCore

/// The element pattern of 3GPP TR 38.901 and Recommendation ITU-R M.2101, used as the pattern of a whole sector antenna
/// with its beamwidths and gain.
///
///     A_V(θ) = −min( 12 ((θ − 90°)/θ₃dB)², SLA_V )
///     A_H(φ) = −min( 12 (φ/φ₃dB)², A_m )
///     G(θ, φ) = G_max − min( −(A_V + A_H), A_m )
///
/// Source: 3GPP TR 38.901 V17, Table 7.3-1; Recommendation ITU-R M.2101-0, Annex 1, §5.1.
public struct SectorElementPattern: AntennaPattern, Hashable {
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// φ₃dB, degrees.
    public let horizontalBeamwidthDegrees: Double
    /// θ₃dB, degrees.
    public let verticalBeamwidthDegrees: Double
    /// A_m: front-to-back attenuation, dB.
    public let frontToBackDB: Double
    /// SLA_V: vertical side-lobe attenuation, dB.
    public let verticalSidelobeDB: Double

    /// A sector pattern; the defaults are those of TR 38.901.
    public init(
        peakGain: Decibels = Decibels(8), horizontalBeamwidth: Angle = Angle(degrees: 65),
        verticalBeamwidth: Angle = Angle(degrees: 65), frontToBack: Decibels = Decibels(30),
        verticalSidelobe: Decibels = Decibels(30)
    ) {
        peakGainDBi = peakGain.value
        horizontalBeamwidthDegrees = horizontalBeamwidth.degrees
        verticalBeamwidthDegrees = verticalBeamwidth.degrees
        frontToBackDB = frontToBack.value
        verticalSidelobeDB = verticalSidelobe.value
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// An azimuth must be stated.
    public var isDirectional: Bool { true }
    /// The table.
    public var citation: Citation { Self.entry.citation }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        let horizontal = azimuthRadians * (180 / .pi) / horizontalBeamwidthDegrees
        let vertical = elevationRadians * (180 / .pi) / verticalBeamwidthDegrees
        let loss =
            min(12 * horizontal * horizontal, frontToBackDB) + min(12 * vertical * vertical, verticalSidelobeDB)
        return peakGainDBi - min(loss, frontToBackDB)
    }

    /// The catalogue's entry.
    public static let entry = AntennaEntry(
        id: "tr38901-sector", summary: "Sector antenna: element pattern with stated beamwidths and gain.",
        citation: Citation("3GPP TR 38.901 V17", "Table 7.3-1")
    ) { (parameters) throws(MastheadError) in
        SectorElementPattern(
            peakGain: parameters.gain, horizontalBeamwidth: parameters.horizontalBeamwidth,
            verticalBeamwidth: parameters.verticalBeamwidth, frontToBack: parameters.frontToBack,
            verticalSidelobe: parameters.verticalSidelobe)
    }
}
