public import MastheadCore

/// One value of a criterion as text: what digests are taken of, and what differences name.
public struct CriterionValue: Sendable, Hashable, Codable {
    /// The key in the pack: `"reference-bandwidth"`.
    public let key: String
    /// The value with its unit, in one spelling whatever the file's: `"10000000.0 Hz"`.
    public let text: String

    /// A value under its key.
    public init(_ key: String, _ text: String) {
        self.key = key
        self.text = text
    }

    /// A line for each value: what digests are taken of. Breaks inside a value become spaces, so that no two lists give
    /// one text.
    static func lines(_ values: [CriterionValue]) -> String {
        values.map { "\($0.key): \($0.text.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }.joined()
    }
}

extension Criterion {
    /// All values in a fixed order, each in the base unit of its quantity with the fewest digits that read back to it.
    ///
    /// The texts depend on the values alone, not on how the file spells them: `-207 dBW` and `-177 dBm` are one limit,
    /// and the order of services does not count.
    public var values: [CriterionValue] {
        CriterionText(
            id: id, title: title, services: services, band: band, interference: interference,
            quantity: threshold.quantity, limit: CriterionText.limit(threshold.limit, of: threshold.quantity),
            referenceBandwidth: CriterionText.bandwidth(threshold.referenceBandwidth),
            time: CriterionText.time(percent: threshold.timePercent), entries: threshold.entries, model: model,
            searchDistance: CriterionText.distance(searchDistance), assumedPattern: assumedPattern,
            readsMeanPower: readsMeanPower, assumedFilter: assumedFilter, citation: citation, basis: basis,
            assumedKeys: assumedKeys
        ).values
    }

    /// The criterion as text, a line for each value: digests are taken of it.
    public var canonicalText: String { CriterionValue.lines(values) }
}

/// The values of a criterion, those that may be left to be set as texts: the one place where they are put in order.
package struct CriterionText {
    private static let none = "none"

    /// The values under their keys, in order.
    package let values: [CriterionValue]

    /// Puts the values of a criterion, open or not, in order.
    package init(
        id: String, title: String, services: Set<String>, band: ClosedRange<Frequency>?,
        interference: InterferenceCase, quantity: ProtectedQuantity, limit: String, referenceBandwidth: String,
        time: String, entries: Threshold.Entries, model: String, searchDistance: String, assumedPattern: String?,
        readsMeanPower: Bool, assumedFilter: String?, citation: Citation, basis: Basis, assumedKeys: Set<String>
    ) {
        values = [
            CriterionValue("id", id),
            CriterionValue("title", title),
            CriterionValue("services", services.sorted().joined(separator: ", ")),
            CriterionValue("band", band.map { "\($0.lowerBound.hertz) Hz to \($0.upperBound.hertz) Hz" } ?? "all"),
            CriterionValue("case", interference.rawValue),
            CriterionValue("quantity", quantity.rawValue),
            CriterionValue("limit", limit),
            CriterionValue("reference-bandwidth", referenceBandwidth),
            CriterionValue("time", time),
            CriterionValue("entries", entries.rawValue),
            CriterionValue("model", model),
            CriterionValue("search-distance", searchDistance),
            CriterionValue("assumed-pattern", assumedPattern ?? Self.none),
            CriterionValue("power", readsMeanPower ? "mean" : "peak"),
            CriterionValue("assumed-filter", assumedFilter ?? Self.none),
            CriterionValue("citation.document", citation.document),
            CriterionValue("citation.clause", citation.clause),
            CriterionValue("basis", basis.rawValue),
            CriterionValue("assumed", assumedKeys.isEmpty ? Self.none : assumedKeys.sorted().joined(separator: ", ")),
        ]
    }

    /// A limit in the unit of its quantity.
    package static func limit(_ limit: Double, of quantity: ProtectedQuantity) -> String { "\(limit) \(quantity.unit)" }
    /// A reference bandwidth in hertz.
    package static func bandwidth(_ bandwidth: Frequency?) -> String { bandwidth.map { "\($0.hertz) Hz" } ?? none }
    /// A percentage of time.
    package static func time(percent: Double) -> String { "\(percent) %" }
    /// A search distance in metres.
    package static func distance(_ distance: Length) -> String { "\(distance.metres) m" }
}
