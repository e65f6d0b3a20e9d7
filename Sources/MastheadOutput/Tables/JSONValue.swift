/// JSON whose members keep their order and whose numbers keep their decimals, for reports that people read.
indirect enum JSONValue: Sendable {
    /// Members in order.
    case object([(String, JSONValue)])
    case array([JSONValue])
    case text(String)
    /// A number by its digits, as `FixedPoint` and `PlainText` write them.
    case number(String)
    case null

    /// The text with two spaces for each level, and a line end.
    var document: String { lines(indent: "") + "\n" }

    private func lines(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let body = members.map { "\(inner)\(Self.quoted($0)): \($1.lines(indent: inner))" }
            return "{\n" + body.joined(separator: ",\n") + "\n\(indent)}"
        case .array(let values):
            guard !values.isEmpty else { return "[]" }
            return "[\n" + values.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .text(let text): return Self.quoted(text)
        case .number(let digits): return digits
        case .null: return "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
            case "\n": quoted.append(contentsOf: ["\\", "n"])
            case "\t": quoted.append(contentsOf: ["\\", "t"])
            // Control characters, and the two line ends that scripts trip over.
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                quoted.append(contentsOf: escape.unicodeScalars)
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
