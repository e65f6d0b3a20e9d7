/// A ratio of powers in decibels: a loss, a gain, a margin, a standard deviation.
///
/// Losses are positive numbers that are subtracted; gains are positive numbers that are added.
@frozen
public struct Decibels: Quantity {
    /// The ratio in dB.
    public let value: Double

    /// A ratio in dB.
    @inlinable public init(_ value: Double) { self.value = value }

    /// The ratio of powers, linear.
    public var linear: Double { Exponential.powerOfTen(value / 10) }

    /// The sum.
    @inlinable public static func + (lhs: Decibels, rhs: Decibels) -> Decibels { Decibels(lhs.value + rhs.value) }
    /// The difference.
    @inlinable public static func - (lhs: Decibels, rhs: Decibels) -> Decibels { Decibels(lhs.value - rhs.value) }
    /// The negated value.
    @inlinable public static prefix func - (operand: Decibels) -> Decibels { Decibels(-operand.value) }
    /// A multiple of a ratio, as a margin of so many sigmas is.
    @inlinable public static func * (factor: Double, ratio: Decibels) -> Decibels { Decibels(factor * ratio.value) }

    /// What the quantity is, in words.
    public static let quantityName = "ratio"
    /// The accepted units, the preferred one first.
    public static let units = [UnitOfMeasure("dB", scale: 1), UnitOfMeasure("dBi", scale: 1)]
    /// The value in the base unit.
    public var baseValue: Double { value }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { value = baseValue }
}
