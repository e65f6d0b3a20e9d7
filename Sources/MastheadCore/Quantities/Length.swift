/// A distance, height, altitude or spacing.
@frozen
public struct Length: Quantity {
    /// The length in metres.
    public let metres: Double

    /// A length in metres.
    @inlinable public init(metres: Double) { self.metres = metres }
    /// A length in kilometres.
    @inlinable public init(kilometres: Double) { metres = kilometres * 1000 }

    /// The length in kilometres.
    @inlinable public var kilometres: Double { metres / 1000 }

    /// What the quantity is, in words.
    public static let quantityName = "length"
    /// The accepted units, the preferred one first.
    public static let units = [UnitOfMeasure("m", scale: 1), UnitOfMeasure("km", scale: 1000)]
    /// The value in the base unit.
    public var baseValue: Double { metres }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { metres = baseValue }
}
