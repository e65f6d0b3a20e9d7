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

    /// A value as a field: quoted where it must be.
    ///
    /// Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers keep their sign.
    static func field(_ value: String) -> String {
        var safe = value
        if let first = value.first, "=+-@\t\r".contains(first), Double(value) == nil { safe = "'" + value }
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
