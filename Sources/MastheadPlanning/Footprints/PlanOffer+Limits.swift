public import MastheadRadio
import MastheadCore

extension PlanOffer {
    /// Power that an offer may lose to limits before it is not worth having, dB: a hundredth of the power is left.
    static let mostReductionDB = 20.0

    /// The offer within what protected stations ask: the forms that bear the most power, and that power.
    ///
    /// A form bears the least power of all its sectors under all limits of the band. Forms within a hundredth of a decibel
    /// of the best are kept, at the least of their powers, so that none of them exceeds a limit.
    ///
    /// - Returns: nil where no form keeps the limits with a hundredth of the power.
    public func keeping(_ limits: [EmissionLimit], band: Band) -> PlanOffer? {
        let own = limits.filter { $0.band == band.id }
        guard !own.isEmpty else { return self }
        let borne = forms.compactMap { form in self.power(of: form, under: own, band: band).map { (form, $0) } }
        guard let best = borne.map(\.1.dBm).max(), best >= power.dBm - Self.mostReductionDB else { return nil }
        let kept = borne.filter { $0.1.dBm >= best - 0.01 }
        var limited = self
        limited.forms = kept.map(\.0)
        limited.power = PowerLevel(dBm: kept.map(\.1.dBm).min() ?? best)
        return limited
    }

    /// The most power with which all sectors of a form keep all limits.
    private func power(of form: Form, under limits: [EmissionLimit], band: Band) -> PowerLevel? {
        var most = power
        for antenna in FootprintSetup.antennas(of: self, band: band, form: form) {
            for limit in limits {
                guard let own = limit.power(with: antenna, feederLoss: band.feederLoss, atMost: most) else {
                    return nil
                }
                most = own
            }
        }
        return most
    }
}
