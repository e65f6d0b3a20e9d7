public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reference pattern of radio telescopes for compatibility with non-geostationary systems, from 150 MHz.
///
///     main beam, G₁ = −1 + 15 log₁₀(D/λ) to φ_r = 15.85 (D/λ)^−0.6, then
///     G = 29 − 25 log₁₀ φ      φ_r ≤ φ < 10°
///       = 34 − 30 log₁₀ φ      10° ≤ φ < 34.1°
///       = −12                  34.1° ≤ φ < 80°
///       = −7                   80° ≤ φ < 120°
///       = −12                  120° ≤ φ ≤ 180°
///
/// Source: Recommendation ITU-R RA.1631-0, recommends 1.
public struct RA1631Pattern: OffAxisPattern, Hashable {
    private static let source = Citation("Recommendation ITU-R RA.1631-0", "recommends 1")

    private let beam: DishBeam

    /// Apertures of the Recommendation.
    public static let apertureRange = ValidRange(
        ApertureSize(wavelengths: 100)...OffAxisParameters.apertureRange.bounds.upperBound, of: "aperture",
        by: source)

    /// A pattern by gain and aperture.
    ///
    /// - Throws: `outside-validity` for an aperture below 100 wavelengths, and where the gain on the axis is below the
    ///   first side lobe of that aperture.
    public init(peakGain: Decibels, aperture: ApertureSize) throws(MastheadError) {
        try Self.apertureRange.require(aperture)
        beam = try DishBeam(
            peakGain: peakGain, aperture: aperture, shelfDBi: DishBeam.line(-1, 15, aperture.wavelengths),
            shelfEndDegrees: DishBeam.largeShelfEnd(aperture), citation: Self.entry.citation)
    }

    /// The gain on the axis of an antenna without losses, (π D/λ)².
    public static func peakGain(of aperture: ApertureSize) -> Decibels {
        Decibels(20 * log10(.pi * aperture.wavelengths))
    }

    /// The name in the catalogue.
    public var id: String { Self.entry.id }
    /// Gain on the axis, dBi.
    public var peakGainDBi: Double { beam.peakGainDBi }
    /// The Recommendation.
    public var citation: Citation { Self.entry.citation }

    /// Gain at an angle from the axis, dBi.
    public func gainDBi(offAxisDegrees degrees: Double) -> Double {
        let phi = abs(degrees)
        if let gain = beam.gainDBi(phi) { return gain }
        if phi < 10 { return DishBeam.line(29, -25, phi) }
        if phi < 34.1 { return DishBeam.line(34, -30, phi) }
        return phi >= 80 && phi < 120 ? -7 : -12
    }

    /// Frequencies of the Recommendation, which states no upper end; 1000 GHz stands for it.
    public static let frequencyRange = ValidRange(
        Frequency(megahertz: 150)...Frequency(gigahertz: 1000), of: "frequency", by: source)

    /// The catalogue's entry.
    public static let entry = OffAxisEntry(
        id: "ra1631", summary: "Radio telescope with its side lobes.",
        citation: source,
        validity: ["frequency \(frequencyRange)", "aperture \(apertureRange)"]
    ) { (parameters) throws(MastheadError) in
        try frequencyRange.require(parameters.frequency)
        return try RA1631Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
    }
}
