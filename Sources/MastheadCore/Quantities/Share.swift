/// A share or probability, kept as a fraction and written in per cent.
@frozen
public struct Share: Quantity {
    /// The share as a fraction; 1 is all.
    public let fraction: Double

    /// A share as a fraction.
    @inlinable public init(fraction: Double) { self.fraction = fraction }
    /// A share in per cent.
    @inlinable public init(percent: Double) { fraction = percent / 100 }

    /// The share in per cent.
    @inlinable public var percent: Double { fraction * 100 }

    /// What the quantity is, in words.
    public static let quantityName = "share"
    /// The accepted units, the preferred one first.
    public static let units = [UnitOfMeasure("%", divisor: 100)]
    /// The value in the base unit.
    public var baseValue: Double { fraction }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { fraction = baseValue }

    /// The share in per cent with its sign.
    public var description: String { "\(PlainNumber.text((percent * 1e9).rounded() / 1e9)) %" }
}
