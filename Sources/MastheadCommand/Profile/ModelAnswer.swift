import MastheadCore
import MastheadPropagation

/// What one model says about one path: its ledger, or why it has none.
struct ModelAnswer {
    let entry: ModelEntry
    let outcome: Result<Ledger, MastheadError>

    /// The loss, dB; nil where the model refuses the path.
    var lossDB: Double? { try? outcome.get().total }

    var ledger: Ledger? { try? outcome.get() }

    var error: MastheadError? {
        if case .failure(let error) = outcome { error } else { nil }
    }

    /// Why there is no loss, one clause after the other; empty where there is one.
    var reason: String {
        guard let error else { return "" }
        return ([error] + error.others).map(\.problem).joined(separator: "; ")
    }
}

extension ModelEntry {
    /// The ledger of a path, or why there is none.
    func answer(
        for parameters: PropagationParameters, over profile: PathProfile, terminals: PathTerminals
    ) -> ModelAnswer {
        do throws(MastheadError) {
            let model = try prepare(parameters, PathAnswer.parameterOptions)
            try model.require(profile, terminals)
            return ModelAnswer(entry: self, outcome: .success(try model.ledger(over: profile, terminals: terminals)))
        } catch {
            return ModelAnswer(entry: self, outcome: .failure(error))
        }
    }
}
