import Foundation
import MastheadCore

/// A table in a text file: CSV with commas, semicolons or tabs, quoted or not, as spreadsheets write it.
///
/// Rows are counted as a spreadsheet shows them: the header is row 1, a row of empty cells counts, and a line break
/// inside quotes does not start a new row.
struct DelimitedText {
    /// A row of cells.
    struct Row {
        /// The row's number in a spreadsheet.
        let number: Int
        /// One text per column; cells that the row lacks at its end are empty.
        let cells: [String]
    }

    /// The names of the columns.
    let header: [String]
    /// The rows below the header; rows without any text are left out.
    let rows: [Row]

    /// Reads a file.
    ///
    /// - Throws: `missing-file`, or `bad-register` for a file that is empty, not UTF-8, or not a table.
    init(path: String) throws(MastheadError) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw MastheadError(
                .missingFile, "there is no file \(path)", at: .file(path),
                remedy: "Put the register there, or correct its path in the job.")
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw MastheadError(
                .unreadableLayer, "the register cannot be read", at: .file(path),
                remedy: "Check that it is a file, and that you may read it.", cause: "\(error.localizedDescription)")
        }
        let text = try Self.decoded(Array(data), path: path)
        var scanner = Scanner(bytes: text, separator: Self.separator(of: text))
        guard let header = try scanner.next(path: path), header.contains(where: { !$0.isEmpty }) else {
            throw MastheadError(
                .badRegister, "the register is empty", at: .file(path),
                remedy: "Write the names of the columns in the first row, and one station in each further row.")
        }
        self.header = try Self.names(header, path: path)
        var rows: [Row] = []
        var number = 1
        while let cells = try scanner.next(path: path) {
            number += 1
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            guard cells.count <= header.count || cells[header.count...].allSatisfy(\.isEmpty) else {
                throw MastheadError(
                    .badRegister, "the row has \(cells.count) cells, and the header has \(header.count)",
                    at: .row(file: path, row: number),
                    remedy: "Put texts that hold a comma or semicolon in double quotes, or name every column.")
            }
            let missing = max(0, header.count - cells.count)
            rows.append(
                Row(number: number, cells: cells.prefix(header.count) + Array(repeating: "", count: missing)))
        }
        self.rows = rows
    }

    /// The bytes as UTF-8 without a mark at the start.
    private static func decoded(_ bytes: [UInt8], path: String) throws(MastheadError) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw notUnicode("UTF-16", at: .file(path))
        }
        let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard String(validating: plain, as: UTF8.self) != nil else {
            let line = 1 + plain.prefix(firstInvalid(plain)).count { $0 == UInt8(ascii: "\n") }
            throw notUnicode("another encoding, such as GB 18030 or Windows-1252", at: .line(file: path, line: line))
        }
        return plain
    }

    private static func notUnicode(_ encoding: String, at location: ErrorLocation) -> MastheadError {
        MastheadError(
            .badRegister, "the register is in \(encoding), not in UTF-8", at: location,
            remedy: "Save it as \"CSV UTF-8\", or convert it, for example with: iconv -f GB18030 -t UTF-8 IN > OUT.")
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int {
        // The longest start that decodes; halving works, as a valid start of a valid start may only lack its last letter.
        var low = 0
        var high = bytes.count
        while high - low > 4 {
            let middle = (low + high) / 2
            let decodes = (0..<4).contains { cut in
                String(validating: bytes[..<max(low, middle - cut)], as: UTF8.self) != nil
            }
            if decodes { low = middle } else { high = middle }
        }
        return low
    }

    /// The separator that stands most often in the header, outside quotes.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? UInt8(ascii: ",")
    }

    private static func names(_ header: [String], path: String) throws(MastheadError) -> [String] {
        let names = header.map(\.trimmed)
        var seen: Set<String> = []
        for name in names where !name.isEmpty {
            guard seen.insert(name).inserted else {
                throw MastheadError(
                    .badRegister, "two columns are called \"\(name)\"", at: .row(file: path, row: 1, column: name),
                    remedy: "Give each column a name of its own.")
            }
        }
        return names
    }

    /// Splits bytes into rows of cells.
    private struct Scanner {
        let bytes: [UInt8]
        let separator: UInt8
        var position = 0
        var row = 0

        init(bytes: [UInt8], separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
        }

        /// The next row; nil at the end.
        mutating func next(path: String) throws(MastheadError) -> [String]? {
            guard position < bytes.count else { return nil }
            row += 1
            var cells: [String] = []
            while true {
                cells.append(try cell(path: path))
                guard position < bytes.count, bytes[position] == separator else { break }
                position += 1
            }
            if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
            if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
            return cells
        }

        private mutating func cell(path: String) throws(MastheadError) -> String {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                let start = position
                while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
                return String(decoding: bytes[start..<position], as: UTF8.self).trimmed
            }
            position += 1
            var text: [UInt8] = []
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte != UInt8(ascii: "\"") {
                    text.append(byte)
                } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                    text.append(byte)
                    position += 1
                } else {
                    // What stands between the closing quote and the separator belongs to no cell.
                    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
                    return String(decoding: text, as: UTF8.self).trimmed
                }
            }
            throw MastheadError(
                .badRegister, "a double quote is opened in the row and never closed",
                at: .row(file: path, row: row), remedy: "Close the quote, or remove it.")
        }

        private func isEnd(_ byte: UInt8) -> Bool {
            byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
