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

    public static let quantityName = "length"
    public static let units = [UnitOfMeasure("m", scale: 1), UnitOfMeasure("km", scale: 1000)]
    public var baseValue: Double { metres }
    public init(baseValue: Double) { metres = baseValue }
}
