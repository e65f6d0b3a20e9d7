public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The reference pattern of fixed-link antennas, peak side lobes, 100 MHz to 86 GHz.
///
///     1 to 70 GHz, D/λ > 100:  main beam, G₁ = 2 + 15 log₁₀(D/λ) to φ_r = 15.85 (D/λ)^−0.6, then
///                              G = 32 − 25 log₁₀ φ                     φ_r ≤ φ < 48°;    −10 beyond
///     1 to 70 GHz, D/λ ≤ 100:  main beam, G₁ to 100 λ/D, then
///                              G = 52 − 10 log₁₀(D/λ) − 25 log₁₀ φ     to 48°;           10 − 10 log₁₀(D/λ) beyond
///     70 to 86 GHz:            as from 1 to 70 GHz, but the lines run to 120°;  −20, or −10 log₁₀(D/λ), beyond
///     0.1 to 1 GHz:            as D/λ ≤ 100, but to φ_s = 144.5 (D/λ)^−0.2;     −2 − 5 log₁₀(D/λ) beyond
///
/// Source: Recommendation ITU-R F.699-8, recommends 2.1 to 2.3.
public struct F699Pattern: OffAxisPattern, Hashable {
    private static let source = Citation("Recommendation ITU-R F.699-8", "recommends 2.1 to 2.3")

    /// How the pattern of apertures up to 100 wavelengths is read, 1 GHz to 70 GHz.
    public enum Reading: Sendable, Hashable {
        /// As recommends 2.2 has it.
        case recommendation
        /// As version 2.1.0 of the package pycraf computes it: G₁ ends at 15.85 (D/λ)^−0.6, and beyond 48° the gain is
        /// −10 − 10 log₁₀(D/λ), 20 dB less, so that it steps there. For comparison with that program only.
        case pycraf
    }

    private let beam: DishBeam
    /// What the lines have more than those of large apertures, dB.
    private let raised: Double
    private let lineEndDegrees: Double
    private let tailDBi: Double

    /// A pattern by gain, aperture and frequency.
    ///
    /// - Throws: `outside-validity` outside the frequencies of the Recommendation, and where the gain on the axis is
    ///   below the first side lobe of that aperture.
    public init(
        peakGain: Decibels, aperture: ApertureSize, frequency: Frequency, reading: Reading = .recommendation
    ) throws(MastheadError) {
        try Self.frequencyRange.require(frequency)
        let ratio = aperture.wavelengths
        let isLow = frequency < Frequency(gigahertz: 1)
        let isHigh = frequency > Frequency(gigahertz: 70)
        let isLarge = !isLow && ratio > 100
        let isOther = reading == .pycraf && !isLow && !isHigh && !isLarge
        beam = try DishBeam(
            peakGain: peakGain, aperture: aperture, shelfDBi: DishBeam.line(2, 15, ratio),
            shelfEndDegrees: isLarge || isOther
                ? DishBeam.largeShelfEnd(aperture) : DishBeam.smallShelfEnd(aperture),
            citation: Self.entry.citation)
        raised = isLarge ? 0 : DishBeam.line(20, -10, ratio)
        lineEndDegrees = isLow ? 144.5 * pow(ratio, -0.2) : isHigh ? 120 : 48
        if isLow {
            tailDBi = DishBeam.line(-2, -5, ratio)
        } else {
            tailDBi = raised + (isHigh ? -20 : isOther ? -30 : -10)
        }
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
        return beam.gainDBi(phi) ?? (phi < lineEndDegrees ? raised + DishBeam.line(32, -25, phi) : tailDBi)
    }

    /// Frequencies of the Recommendation.
    public static let frequencyRange = ValidRange(
        Frequency(gigahertz: 0.1)...Frequency(gigahertz: 86), of: "frequency", by: source)

    /// The catalogue's entry.
    public static let entry = OffAxisEntry(
        id: "f699", summary: "Fixed link, envelope of the side lobes.",
        citation: source,
        validity: ["frequency \(frequencyRange)"]
    ) { (parameters) throws(MastheadError) in
        try F699Pattern(
            peakGain: parameters.peakGain, aperture: parameters.aperture, frequency: parameters.frequency)
    }
}
