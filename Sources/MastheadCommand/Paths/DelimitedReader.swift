import Foundation
import MastheadCore

/// One row of a text table: its bytes as they stand in the file, without the end of the line.
struct DelimitedRecord: Sendable {
    /// The row as a spreadsheet counts it, the header being row 1.
    let number: Int
    let bytes: [UInt8]
}

/// Reads a table in a text file row by row, so that memory does not grow with the file.
///
/// Commas, semicolons or tabs separate, whichever stands most often in the header; a cell in double quotes may hold them,
/// and ends of lines.
struct DelimitedReader {
    let path: String
    /// The header's bytes, without a mark at their start.
    private(set) var header: [UInt8] = []
    private(set) var separator: UInt8 = UInt8(ascii: ",")
    /// The names of the columns.
    private(set) var names: [String] = []

    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var rows = 0

    private static let chunk = 1 << 18
    /// A longer row is an open quote rather than a link.
    private static let longestRow = 1 << 20

    /// Opens a table and reads its header.
    ///
    /// - Throws: `missing-file`, or `bad-table` for a file that is empty or not in UTF-8.
    init(path: String) throws(MastheadError) {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw MastheadError(
                .missingFile, "there is no file \(path) that can be read", at: .file(path),
                remedy: "Put the table there, or correct its path.")
        }
        self.path = path
        self.file = file
        var first = try next()?.bytes ?? []
        guard !first.starts(with: [0xFF, 0xFE]), !first.starts(with: [0xFE, 0xFF]) else {
            throw Self.notUnicode(at: .file(path))
        }
        if first.starts(with: [0xEF, 0xBB, 0xBF]) { first.removeFirst(3) }
        guard !first.isEmpty else {
            throw MastheadError(
                .badTable, "the table has no header", at: .file(path),
                remedy: "Write the names of the columns in the first row.")
        }
        header = first
        separator = DelimitedText.separator(of: first)
        names = DelimitedText.cells(of: first, separator: separator)
    }

    /// The next row with any text; nil at the end of the file.
    ///
    /// - Throws: `bad-table` for a quote that is never closed, a row without end, or text that is not UTF-8.
    mutating func next() throws(MastheadError) -> DelimitedRecord? {
        while let bytes = try record() {
            rows += 1
            guard !bytes.isEmpty else { continue }
            guard rows == 1 || String(validating: bytes, as: UTF8.self) != nil else {
                throw Self.notUnicode(at: .row(file: path, row: rows))
            }
            return DelimitedRecord(number: rows, bytes: bytes)
        }
        return nil
    }

    /// The bytes up to the end of a line that is not in quotes; nil at the end of the file.
    private mutating func record() throws(MastheadError) -> [UInt8]? {
        var bytes: [UInt8] = []
        var quotes = DelimitedText.Quotes()
        while true {
            if position == buffer.count {
                try refill()
                if buffer.isEmpty { break }
            }
            let byte = buffer[position]
            position += 1
            if byte == UInt8(ascii: "\n"), !quotes.isOpen { return Self.withoutReturn(bytes) }
            // Any separator may start a cell here; the header that names the one in use may not be read yet.
            quotes.take(byte, isSeparator: names.isEmpty ? DelimitedText.isCandidate(byte) : byte == separator)
            bytes.append(byte)
            guard bytes.count <= Self.longestRow else {
                throw MastheadError(
                    .badTable, "the row is longer than \(Self.longestRow) bytes", at: .row(file: path, row: rows + 1),
                    remedy: "Look for a double quote that is opened and never closed.")
            }
        }
        guard !quotes.isOpen else {
            throw MastheadError(
                .badTable, "a double quote is opened in the row and never closed",
                at: .row(file: path, row: rows + 1), remedy: "Close the quote, or remove it.")
        }
        return bytes.isEmpty ? nil : Self.withoutReturn(bytes)
    }

    private mutating func refill() throws(MastheadError) {
        do {
            buffer = [UInt8](try file.read(upToCount: Self.chunk) ?? Data())
            position = 0
        } catch {
            throw MastheadError(
                .badTable, "the table cannot be read", at: .file(path),
                remedy: "Check that it is a file, and that you may read it.", cause: error.localizedDescription)
        }
    }

    private static func withoutReturn(_ bytes: [UInt8]) -> [UInt8] {
        bytes.last == UInt8(ascii: "\r") ? Array(bytes.dropLast()) : bytes
    }

    private static func notUnicode(at location: ErrorLocation) -> MastheadError {
        MastheadError(
            .badTable, "the table is not in UTF-8", at: location,
            remedy: "Save it as \"CSV UTF-8\", or convert it, for example with: iconv -f GB18030 -t UTF-8 IN > OUT.")
    }
}

extension ErrorCode {
    /// A table of links cannot be read, or lacks a column.
    static let badTable = ErrorCode("bad-table", .badData)
}
