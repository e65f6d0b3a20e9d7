import MastheadCore
import MastheadPropagation

/// Whether a propagation model covers the band of a criterion, and the percentage of time that its limit holds for.
enum ModelPairing {
    /// Frequencies to ask a model at where a criterion holds for all: one of them lies in the range of every model.
    private static let probes = [Frequency(megahertz: 160), Frequency(gigahertz: 1), Frequency(megahertz: 1800)]

    /// Refuses a model that is not known, or does not cover the band or the percentage.
    ///
    /// - Throws: `unknown-name`, or `outside-validity` with the model's own range.
    static func require(
        model: Entry<String>, band: ClosedRange<Frequency>?, bandLocation: ErrorLocation, percent: Double?,
        timeLocation: ErrorLocation
    ) throws(MastheadError) {
        let entry = try ModelCatalogue.entry(model.value, at: model.location)
        guard !entry.readsComposition else {
            throw MastheadError(
                .outsideValidity, "the model \(model.value) needs a composition, which a rule does not state",
                at: model.location, remedy: "Use a model that a rule can name alone, such as \"p452\".")
        }
        func refusal(_ frequency: Frequency, percent: Double, at location: ErrorLocation) -> MastheadError? {
            do throws(MastheadError) {
                _ = try entry.prepare(PropagationParameters(frequency: frequency, timePercent: percent), location)
                return nil
            } catch { return error }
        }
        // Every model gives the median, so that an error there is one of the frequency.
        let median = 50.0
        let frequencies = band.map { [$0.lowerBound, $0.upperBound] } ?? probes
        let covered = frequencies.filter { refusal($0, percent: median, at: bandLocation) == nil }
        if band != nil, let outside = frequencies.first(where: { !covered.contains($0) }),
            let error = refusal(outside, percent: median, at: bandLocation)
        {
            throw error
        }
        guard let percent, let frequency = covered.first,
            let error = refusal(frequency, percent: percent, at: timeLocation)
        else { return }
        throw error
    }
}
