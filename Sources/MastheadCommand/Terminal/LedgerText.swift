import MastheadCore

/// A ledger as people read it: each term with its value and source, and the total below.
enum LedgerText {
    static func text(_ ledger: Ledger) -> String {
        var rows: [[String]] = []
        for term in ledger.terms {
            let indent = term.role == .detail ? "    " : "  "
            rows.append([
                indent + term.name, term.symbol, (term.role == .summand ? "" : " ") + number(term.value), term.unit,
                term.source.map(\.description) ?? "",
            ])
        }
        rows.append(["  total", "", number(ledger.total), ledger.unit, ""])
        let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 2 ? padding + cell : cell + padding
            }
            return String(cells.joined(separator: "  ").trimmingEnd())
        }
        return ledger.title + "\n" + lines.joined(separator: "\n") + "\n"
    }

    /// Two decimals, or more for what would vanish in them.
    private static func number(_ value: Double) -> String {
        let size = abs(value)
        return FixedPoint.text(value, decimals: size >= 0.1 || size == 0 ? 2 : size >= 1e-3 ? 4 : 8)
    }
}
