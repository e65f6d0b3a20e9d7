/// A coordinate reference system as text that GDAL and PROJ read back: an authority code, WKT or a PROJ string.
public struct ReferenceSystem: Sendable, Hashable, Codable {
    /// `"EPSG:4326"`, WKT 2, or a PROJ string.
    public let definition: String

    /// A reference system by its definition; it is checked where it is first used.
    public init(definition: String) { self.definition = definition }

    /// Longitude and latitude on WGS 84, in degrees, longitude first.
    public static let wgs84 = ReferenceSystem(definition: "EPSG:4326")
}
