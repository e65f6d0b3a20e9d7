/// A figure of the bench beside what is asked of it.
struct Measure {
    let what: String
    /// What is asked at least; empty for a figure that is only told.
    let asked: String
    let aim: String
    /// What was measured, or why it was not.
    let value: String

    /// The closing table.
    static func table(_ measures: [Measure]) -> String {
        let rows =
            [["what", "asked", "aim", "measured"]] + measures.map { [$0.what, $0.asked, $0.aim, $0.value] }
        let widths = (0..<3).map { column in 2 + (rows.map { $0[column].count }.max() ?? 0) }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined() + row[3]
        }.joined(separator: "\n")
    }
}
