/// A carrier or centre frequency.
@frozen
public struct Frequency: Quantity {
    /// The frequency in hertz.
    public let hertz: Double

    /// A frequency in hertz.
    @inlinable public init(hertz: Double) { self.hertz = hertz }
    /// A frequency in megahertz.
    @inlinable public init(megahertz: Double) { hertz = megahertz * 1e6 }
    /// A frequency in gigahertz.
    @inlinable public init(gigahertz: Double) { hertz = gigahertz * 1e9 }

    /// The frequency in megahertz.
    @inlinable public var megahertz: Double { hertz / 1e6 }
    /// The frequency in gigahertz.
    @inlinable public var gigahertz: Double { hertz / 1e9 }
    /// The free-space wavelength in metres, with the defined speed of light.
    @inlinable public var wavelengthMetres: Double { PhysicalConstants.speedOfLight / hertz }

    /// What the quantity is, in words.
    public static let quantityName = "frequency"
    /// The accepted units, the preferred one first.
    public static let units = [
        UnitOfMeasure("MHz", scale: 1e6), UnitOfMeasure("GHz", scale: 1e9), UnitOfMeasure("kHz", scale: 1e3),
        UnitOfMeasure("Hz", scale: 1),
    ]
    /// The value in the base unit.
    public var baseValue: Double { hertz }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { hertz = baseValue }
}
