public import MastheadCore

/// The administrative regions that figures are given for; together they are the study area.
public struct RegionsSpec: Sendable {
    /// Any vector file that OGR reads, with polygons.
    public let path: Entry<JobPath>
    /// The layer of a file with several; nil for the only one.
    public let layer: Entry<String>?
    /// The field that holds the identifier.
    public let idField: Entry<String>
    /// The field that holds the name.
    public let nameField: Entry<String>
    /// Identifiers of the regions to use; nil for all.
    public let select: Entry<[Entry<String>]>?
    /// Where the regions are named in the job.
    public let location: ErrorLocation
}

extension RegionsSpec {
    static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../../Geo/samples/region/regions.geojson",
        "Vector file of the regions' polygons: GeoJSON, GeoPackage, Shapefile or any other that OGR reads, in any "
            + "reference system.")
    static let layerKey = Key(
        "layer", ValueKind.text, .optional("the only layer"), example: "counties",
        "Layer of a file that has several.")
    static let idKey = Key(
        "id", ValueKind.text, default: "id", "id", "Field with the region's identifier; every region has its own.")
    static let nameKey = Key("name", ValueKind.text, default: "name", "name", "Field with the region's name.")
    static let selectKey = Key(
        "select", ValueKind.list(of: .text, atLeast: 1), .optional("all regions"), example: "[\"06053\", \"06069\"]",
        "Identifiers of the regions to use.")

    static let group = KeyGroup(
        "regions",
        "Regions get figures of their own, and all together are the study area. They must not overlap.",
        [pathKey.description, layerKey.description, idKey.description, nameKey.description, selectKey.description]
    ) { reader -> RegionsSpec? in
        guard let path = reader[pathKey], let id = reader[idKey], let name = reader[nameKey] else { return nil }
        return RegionsSpec(
            path: path, layer: reader[layerKey], idField: id, nameField: name, select: reader[selectKey],
            location: reader.location)
    }
}
