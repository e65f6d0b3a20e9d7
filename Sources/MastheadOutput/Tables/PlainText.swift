import MastheadCore

/// Numbers as tables print them.
enum PlainText {
    /// The shortest text of a number rounded to a billionth, so that 0.29 of a hundred is 29 and not 28.999999999999996.
    static func number(_ value: Double) -> String {
        abs(value) < 1e6 ? PlainNumber.text((value * 1e9).rounded() / 1e9) : PlainNumber.text(value)
    }
}
