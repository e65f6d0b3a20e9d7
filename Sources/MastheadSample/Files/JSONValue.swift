import MastheadCore

/// A value of a JSON text, with members in the order they are given.
indirect enum JSONValue {
    case text(String)
    /// A number with a fixed count of decimals; trailing zeros are left out.
    case number(Double, decimals: Int)
    case integer(Int)
    case boolean(Bool)
    case null
    case list([JSONValue])
    case object([(String, JSONValue)])

    /// The value on one line.
    var written: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let value, let decimals): Self.trimmed(FixedPoint.text(value, decimals: decimals))
        case .integer(let value): String(value)
        case .boolean(let value): value ? "true" : "false"
        case .null: "null"
        case .list(let values): "[" + values.map(\.written).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.0)): \($0.1.written)" }.joined(separator: ", ") + "}"
        }
    }

    private static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        var text = Substring(number)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case let control where control.value < 0x20:
                let digits = String(control.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
