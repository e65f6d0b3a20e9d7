public import MastheadCore

/// The design objective for side lobes of earth stations that work with geostationary satellites.
///
///     G = 29 − 25 log₁₀ φ      max(1°, 100 λ/D) ≤ φ ≤ 20°
///       = −3.5                 20° < φ ≤ 26.3°
///       = as S.465             beyond: 32 − 25 log₁₀ φ to 48°, then −10
///
/// Beyond 20° the Recommendation refers to S.465; −3.5 dBi joins the two. The Recommendation says nothing in the main
/// beam. The gain there is that of Appendix 8 (AP8Pattern) with the same gain and aperture, as for S465Pattern.
/// A pattern that has −10 dBi from 20° on is 6.5 dB too low there.
///
/// Source: Recommendation ITU-R S.580-6, recommends 1; the part from 20° to 26.3° as the reference vectors have it.
public struct S580Pattern: OffAxisPattern, Hashable {
    private let main: AP8Pattern
    /// The angle at which the side lobes begin, degrees.
    public let definedFromDegrees: Double

    /// A pattern by gain and aperture.
    ///
    /// - Throws: `outside-validity` where the gain on the axis is below the first side lobe of that aperture.
    public init(peakGain: Decibels, aperture: ApertureSize) throws(MastheadError) {
        main = try AP8Pattern(peakGain: peakGain, aperture: aperture)
        definedFromDegrees = max(1, 100 / aperture.wavelengths)
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// Gain on the axis, dBi.
    public var peakGainDBi: Double { main.peakGainDBi }
    /// The Recommendation.
    public var citation: Citation { Self.entry.citation }

    /// Gain at an angle from the axis, dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double {
        let phi = abs(degrees)
        if phi < definedFromDegrees { return main.gainDBi(offAxisDegrees: phi) }
        if phi <= 20 { return DishBeam.line(29, -25, phi) }
        return phi <= 26.3 ? -3.5 : S465Pattern.sidelobesDBi(phi)
    }

    /// The catalogue's entry.
    public static let entry = OffAxisEntry(
        id: "s580", summary: "Earth station for geostationary satellites; Appendix 8 in the main beam.",
        citation: Citation("Recommendation ITU-R S.580-6", "recommends 1")
    ) { (parameters) throws(MastheadError) in
        try S580Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
    }
}
