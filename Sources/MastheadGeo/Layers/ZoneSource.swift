/// Where the radio-climatic zone of a cell comes from.
///
/// Zones are the codes of Recommendation ITU-R P.1812-8: 1 sea, 3 coastal land, 4 inland.
public enum ZoneSource: Sendable, Hashable {
    /// All land, far from any sea.
    case inland
    /// A raster of the codes 1, 3 and 4.
    case raster(RasterLayer)
    /// From ground and clutter: sea is water that lies no higher than `seaBelowMetres`; land up to 100 m above sea level
    /// within 50 km of a sea is coastal.
    ///
    /// A lake that lies as low as the sea counts as sea; where that matters, give a raster. SRTM holds 0 m at sea with
    /// stray cells of 1 m near the shore, so 1 or 2 m are usual.
    case derived(seaBelowMetres: Double)

    /// The raster of codes, where there is one.
    var layer: RasterLayer? {
        guard case .raster(let layer) = self else { return nil }
        return layer
    }
}

/// The codes of the radio-climatic zones.
///
/// Source: Recommendation ITU-R P.1812-8, radio-climatic zones.
enum ZoneCode {
    static let sea: UInt8 = 1
    static let coastalLand: UInt8 = 3
    static let inland: UInt8 = 4

    /// Coastal land lies no higher above the sea, m.
    static let coastalAltitudeMetres: Float = 100
    /// Coastal land lies no farther from the sea, m.
    static let coastalReachMetres = 50_000.0
}
