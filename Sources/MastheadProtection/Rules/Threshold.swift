public import MastheadCore

/// A limit with the statistics that it was written for: value, reference bandwidth, percentage of time, and how entries
/// are brought together. They are one value, made only by the reader of a rule pack, so that a threshold cannot meet
/// another threshold's percentage or bandwidth.
public struct Threshold: Sendable, Hashable {
    /// How the entries of several base stations are judged.
    public enum Entries: String, Sendable, Hashable, Codable, CaseIterable {
        /// Each alone.
        case single
        /// Together, as the sum of powers, each with the loss not exceeded for the same percentage of time.
        case aggregate
        /// The strongest, with the loss for a small percentage of time; percentages are never added.
        case worst
    }

    /// What is limited.
    public let quantity: ProtectedQuantity
    /// The limit, in the quantity's unit.
    public let limit: Double
    /// The bandwidth that the limit holds for; nil for all power at the receiver's input.
    public let referenceBandwidth: Frequency?
    /// The percentage of time for which the limit may be exceeded, and for which losses are taken, %.
    public let timePercent: Double
    /// How entries are judged.
    public let entries: Entries

    /// A limit with all that belongs to it.
    package init(
        quantity: ProtectedQuantity, limit: Double, referenceBandwidth: Frequency?, timePercent: Double,
        entries: Entries
    ) {
        self.quantity = quantity
        self.limit = limit
        self.referenceBandwidth = referenceBandwidth
        self.timePercent = timePercent
        self.entries = entries
    }
}
