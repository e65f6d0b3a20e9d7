public import MastheadCore

/// The diameter of an antenna over the wavelength, D/λ.
@frozen
public struct ApertureSize: Quantity {
    /// D/λ.
    public let wavelengths: Double

    /// A diameter in wavelengths.
    @inlinable public init(wavelengths: Double) { self.wavelengths = wavelengths }

    /// A diameter at a frequency.
    public init(diameter: Length, at frequency: Frequency) {
        wavelengths = diameter.metres * frequency.hertz / PhysicalConstants.speedOfLight
    }

    /// What the quantity is, in words.
    public static let quantityName = "aperture"
    /// The accepted units, the preferred one first.
    public static let units = [UnitOfMeasure("wavelengths")]
    /// The value in the base unit.
    public var baseValue: Double { wavelengths }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { wavelengths = baseValue }
}
