import Foundation
public import MastheadCore

/// The rows of a mask file: CSV with a header, comments that begin with #, and quotation marks around fields that hold
/// commas.
struct MaskTable {
    /// One row with the line it stands in.
    struct Row {
        let path: String
        let line: Int
        let fields: [String: String]

        /// The number of a column.
        func number(_ column: String, in range: ClosedRange<Double>) throws(MastheadError) -> Double {
            let text = fields[column] ?? ""
            guard let value = Double(text), value.isFinite else {
                throw refusal("\(column) is \"\(text)\", not a finite number", "Write a number with a decimal point.")
            }
            guard range.contains(value) else {
                throw refusal(
                    "\(column) is \(PlainNumber.text(value)), outside \(PlainNumber.text(range.lowerBound)) to "
                        + "\(PlainNumber.text(range.upperBound))", "Write the value in the unit of the column's name.")
            }
            return value
        }

        /// Citation and basis.
        func source() throws(MastheadError) -> (Citation, Basis) {
            let name = fields["basis"] ?? ""
            guard let basis = Basis(rawValue: name) else {
                throw refusal(
                    "there is no basis \"\(name)\"",
                    "Write one of: \(Basis.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            guard let citation = fields["citation"], !citation.isEmpty else {
                throw refusal("the row has no citation", "Write where its values come from.")
            }
            return (Citation(citation), basis)
        }

        func refusal(_ problem: String, _ remedy: String) -> MastheadError {
            MastheadError(.badMask, problem, at: .line(file: path, line: line), remedy: remedy)
        }
    }

    let rows: [Row]

    /// Larger files are no masks.
    static let sizeLimit = 1 << 18

    /// The rows of a text with exactly these columns, in any order.
    init(_ text: String, path: String, columns: [String]) throws(MastheadError) {
        var header: [String] = []
        var rows: [Row] = []
        let withoutMark = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        let lines = withoutMark.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for (index, line) in lines.enumerated() where !line.isEmpty && line.first != "#" {
            let fields = Self.fields(line)
            if header.isEmpty {
                header = fields
                guard header.sorted() == columns.sorted() else {
                    throw MastheadError(
                        .badMask, "the columns are \"\(header.joined(separator: ","))\"",
                        at: .line(file: path, line: index + 1),
                        remedy: "Write the columns \(columns.joined(separator: ",")).")
                }
                continue
            }
            guard fields.count == header.count else {
                throw MastheadError(
                    .badMask, "the row has \(fields.count) fields, the header \(header.count)",
                    at: .line(file: path, line: index + 1),
                    remedy: "Write one field for each column, and quotation marks around text with commas.")
            }
            rows.append(
                Row(path: path, line: index + 1, fields: Dictionary(uniqueKeysWithValues: zip(header, fields))))
        }
        guard !rows.isEmpty else {
            throw MastheadError(
                .badMask, "the file has no rows", at: .file(path),
                remedy: "Write the columns \(columns.joined(separator: ",")) and rows below them.")
        }
        self.rows = rows
    }

    /// The text of a file.
    static func text(_ path: String) throws(MastheadError) -> String {
        guard let data = MSIPatternReader.contents(path, limit: sizeLimit) else {
            throw MastheadError(
                .missingFile, "the mask file cannot be read", at: .file(path),
                remedy: "Correct the path, or make the file readable.")
        }
        guard data.count <= sizeLimit, let text = String(data: data, encoding: .utf8) else {
            throw MastheadError(
                .badMask, "the file is not text in UTF-8 of at most \(sizeLimit) bytes", at: .file(path),
                remedy: "Name a CSV file of a mask.")
        }
        return text
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for character in line {
            switch (character, isQuoted) {
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return (fields + [field]).map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

extension ErrorCode {
    /// A mask file cannot be read.
    public static let badMask = ErrorCode("bad-mask", .badData)
}
