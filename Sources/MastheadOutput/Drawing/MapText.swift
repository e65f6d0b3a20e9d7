import MastheadCore

/// Numbers as maps and plots print them.
enum MapText {
    /// The shortest text of a number, freed of the dust of binary fractions, with a true minus sign.
    static func number(_ value: Double) -> String { signed(PlainText.number(value)) }

    /// A number with so many decimals and a true minus sign.
    static func fixed(_ value: Double, _ decimals: Int) -> String { signed(FixedPoint.text(value, decimals: decimals)) }

    /// A share in per cent with one decimal.
    static func percent(_ share: Double) -> String { "\(fixed(share * 100, 1)) %" }

    /// A whole number with groups of three digits.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "−" : "") + String(text.reversed())
    }

    private static func signed(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
}
