import MastheadCore

/// The errors of parts that do not depend on each other, gathered so that a user sees every problem of a job at once.
struct ProblemList {
    private var errors: [MastheadError] = []

    /// The value of a part; nil where it failed, and then its error is kept.
    mutating func collect<Value>(_ body: () throws(MastheadError) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            errors.append(error)
            return nil
        }
    }

    /// Refuses to go on after any failure.
    ///
    /// - Throws: All errors gathered, as one that carries the others.
    func require() throws(MastheadError) {
        if let error = MastheadError.combining(errors) { throw error }
    }
}
