public import MastheadCore

/// Free-space propagation.
///
/// Source: Recommendation ITU-R P.525-4.
public struct FreeSpace: TransmissionLossModel {
    /// The constant of 20 log₁₀(f d) + constant, f in GHz and d in km, dB.
    public enum Constant: Sendable, CaseIterable {
        /// 20 log₁₀(4π · 10¹² / c), with the defined speed of light.
        case exact
        /// 32.4 for MHz, which is 92.4 for GHz: the form of P.525, P.452 and P.1812.
        case rounded
        /// 92.5, the form of older texts.
        case roundedUp

        /// The constant, dB.
        public var valueDB: Double {
            switch self {
            case .exact: Self.exactDB
            case .rounded: 92.4
            case .roundedUp: 92.5
            }
        }

        private static let exactDB =
            20 * Elementary.log10(4 * Double.pi * 1e12 / PhysicalConstants.speedOfLight)
    }

    /// The text and its equation.
    public static let citation = Citation("Recommendation ITU-R P.525-4", "eq. (4)")

    private let frequencyGigahertz: Double

    /// Free space at one carrier frequency.
    ///
    /// - Throws: `outside-validity` for a frequency that is not above zero.
    public static func prepare(
        for parameters: PropagationParameters, at location: ErrorLocation = .none
    ) throws(MastheadError) -> FreeSpace {
        guard parameters.frequency.hertz > 0, parameters.frequency.hertz.isFinite else {
            throw MastheadError(
                .outsideValidity, "carrier frequency \(parameters.frequency) is not above zero", at: location,
                remedy: "Give the carrier frequency, for example \"763 MHz\".")
        }
        return FreeSpace(frequencyGigahertz: parameters.frequency.gigahertz)
    }

    /// Any above zero.
    public var lengths: ClosedRange<Double> { .leastNonzeroMagnitude...(.greatestFiniteMagnitude) }

    /// Basic transmission loss in free space, dB.
    ///
    ///     Lbf = 20 log₁₀(4π d / λ)        (4)
    public static func lossDB(
        distanceKilometres d: Double, frequencyGigahertz f: Double, constant: Constant = .exact
    ) -> Double {
        constant.valueDB + 20 * Elementary.log10(f) + 20 * Elementary.log10(d)
    }

    /// Refuses a path without length, and a profile with values that are not finite.
    public func require(_ profile: PathProfile, _ terminals: PathTerminals) throws(MastheadError) {
        try profile.require(points: 2)
        guard terminals.transmitterHeightMetres.isFinite, terminals.receiverHeightMetres.isFinite else {
            throw MastheadError(
                .outsideValidity, "an antenna height is not a finite number",
                remedy: "Give both antenna heights above the ground in metres.")
        }
    }

    /// Loss over the straight line between the antennas, dB.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        Self.lossDB(
            distanceKilometres: slantKilometres(profile, terminals), frequencyGigahertz: frequencyGigahertz)
    }

    /// Loss over the path's length and the difference of altitudes: exact, not only a bound.
    public func lowestLossDB(distanceKilometres: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        let rise = altitudeDifferenceMetres / 1000
        return Self.lossDB(
            distanceKilometres: (distanceKilometres * distanceKilometres + rise * rise).squareRoot(),
            frequencyGigahertz: frequencyGigahertz)
    }

    /// The one term of the loss.
    public func ledger(over profile: PathProfile, terminals: PathTerminals) throws(MastheadError) -> Ledger {
        try require(profile, terminals)
        var ledger = Ledger("basic transmission loss", unit: "dB")
        ledger.add(
            "free-space loss", lossDB(over: profile, terminals: terminals), symbol: "Lbf", from: Self.citation)
        ledger.detail("distance between the antennas", slantKilometres(profile, terminals), unit: "km", symbol: "d")
        ledger.detail("carrier frequency", frequencyGigahertz, unit: "GHz", symbol: "f")
        return ledger
    }

    private func slantKilometres(_ profile: PathProfile, _ terminals: PathTerminals) -> Double {
        let last = profile.count - 1
        let rise =
            (profile.groundMetres[0] + terminals.transmitterHeightMetres - profile.groundMetres[last]
                - terminals.receiverHeightMetres) / 1000
        let length = profile.lengthKilometres
        return (length * length + rise * rise).squareRoot()
    }
}

extension FreeSpace {
    /// The catalogue's entry.
    public static let entry = ModelEntry(
        id: "p525", title: "Calculation of free-space attenuation", edition: "Recommendation ITU-R P.525-4",
        purpose: "A floor for other models, and paths well clear of any obstacle.",
        validity: ["any frequency above zero", "any distance above zero"], citation: citation,
        prepare: { (parameters, location) throws(MastheadError) in try prepare(for: parameters, at: location) })
}
