public import MastheadCore

/// The register rows that were set aside, each with its reason and remedy.
public enum QuarantineTable {
    /// The table as CSV; only the header where every row was used.
    public static func csv(_ rows: [QuarantinedRow]) -> String {
        var table = CSVText(header: ["file", "row", "id", "code", "problem", "remedy"])
        for row in rows { table.add([row.file, "\(row.row)", row.id, row.code, row.problem, row.remedy]) }
        return table.text
    }
}
