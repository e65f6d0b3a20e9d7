import Foundation
public import MastheadCore

/// A file of vectors: one header row, one case per row.
struct VectorTable {
    let path: String
    /// The path below the folder: `p1812/p1812_official.csv`.
    let name: String
    let columns: [String]
    let rows: [VectorRow]

    /// Reads UTF-8 text with commas, LF or CRLF ends and optional quotation marks.
    ///
    /// - Throws: `missing-file`, or `bad-vectors` with file and line.
    init(path: String, name: String) throws(MastheadError) {
        self.path = path
        self.name = name
        let lines = try Self.lines(path)
        guard let header = lines.first else {
            throw MastheadError(
                .badVectors, "the file is empty", at: .file(path), remedy: "Write a header row and one row per case.")
        }
        let columns = Self.fields(header.text)
        self.columns = columns
        var positions: [String: Int] = [:]
        for (position, column) in columns.enumerated() {
            guard positions.updateValue(position, forKey: column) == nil else {
                throw MastheadError(
                    .badVectors, "the column \"\(column)\" occurs twice", at: .line(file: path, line: header.number),
                    remedy: "Give each column a name of its own.")
            }
        }
        var rows: [VectorRow] = []
        for line in lines.dropFirst() {
            let fields = Self.fields(line.text)
            guard fields.count == columns.count else {
                throw MastheadError(
                    .badVectors, "the row has \(fields.count) fields, the header \(columns.count)",
                    at: .row(file: path, row: line.number), remedy: "Write one field for each column of the header.")
            }
            rows.append(VectorRow(file: path, number: line.number, fields: fields, positions: positions))
        }
        self.rows = rows
    }

    private static func lines(_ path: String) throws(MastheadError) -> [(number: Int, text: Substring)] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MastheadError(
                .missingFile, "\(path) cannot be read", at: .file(path),
                remedy: "Give a folder of vectors whose files can be read.")
        }
        let text = String(decoding: data, as: UTF8.self)
        var lines: [(Int, Substring)] = []
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if !line.isEmpty { lines.append((number, line)) }
        }
        return lines
    }

    private static func fields(_ line: Substring) -> [String] {
        guard line.utf8.contains(UInt8(ascii: "\"")) else {
            return line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
                String(Substring($0))
            }
        }
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
        return fields + [field]
    }
}

/// One case of a file of vectors.
public struct VectorRow: Sendable {
    let file: String
    /// The row as a text editor counts it.
    let number: Int
    let fields: [String]
    let positions: [String: Int]

    /// The text of a column; nil where the field is empty or the file has no such column.
    public func text(_ column: String) -> String? {
        guard let position = positions[column], !fields[position].isEmpty else { return nil }
        return fields[position]
    }

    /// The number of a column that the case needs.
    ///
    /// - Throws: `bad-vectors` with file, row and column, where it is empty or not a number.
    public func number(_ column: String) throws(MastheadError) -> Double {
        guard let value = try optionalNumber(column) else {
            throw refusal("the field is empty, and the case needs it", column)
        }
        return value
    }

    /// The number of a column; nil where the field is empty or the file has no such column.
    ///
    /// - Throws: `bad-vectors` with file, row and column, where it is not a number.
    public func optionalNumber(_ column: String) throws(MastheadError) -> Double? {
        guard let text = text(column) else { return nil }
        guard let value = Double(text), value.isFinite else {
            throw refusal("\"\(text)\" is not a finite number", column)
        }
        return value
    }

    /// An error at a column of this row.
    public func refusal(_ problem: String, _ column: String) -> MastheadError {
        MastheadError(
            .badVectors, problem, at: .row(file: file, row: number, column: column),
            remedy: "Correct the field, or remove the row.")
    }

    /// The name of the case.
    public var caseID: String { text("case_id") ?? "row \(number)" }
}

extension ErrorCode {
    /// A file of reference vectors cannot be read, or names a profile that is not there.
    public static let badVectors = ErrorCode("bad-vectors", .badData)
}
