public import MastheadCore

/// A layer of routes or of places whose reach is asked for.
public struct FeatureSpec: Sendable {
    /// What holds for one kind of route or place.
    public struct Kind: Sendable {
        /// The service that counts.
        public let service: Entry<String>?
        /// The bands that count; nil for all.
        public let bands: Entry<[Entry<String>]>?
        /// The least SS-RSRP outdoors.
        public let threshold: Entry<PowerLevel>?
    }

    /// Any vector file that OGR reads.
    public let path: Entry<JobPath>
    /// The layer of a file with several.
    public let layer: Entry<String>?
    /// The field with the identifier.
    public let idField: Entry<String>
    /// The field with the name.
    public let nameField: Entry<String>
    /// Where the kind comes from.
    public let kind: Entry<RegisterSpec.Source>
    /// The identifiers that are wanted; nil for all.
    public let select: Entry<[Entry<String>]>?
    /// The service that counts for kinds without one of their own.
    public let service: Entry<String>
    /// What holds for single kinds, by name.
    public let kinds: [NamedEntry<Kind>]
    /// Share of a route's length in the open that must be served; nil for places.
    public let coveredAt: Entry<Share>?
    /// Depth below the ground from which features with heights count as underground.
    public let depth: Entry<Length>
    /// Distance between the key points inside a polygon; nil for routes.
    public let keySpacing: Entry<Length>?
    /// Source and licence.
    public let credit: Entry<String>?
    /// Where the layer is named in the job.
    public let location: ErrorLocation

    /// The service that counts for kinds which the job does not name: what trains run on is used in trains, and people
    /// in a hospital are indoors. Other kinds have the service of the layer.
    public static let usualServices = [
        "rail": "train", "railway": "train", "high-speed-rail": "train", "light_rail": "train", "subway": "train",
        "hospital": "indoor",
    ]
}
