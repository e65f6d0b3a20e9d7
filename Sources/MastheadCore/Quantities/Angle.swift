/// A plane angle: an azimuth (clockwise from north), an elevation (up is positive) or a tilt (down is positive).
@frozen
public struct Angle: Quantity {
    /// The angle in radians.
    public let radians: Double

    /// An angle in radians.
    @inlinable public init(radians: Double) { self.radians = radians }
    /// An angle in degrees.
    @inlinable public init(degrees: Double) { radians = degrees * .pi / 180 }

    /// The angle in degrees.
    @inlinable public var degrees: Double { radians * 180 / .pi }

    /// What the quantity is, in words.
    public static let quantityName = "angle"
    /// The accepted units, the preferred one first.
    public static let units = [UnitOfMeasure("deg", scale: .pi / 180), UnitOfMeasure("rad", scale: 1)]
    /// The value in the base unit.
    public var baseValue: Double { radians }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { radians = baseValue }

    /// The angle in degrees with its unit.
    public var description: String { "\(PlainNumber.text((degrees * 1e9).rounded() / 1e9)) deg" }
}
