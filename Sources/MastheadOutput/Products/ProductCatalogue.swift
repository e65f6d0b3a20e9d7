public import MastheadCore

/// A kind of product: what it is, how it is called, and how it is written.
public struct ProductEntry: Sendable {
    /// The name in job files: `"level"`.
    public let id: String
    /// The file's name; `<band>` stands for each band of the job.
    public let fileName: String
    /// Format and how to open it, one sentence.
    public let format: String
    /// What it holds, one sentence.
    public let summary: String
    /// Writes the product into a folder, and answers with the names of its files.
    let write: @Sendable (RunContent, String) throws(MastheadError) -> [String]
}

/// The products that a run can write; a new one is one file and one line here.
public enum ProductCatalogue {
    /// All products, in the order they are written.
    public static let entries: [ProductEntry] = [
        CoverageRasters.level,
        CoverageRasters.bestServer,
        CoverageRasters.covered,
        NetworkPackage.entry,
        TableProducts.regionsCSV,
        TableProducts.regionsJSON,
        TableProducts.sectorsCSV,
        TableProducts.quarantineCSV,
        CoverageMap.entry,
        DensityMap.entry,
    ]

    /// The products of those names, in the catalogue's order; all of them for nil.
    ///
    /// - Throws: `unknown-name` with the names there are.
    public static func entries(_ ids: [(id: String, location: ErrorLocation)]?) throws(MastheadError) -> [ProductEntry]
    {
        guard let ids else { return entries }
        for (id, location) in ids where !entries.contains(where: { $0.id == id }) {
            let names = entries.map(\.id)
            throw MastheadError(
                .unknownName, "there is no product \"\(id)\"", at: location,
                remedy: NearestName.suggestion(for: id, among: names).map { "Write \"\($0)\"." }
                    ?? "Use some of: \(names.joined(separator: ", ")).")
        }
        return entries.filter { entry in ids.contains { $0.id == entry.id } }
    }
}
