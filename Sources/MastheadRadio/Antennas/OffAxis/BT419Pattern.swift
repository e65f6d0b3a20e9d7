public import MastheadCore

/// The directivity that planning assumes of a roof-top television antenna at UHF (bands IV and V).
///
///     G = G_max                        φ ≤ 20°
///       = G_max − 0.4 (φ − 20)         20° < φ ≤ 60°
///       = G_max − 16                   beyond
///
/// The Recommendation draws it over the azimuth; it is used for the angle from the axis in any plane.
///
/// Source: Recommendation ITU-R BT.419-3, Figure 1, curve of bands IV and V.
public struct BT419Pattern: OffAxisPattern, Hashable {
    /// Gain on the axis, dBi.
    public let peakGainDBi: Double

    /// A pattern by the antenna's gain on its axis.
    public init(peakGain: Decibels) { peakGainDBi = peakGain.value }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// The Recommendation.
    public var citation: Citation { Self.entry.citation }

    /// Gain at an angle from the axis, dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double {
        peakGainDBi - 0.4 * min(max(abs(degrees) - 20, 0), 40)
    }

    /// The catalogue's entry; the diameter does not enter.
    public static let entry = OffAxisEntry(
        id: "bt419-uhf", summary: "Roof-top television antenna at UHF, 16 dB down from 60° on.",
        citation: Citation("Recommendation ITU-R BT.419-3", "Figure 1, bands IV and V")
    ) { BT419Pattern(peakGain: $0.peakGain) }
}
