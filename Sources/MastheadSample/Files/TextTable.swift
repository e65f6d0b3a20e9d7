/// Rows of text as CSV: commas, quotes only where they are needed, line feeds.
struct TextTable {
    private(set) var text: String

    init(columns: [String]) { text = columns.joined(separator: ",") + "\n" }

    mutating func append(_ fields: [String]) {
        text += fields.map(Self.quoted).joined(separator: ",") + "\n"
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
