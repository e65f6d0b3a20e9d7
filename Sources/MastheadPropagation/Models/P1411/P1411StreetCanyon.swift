public import MastheadCore

/// The loss along a street between antennas in sight: median and bounds.
///
/// Source: Recommendation ITU-R P.1411-12, Annex 1, §4.1.2.
public struct P1411StreetCanyon: Sendable, Hashable {
    /// The median, dB.
    public let medianDB: Double
    /// The approximate lower bound, dB.
    public let lowerDB: Double
    /// The approximate upper bound, dB.
    public let upperDB: Double

    /// Carrier frequencies of the form for UHF.
    public static let frequenciesUHF = ValidRange(
        Frequency(megahertz: 300)...Frequency(megahertz: 3000), of: "carrier frequency of a street canyon in UHF",
        by: P1411.citation("§4.1.2"))
    /// Carrier frequencies of the form for SHF, which knows the traffic.
    public static let frequenciesSHF = ValidRange(
        Frequency(gigahertz: 3)...Frequency(gigahertz: 15), of: "carrier frequency of a street canyon in SHF",
        by: P1411.citation("§4.1.2"))
    /// The longest path that the Recommendation covers.
    public static let longestDistance = Length(metres: 1000)

    /// The form for UHF, without traffic.
    ///
    ///     Rbp = 4 h1 h2 / λ,   Lbp = |20 log₁₀(λ² / (8π h1 h2))|
    ///
    /// - Parameters:
    ///   - d: Length of the path, m.
    ///   - f: Carrier frequency, GHz.
    ///   - h1: Height of one antenna above the street, m.
    ///   - h2: Height of the other, m.
    /// - Throws: `outside-validity`.
    public static func uhf(
        distanceMetres d: Double, frequencyGigahertz f: Double, heightMetres h1: Double, otherHeightMetres h2: Double
    ) throws(MastheadError) -> P1411StreetCanyon {
        try frequenciesUHF.require(Frequency(gigahertz: f))
        try require(d, h1, h2)
        return breakPoint(d, wavelength(f), h1, h2)
    }

    /// The form for SHF, over traffic of effective height hs.
    ///
    ///     Rbp = 4 (h1 − hs)(h2 − hs) / λ,   Lbp = |20 log₁₀(λ² / (8π (h1 − hs)(h2 − hs)))|
    ///
    /// Where an antenna does not stand above the traffic there is no break point: beyond Rs = 20 m
    ///
    ///     Ls + 30 log₁₀(d / Rs) with Ls = |20 log₁₀(λ / (2π Rs))|, + 6 dB and + 20 dB
    ///
    /// and the form for UHF up to there.
    ///
    /// - Parameters:
    ///   - d: Length of the path, m.
    ///   - f: Carrier frequency, GHz.
    ///   - h1: Height of one antenna above the street, m.
    ///   - h2: Height of the other, m.
    ///   - hs: Effective height of the road, m; 0.23 to 1.6 m in Tables 5 and 6.
    /// - Throws: `outside-validity`.
    public static func shf(
        distanceMetres d: Double, frequencyGigahertz f: Double, heightMetres h1: Double, otherHeightMetres h2: Double,
        roadHeightMetres hs: Double
    ) throws(MastheadError) -> P1411StreetCanyon {
        try frequenciesSHF.require(Frequency(gigahertz: f))
        try require(d, h1, h2)
        guard hs >= 0, hs.isFinite else {
            throw MastheadError(
                .outsideValidity, "effective road height \(PlainNumber.text(hs)) m is below zero or not finite",
                remedy: "Give 0 m or more; Recommendation ITU-R P.1411-12 has 0.23 to 1.6 m in its Tables 5 and 6.")
        }
        let λ = wavelength(f)
        if h1 > hs, h2 > hs { return breakPoint(d, λ, h1 - hs, h2 - hs) }
        let Rs = 20.0
        guard d >= Rs else { return breakPoint(d, λ, h1, h2) }
        let Ls = abs(20 * Elementary.log10(λ / (2 * Double.pi * Rs)))
        let lower = Ls + 30 * Elementary.log10(d / Rs)
        return P1411StreetCanyon(medianDB: lower + 6, lowerDB: lower, upperDB: lower + 20)
    }

    /// Two slopes that meet at the break point.
    private static func breakPoint(_ d: Double, _ λ: Double, _ h1: Double, _ h2: Double) -> P1411StreetCanyon {
        let Rbp = 4 * h1 * h2 / λ
        let Lbp = abs(20 * Elementary.log10(λ * λ / (8 * Double.pi * h1 * h2)))
        let log = Elementary.log10(d / Rbp)
        let isNear = d <= Rbp
        let lower = Lbp + (isNear ? 20 : 40) * log
        return P1411StreetCanyon(
            medianDB: lower + 6, lowerDB: lower, upperDB: Lbp + 20 + (isNear ? 25 : 40) * log)
    }

    private static func wavelength(_ f: Double) -> Double { P1411.speedOfLight / (f * 1e9) }

    private static func require(_ d: Double, _ h1: Double, _ h2: Double) throws(MastheadError) {
        guard d > 0, d <= longestDistance.metres else {
            throw MastheadError(
                .outsideValidity,
                "path length \(PlainNumber.text(d)) m is outside Recommendation ITU-R P.1411-12 (above 0 m to "
                    + "\(longestDistance))",
                remedy: "Use a path of at most \(longestDistance), or a model of terrain for longer ones.")
        }
        for height in [h1, h2] where !(height > 0 && height.isFinite) {
            throw MastheadError(
                .outsideValidity, "antenna height \(PlainNumber.text(height)) m is not above zero",
                remedy: "Give both antenna heights above the street in metres.")
        }
    }
}
