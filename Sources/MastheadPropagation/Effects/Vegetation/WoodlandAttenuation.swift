public import MastheadCore

/// What a wood takes from a path with one terminal among its trees, or from a ray that runs some way through leaves.
///
/// Source: Recommendation ITU-R P.833-10, Annex 1, §2.1. The loss grows with the specific attenuation at first, and ends
/// at a largest value, since a wave also runs over the tops and around the trees. Both depend on the kind of wood and
/// come from measurements; the text lists some.
public struct WoodlandAttenuation: Sendable, Hashable {
    static let document = "Recommendation ITU-R P.833-10"
    static let citation = Citation(document, "Annex 1, §2.1, eqs. (1) and (2)")

    /// Carrier frequencies that the text covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 30)...Frequency(gigahertz: 100), of: "carrier frequency", by: citation)
    static let depths = OpenRange("depth of vegetation", unit: "m", from: 0, includesLower: true, by: document)
    static let specifics = OpenRange("specific attenuation", unit: "dB/m", from: 0, includesLower: true, by: document)
    static let largest = OpenRange("largest attenuation", unit: "dB", from: 0, by: document)

    /// γ, attenuation over a very short way, dB/m.
    public let specificDBPerMetre: Double
    /// Am, the largest attenuation, dB.
    public let largestDB: Double

    /// A wood by its two parameters.
    ///
    /// - Throws: `outside-validity` for parameters that no wood can have.
    public init(
        specificDBPerMetre: Double, largestDB: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) {
        try Self.specifics.require(specificDBPerMetre, at: location)
        try Self.largest.require(largestDB, at: location)
        self.specificDBPerMetre = specificDBPerMetre
        self.largestDB = largestDB
    }

    /// Am of a wood whose measurements were fitted by a power of the frequency, dB.
    ///
    ///     Am = A₁ f^α        (2), f in MHz
    ///
    /// - Parameters:
    ///   - frequency: 30 MHz to 100 GHz.
    ///   - a1: A₁, dB; the largest attenuation at 1 MHz.
    ///   - alpha: α, the exponent.
    /// - Throws: `outside-validity` for a frequency outside the text, or a result that no wood can have.
    public static func largestDB(
        frequency: Frequency, a1: Double, alpha: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try frequencies.require(frequency, at: location)
        let value = a1 * Elementary.pow(frequency.megahertz, alpha)
        try largest.require(value, at: location)
        return value
    }

    /// Aev, the attenuation by vegetation of a depth, dB; no checks.
    ///
    ///     Aev = Am (1 − exp(−d γ / Am))        (1)
    package func lossDB(depthMetres d: Double) -> Double {
        // expm1 keeps the digits where the way is short.
        -largestDB * Elementary.expm1(-d * specificDBPerMetre / largestDB)
    }

    /// The attenuation as a ledger.
    ///
    /// - Throws: `outside-validity` for a depth below zero or not finite.
    public func ledger(depthMetres d: Double, at location: ErrorLocation = .none) throws(MastheadError) -> Ledger {
        try Self.depths.require(d, at: location)
        var ledger = Ledger("attenuation by vegetation", unit: "dB")
        ledger.add("vegetation", lossDB(depthMetres: d), symbol: "Aev", from: Self.citation)
        ledger.detail("depth of vegetation", d, unit: "m", symbol: "d")
        ledger.detail("specific attenuation", specificDBPerMetre, unit: "dB/m", symbol: "γ")
        ledger.detail("largest attenuation", largestDB, unit: "dB", symbol: "Am")
        return ledger
    }

    /// The catalogue's entry.
    public static let entry = EffectEntry(
        id: "p833", title: "Attenuation in vegetation", edition: document,
        purpose: "What trees take from a ray that runs through them.",
        validity: ["\(frequencies.subject) \(frequencies)", depths.line, specifics.line, largest.line],
        citation: citation)
}
