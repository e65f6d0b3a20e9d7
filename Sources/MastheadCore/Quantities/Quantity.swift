/// A number with a unit, as job files and tables write it: `"763 MHz"`, `"62 dBm"`, `"500 m"`.
///
/// A conforming type states its units once; text in, text out, documentation and error messages all read them here.
public protocol Quantity: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// What the quantity is, in words: `"frequency"`.
    static var quantityName: String { get }
    /// The accepted units, the preferred one first.
    static var units: [UnitOfMeasure] { get }
    /// The value in the base unit, the one whose scale is 1.
    var baseValue: Double { get }
    /// Wraps a value that is already in the base unit.
    init(baseValue: Double)
}

/// A unit that a quantity may be written in.
public struct UnitOfMeasure: Sendable, Hashable {
    /// How the unit is written: `"MHz"`.
    public let symbol: String
    /// How many base units one of these is: `1e6` for MHz over Hz.
    public let scale: Double
    /// How many of these make one base unit, for units smaller than it, so that `95 %` reads as exactly 0.95; else 1.
    public let divisor: Double

    /// A unit with its symbol and its size in base units.
    public init(_ symbol: String, scale: Double = 1, divisor: Double = 1) {
        self.symbol = symbol
        self.scale = scale
        self.divisor = divisor
    }

    /// A number of these in base units.
    func toBase(_ number: Double) -> Double { number * scale / divisor }
    /// A value in base units as a number of these.
    func fromBase(_ value: Double) -> Double { value * divisor / scale }
}

extension Quantity {
    /// Orders by value.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.baseValue < rhs.baseValue }

    /// The value in the preferred unit, with its symbol.
    public var description: String {
        guard let unit = Self.units.first else { return "\(baseValue)" }
        return "\(PlainNumber.text(unit.fromBase(baseValue))) \(unit.symbol)"
    }

    /// Reads a number and a unit, such as `"30 km"`.
    ///
    /// - Throws: `bad-quantity` when the number or the unit cannot be read; the remedy lists the units.
    public init(parsing text: String, at location: ErrorLocation = .none) throws(MastheadError) {
        let trimmed = text.trimmingSpaces()
        let unitStart = trimmed.lastIndex { $0.isNumber || $0 == "." }.map { trimmed.index(after: $0) }
        let numberText = unitStart.map { String(trimmed[..<$0]).trimmingSpaces() } ?? ""
        let unitText = unitStart.map { String(trimmed[$0...]).trimmingSpaces() } ?? trimmed
        let symbols = Self.units.map(\.symbol).joined(separator: ", ")
        guard let number = Double(numberText), number.isFinite else {
            throw MastheadError(
                .badQuantity, "\"\(text)\" is not a \(Self.quantityName) with its unit", at: location,
                remedy: "Write a number and one of: \(symbols); for example \"\(Self.example)\".")
        }
        guard let unit = Self.units.first(where: { $0.symbol == unitText }) else {
            let problem =
                unitText.isEmpty
                ? "\"\(text)\" has no unit" : "\"\(unitText)\" is not a unit of \(Self.quantityName)"
            throw MastheadError(
                .badQuantity, problem, at: location,
                remedy: "Write the unit after the number, one of: \(symbols); for example \"\(Self.example)\".")
        }
        self.init(baseValue: unit.toBase(number))
    }

    /// A value written as the user would write it, for remedies.
    static var example: String { "10 \(units.first?.symbol ?? "")" }
}

/// Numbers as people read them in messages: no trailing zeros, no exponent in the usual range.
public enum PlainNumber {
    /// The shortest text that reads back to the value; whole numbers without a fraction.
    public static func text(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        return "\(value)"
    }

    /// The value to a thousandth, or to four digits where it is smaller, for messages that no one reads back.
    public static func rounded(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return text(value) }
        var unit = 1e-3
        while value != 0, abs(value) < unit * 1000, unit > 1e-15 { unit /= 10 }
        return text((value / unit).rounded() / (1 / unit).rounded())
    }
}

extension StringProtocol {
    /// The text without spaces and tabs at either end.
    func trimmingSpaces() -> String {
        guard let first = firstIndex(where: { $0 != " " && $0 != "\t" }),
            let last = lastIndex(where: { $0 != " " && $0 != "\t" })
        else { return "" }
        return String(self[first...last])
    }
}
