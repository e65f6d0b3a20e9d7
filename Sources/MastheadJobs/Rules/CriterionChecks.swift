import MastheadCore
import MastheadProtection
import MastheadRadio

/// Holds the values of one criterion against one another, and against the catalogues.
struct CriterionChecks {
    private let draft: CriterionDraft
    private let errors: ErrorList

    init(_ draft: CriterionDraft, _ errors: ErrorList) {
        self.draft = draft
        self.errors = errors
    }

    /// Notes everything that does not fit.
    func refuse() {
        refuseUnit()
        refuseQuantity()
        refuseBandwidth()
        refusePower()
        refusePattern()
        refuseFilterWithoutReceiver()
        refuseOpenBasis()
        refuseModel()
    }

    private func add(_ problem: String, code: ErrorCode = .badJob, at location: ErrorLocation, _ remedy: String) {
        errors.add(MastheadError(code, problem, at: location, remedy: remedy))
    }

    private func place(_ key: String) -> ErrorLocation { draft.locations[key] ?? draft.id.location }

    private func refuseUnit() {
        guard let limit = draft.limit.value.value, limit.value(of: draft.quantity) == nil else { return }
        let units = StatedLimit.units(of: draft.quantity).joined(separator: ", ")
        let problem =
            limit.unit.isEmpty
            ? "the limit \(PlainNumber.text(limit.number)) has no unit"
            : "\(Quoted.text(limit.unit)) is not a unit of \(draft.quantity.rawValue)"
        add(problem, code: .badQuantity, at: draft.limit.location, "Write the limit in one of: \(units).")
    }

    /// Saturation is by power, at the first amplifier or in front of the antenna.
    private func refuseQuantity() {
        guard draft.interference == .saturation else { return }
        guard draft.quantity != .receivedPower, draft.quantity != .powerFluxDensity else { return }
        add(
            "saturation cannot be judged by \(draft.quantity.rawValue)", at: place(CriterionKeys.quantity.name),
            "Write quantity: received-power, or power-flux-density.")
    }

    private func refuseBandwidth() {
        guard let bandwidth = draft.referenceBandwidth.value.value else { return }
        let isPowerAtAmplifier = draft.interference == .saturation && draft.quantity == .receivedPower
        switch bandwidth {
        case .bandwidth(let frequency) where isPowerAtAmplifier:
            add(
                "a reference bandwidth of \(frequency) is given for saturation, where all power at the first amplifier "
                    + "counts",
                at: draft.referenceBandwidth.location, "Write reference-bandwidth: none")
        case .all where draft.interference != .saturation:
            add(
                "a limit of \(draft.quantity.rawValue) has no meaning without its reference bandwidth",
                at: draft.referenceBandwidth.location,
                "Write the bandwidth that the source states, such as reference-bandwidth: "
                    + CriterionKeys.referenceBandwidth.example)
        default: break
        }
    }

    private func refusePower() {
        guard draft.interference == .saturation, draft.power.value == .mean else { return }
        add(
            "mean power is written for saturation, which the peak of an emission causes", at: draft.power.location,
            "Write power: peak")
    }

    private func refusePattern() {
        guard let pattern = draft.assumedPattern else { return }
        guard draft.quantity.readsAntenna else {
            return add(
                "a pattern is assumed for \(draft.quantity.rawValue), which does not read the station's antenna",
                at: pattern.location, "Remove assumed-pattern.")
        }
        do throws(MastheadError) {
            _ = try OffAxisPatternCatalogue.entry(pattern.value, at: pattern.location)
        } catch { errors.add(error) }
    }

    private func refuseFilterWithoutReceiver() {
        guard let filter = draft.assumedFilter, !draft.quantity.readsAntenna else { return }
        add(
            "a filter is assumed for \(draft.quantity.rawValue), which holds in front of the receiver",
            at: filter.location, "Remove assumed-filter.")
    }

    private func refuseOpenBasis() {
        guard !draft.openKeys.isEmpty, draft.basis.value != .unverified else { return }
        add(
            "the basis is \(draft.basis.value.rawValue), and \(draft.openKeys.joined(separator: ", ")) is still "
                + OpenCriterion.marker,
            at: draft.basis.location, "Write basis: unverified until every value is set.")
    }

    private func refuseModel() {
        do throws(MastheadError) {
            try ModelPairing.require(
                model: draft.model, band: draft.band, bandLocation: place(CriterionKeys.band.name),
                percent: draft.time.value.value.map(CriterionDraft.percent), timeLocation: draft.time.location)
        } catch { errors.add(error) }
    }
}
