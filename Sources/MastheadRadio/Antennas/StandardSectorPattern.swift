public import MastheadCore

/// The antenna that spectrum access systems assume for stations that register a beamwidth and a gain only.
///
///     G(φ) = G_max − min( 12 (φ/φ₃dB)², 20 )
///
/// The gain is the same at all elevations; a beamwidth of 360° means the same in all directions.
///
/// Source: WInnForum WINNF-TS-0112, R2-SGN-20.
public struct StandardSectorPattern: AntennaPattern, Hashable {
    /// Gain at the peak, dBi.
    public let peakGainDBi: Double
    /// φ₃dB, degrees.
    public let beamwidthDegrees: Double

    /// The most that the back is below the peak, dB.
    static let backDB = 20.0

    /// A pattern by gain and beamwidth in azimuth.
    public init(peakGain: Decibels, beamwidth: Angle) {
        peakGainDBi = peakGain.value
        // Degrees may come back from radians with their last digit changed.
        beamwidthDegrees = abs(beamwidth.degrees - 360) < 1e-9 ? 360 : beamwidth.degrees
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// An azimuth must be stated unless the beamwidth is 360°.
    public var isDirectional: Bool { beamwidthDegrees != 360 }
    /// The requirement.
    public var citation: Citation { Self.entry.citation }

    /// Gain in a direction, dBi.
    public func gainDBi(azimuthRadians: Double, elevationRadians: Double) -> Double {
        guard isDirectional else { return peakGainDBi }
        let x = azimuthRadians * (180 / .pi) / beamwidthDegrees
        return peakGainDBi - min(12 * x * x, Self.backDB)
    }

    /// The catalogue's entry; the vertical beamwidth has no part in it.
    public static let entry = AntennaEntry(
        id: "sas-sector", summary: "Sector antenna of spectrum access systems: alike at all elevations.",
        citation: Citation("WInnForum WINNF-TS-0112", "R2-SGN-20")
    ) { (parameters) throws(MastheadError) in
        StandardSectorPattern(peakGain: parameters.gain, beamwidth: parameters.horizontalBeamwidth)
    }
}
