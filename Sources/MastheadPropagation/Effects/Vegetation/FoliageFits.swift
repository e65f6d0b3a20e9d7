public import MastheadCore

/// Older fits of the loss through leaves, for comparison; none of them is of Recommendation ITU-R P.833.
public enum FoliageFits {
    static let weissberger = Citation("M. A. Weissberger, ECAC-TR-81-101 (1982)", "modified exponential decay")
    static let fittedITUR = Citation(
        "M. O. Al-Nuaimi, R. B. L. Stephens, IEE Proc. Microw. Antennas Propag. 145 (1998)", "FITU-R")

    /// Carrier frequencies of Weissberger's measurements.
    public static let weissbergerFrequencies = ValidRange(
        Frequency(megahertz: 230)...Frequency(gigahertz: 95), of: "carrier frequency", by: weissberger)
    static let weissbergerDepths = OpenRange(
        "depth of foliage", unit: "m", within: 0...400, by: weissberger.document)
    static let depths = OpenRange("depth of foliage", unit: "m", from: 0, includesLower: true, by: fittedITUR.document)
    static let carriers = OpenRange("carrier frequency", unit: "MHz", from: 0, by: fittedITUR.document)

    /// Loss through dry foliage in leaf by Weissberger, dB.
    ///
    ///     L = 0.45 f^0.284 d,  d ≤ 14 m;    L = 1.33 f^0.284 d^0.588,  14 m < d ≤ 400 m        f in GHz
    ///
    /// The two branches meet with a step down of 0.02 dB f^0.284 at 14 m, as published.
    ///
    /// - Throws: `outside-validity` outside 230 MHz to 95 GHz, or for a depth beyond 400 m.
    public static func weissbergerDB(
        frequency: Frequency, depthMetres d: Double, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try weissbergerFrequencies.require(frequency, at: location)
        try weissbergerDepths.require(d, at: location)
        return uncheckedWeissbergerDB(gigahertz: frequency.gigahertz, depthMetres: d)
    }

    /// The same without checks, for frequencies below the measurements that published vectors hold.
    package static func uncheckedWeissbergerDB(gigahertz: Double, depthMetres d: Double) -> Double {
        let f = Elementary.pow(gigahertz, 0.284)
        return d <= 14 ? 0.45 * f * d : 1.33 * f * Elementary.pow(d, 0.588)
    }

    /// Loss through foliage by the fitted ITU-R form, dB; fitted at 11.2 and 20 GHz, and used far beyond.
    ///
    ///     L = 0.39 f^0.39 d^0.25 in leaf;    L = 0.37 f^0.18 d^0.59 out of leaf        f in MHz
    ///
    /// - Throws: `outside-validity` for a frequency that is not above zero, or a depth below zero.
    public static func fittedITURDB(
        frequency: Frequency, depthMetres d: Double, isInLeaf: Bool, at location: ErrorLocation = .none
    ) throws(MastheadError) -> Double {
        try carriers.require(frequency.megahertz, at: location)
        try depths.require(d, at: location)
        let f = frequency.megahertz
        return isInLeaf
            ? 0.39 * Elementary.pow(f, 0.39) * Elementary.pow(d, 0.25)
            : 0.37 * Elementary.pow(f, 0.18) * Elementary.pow(d, 0.59)
    }
}
