public import MastheadCore

/// A propagation model as job files name it.
public struct ModelEntry: Sendable {
    /// The name in job files: `"p1812"`.
    public let id: String
    /// The title of the text.
    public let title: String
    /// The text with its edition.
    public let edition: String
    /// What the model is for, one sentence.
    public let purpose: String
    /// The ranges within which it holds, in words, one per line.
    public let validity: [String]
    /// Where it comes from.
    public let citation: Citation
    /// Whether the model can be told that a path is in sight or hidden, so that others may be composed with it.
    public let tellsSight: Bool
    /// Whether the model is put together from ``PropagationParameters/composition``.
    public let readsComposition: Bool
    /// Checks the parameters and prepares the model for many paths.
    public let prepare:
        @Sendable (PropagationParameters, ErrorLocation) throws(MastheadError) ->
            any TransmissionLossModel

    /// An entry with all its parts.
    public init(
        id: String, title: String, edition: String, purpose: String, validity: [String], citation: Citation,
        tellsSight: Bool = false, readsComposition: Bool = false,
        prepare:
            @escaping @Sendable (PropagationParameters, ErrorLocation) throws(MastheadError) ->
            any TransmissionLossModel
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.purpose = purpose
        self.validity = validity
        self.citation = citation
        self.tellsSight = tellsSight
        self.readsComposition = readsComposition
        self.prepare = prepare
    }
}

/// The propagation models that a job may name; a new one is one file and one line here.
public enum ModelCatalogue {
    /// All models, in the order they are listed.
    public static let entries: [ModelEntry] = [
        P1812.entry,
        P452.entry,
        P452.entry17,
        ITM.entry,
        FreeSpace.entry,
        ExtendedHata.entry,
        Hata.okumuraHataEntry,
        Hata.cost231Entry,
        RuralMacro.entry,
        UrbanMacro.entry,
        UrbanMicro.entry,
        P1411.entry,
        ComposedModel.entry,
    ]

    /// The model of that name.
    ///
    /// - Throws: `unknown-name` with the names there are.
    public static func entry(_ id: String, at location: ErrorLocation = .none) throws(MastheadError) -> ModelEntry {
        if let entry = entries.first(where: { $0.id == id }) { return entry }
        let names = entries.map(\.id)
        let nearest = NearestName.suggestion(for: id, among: names)
        throw MastheadError(
            .unknownName, "there is no propagation model \"\(id)\"", at: location,
            remedy: nearest.map { "Write \"\($0)\"." } ?? "Use one of: \(names.joined(separator: ", ")).")
    }
}
