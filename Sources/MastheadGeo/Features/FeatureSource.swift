/// A vector layer of routes or places: which file, and which of its fields say what.
public struct FeatureSource: Sendable, Hashable {
    /// Where the kind of a feature comes from.
    public enum Kind: Sendable, Hashable {
        /// A field of the layer.
        case field(String)
        /// The same kind for every feature.
        case constant(String)
    }

    /// Any vector file that OGR reads.
    public var path: String
    /// The layer of a file with several; nil for the only one.
    public var layer: String?
    /// The field with the identifier; features that share it and their kind are one route or place.
    public var idField: String
    /// The field with the name; nil takes the identifier.
    public var nameField: String?
    /// Whether a layer without that field is refused; otherwise it has the identifiers for names.
    public var requiresName: Bool
    /// Where the kind comes from.
    public var kind: Kind
    /// The identifiers that are wanted; nil for all.
    public var select: [String]?
    /// Depth below the ground from which a feature with heights counts as underground, m.
    public var depthMetres: Double
    /// Distance between the key points inside a polygon, m; of no meaning for lines and points.
    public var keySpacingMetres: Double

    /// A layer by its file and fields.
    public init(
        path: String, layer: String? = nil, idField: String, nameField: String? = nil,
        requiresName: Bool = true, kind: Kind, select: [String]? = nil, depthMetres: Double = 10,
        keySpacingMetres: Double = 100
    ) {
        self.path = path
        self.layer = layer
        self.idField = idField
        self.nameField = nameField
        self.requiresName = requiresName
        self.kind = kind
        self.select = select
        self.depthMetres = depthMetres
        self.keySpacingMetres = keySpacingMetres
    }
}

/// What routes and places have in common.
public struct FeatureLabel: Sendable, Hashable, Codable {
    /// The identifier in the source.
    public var id: String
    /// The name that people read.
    public var name: String
    /// The kind as the source writes it: `"road"`, `"hospital"`.
    public var kind: String
    /// Index of the source in the job's list.
    public var source: Int

    /// A label by its parts.
    public init(id: String, name: String, kind: String, source: Int) {
        self.id = id
        self.name = name
        self.kind = kind
        self.source = source
    }
}

/// A feature that is not used, with the reason.
public struct RefusedFeature: Sendable, Hashable, Error {
    /// The file.
    public let file: String
    /// The feature's place in its layer, from 1.
    public let number: Int
    /// The identifier; empty where it has none.
    public let id: String
    /// Stable name of the reason.
    public let code: String
    /// What is wrong with it.
    public let problem: String
    /// What would mend it.
    public let remedy: String
}
