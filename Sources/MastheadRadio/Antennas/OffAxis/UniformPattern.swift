public import MastheadCore

/// The same gain in all directions: what is taken where nothing better is known, on the safe side if the gain is that of
/// the axis.
public struct UniformPattern: OffAxisPattern, Hashable {
    /// The gain, dBi.
    public let peakGainDBi: Double

    /// A pattern of one gain.
    public init(gain: Decibels) { peakGainDBi = gain.value }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// By definition.
    public var citation: Citation { Self.entry.citation }

    /// The gain, dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double { peakGainDBi }

    /// The catalogue's entry; the diameter does not enter.
    public static let entry = OffAxisEntry(
        id: "uniform", summary: "The stated gain in all directions.",
        citation: Citation("Masthead", "by definition")
    ) { UniformPattern(gain: $0.peakGain) }
}
