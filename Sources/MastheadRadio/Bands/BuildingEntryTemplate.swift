public import MastheadCore

/// The building that a band's receivers indoors stand in, as data: every value cited.
public struct BuildingEntryTemplate: Sendable, Hashable {
    /// The class of building of Recommendation ITU-R P.2109: `"traditional"` or `"thermally-efficient"`.
    public var buildingClass: Cited<String>
    /// Share of buildings, and of places in them, whose entry loss is not exceeded.
    public var probability: Cited<Share>

    /// A building by its values.
    public init(buildingClass: Cited<String>, probability: Cited<Share>) {
        self.buildingClass = buildingClass
        self.probability = probability
    }
}
