/// A plain table: columns aligned, numbers to the right.
struct TextTable {
    /// The rows, the header first.
    let rows: [[String]]

    /// The table as text, each row on a line.
    var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        // A word among numbers, such as "no people", does not make them text.
        let isNumeric = (0..<count).map { column in
            let cells = rows.dropFirst().filter { $0.count > column && !$0[column].isEmpty }
            return cells.count(where: { Self.looksNumeric($0[column]) }) * 2 > cells.count
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                line += (column > 0 ? "  " : "") + (isNumeric[column] ? padding + cell : cell + padding)
            }
            return String(line.trimmingEnd()) + "\n"
        }.joined()
    }

    /// A number, with a unit or without.
    private static func looksNumeric(_ cell: String) -> Bool {
        let words = cell.split(separator: " ")
        guard let number = words.first else { return true }
        return words.count <= 2 && Double(number.replacing(",", with: "").replacing("−", with: "-")) != nil
    }
}

extension String {
    /// The text without blanks at its end.
    func trimmingEnd() -> Substring {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return self[..<end]
    }
}
