import MastheadCore

/// A ledger as people read it: each term with its value and source, and the total below.
enum LedgerText {
    static func text(_ ledger: Ledger) -> String {
        let common = commonDocument(ledger)
        var rows: [[String]] = []
        for term in ledger.terms {
            let isDetail = term.role == .detail
            rows.append([
                (isDetail ? "    " : "  ") + term.name, term.symbol, (isDetail ? " " : "") + number(term.value),
                term.unit, term.source.map { $0.document == common ? $0.clause : $0.description } ?? "",
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
        let title = ledger.title + (common.map { " (clauses of \($0))" } ?? "")
        return title + "\n" + lines.joined(separator: "\n") + "\n"
    }

    /// The document that more than one term cites, and most of those that cite any; it is named once, in the title.
    private static func commonDocument(_ ledger: Ledger) -> String? {
        let cited = ledger.terms.compactMap { $0.source }.filter { !$0.clause.isEmpty }.map(\.document)
        let counts = Dictionary(grouping: cited) { $0 }.mapValues(\.count)
        // A short ledger names its sources in full: there is little to be saved, and less to be misread.
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 6,
            most.value * 2 > cited.count
        else { return nil }
        return most.key
    }

    /// Two decimals, or more for what would vanish in them.
    private static func number(_ value: Double) -> String {
        let size = abs(value)
        // A millionth of a decibel says that a term is there; less is rounding.
        return FixedPoint.text(value, decimals: size >= 0.1 || size < 5e-7 ? 2 : size >= 1e-3 ? 4 : 6)
    }
}
