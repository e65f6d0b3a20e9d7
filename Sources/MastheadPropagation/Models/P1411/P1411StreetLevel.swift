public import MastheadCore

/// The loss between two low terminals near street level, for a percentage of locations.
///
/// Source: Recommendation ITU-R P.1411-12, Annex 1, §4.3.1; steps are numbered as there.
public struct P1411StreetLevel: Sendable, Hashable {
    /// What stands around the terminals, and adds to the loss of hidden paths.
    public enum Surroundings: String, Sendable, Hashable, Codable, CaseIterable {
        /// Lurban = 0 dB.
        case suburban
        /// Lurban = 6.8 dB.
        case urban
        /// Dense urban and high-rise: Lurban = 2.3 dB.
        case denseUrban

        var urbanDB: Double {
            switch self {
            case .suburban: 0
            case .urban: 6.8
            case .denseUrban: 2.3
            }
        }
    }

    /// What stands around the terminals.
    public var surroundings: Surroundings
    /// w: length over which the loss goes over from paths in sight to hidden ones, m.
    public var transitionMetres: Double

    /// A method for these surroundings, with the transition of 20 m that the text gives.
    public init(_ surroundings: Surroundings, transitionMetres: Double = 20) {
        self.surroundings = surroundings
        self.transitionMetres = transitionMetres
    }

    /// Carrier frequencies that the method covers.
    public static let frequencies = ValidRange(
        Frequency(megahertz: 300)...Frequency(megahertz: 3000), of: "carrier frequency", by: P1411.citation("§4.3.1"))
    /// The longest distance that the method covers.
    public static let longestDistance = Length(metres: 3000)

    /// The loss that is not exceeded at a percentage of locations, dB.
    ///
    /// - Parameters:
    ///   - d: Distance, m, above zero.
    ///   - f: Carrier frequency, GHz.
    ///   - p: Percentage of locations, above 0 and below 100.
    public func lossDB(distanceMetres d: Double, frequencyGigahertz f: Double, locationPercent p: Double) -> Double {
        let w = transitionMetres
        let dLoS = Self.sightDistanceMetres(locationPercent: p)
        // Step 8
        if d < dLoS { return Self.sightDB(d, f, p) }
        if d > dLoS + w { return hiddenDB(d, f, p) }
        let LLoS = Self.sightDB(dLoS, f, p)
        guard w > 0 else { return LLoS }
        return LLoS + (hiddenDB(dLoS + w, f, p) - LLoS) * (d - dLoS) / w
    }

    /// dLoS: the distance up to which that percentage of locations is in sight, m.
    ///
    ///     212 log₁₀²(p/100) − 64 log₁₀(p/100) below 45 %,   79.2 − 70 p/100 from there        (step 7)
    public static func sightDistanceMetres(locationPercent p: Double) -> Double {
        guard p < 45 else { return 79.2 - 70 * (p / 100) }
        let logP = Elementary.log10(p / 100)
        return 212 * logP * logP - 64 * logP
    }

    /// LLoS of steps 1 to 3, dB.
    private static func sightDB(_ d: Double, _ f: Double, _ p: Double) -> Double {
        let median = 32.45 + 20 * Elementary.log10(f * 1000) + 20 * Elementary.log10(d / 1000)  // step 1
        let σ = 7.0
        let rayleigh = (-2 * Elementary.log1p(-p / 100)).squareRoot()
        return median + 1.5624 * σ * (rayleigh - 1.1774)  // steps 2, 3
    }

    /// LNLoS of steps 4 to 6, dB.
    private func hiddenDB(_ d: Double, _ f: Double, _ p: Double) -> Double {
        let median =
            9.5 + 45 * Elementary.log10(f * 1000) + 40 * Elementary.log10(d / 1000) + surroundings.urbanDB  // step 4
        return median + 7.0 * P1057Quantile.quantile(p / 100)  // steps 5, 6
    }

    /// What lies outside the method's range.
    public func warnings(distanceMetres d: Double, frequencyGigahertz f: Double) -> P1411Warnings {
        var warnings = P1411Warnings()
        if !Self.frequencies.contains(Frequency(gigahertz: f)) { warnings.insert(.frequency) }
        if !(d > 0 && d <= Self.longestDistance.metres) { warnings.insert(.distance) }
        return warnings
    }
}
