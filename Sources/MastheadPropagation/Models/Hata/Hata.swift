import MastheadCore

/// The empirical loss between a base above the rooftops and a mobile in the streets, prepared for one carrier.
///
/// Source: M. Hata, "Empirical formula for propagation loss in land mobile radio services", IEEE Trans. Veh. Technol.
/// VT-29 (1980) 317–325, which fits the curves of Y. Okumura and others (1968); and its continuation beyond 1500 MHz,
/// COST Action 231, final report EUR 18957 (1999), §4.4.1. The transmitter is the base.
///
/// Neither has terrain. The profile counts by the base's effective height only (``HataHeight``).
public struct Hata: TransmissionLossModel {
    /// The two formulas of the same shape.
    public enum Form: Sendable, CaseIterable {
        /// Hata's own.
        case okumuraHata
        /// Its continuation to 2000 MHz.
        case cost231
    }

    /// Carrier frequency at which the large-town correction of the mobile's height changes its form, MHz.
    ///
    /// Hata gives one form up to 200 MHz and one from 400 MHz on; between them texts differ. The step is 0.003 dB
    /// for a mobile at 1.5 m and 1.85 dB at 10 m.
    static let largeTownChangeMegahertz = 300.0

    let form: Form
    let environment: SettlementKind
    let frequencyMegahertz: Double

    init(form: Form, environment: SettlementKind, frequencyMegahertz: Double) {
        self.form = form
        self.environment = environment
        self.frequencyMegahertz = frequencyMegahertz
    }

    /// Those of ``distances``.
    public var lengths: ClosedRange<Double> {
        Self.distances.bounds.lowerBound.kilometres...Self.distances.bounds.upperBound.kilometres
    }

    /// Median basic transmission loss in dB, of the formula alone; it checks no range.
    ///
    ///     L = A + B log₁₀ f − 13.82 log₁₀ hb − a(hm) + (44.9 − 6.55 log₁₀ hb) log₁₀ d + C
    ///
    /// with A = 69.55, B = 26.16 by Hata and A = 46.3, B = 33.9 by COST 231; f in MHz, d in km, heights in m.
    public static func lossDB(
        _ form: Form, frequencyMegahertz f: Double, distanceKilometres d: Double, baseMetres hb: Double,
        mobileMetres hm: Double, environment: SettlementKind
    ) -> Double {
        frequencyTermDB(form, f) + environmentTermDB(form, f, environment) - baseTermDB(hb)
            - mobileCorrectionDB(form, frequencyMegahertz: f, mobileMetres: hm, environment: environment)
            + distanceTermDB(d, hb)
    }

    /// The correction a(hm) for the height of the mobile, dB.
    ///
    /// Hata's large towns have one of their own; everywhere else, and by COST 231 in large towns too, it is that of small
    /// and medium towns.
    public static func mobileCorrectionDB(
        _ form: Form, frequencyMegahertz f: Double, mobileMetres hm: Double, environment: SettlementKind
    ) -> Double {
        guard form == .okumuraHata, environment == .urban else {
            let logf = Elementary.log10(f)
            return (1.1 * logf - 0.7) * hm - (1.56 * logf - 0.8)
        }
        if f < largeTownChangeMegahertz {
            let h = Elementary.log10(1.54 * hm)
            return 8.29 * h * h - 1.1
        }
        let h = Elementary.log10(11.75 * hm)
        return 3.2 * h * h - 4.97
    }

    static func frequencyTermDB(_ form: Form, _ f: Double) -> Double {
        switch form {
        case .okumuraHata: 69.55 + 26.16 * Elementary.log10(f)
        case .cost231: 46.3 + 33.9 * Elementary.log10(f)
        }
    }

    /// What the environment adds to the loss in a small or medium town.
    static func environmentTermDB(_ form: Form, _ f: Double, _ environment: SettlementKind) -> Double {
        let logf = Elementary.log10(f)
        switch (form, environment) {
        case (.okumuraHata, .suburban):
            let l = logf - Elementary.log10(28)
            return -2 * l * l - 5.4
        case (.okumuraHata, .open): return -4.78 * logf * logf + 18.33 * logf - 40.94
        case (.cost231, .urban): return 3
        default: return 0
        }
    }

    static func baseTermDB(_ hb: Double) -> Double { 13.82 * Elementary.log10(hb) }

    static func distanceTermDB(_ d: Double, _ hb: Double) -> Double {
        (44.9 - 6.55 * Elementary.log10(hb)) * Elementary.log10(d)
    }

    /// Median basic transmission loss, dB.
    ///
    /// On a path that ``require(_:_:)`` refuses for a height, the nearest height of the range counts, so that the result
    /// is finite and not below ``lowestLossDB(distanceKilometres:altitudeDifferenceMetres:)``.
    public func lossDB(over profile: PathProfile, terminals: PathTerminals) -> Double {
        let height = HataHeight(over: profile, antennaMetres: terminals.transmitterHeightMetres)
        return lossDB(over: profile.lengthKilometres, height, terminals)
    }

    /// The loss over a distance in km from a base of an effective height, dB.
    func lossDB(over lengthKilometres: Double, _ height: HataHeight, _ terminals: PathTerminals) -> Double {
        lossDB(
            lengthKilometres, Self.baseHeights.nearest(height.effectiveMetres),
            Self.mobileHeights.nearest(terminals.receiverHeightMetres))
    }

    /// The loss of the highest base and mobile that the formula covers: the formula falls with both heights, and ground
    /// does not enter it otherwise.
    public func lowestLossDB(distanceKilometres d: Double, altitudeDifferenceMetres: Double = 0) -> Double {
        let bases = Self.baseHeights.bounds
        let hm = Self.mobileHeights.bounds.upperBound.metres
        // Within 8 m of the base the distance term turns the order of the bases round; it is linear in log₁₀ hb.
        return min(lossDB(d, bases.lowerBound.metres, hm), lossDB(d, bases.upperBound.metres, hm))
    }

    private func lossDB(_ d: Double, _ hb: Double, _ hm: Double) -> Double {
        Self.lossDB(
            form, frequencyMegahertz: frequencyMegahertz, distanceKilometres: d, baseMetres: hb, mobileMetres: hm,
            environment: environment)
    }
}

extension ValidRange where Value == Length {
    /// The value of the range that is nearest to a length in metres.
    fileprivate func nearest(_ metres: Double) -> Double {
        min(max(metres, bounds.lowerBound.metres), bounds.upperBound.metres)
    }
}
