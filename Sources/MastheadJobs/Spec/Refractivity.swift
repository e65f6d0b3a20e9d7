public import MastheadCore

/// Surface refractivity, in N-units.
@frozen
public struct Refractivity: Quantity {
    /// The refractivity in N-units.
    public let nUnits: Double

    /// A refractivity in N-units.
    @inlinable public init(nUnits: Double) { self.nUnits = nUnits }

    /// What the quantity is, in words.
    public static let quantityName = "refractivity"
    /// The accepted unit.
    public static let units = [UnitOfMeasure("N-units")]
    /// The value in N-units.
    public var baseValue: Double { nUnits }
    /// Wraps a value in N-units.
    public init(baseValue: Double) { nUnits = baseValue }
}

/// The fall of refractivity through the lowest kilometre of the air, in N-units per kilometre, positive.
@frozen
public struct RefractivityLapse: Quantity {
    /// The lapse in N-units per kilometre.
    public let nUnitsPerKilometre: Double

    /// A lapse in N-units per kilometre.
    @inlinable public init(nUnitsPerKilometre: Double) { self.nUnitsPerKilometre = nUnitsPerKilometre }

    /// What the quantity is, in words.
    public static let quantityName = "refractivity lapse"
    /// The accepted unit.
    public static let units = [UnitOfMeasure("N-units/km")]
    /// The value in N-units per kilometre.
    public var baseValue: Double { nUnitsPerKilometre }
    /// Wraps a value in N-units per kilometre.
    public init(baseValue: Double) { nUnitsPerKilometre = baseValue }
}
