/// The radio-climatic zone of a point of a path.
///
/// Source: Recommendation ITU-R P.1812-8, §3.4 (Table 2); the raw values are the codes that the reference data use.
public enum RadioZone: UInt8, Sendable, CaseIterable, Codable {
    /// Seas, oceans and other large bodies of water.
    case sea = 1
    /// Land that adjoins a sea: up to 100 m above it and within 50 km of the nearest sea area.
    case coastalLand = 3
    /// All other land.
    case inland = 4
}
