import MastheadCore

/// The cells of a row of a text table.
enum DelimitedText {
    /// Where a row stands in regard to quotes, byte by byte; only a quote at the start of a cell opens.
    struct Quotes {
        private enum State { case start, plain, open, closing }
        private var state = State.start

        /// Whether a separator or an end of line now belongs to a cell.
        var isOpen: Bool { state == .open }

        mutating func take(_ byte: UInt8, isSeparator: Bool) {
            let isQuote = byte == UInt8(ascii: "\"")
            state =
                switch state {
                case .open: isQuote ? .closing : .open
                case .closing: isQuote ? .open : isSeparator ? .start : .plain
                case .start where isQuote: .open
                case .start, .plain: isSeparator ? .start : .plain
                }
        }
    }

    /// What may separate cells.
    static func isCandidate(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
    }

    /// The separator that stands most often in a header, outside quotes.
    static func separator(of header: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts: [UInt8: Int] = [:]
        var quotes = Quotes()
        for byte in header {
            if !quotes.isOpen { counts[byte, default: 0] += 1 }
            quotes.take(byte, isSeparator: isCandidate(byte))
        }
        var best = candidates[0]
        for candidate in candidates where (counts[candidate] ?? 0) > (counts[best] ?? 0) { best = candidate }
        return best
    }

    /// The cells of a row, without blanks at their ends.
    static func cells(of bytes: [UInt8], separator: UInt8) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var quotes = Quotes()
        for byte in bytes {
            if byte == separator, !quotes.isOpen {
                cells.append(value(of: cell))
                cell = []
            } else {
                cell.append(byte)
            }
            quotes.take(byte, isSeparator: byte == separator)
        }
        cells.append(value(of: cell))
        return cells
    }

    /// The text of a cell: what stands between quotes, where two stand for one, or all of it.
    private static func value(of cell: [UInt8]) -> String {
        guard cell.first == UInt8(ascii: "\"") else { return trimmed(cell) }
        var text: [UInt8] = []
        var index = 1
        while index < cell.count {
            if cell[index] == UInt8(ascii: "\"") {
                // What stands behind the closing quote belongs to no cell.
                guard index + 1 < cell.count, cell[index + 1] == UInt8(ascii: "\"") else { break }
                index += 1
            }
            text.append(cell[index])
            index += 1
        }
        return trimmed(text)
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A value as a cell, in quotes where it must be.
    static func cell(_ text: String, separator: UInt8) -> String {
        let special = text.utf8.contains { byte in
            byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        return special ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
