import MastheadCore

/// A range of a plain number in a unit of its own, whose ends may be open or missing: above 0 % and below 100 %.
struct OpenRange: Sendable {
    /// What is bounded, in words.
    let subject: String
    let unit: String
    /// The text that sets the range.
    let document: String
    let lower: Double
    /// Whether the lower end itself belongs to the range.
    let includesLower: Bool
    /// The upper end; infinity for none.
    let upper: Double
    /// Whether the upper end itself belongs to the range.
    let includesUpper: Bool

    init(
        _ subject: String, unit: String, from lower: Double, includesLower: Bool = false,
        below upper: Double = .infinity, by document: String
    ) {
        self.subject = subject
        self.unit = unit
        self.document = document
        self.lower = lower
        self.includesLower = includesLower
        self.upper = upper
        includesUpper = false
    }

    /// A range with both its ends.
    init(_ subject: String, unit: String, within range: ClosedRange<Double>, by document: String) {
        self.subject = subject
        self.unit = unit
        self.document = document
        lower = range.lowerBound
        includesLower = true
        upper = range.upperBound
        includesUpper = true
    }

    /// The range in words: `above 0 % and below 100 %`.
    var words: String {
        if includesLower && includesUpper { return "\(PlainNumber.text(lower)) to \(withUnit(upper))" }
        let from = includesLower ? "\(withUnit(lower)) or more" : "above \(withUnit(lower))"
        return upper.isFinite ? "\(from) and below \(withUnit(upper))" : from
    }

    /// The value with the unit, or alone where there is none.
    private func withUnit(_ value: Double) -> String {
        unit.isEmpty ? PlainNumber.text(value) : "\(PlainNumber.text(value)) \(unit)"
    }

    /// The line of a catalogue entry.
    var line: String { "\(subject) \(words)" }

    /// Whether the value lies in the range; false for NaN and infinity.
    func contains(_ value: Double) -> Bool {
        (value > lower || includesLower && value == lower) && (value < upper || includesUpper && value == upper)
    }

    /// Refuses a value outside the range.
    ///
    /// - Throws: `outside-validity`.
    func require(_ value: Double, at location: ErrorLocation = .none, remedy: String? = nil) throws(MastheadError) {
        guard !contains(value) else { return }
        throw MastheadError(
            .outsideValidity, "\(subject) \(withUnit(value)) is outside \(document) (\(words))",
            at: location, remedy: remedy ?? "Use \(Article.indefinite(subject)) of \(words).")
    }
}
