import MastheadCore
import Yams

extension YAMLDocument {
    /// What the YAML reader says, with line, column and a remedy.
    static func translated(_ error: any Error, text: String, path: String) -> MastheadError {
        func syntax(_ problem: String, _ mark: TextPosition, _ remedy: String) -> MastheadError {
            MastheadError(
                .badJob, problem, at: .job(file: path, key: "", line: mark.line, column: mark.column), remedy: remedy)
        }
        let check =
            "Mend the YAML there: two spaces for each level, a space after each colon, "
            + "and quotes around text with : or # in it."
        switch error as? YamlError {
        case .scanner(let context, let problem, let place, _), .parser(let context, let problem, let place, _):
            let mark = TextPosition(place)
            let said = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
            if problem.contains("that cannot start any token"), isTab(text, mark) {
                return syntax("a tab stands where YAML wants spaces", mark, "Replace the tab by spaces.")
            }
            return syntax("the file is not YAML: \(said)", mark, check)
        case .composer(_, let problem, let place, _):
            let mark = TextPosition(place)
            if problem.contains("another document") {
                return syntax(
                    "the file holds more than one YAML document", mark,
                    "Remove the line \"---\" and what follows, or put it in a file of its own.")
            }
            return syntax("the file is not YAML: \(problem)", mark, "Write the value out, without an alias.")
        case .reader(let problem, let offset, let value, _):
            let place = position(ofByte: offset ?? 0, in: text)
            let character = value >= 0 ? " (character \(value))" : ""
            return syntax(
                "the file is not text: \(problem)\(character)", place, "Remove the character; save the file as UTF-8.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let name = Quoted.text(duplicates.first ?? "")
            let firstPlace = TextPosition(context.mark)
            let again = second(duplicates.first ?? "", after: firstPlace, in: text)
            let mark = again ?? firstPlace
            let first = again == nil ? "" : ", first on line \(firstPlace.line)"
            return syntax("the key \(name) is written twice\(first)", mark, "Remove one of the two.")
        default:
            return MastheadError(
                .badJob, "the file is not YAML", at: .job(file: path, key: "", line: 1, column: 1), remedy: check,
                cause: "\(error)")
        }
    }

    private static func isTab(_ text: String, _ mark: TextPosition) -> Bool {
        let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(
            max(0, mark.line - 1)
        ).first
        return line?.unicodeScalars.dropFirst(max(0, mark.column - 1)).first == "\t"
    }

    private static func position(ofByte offset: Int, in text: String) -> TextPosition {
        let before = text.utf8.prefix(max(0, offset))
        let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let column = 1 + before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        return TextPosition(line: line, column: column)
    }

    /// The next line that starts with the same key in the same column.
    private static func second(_ key: String, after first: TextPosition, in text: String) -> TextPosition? {
        guard first.line > 0, !key.isEmpty else { return nil }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            let start = line.prefix { $0 == " " || $0 == "-" }.count
            if start + 1 == first.column, line.dropFirst(start).hasPrefix(key + ":") {
                return TextPosition(line: index + 1, column: start + 1)
            }
        }
        return nil
    }
}
