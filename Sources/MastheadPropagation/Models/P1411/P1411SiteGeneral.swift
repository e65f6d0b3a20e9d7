public import MastheadCore

/// A site-general method of P.1411: the loss by distance and frequency, with the coefficients of one row of a table.
///
/// Source: Recommendation ITU-R P.1411-12, Annex 1, §4.1.1 (Table 4) and §4.2.1 (Table 8).
public struct P1411SiteGeneral: Sendable {
    /// What stands around the terminals.
    public enum Environment: String, Sendable, Hashable, Codable, CaseIterable {
        /// Streets between high buildings.
        case urbanHighRise
        /// Streets between low buildings, and suburbs.
        case urbanLowRise
        /// Houses and gardens.
        case residential
    }

    /// α: growth of the loss with distance, per 10 dB and decade.
    public let alpha: Double
    /// β: offset, dB.
    public let beta: Double
    /// γ: growth of the loss with frequency, per 10 dB and decade.
    public let gamma: Double
    /// σ: standard deviation over locations, dB.
    public let sigmaDB: Double
    /// Carrier frequencies that were measured.
    public let frequencies: ValidRange<Frequency>
    /// Distances between the antennas that were measured.
    public let distances: ValidRange<Length>
    /// Whether the text keeps the loss over all locations above free space.
    public let isKeptAboveFreeSpace: Bool

    private init(
        _ alpha: Double, _ beta: Double, _ gamma: Double, _ sigmaDB: Double, gigahertz: ClosedRange<Double>,
        metres: ClosedRange<Double>, isKeptAboveFreeSpace: Bool = false, _ subject: String, _ clause: String
    ) {
        self.alpha = alpha
        self.beta = beta
        self.gamma = gamma
        self.sigmaDB = sigmaDB
        frequencies = ValidRange(
            Frequency(gigahertz: gigahertz.lowerBound)...Frequency(gigahertz: gigahertz.upperBound),
            of: "carrier frequency \(subject)", by: P1411.citation(clause))
        distances = ValidRange(
            Length(metres: metres.lowerBound)...Length(metres: metres.upperBound), of: "distance \(subject)",
            by: P1411.citation(clause))
        self.isKeptAboveFreeSpace = isKeptAboveFreeSpace
    }

    /// The median over locations, dB.
    ///
    ///     Lb = 10 α log₁₀ d + β + 10 γ log₁₀ f        (1)
    ///
    /// - Parameters:
    ///   - d: Distance between the antennas, m.
    ///   - f: Carrier frequency, GHz.
    public func medianDB(distanceMetres d: Double, frequencyGigahertz f: Double) -> Double {
        10 * alpha * Elementary.log10(d) + beta + 10 * gamma * Elementary.log10(f)
    }

    /// The loss of a location whose random term lies `deviationDB` above its mean, dB.
    ///
    ///     Lb + N(0, σ),   or where the text keeps it above free space
    ///     LFS + 10 log₁₀(10^(0.1 A) + 1) with A = N(Lb − LFS, σ) and LFS = 20 log₁₀(4 · 10⁹ π d f / c)
    ///
    /// The second form rises with A, so that its quantiles are those of A; its middle lies above (1) by
    /// 10 log₁₀(1 + 10^(−0.1 (Lb − LFS))).
    public func lossDB(distanceMetres d: Double, frequencyGigahertz f: Double, deviationDB: Double) -> Double {
        let Lb = medianDB(distanceMetres: d, frequencyGigahertz: f)
        guard isKeptAboveFreeSpace else { return Lb + deviationDB }
        let LFS = 20 * Elementary.log10(4e9 * Double.pi * d * f / P1411.speedOfLight)
        let A = Lb - LFS + deviationDB
        // The larger summand is taken out, so that no power overflows.
        let soft =
            max(A, 0) + 10 * Elementary.log1p(Elementary.pow(10, -abs(A) / 10)) / Elementary.log(10)
        return LFS + soft
    }

    /// What lies outside the table's row.
    public func warnings(distanceMetres d: Double, frequencyGigahertz f: Double) -> P1411Warnings {
        var warnings = P1411Warnings()
        if !frequencies.contains(Frequency(gigahertz: f)) { warnings.insert(.frequency) }
        if !distances.contains(Length(metres: d)) { warnings.insert(.distance) }
        return warnings
    }
}

/// What lies outside the range of a method of P.1411 that was computed all the same.
public struct P1411Warnings: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int

    /// Warnings of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The frequency was not measured.
    public static let frequency = P1411Warnings(rawValue: 1)
    /// The distance was not measured.
    public static let distance = P1411Warnings(rawValue: 2)
}

extension P1411SiteGeneral {
    /// Both terminals below the roofs (§4.1.1, Table 4); nil for residential paths in sight, which the table lacks.
    public static func withinStreetCanyons(_ environment: Environment, isInSight: Bool) -> P1411SiteGeneral? {
        switch (environment, isInSight) {
        case (.urbanHighRise, true), (.urbanLowRise, true): canyonInSight
        case (.urbanHighRise, false): canyonHighRise
        case (.urbanLowRise, false): canyonLowRise
        case (.residential, false): canyonResidential
        case (.residential, true): nil
        }
    }

    /// One terminal above the roofs and one below (§4.2.1, Table 8); nil for paths that the table lacks.
    public static func overRooftops(_ environment: Environment, isInSight: Bool) -> P1411SiteGeneral? {
        switch (environment, isInSight) {
        case (.urbanHighRise, true), (.urbanLowRise, true): roofsInSight
        case (.urbanHighRise, false): roofsHighRise
        case (.urbanLowRise, false), (.residential, _): nil
        }
    }

    private static let canyonInSight = P1411SiteGeneral(
        2.12, 29.2, 2.11, 5.06, gigahertz: 0.8...82, metres: 5...660, "of paths in sight", "§4.1.1, Table 4")
    private static let canyonHighRise = P1411SiteGeneral(
        4.00, 10.2, 2.36, 7.60, gigahertz: 0.8...82, metres: 30...715, isKeptAboveFreeSpace: true,
        "of hidden paths between high buildings", "§4.1.1, Table 4")
    private static let canyonLowRise = P1411SiteGeneral(
        5.06, -4.68, 2.02, 9.33, gigahertz: 10...73, metres: 30...250, isKeptAboveFreeSpace: true,
        "of hidden paths between low buildings", "§4.1.1, Table 4")
    private static let canyonResidential = P1411SiteGeneral(
        3.01, 18.8, 2.07, 3.07, gigahertz: 0.8...73, metres: 30...170, "of hidden residential paths",
        "§4.1.1, Table 4")
    private static let roofsInSight = P1411SiteGeneral(
        2.29, 28.6, 1.96, 3.48, gigahertz: 2.2...73, metres: 55...1200, "of paths in sight over roofs",
        "§4.2.1, Table 8")
    private static let roofsHighRise = P1411SiteGeneral(
        4.39, -6.27, 2.30, 6.89, gigahertz: 2.2...66.5, metres: 260...1200, "of hidden paths over roofs",
        "§4.2.1, Table 8")
}
