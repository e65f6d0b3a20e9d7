/// The range within which a cited text holds; stated once, quoted by documentation and errors.
public struct ValidRange<Value: Quantity>: Sendable {
    /// The smallest and largest valid values.
    public let bounds: ClosedRange<Value>
    /// What is bounded, in words: `"carrier frequency"`.
    public let subject: String
    /// The text that sets the range.
    public let citation: Citation

    /// A range over which a cited text holds.
    public init(_ bounds: ClosedRange<Value>, of subject: String, by citation: Citation) {
        self.bounds = bounds
        self.subject = subject
        self.citation = citation
    }

    /// Whether the value lies in the range, ends included; false for NaN.
    public func contains(_ value: Value) -> Bool {
        value.baseValue >= bounds.lowerBound.baseValue && value.baseValue <= bounds.upperBound.baseValue
    }

    /// Refuses a value outside the range.
    ///
    /// - Throws: `outside-validity`.
    public func require(_ value: Value, at location: ErrorLocation = .none, remedy: String? = nil)
        throws(MastheadError)
    {
        guard !contains(value) else { return }
        throw MastheadError(
            .outsideValidity, "\(subject) \(Self.rounded(value)) is outside \(citation.document) (\(self))",
            at: location,
            remedy: remedy ?? "Use \(Article.indefinite(subject)) of \(self).")
    }
}

extension ValidRange {
    /// The value with its number rounded, so that a length from coordinates does not fill the line with digits.
    private static func rounded(_ value: Value) -> String {
        let text = value.description
        guard let space = text.firstIndex(of: " "), let number = Double(text[..<space]) else { return text }
        return PlainNumber.rounded(number) + text[space...]
    }
}

extension ValidRange: CustomStringConvertible {
    /// The bounds in words: `30 MHz to 6000 MHz`.
    public var description: String { "\(bounds.lowerBound) to \(bounds.upperBound)" }
}
