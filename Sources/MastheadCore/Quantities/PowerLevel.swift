#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A power level in dBm: transmitter power, EIRP, RSRP, interference, noise.
///
/// The operators hold the algebra of decibels: level − level = ratio, level ± ratio = level. Levels do not add;
/// powers do, in milliwatts, by ``sum(of:)``.
@frozen
public struct PowerLevel: Quantity {
    /// The level in dB above one milliwatt.
    public let dBm: Double

    /// A level in dBm.
    @inlinable public init(dBm: Double) { self.dBm = dBm }

    /// The power in milliwatts.
    public var milliwatts: Double { Exponential.powerOfTen(dBm / 10) }

    /// The difference.
    @inlinable public static func - (lhs: PowerLevel, rhs: PowerLevel) -> Decibels { Decibels(lhs.dBm - rhs.dBm) }
    /// The sum.
    @inlinable public static func + (lhs: PowerLevel, rhs: Decibels) -> PowerLevel {
        PowerLevel(dBm: lhs.dBm + rhs.value)
    }
    /// The difference.
    @inlinable public static func - (lhs: PowerLevel, rhs: Decibels) -> PowerLevel {
        PowerLevel(dBm: lhs.dBm - rhs.value)
    }

    /// The level of the summed powers, added in milliwatts in the order given; nil for no levels.
    public static func sum(of levels: some Sequence<PowerLevel>) -> PowerLevel? {
        var milliwatts = 0.0
        var any = false
        for level in levels {
            milliwatts += level.milliwatts
            any = true
        }
        return any ? PowerLevel(dBm: 10 * log10(milliwatts)) : nil
    }

    /// What the quantity is, in words.
    public static let quantityName = "power level"
    /// The accepted units, the preferred one first.
    public static let units = [UnitOfMeasure("dBm", scale: 1)]
    /// The value in the base unit.
    public var baseValue: Double { dBm }
    /// Wraps a value in the base unit.
    public init(baseValue: Double) { dBm = baseValue }
}

/// Powers of ten for decibel conversions.
enum Exponential {
    static func powerOfTen(_ exponent: Double) -> Double { pow(10, exponent) }
}
