/// A number of people, kept as whole billionths of a person.
///
/// Population rasters hold fractions of persons, and a person near a border is shared between regions. Whole billionths
/// add exactly in any order, so that regions sum to the whole to the last digit; 9.2 thousand million people fit.
public struct PersonCount: Sendable, Hashable, Comparable, Codable {
    /// The count in billionths of a person.
    public let billionths: Int64

    /// A count in billionths of a person.
    @inlinable public init(billionths: Int64) { self.billionths = billionths }

    /// A count rounded to the nearest billionth; `persons` is finite, not negative, and below 9.2e9.
    public init(persons: Double) { billionths = Int64((persons * 1e9).rounded()) }

    /// No one.
    public static let zero = PersonCount(billionths: 0)

    /// The count in persons.
    public var persons: Double { Double(billionths) / 1e9 }

    /// Orders by value.
    public static func < (lhs: PersonCount, rhs: PersonCount) -> Bool { lhs.billionths < rhs.billionths }
    /// The sum.
    public static func + (lhs: PersonCount, rhs: PersonCount) -> PersonCount {
        PersonCount(billionths: lhs.billionths + rhs.billionths)
    }
    /// The difference.
    public static func - (lhs: PersonCount, rhs: PersonCount) -> PersonCount {
        PersonCount(billionths: lhs.billionths - rhs.billionths)
    }
    /// Adds in place.
    public static func += (lhs: inout PersonCount, rhs: PersonCount) { lhs = lhs + rhs }
}
