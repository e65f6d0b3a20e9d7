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

    @inlinable public static func + (lhs: Decibels, rhs: Decibels) -> Decibels { Decibels(lhs.value + rhs.value) }
    @inlinable public static func - (lhs: Decibels, rhs: Decibels) -> Decibels { Decibels(lhs.value - rhs.value) }
    @inlinable public static prefix func - (operand: Decibels) -> Decibels { Decibels(-operand.value) }
    @inlinable public static func * (factor: Double, ratio: Decibels) -> Decibels { Decibels(factor * ratio.value) }

    public static let quantityName = "ratio"
    public static let units = [UnitOfMeasure("dB", scale: 1), UnitOfMeasure("dBi", scale: 1)]
    public var baseValue: Double { value }
    public init(baseValue: Double) { value = baseValue }
}
