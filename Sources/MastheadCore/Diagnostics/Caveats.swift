/// Counted reservations about a result: how many cells, rows or paths each one touches.
///
/// Adding two is commutative and exact, so the order of work does not matter.
public struct Caveats: Sendable, Equatable, Codable {
    /// The count of each caveat, by its stable name.
    public private(set) var counts: [String: Int]

    /// No reservations.
    public init() { counts = [:] }

    /// Counts `count` more cases of a caveat.
    public mutating func add(_ caveat: Caveat, count: Int = 1) {
        guard count != 0 else { return }
        counts[caveat.code, default: 0] += count
    }

    /// Takes over all counts of another set.
    public mutating func merge(_ other: Caveats) {
        for (code, count) in other.counts { counts[code, default: 0] += count }
    }

    /// True when nothing is held against the result.
    public var isEmpty: Bool { counts.isEmpty }
}

/// A kind of reservation.
public struct Caveat: Sendable, Hashable {
    /// The stable name, in kebab case.
    public let code: String
    /// What it means for the reader, one sentence.
    public let meaning: String

    /// A kind of reservation by name and meaning.
    public init(_ code: String, _ meaning: String) {
        self.code = code
        self.meaning = meaning
    }
}
