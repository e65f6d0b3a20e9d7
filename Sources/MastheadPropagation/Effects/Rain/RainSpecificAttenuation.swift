public import MastheadCore

/// Attenuation per kilometre of rain, as a power of the rain rate.
///
/// Source: Recommendation ITU-R P.838-3.
public struct RainSpecificAttenuation: Sendable, Hashable {
    static let document = "Recommendation ITU-R P.838-3"
    static let citation = Citation(document, "eqs. (1) to (5)")

    /// Carrier frequencies that the coefficients cover.
    public static let frequencies = ValidRange(
        Frequency(gigahertz: 1)...Frequency(gigahertz: 1000), of: "carrier frequency", by: citation)
    /// Rain rates; the text sets no end, and no rain gauge has measured more over a minute.
    static let rates = OpenRange("rain rate", unit: "mm/h", within: 0...2000, by: "the rain on Earth")
    static let elevations = OpenRange("elevation angle of the path", unit: "°", within: -90...90, by: document)
    static let tilts = OpenRange("tilt of the polarization", unit: "°", within: -180...180, by: document)

    /// The coefficient k of (4).
    public let k: Double
    /// The exponent α of (5).
    public let alpha: Double

    /// The coefficients of a carrier and a polarization.
    ///
    /// - Parameters:
    ///   - frequency: 1 to 1000 GHz.
    ///   - elevationDegrees: Elevation angle of the path; 0 for terrestrial links.
    ///   - tiltDegrees: Tilt of the polarization against the horizontal: 0 horizontal, 90 vertical, 45 circular.
    /// - Throws: `outside-validity`.
    public init(
        frequency: Frequency, elevationDegrees: Double = 0, tiltDegrees: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) {
        try Self.frequencies.require(frequency, at: location)
        try Self.elevations.require(elevationDegrees, at: location)
        try Self.tilts.require(tiltDegrees, at: location)
        self.init(
            uncheckedGigahertz: frequency.gigahertz, elevationDegrees: elevationDegrees, tiltDegrees: tiltDegrees)
    }

    /// The coefficients without checks, for frequencies beyond the range that published vectors hold.
    package init(uncheckedGigahertz f: Double, elevationDegrees: Double, tiltDegrees: Double) {
        let logf = Elementary.log10(f)
        let kH = Elementary.pow(10, Self.horizontalK.value(logf))  // (2)
        let kV = Elementary.pow(10, Self.verticalK.value(logf))
        let αH = Self.horizontalExponent.value(logf)  // (3)
        let αV = Self.verticalExponent.value(logf)
        let θ = elevationDegrees * .pi / 180
        let τ = tiltDegrees * .pi / 180
        let turn = Elementary.cos(θ) * Elementary.cos(θ) * Elementary.cos(2 * τ)
        k = (kH + kV + (kH - kV) * turn) / 2  // (4)
        alpha = (kH * αH + kV * αV + (kH * αH - kV * αV) * turn) / (2 * k)  // (5)
    }

    /// The tilt of a linear polarization on a terrestrial link, degrees.
    public static func tiltDegrees(of polarization: LinearPolarization) -> Double {
        polarization == .vertical ? 90 : 0
    }

    /// γR, attenuation per kilometre, dB/km; no rain takes nothing.
    ///
    ///     γR = k R^α        (1)
    ///
    /// - Throws: `outside-validity` for a rain rate that no rain has.
    public func dBPerKilometre(
        rainRate R: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try Self.rates.require(R, at: location)
        return R == 0 ? 0 : k * Elementary.pow(R, alpha)
    }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p838", title: "Specific attenuation model for rain for use in prediction methods", edition: document,
        purpose: "What a kilometre of rain of a given rate takes.",
        validity: ["\(frequencies.subject) \(frequencies)", rates.line, elevations.line, tilts.line],
        citation: citation)
}

/// A sum of bell curves over the logarithm of the frequency, with a straight line under it.
private struct BellSum: Sendable {
    /// aj, bj and cj of each curve.
    let curves: [(a: Double, b: Double, c: Double)]
    /// Slope m of the line.
    let slope: Double
    /// Intercept c of the line.
    let intercept: Double

    /// The right-hand side of (2) or (3).
    func value(_ logf: Double) -> Double {
        curves.reduce(slope * logf + intercept) { sum, curve in
            let x = (logf - curve.b) / curve.c
            return sum + curve.a * Elementary.exp(-x * x)
        }
    }
}

extension RainSpecificAttenuation {
    /// log₁₀ kH: Table 1.
    private static let horizontalK = BellSum(
        curves: [
            (-5.33980, -0.10008, 1.13098), (-0.35351, 1.26970, 0.45400), (-0.23789, 0.86036, 0.15354),
            (-0.94158, 0.64552, 0.16817),
        ], slope: -0.18961, intercept: 0.71147)
    /// log₁₀ kV: Table 2.
    private static let verticalK = BellSum(
        curves: [
            (-3.80595, 0.56934, 0.81061), (-3.44965, -0.22911, 0.51059), (-0.39902, 0.73042, 0.11899),
            (0.50167, 1.07319, 0.27195),
        ], slope: -0.16398, intercept: 0.63297)
    /// αH: Table 3.
    private static let horizontalExponent = BellSum(
        curves: [
            (-0.14318, 1.82442, -0.55187), (0.29591, 0.77564, 0.19822), (0.32177, 0.63773, 0.13164),
            (-5.37610, -0.96230, 1.47828), (16.1721, -3.29980, 3.43990),
        ], slope: 0.67849, intercept: -1.95537)
    /// αV: Table 4.
    private static let verticalExponent = BellSum(
        curves: [
            (-0.07771, 2.33840, -0.76284), (0.56727, 0.95545, 0.54039), (-0.20238, 1.14520, 0.26809),
            (-48.2991, 0.791669, 0.116226), (48.5833, 0.791459, 0.116479),
        ], slope: -0.053739, intercept: 0.83433)
}
