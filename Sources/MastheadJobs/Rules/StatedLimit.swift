import MastheadCore
import MastheadProtection

/// A limit as a rule pack writes it: a number and the unit of its quantity.
struct StatedLimit: Sendable {
    /// A way to write the unit of a quantity, and what is added to a number to have it in the quantity's own unit.
    private struct Spelling {
        let symbol: String
        let offset: Double
    }

    /// Numbers that limits have, whatever their unit; a slip of the hand lies outside.
    private static let range = -400.0...400.0
    private static let rangeText = "\(PlainNumber.text(range.lowerBound)) to \(PlainNumber.text(range.upperBound))"

    let number: Double
    let unit: String

    /// A number and a unit: `-207 dBW`, `23 dB(uV/m)`.
    static let kind = ValueKind<StatedLimit>(
        form: .quantity(name: "limit", units: allUnits, range: rangeText)
    ) { reading in
        guard let text = reading.scalar("a limit with its unit") else { return nil }
        let digits = text.prefix { "+-.0123456789".contains($0) }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Double(String(digits)), range.contains(number) else {
            reading.refuse(
                "\(reading.keyName) \(Quoted.text(text)) is not a number from \(rangeText) with a unit",
                remedy:
                    "Write a number and one of: \(allUnits.joined(separator: ", ")); or \"\(OpenCriterion.marker)\".")
            return nil
        }
        return StatedLimit(number: number, unit: String(unit))
    }

    /// The limit in the quantity's own unit; nil where the unit is that of another quantity.
    func value(of quantity: ProtectedQuantity) -> Double? {
        Self.spellings(of: quantity).first { $0.symbol == unit }.map { number + $0.offset }
    }

    /// The units that a limit of a quantity may be written in, the preferred one first.
    static func units(of quantity: ProtectedQuantity) -> [String] { spellings(of: quantity).map(\.symbol) }

    private static var allUnits: [String] { ProtectedQuantity.allCases.flatMap(units) }

    private static func spellings(of quantity: ProtectedQuantity) -> [Spelling] {
        switch quantity {
        case .interferenceToNoise: [Spelling(symbol: "dB", offset: 0)]
        case .receivedPower: [Spelling(symbol: "dBm", offset: 0), Spelling(symbol: "dBW", offset: 30)]
        case .powerFluxDensity: [Spelling(symbol: "dB(W/m2)", offset: 0), Spelling(symbol: quantity.unit, offset: 0)]
        case .fieldStrength: [Spelling(symbol: "dB(uV/m)", offset: 0), Spelling(symbol: quantity.unit, offset: 0)]
        }
    }
}
