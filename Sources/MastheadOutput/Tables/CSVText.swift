/// Comma-separated text as RFC 4180 has it, with LF, that a spreadsheet opens without harm.
public struct CSVText: Sendable {
    /// The text so far.
    public private(set) var text: String
    private let columns: Int

    /// A table with a header.
    public init(header: [String]) {
        columns = header.count
        text = header.map(Self.field).joined(separator: ",") + "\n"
    }

    /// Adds a row; it has one value for each column.
    public mutating func add(_ row: [String]) {
        precondition(row.count == columns, "one value for each column")
        text += row.map(Self.field).joined(separator: ",") + "\n"
    }

    /// What a spreadsheet may take for the start of a formula, the wide forms of East Asian keyboards among them.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// What makes quotes necessary.
    private static let separators: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]

    /// A value as a field: quoted where it must be.
    ///
    /// Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers keep their sign. Scalars are
    /// looked at, not characters: a comma with an accent upon it is still a comma to a reader of CSV.
    static func field(_ value: String) -> String {
        var safe = value
        if let first = value.unicodeScalars.first, formulaStarts.contains(first), Double(value) == nil {
            safe = "'" + value
        }
        guard safe.unicodeScalars.contains(where: separators.contains) else { return safe }
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
