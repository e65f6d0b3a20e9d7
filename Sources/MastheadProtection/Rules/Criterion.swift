public import MastheadCore

/// A published limit of interference at one kind of protected station.
public struct Criterion: Sendable, Hashable {
    /// Its name in the pack: `"long-term"`.
    public let id: String
    /// What it protects, in words.
    public let title: String
    /// The services whose stations it protects, by their names in registers.
    public let services: Set<String>
    /// Frequencies of receivers that it applies to: a station is meant where its band overlaps; nil for all.
    public let band: ClosedRange<Frequency>?
    /// The way of harm.
    public let interference: InterferenceCase
    /// The limit with its statistics.
    public let threshold: Threshold
    /// The propagation model, by its name in the catalogue.
    public let model: String
    /// Base stations farther away are not considered.
    public let searchDistance: Length
    /// The off-axis pattern that the rule has assumed, by its name in the catalogue; nil for the station's own.
    public let assumedPattern: String?
    /// Whether mean power applies, so that activity and the downlink's share of time enter; false where peak power does.
    public let readsMeanPower: Bool
    /// The receiver's filter that the rule has assumed, by its name among the masks; nil for the station's own.
    public let assumedFilter: String?
    /// Article, clause or table.
    public let citation: Citation
    /// How well the limit is founded.
    public let basis: Basis
    /// The keys whose values the source does not give, or was not read for, so that the pack assumes them: `"time"`.
    public let assumedKeys: Set<String>

    /// A criterion with all its values.
    package init(
        id: String, title: String, services: Set<String>, band: ClosedRange<Frequency>?,
        interference: InterferenceCase, threshold: Threshold, model: String, searchDistance: Length,
        assumedPattern: String?, readsMeanPower: Bool, assumedFilter: String?, citation: Citation, basis: Basis,
        assumedKeys: Set<String> = []
    ) {
        self.id = id
        self.title = title
        self.services = services
        self.band = band
        self.interference = interference
        self.threshold = threshold
        self.model = model
        self.searchDistance = searchDistance
        self.assumedPattern = assumedPattern
        self.readsMeanPower = readsMeanPower
        self.assumedFilter = assumedFilter
        self.citation = citation
        self.basis = basis
        self.assumedKeys = assumedKeys
    }
}
