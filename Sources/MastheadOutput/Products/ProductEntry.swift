import MastheadCore

/// A kind of product: what it is, how it is called, and how it is written from its content.
public struct CatalogueEntry<Content: Sendable>: Sendable {
    /// The name in job files: `"level"`.
    public let id: String
    /// The file's name; `<band>` stands for each band of the job.
    public let fileName: String
    /// Format with what a reader must know of it: type, scale, nodata.
    public let format: String
    /// The unit of its numbers; empty where each column has its own.
    public let unit: String
    /// What it holds, one sentence.
    public let summary: String
    /// How to open it, one sentence.
    public let opening: String
    /// Whether a job that names its products gets this one all the same.
    var isAlwaysWritten = false
    /// Writes the product into a folder, and answers with the names of its files.
    let write: @Sendable (Content, String) throws(MastheadError) -> [String]

    /// The product as a row of its table in Output/README.md.
    package var readmeRow: String {
        let cells = [
            "`\(id)`", "`\(fileName)`", format, unit.isEmpty ? "by column" : unit, summary, opening,
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }
}

/// A kind of product of a coverage run.
public typealias ProductEntry = CatalogueEntry<RunContent>
