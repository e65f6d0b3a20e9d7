import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The main beam and the first side lobe that the ITU-R patterns of dishes share.
///
///     G = G_max − 2.5·10⁻³ (D/λ · φ)²     0 ≤ φ < φ_m
///       = G₁                              φ_m ≤ φ < φ_r
///     φ_m = 20 λ/D √(G_max − G₁)
///
/// Where φ_m exceeds φ_r, as it may for small apertures, there is no shelf: the main beam ends where the side lobes
/// of the text begin.
struct DishBeam: Sendable, Hashable {
    let peakGainDBi: Double
    /// G₁, dBi.
    let shelfDBi: Double
    /// D/λ.
    let aperture: Double
    /// φ_m, degrees.
    let mainEndDegrees: Double
    /// φ_r, degrees.
    let shelfEndDegrees: Double

    /// A beam; refuses a peak below the first side lobe.
    ///
    /// - Throws: `outside-validity`.
    init(peakGain: Decibels, aperture: ApertureSize, shelfDBi: Double, shelfEndDegrees: Double, citation: Citation)
        throws(MastheadError)
    {
        guard peakGain.value >= shelfDBi, peakGain.value.isFinite, shelfEndDegrees.isFinite else {
            let shelf = PlainNumber.text((shelfDBi * 100).rounded() / 100)
            throw MastheadError(
                .outsideValidity,
                "a gain of \(peakGain) is below the \(shelf) dBi that \(citation.document) has for the first side lobe of "
                    + "an aperture of \(aperture)",
                remedy: "Write the gain on the axis and the diameter of the same antenna.")
        }
        peakGainDBi = peakGain.value
        self.shelfDBi = shelfDBi
        self.aperture = aperture.wavelengths
        self.shelfEndDegrees = shelfEndDegrees
        mainEndDegrees = 20 / aperture.wavelengths * (peakGain.value - shelfDBi).squareRoot()
    }

    /// Gain in main beam and first side lobe, dBi; nil beyond them. The angle is positive.
    func gainDBi(_ phi: Double) -> Double? {
        if phi < mainEndDegrees { return peakGainDBi - 2.5e-3 * (aperture * phi) * (aperture * phi) }
        return phi < shelfEndDegrees ? shelfDBi : nil
    }

    /// 15.85 (D/λ)^−0.6, degrees: where the shelf of large apertures ends.
    static func largeShelfEnd(_ aperture: ApertureSize) -> Double { 15.85 * pow(aperture.wavelengths, -0.6) }

    /// 100 λ/D, degrees: where the shelf of small apertures ends.
    static func smallShelfEnd(_ aperture: ApertureSize) -> Double { 100 / aperture.wavelengths }

    /// a + b log₁₀(x), dB.
    static func line(_ a: Double, _ b: Double, _ x: Double) -> Double { a + b * log10(x) }
}
