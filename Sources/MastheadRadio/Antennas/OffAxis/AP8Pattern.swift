public import MastheadCore

/// The reference pattern of earth stations where no measured one is known: Radio Regulations, Appendix 8, Annex III.
///
///     D/λ ≥ 100:  main beam, G₁ = 2 + 15 log₁₀(D/λ) to φ_r = 15.85 (D/λ)^−0.6, then
///                 G = 32 − 25 log₁₀ φ                       φ_r ≤ φ < 48°
///                   = −10                                   48° ≤ φ ≤ 180°
///     D/λ < 100:  main beam, the same G₁ to φ_r = 100 λ/D, then
///                 G = 52 − 10 log₁₀(D/λ) − 25 log₁₀ φ       φ_r ≤ φ < 48°
///                   = 10 − 10 log₁₀(D/λ)                    48° ≤ φ ≤ 180°
///
/// Source: Radio Regulations, Appendix 8 (Rev. WRC-15), Annex III.
public struct AP8Pattern: OffAxisPattern, Hashable {
    private let beam: DishBeam
    /// What the side lobes of small apertures have more than those of large ones, dB.
    private let raised: Double

    /// A pattern by gain and aperture.
    ///
    /// - Throws: `outside-validity` where the gain on the axis is below the first side lobe of that aperture.
    public init(peakGain: Decibels, aperture: ApertureSize) throws(MastheadError) {
        let isLarge = aperture.wavelengths >= 100
        beam = try DishBeam(
            peakGain: peakGain, aperture: aperture, shelfDBi: DishBeam.line(2, 15, aperture.wavelengths),
            shelfEndDegrees: isLarge ? DishBeam.largeShelfEnd(aperture) : DishBeam.smallShelfEnd(aperture),
            citation: Self.entry.citation)
        raised = isLarge ? 0 : DishBeam.line(20, -10, aperture.wavelengths)
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
        if let gain = beam.gainDBi(phi) { return gain }
        return raised + (phi < 48 ? DishBeam.line(32, -25, phi) : -10)
    }

    /// The catalogue's entry.
    public static let entry = OffAxisEntry(
        id: "rr-ap8", summary: "Earth station without a measured pattern, main beam included.",
        citation: Citation("Radio Regulations, Appendix 8 (Rev. WRC-15)", "Annex III")
    ) { (parameters) throws(MastheadError) in
        try AP8Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
    }
}
