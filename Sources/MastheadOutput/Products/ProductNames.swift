public import MastheadCore

/// The products that a job may name, of runs and of plans together.
public enum ProductNames {
    /// A product in lists, whatever it is made from.
    public struct Row: Sendable {
        /// The name in job files.
        public let id: String
        /// The file's name.
        public let fileName: String
        /// Format with what a reader must know of it.
        public let format: String
        /// What it holds, one sentence.
        public let summary: String
        /// The commands that write it: `"run"`, or `"plan, run"` for what a plan writes.
        public let commands: String

        init<Content>(_ entry: CatalogueEntry<Content>, commands: String) {
            id = entry.id
            fileName = entry.fileName
            format = entry.format
            summary = entry.summary
            self.commands = commands
        }
    }

    /// All products: those of a run, then those of a plan, each in the order they are written.
    public static let rows: [Row] =
        ProductCatalogue.entries.map { Row($0, commands: "run") }
        + PlanProductCatalogue.entries.map { Row($0, commands: "plan, run") }

    /// The names of all products.
    public static let ids = rows.map(\.id)

    /// The names of those that only a job with a plan writes.
    public static let planIDs = PlanProductCatalogue.entries.map(\.id)

    /// The entries that are named, in their own order, with those that are always written; all for nil.
    ///
    /// - Throws: `unknown-name` for a name that no product has, of a run or of a plan.
    static func chosen<Content>(
        _ ids: [(id: String, location: ErrorLocation)]?, of entries: [CatalogueEntry<Content>]
    ) throws(MastheadError) -> [CatalogueEntry<Content>] {
        guard let ids else { return entries }
        for (id, location) in ids where !Self.ids.contains(id) {
            throw MastheadError(
                .unknownName, "there is no product \"\(id)\"", at: location,
                remedy: NearestName.suggestion(for: id, among: Self.ids).map { "Write \"\($0)\"." }
                    ?? "Use some of: \(Self.ids.joined(separator: ", ")).")
        }
        return entries.filter { entry in entry.isAlwaysWritten || ids.contains { $0.id == entry.id } }
    }
}
