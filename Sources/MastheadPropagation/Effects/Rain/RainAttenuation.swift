public import MastheadCore

/// Rain over a terrestrial link: what it takes for a small part of the time.
///
/// Source: Recommendation ITU-R P.530-18, §2.4.1. It starts from the rain rate that is exceeded for 0.01 % of an
/// average year, which Recommendation ITU-R P.837 maps, and from the specific attenuation of P.838.
public struct RainAttenuation: Sendable, Hashable {
    static let document = "Recommendation ITU-R P.530-18"
    static func citation(_ clause: String) -> Citation { Citation(document, "§2.4.1, \(clause)") }

    /// Carrier frequencies: the text ends at 100 GHz, the coefficients of P.838 begin at 1 GHz.
    public static let frequencies = ValidRange(
        Frequency(gigahertz: 1)...Frequency(gigahertz: 100), of: "carrier frequency", by: citation("steps 1 to 6"))
    static let lengths = OpenRange("path length", unit: "km", within: 0...60, by: document)
    static let percentages = OpenRange("time percentage of rain", unit: "%", within: 0.001...1, by: document)
    /// The least denominator of the distance factor: a factor of 2.5 is the largest.
    static let leastDenominator = 0.4

    /// The rain rate exceeded for 0.01 % of the time, mm/h.
    public let rainRate: Double
    /// γR at that rate, dB/km.
    public let specificDBPerKilometre: Double
    private let coefficients: RainSpecificAttenuation
    private let f: Double

    /// Rain for a carrier and a climate.
    ///
    /// - Parameters:
    ///   - frequency: 1 to 100 GHz.
    ///   - rainRate: R₀.₀₁, mm/h.
    ///   - elevationDegrees: Elevation angle of the path; close to 0 for terrestrial links.
    ///   - tiltDegrees: Tilt of the polarization against the horizontal: 0 horizontal, 90 vertical.
    /// - Throws: `outside-validity`.
    public init(
        frequency: Frequency, rainRate: Double, elevationDegrees: Double = 0, tiltDegrees: Double,
        at location: ErrorLocation = .none
    ) throws(MastheadError) {
        try Self.frequencies.require(frequency, at: location)
        coefficients = try RainSpecificAttenuation(
            frequency: frequency, elevationDegrees: elevationDegrees, tiltDegrees: tiltDegrees, at: location)
        specificDBPerKilometre = try coefficients.dBPerKilometre(rainRate: rainRate, at: location)
        self.rainRate = rainRate
        f = frequency.gigahertz
    }

    /// The denominator of the distance factor.
    ///
    ///     0.477 d^0.633 R₀.₀₁^(0.073 α) f^0.123 − 10.579 (1 − exp(−0.024 d))        (32)
    package func factorDenominator(lengthKilometres d: Double) -> Double {
        0.477 * Elementary.pow(d, 0.633) * Elementary.pow(rainRate, 0.073 * coefficients.alpha)
            * Elementary.pow(f, 0.123) - 10.579 * (1 - Elementary.exp(-0.024 * d))
    }

    /// r, the distance factor of (32): the effective length of a path over its length, at most 2.5.
    package func distanceFactor(lengthKilometres d: Double) -> Double {
        1 / max(factorDenominator(lengthKilometres: d), Self.leastDenominator)
    }

    /// A₀.₀₁, the attenuation exceeded for 0.01 % of the time, dB; no checks.
    ///
    ///     A₀.₀₁ = γR d r        (33)
    package func hundredthPercentDB(lengthKilometres d: Double) -> Double {
        specificDBPerKilometre * d * distanceFactor(lengthKilometres: d)
    }

    /// Ap over A₀.₀₁ for a percentage of the time.
    ///
    ///     Ap = A₀.₀₁ C₁ p^−(C₂ + C₃ log₁₀ p)        (34)
    ///
    /// In (36) the power of 0.8 is that of f/10, inside the logarithm.
    func timeFactor(_ p: Double) -> Double {
        let C0 = f >= 10 ? 0.12 + 0.4 * Elementary.log10(Elementary.pow(f / 10, 0.8)) : 0.12  // (36)
        let C1 = Elementary.pow(0.07, C0) * Elementary.pow(0.12, 1 - C0)  // (35a)
        let C2 = 0.855 * C0 + 0.546 * (1 - C0)  // (35b)
        let C3 = 0.139 * C0 + 0.043 * (1 - C0)  // (35c)
        return C1 * Elementary.pow(p, -(C2 + C3 * Elementary.log10(p)))
    }

    /// The attenuation exceeded for a percentage of an average year, dB.
    ///
    /// - Throws: `outside-validity` for a length beyond 60 km or a percentage of time that the text does not cover.
    public func lossDB(
        lengthKilometres d: Double, timePercent p: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try Self.lengths.require(d, at: location)
        try Self.percentages.require(p, at: location)
        return hundredthPercentDB(lengthKilometres: d) * timeFactor(p)
    }

    /// The attenuation as a ledger.
    ///
    /// - Throws: As ``lossDB(lengthKilometres:timePercent:at:)``.
    public func ledger(
        lengthKilometres d: Double, timePercent p: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Ledger {
        let loss = try lossDB(lengthKilometres: d, timePercent: p, at: location)
        var ledger = Ledger("attenuation by rain", unit: "dB")
        ledger.add("rain for the percentage of time", loss, symbol: "Ap", from: Self.citation("eq. (34)"))
        ledger.detail("rain rate for 0.01 % of the time", rainRate, unit: "mm/h", symbol: "R₀.₀₁")
        ledger.detail(
            "specific attenuation", specificDBPerKilometre, unit: "dB/km", symbol: "γR",
            from: RainSpecificAttenuation.citation)
        ledger.detail(
            "distance factor", distanceFactor(lengthKilometres: d), unit: "", symbol: "r",
            from: Self.citation("eq. (32)"))
        ledger.detail(
            "attenuation for 0.01 % of the time", hundredthPercentDB(lengthKilometres: d), unit: "dB",
            symbol: "A₀.₀₁", from: Self.citation("eq. (33)"))
        ledger.detail("percentage of time", p, unit: "%", symbol: "p")
        return ledger
    }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p530",
        title: "Propagation data and prediction methods required for the design of terrestrial line-of-sight systems",
        edition: document,
        purpose: "What rain takes from a terrestrial link for a small percentage of the time.",
        validity: [
            "\(frequencies.subject) \(frequencies)", lengths.line, percentages.line, RainSpecificAttenuation.rates.line,
            RainSpecificAttenuation.elevations.line, RainSpecificAttenuation.tilts.line,
        ],
        citation: citation("steps 1 to 6"))
}
