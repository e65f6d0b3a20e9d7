/// Whole numbers as people read them: `1,204,000`.
public enum Grouped {
    /// The number with a comma between thousands.
    public static func text(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
