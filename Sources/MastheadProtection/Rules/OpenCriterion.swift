public import MastheadCore

/// A criterion of which a number is still to be set: it has a name and a place in the law, but no ``Threshold``, so that
/// nothing can be judged by it.
///
/// Packs have it where an instrument sets a limit whose number was not published or not read. Its user fills the numbers
/// in a copy of the pack, and the reader then makes a ``Criterion`` of it.
public struct OpenCriterion: Sendable, Hashable {
    /// Its name in the pack.
    public let id: String
    /// What it protects, in words.
    public let title: String
    /// The services whose stations it protects, by their names in registers.
    public let services: Set<String>
    /// The way of harm.
    public let interference: InterferenceCase
    /// What will be limited.
    public let quantity: ProtectedQuantity
    /// The keys whose values are to be set, in the order of the file: `["limit", "search-distance"]`.
    public let openKeys: [String]
    /// Every key with its value as in ``Criterion/values``; `to be set` where there is none.
    public let values: [CriterionValue]
    /// Article, clause or table.
    public let citation: Citation

    /// An open criterion.
    package init(
        id: String, title: String, services: Set<String>, interference: InterferenceCase, quantity: ProtectedQuantity,
        openKeys: [String], values: [CriterionValue], citation: Citation
    ) {
        self.id = id
        self.title = title
        self.services = services
        self.interference = interference
        self.quantity = quantity
        self.openKeys = openKeys
        self.values = values
        self.citation = citation
    }

    /// The criterion as text, a line for each value.
    public var canonicalText: String { CriterionValue.lines(values) }

    /// What stands in a pack for a number that is to be set.
    public static let marker = "to be set"
}
