public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reference side lobes of earth stations of the fixed-satellite service, 2 to 31 GHz.
///
///     G = 32 − 25 log₁₀ φ      φ_min ≤ φ < 48°
///       = −10                  48° ≤ φ ≤ 180°
///     φ_min = max(1°, 100 λ/D)               D/λ ≥ 50
///           = max(2°, 114 (D/λ)^−1.09)       D/λ < 50
///
/// The Recommendation says nothing below φ_min. The gain there is that of Appendix 8 (AP8Pattern) with the same
/// gain and aperture, which nowhere rises with the angle and joins the side lobes from above.
///
/// Source: Recommendation ITU-R S.465-6, recommends 2.
public struct S465Pattern: OffAxisPattern, Hashable {
    private static let source = Citation("Recommendation ITU-R S.465-6", "recommends 2")

    private let main: AP8Pattern
    /// φ_min, degrees.
    public let definedFromDegrees: Double

    /// A pattern by gain and aperture.
    ///
    /// - Throws: `outside-validity` where the gain on the axis is below the first side lobe of that aperture.
    public init(peakGain: Decibels, aperture: ApertureSize) throws(MastheadError) {
        main = try AP8Pattern(peakGain: peakGain, aperture: aperture)
        let ratio = aperture.wavelengths
        definedFromDegrees = ratio >= 50 ? max(1, 100 / ratio) : max(2, 114 * pow(ratio, -1.09))
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
        return phi < definedFromDegrees ? main.gainDBi(offAxisDegrees: phi) : Self.sidelobesDBi(phi)
    }

    /// The side lobes, dBi.
    static func sidelobesDBi(_ phi: Double) -> Double { phi < 48 ? DishBeam.line(32, -25, phi) : -10 }

    /// Frequencies of the Recommendation.
    public static let frequencyRange = ValidRange(
        Frequency(gigahertz: 2)...Frequency(gigahertz: 31), of: "frequency", by: source)

    /// The catalogue's entry.
    public static let entry = OffAxisEntry(
        id: "s465", summary: "Earth station of the fixed-satellite service; Appendix 8 in the main beam.",
        citation: source,
        validity: ["frequency \(frequencyRange)"]
    ) { (parameters) throws(MastheadError) in
        try frequencyRange.require(parameters.frequency, remedy: "Use \"\(AP8Pattern.entry.id)\".")
        return try S465Pattern(peakGain: parameters.peakGain, aperture: parameters.aperture)
    }
}
