public import MastheadCore

/// A published method that is a part of a loss, and not a whole path: gases, rain, clutter at a terminal.
public struct EffectEntry: Sendable {
    /// Its name in lists and ledgers: `"p676"`.
    public let id: String
    /// The title of the text.
    public let title: String
    /// The text with its edition.
    public let edition: String
    /// What it is for, one sentence.
    public let purpose: String
    /// The ranges within which it holds, in words, one per line.
    public let validity: [String]
    /// Where it comes from.
    public let citation: Citation

    /// An entry with all its parts.
    public init(
        id: String, title: String, edition: String, purpose: String, validity: [String], citation: Citation
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.purpose = purpose
        self.validity = validity
        self.citation = citation
    }
}

/// The published methods that are parts of a loss; a new one is one file and one line here.
public enum EffectCatalogue {
    /// All effects, in the order they are listed.
    public static let entries: [EffectEntry] = [
        GaseousAttenuation.entry,
        RainSpecificAttenuation.entry,
        RainAttenuation.entry,
        WoodlandAttenuation.entry,
        P2108.entry,
        BuildingEntry.entry,
        P526.entry,
        P1057.entry,
    ]
}
