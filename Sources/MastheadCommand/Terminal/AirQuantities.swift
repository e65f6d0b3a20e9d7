import MastheadCore

/// Pressure of the air.
struct Pressure: Quantity {
    /// The pressure in hectopascals.
    let hectopascals: Double

    static let quantityName = "pressure"
    static let units = [UnitOfMeasure("hPa"), UnitOfMeasure("kPa", scale: 10)]
    var baseValue: Double { hectopascals }
    init(baseValue: Double) { hectopascals = baseValue }
}

/// Water vapour in the air, by mass and volume.
struct VapourDensity: Quantity {
    /// The density in grams per cubic metre.
    let gramsPerCubicMetre: Double

    static let quantityName = "vapour density"
    static let units = [UnitOfMeasure("g/m3"), UnitOfMeasure("g/m³")]
    var baseValue: Double { gramsPerCubicMetre }
    init(baseValue: Double) { gramsPerCubicMetre = baseValue }
}

/// A temperature in kelvin or degrees Celsius; two scales with different zeros, so that it is no `Quantity`.
struct Temperature {
    /// The temperature in kelvin.
    let kelvin: Double

    /// 0 °C, by definition.
    private static let celsiusZeroKelvin = 273.15

    /// Reads a number and a unit, such as `"15 C"`, `"15 °C"` or `"288.15 K"`.
    init(_ text: String, option: String) throws(MastheadError) {
        let scales = [("°C", Self.celsiusZeroKelvin), ("C", Self.celsiusZeroKelvin), ("K", 0)]
        for (symbol, zero) in scales where text.hasSuffix(symbol) {
            let number = String(text.dropLast(symbol.count).drop { $0 == " " }).trimmingEnd()
            guard let value = Double(number), value.isFinite else { break }
            guard value + zero > 0 else {
                throw MastheadError(
                    .usage, "the temperature \(text) is not above absolute zero", at: .option(option),
                    remedy: "Write the temperature of the air near the ground, such as \"15 C\".")
            }
            kelvin = value + zero
            return
        }
        throw MastheadError(
            .usage, "\"\(text)\" is not a temperature with its unit", at: .option(option),
            remedy: "Write a number and one of: C, K; for example \"15 C\".")
    }
}
