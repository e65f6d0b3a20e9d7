public import MastheadCore

/// The pattern for the coordination area of an earth station: Radio Regulations, Appendix 7, Annex 3.
///
///     D/λ ≥ 100:       G₁ = −1 + 15 log₁₀(D/λ),   φ_r = 15.85 (D/λ)^−0.6
///     35 ≤ D/λ < 100:  G₁ = −21 + 25 log₁₀(D/λ),  φ_r = 100 λ/D
///     main beam and G₁ up to φ_r, then
///     G = 29 − 25 log₁₀ φ      φ_r ≤ φ < 36°
///       = −10                  36° ≤ φ ≤ 180°
///
/// Source: Radio Regulations, Appendix 7 (Rev. WRC-15), Annex 3, §3.
public struct AP7Pattern: OffAxisPattern, Hashable {
    private static let source = Citation("Radio Regulations, Appendix 7 (Rev. WRC-15)", "Annex 3, §3")

    private let beam: DishBeam

    /// Apertures that the Annex has a pattern for.
    public static let apertureRange = ValidRange(
        ApertureSize(wavelengths: 35)...OffAxisParameters.apertureRange.bounds.upperBound, of: "aperture",
        by: source)

    /// A pattern by gain and aperture.
    ///
    /// - Throws: `outside-validity` for an aperture below 35 wavelengths, and where the gain on the axis is below the
    ///   first side lobe of that aperture.
    public init(peakGain: Decibels, aperture: ApertureSize) throws(MastheadError) {
        try Self.apertureRange.require(
            aperture, remedy: "Use \"\(AP8Pattern.entry.id)\", or an aperture of \(Self.apertureRange).")
        let isLarge = aperture.wavelengths >= 100
        beam = try DishBeam(
            peakGain: peakGain, aperture: aperture,
            shelfDBi: isLarge
                ? DishBeam.line(-1, 15, aperture.wavelengths) : DishBeam.line(-21, 25, aperture.wavelengths),
            shelfEndDegrees: isLarge ? DishBeam.largeShelfEnd(aperture) : DishBeam.smallShelfEnd(aperture),
            citation: Self.entry.citation)
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// Gain on the axis, dBi.
    public var peakGainDBi: Double { beam.peakGainDBi }
    /// The Appendix.
    public var citation: Citation { Self.entry.citation }

    /// Gain at an angle from the axis, dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double {
        let phi = abs(degrees)
        return beam.gainDBi(phi) ?? (phi < 36 ? DishBeam.line(29, -25, phi) : -10)
    }

    /// The catalogue's entry.
    public static let entry = OffAxisEntry(
        id: "rr-ap7", summary: "Earth station in the determination of its coordination area.",
        citation: source,
        validity: ["aperture \(apertureRange)"]
    ) { (parameters) throws(MastheadError) in
        try AP7Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
    }
}
