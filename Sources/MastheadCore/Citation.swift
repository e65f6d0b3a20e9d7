/// Where a number, an equation or a rule comes from.
public struct Citation: Sendable, Hashable, Codable {
    /// The document with its edition: `"Recommendation ITU-R P.1812-8"`.
    public let document: String
    /// The clause, table or equation: `"§4.3.1, eq. (16)"`; empty when the whole document is meant.
    public let clause: String

    /// A citation of a document and a place in it.
    public init(_ document: String, _ clause: String = "") {
        self.document = document
        self.clause = clause
    }
}

extension Citation: CustomStringConvertible {
    /// The text that people read.
    public var description: String { clause.isEmpty ? document : "\(document), \(clause)" }
}

/// How well a value is founded.
public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// Read in the source that is cited.
    case verified
    /// Computed from verified values.
    case derived
    /// Taken from general knowledge; confirm before use in a decision.
    case unverified
}
