public import MastheadCore

/// An antenna pattern as templates and jobs name it.
public struct AntennaEntry: Sendable {
    /// The name in files: `"tr38901-sector"`.
    public let id: String
    /// What it is, one sentence.
    public let summary: String
    /// Where it comes from.
    public let citation: Citation
    /// Makes the pattern; refuses parameters that no antenna has.
    public let make: @Sendable (AntennaParameters) throws(MastheadError) -> any AntennaPattern

    /// A pattern of the catalogue.
    init(
        id: String, summary: String, citation: Citation,
        make: @escaping @Sendable (AntennaParameters) throws(MastheadError) -> any AntennaPattern
    ) {
        self.id = id
        self.summary = summary
        self.citation = citation
        self.make = { (parameters) throws(MastheadError) in
            try parameters.check()
            return try make(parameters)
        }
    }

    /// An entry whose errors name a place.
    fileprivate init(_ entry: AntennaEntry, at location: ErrorLocation) {
        id = entry.id
        summary = entry.summary
        citation = entry.citation
        make = { (parameters) throws(MastheadError) in
            do throws(MastheadError) { return try entry.make(parameters) } catch { throw error.located(at: location) }
        }
    }
}

/// The antenna patterns by name; a new one is one file and one line here.
public enum AntennaCatalogue {
    /// All patterns, in the order they are listed.
    public static let entries: [AntennaEntry] = [
        SectorElementPattern.entry,
        SectorReferencePattern.entry,
        OmnidirectionalPattern.entry,
        IsotropicPattern.entry,
        StandardSectorPattern.entry,
    ]

    /// The pattern of that name; what it refuses to make is refused at `location`.
    ///
    /// - Throws: `unknown-name` with the names there are.
    public static func entry(_ id: String, at location: ErrorLocation = .none) throws(MastheadError) -> AntennaEntry {
        if let entry = entries.first(where: { $0.id == id }) { return AntennaEntry(entry, at: location) }
        let names = entries.map(\.id)
        throw MastheadError(
            .unknownName, "there is no antenna pattern \"\(id)\"", at: location,
            remedy: NearestName.suggestion(for: id, among: names).map { "Write \"\($0)\"." }
                ?? "Use one of: \(names.joined(separator: ", ")); or name a pattern file under antenna.file.")
    }
}
