public import MastheadCore

/// The side lobe that the protection levels of radio astronomy assume: 0 dBi, whatever the direction.
///
/// Terrestrial signals reach a telescope through its far side lobes. The thresholds of RA.769 are stated for a side lobe
/// of 0 dBi, which the envelope 32 − 25 log₁₀ φ has at 19°; no gain of the telescope enters.
///
/// Source: Recommendation ITU-R RA.769-2, Annex 1, §1.3.
public struct RadioAstronomySidelobePattern: OffAxisPattern, Hashable {
    /// 0 dBi.
    public let peakGainDBi = 0.0

    /// The pattern.
    public init() {}

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// The Recommendation.
    public var citation: Citation { Self.entry.citation }

    /// 0 dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double { peakGainDBi }

    /// The catalogue's entry; a stated gain other than 0 dBi is refused, since it would not count.
    public static let entry = OffAxisEntry(
        id: "ra769-sidelobe", summary: "Radio telescope, the 0 dBi that its protection levels assume; state 0 dBi.",
        citation: Citation("Recommendation ITU-R RA.769-2", "Annex 1, §1.3"), fixedGain: Decibels(0)
    ) { (parameters) throws(MastheadError) in
        guard parameters.peakGain.value == 0 else {
            throw MastheadError(
                .outsideValidity,
                "a gain of \(parameters.peakGain) is stated, and the protection levels of radio astronomy assume 0 dBi",
                remedy: "Write a gain of 0 dBi, or use \"ra1631\" with the telescope's own gain.")
        }
        return RadioAstronomySidelobePattern()
    }
}
