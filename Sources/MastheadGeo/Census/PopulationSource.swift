/// Where people live: a raster of counts or of densities.
public struct PopulationSource: Sendable, Hashable {
    /// What a pixel's number says.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Persons in the pixel.
        case count
        /// Persons per square kilometre of ground, true on the ellipsoid.
        case density
    }

    /// The raster.
    public let layer: RasterLayer
    /// What its numbers say.
    public let kind: Kind

    /// A source by its raster and the meaning of its numbers.
    public init(layer: RasterLayer, kind: Kind) {
        self.layer = layer
        self.kind = kind
    }
}
