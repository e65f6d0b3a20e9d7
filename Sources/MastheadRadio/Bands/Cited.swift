public import MastheadCore

/// A value with where it comes from and how well it is founded.
public struct Cited<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// The text, and the place in it, that gives the value.
    public let citation: String
    /// How well it is founded.
    public let basis: Basis

    /// A value with its citation and basis.
    public init(_ value: Value, citation: String, basis: Basis) {
        self.value = value
        self.citation = citation
        self.basis = basis
    }
}
