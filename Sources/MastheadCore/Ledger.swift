/// A published number as an ordered list of named, cited terms that add up to it.
///
/// Loss breakdowns, link budgets and density figures are ledgers. A *summand* enters the total with its own sign; a
/// *detail* explains the summand before it and is not added.
public struct Ledger: Sendable, Codable, Equatable {
    /// What the total is: `"SS-RSRP of sector S12/2"`.
    public let title: String
    /// The unit of the total.
    public let unit: String
    /// The terms in reading order.
    public private(set) var terms: [LedgerTerm]

    /// An empty ledger for a number in a unit.
    public init(_ title: String, unit: String) {
        self.title = title
        self.unit = unit
        terms = []
    }

    /// Adds a term that enters the total with its own sign.
    ///
    /// - Parameter unit: The unit of the term, where it differs from the total's as dB differs from dBm; nil for the same.
    public mutating func add(
        _ name: String, _ value: Double, unit: String? = nil, symbol: String = "", from source: Citation? = nil
    ) {
        terms.append(
            LedgerTerm(
                name: name, symbol: symbol, value: value, unit: unit ?? self.unit, role: .summand, source: source))
    }

    /// Adds a line that explains, and is not added.
    public mutating func detail(
        _ name: String, _ value: Double, unit: String, symbol: String = "", from source: Citation? = nil
    ) {
        terms.append(LedgerTerm(name: name, symbol: symbol, value: value, unit: unit, role: .detail, source: source))
    }

    /// Takes over all terms of another ledger.
    public mutating func append(_ other: Ledger) { terms += other.terms }

    /// The sum of the summands, added in reading order.
    public var total: Double {
        terms.reduce(0) { $1.role == .summand ? $0 + $1.value : $0 }
    }
}

/// One line of a ledger.
public struct LedgerTerm: Sendable, Codable, Equatable {
    /// Whether a term enters the total.
    public enum Role: String, Sendable, Codable {
        /// Added to the total.
        case summand
        /// Explains the summands; not added.
        case detail
    }

    /// What the term is, in words.
    public let name: String
    /// The letter of the cited text; empty where it has none.
    public let symbol: String
    /// The value, signed as it enters the total.
    public let value: Double
    /// The unit of the value.
    public let unit: String
    /// Whether the term enters the total.
    public let role: Role
    /// The equation or the input that gives the value.
    public let source: Citation?
}
