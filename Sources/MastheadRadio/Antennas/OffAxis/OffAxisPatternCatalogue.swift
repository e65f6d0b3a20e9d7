public import MastheadCore

/// An off-axis pattern as files name it.
public struct OffAxisEntry: Sendable {
    /// The name in files: `"s465"`.
    public let id: String
    /// What it is, one sentence.
    public let summary: String
    /// Where it comes from.
    public let citation: Citation
    /// The ranges that its text sets, one line each; empty where it sets none.
    public let validity: [String]
    /// The gain on the axis that the pattern has whatever the antenna; nil where it is the antenna's own.
    public let fixedGain: Decibels?
    /// Makes the pattern; refuses parameters outside the validity.
    public let make: @Sendable (OffAxisParameters) throws(MastheadError) -> any OffAxisPattern

    /// A pattern of the catalogue.
    init(
        id: String, summary: String, citation: Citation, validity: [String] = [], fixedGain: Decibels? = nil,
        make: @escaping @Sendable (OffAxisParameters) throws(MastheadError) -> any OffAxisPattern
    ) {
        self.id = id
        self.summary = summary
        self.citation = citation
        self.validity = validity
        self.fixedGain = fixedGain
        self.make = { (parameters) throws(MastheadError) in
            try parameters.check()
            return try make(parameters)
        }
    }
}

/// The off-axis patterns by name; a new one is one file and one line here.
public enum OffAxisPatternCatalogue {
    /// All patterns, in the order they are listed.
    public static let entries: [OffAxisEntry] = [
        S465Pattern.entry,
        S580Pattern.entry,
        AP7Pattern.entry,
        AP8Pattern.entry,
        F699Pattern.entry,
        FCC25209Pattern.entry,
        RA1631Pattern.entry,
        RadioAstronomySidelobePattern.entry,
        BT419Pattern.entry,
        UniformPattern.entry,
    ]

    /// The pattern of that name.
    ///
    /// - Throws: `unknown-name` with the names there are.
    public static func entry(_ id: String, at location: ErrorLocation = .none) throws(MastheadError) -> OffAxisEntry {
        if let entry = entries.first(where: { $0.id == id }) { return entry }
        let names = entries.map(\.id)
        throw MastheadError(
            .unknownName, "there is no off-axis pattern \"\(id)\"", at: location,
            remedy: NearestName.suggestion(for: id, among: names).map { "Write \"\($0)\"." }
                ?? "Use one of: \(names.joined(separator: ", ")).")
    }
}
