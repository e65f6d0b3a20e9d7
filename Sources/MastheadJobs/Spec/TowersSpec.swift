public import MastheadCore

/// A list of masts that may be used.
public struct TowersSpec: Sendable {
    /// CSV, GeoJSON, GeoPackage or any other vector file.
    public let path: Entry<JobPath>
    /// The layer of a file with several.
    public let layer: Entry<String>?
    /// Reference system of the coordinate columns.
    public let referenceSystem: Entry<String>
    /// The sources that the user wrote, by field name.
    public let columns: [String: Entry<RegisterSpec.Source>]
    /// Where the list is named in the job.
    public let location: ErrorLocation

    /// The fields of a list, each with the column names tried when the job does not tell.
    static let fields: [(name: String, usualColumns: [String], doc: String)] = [
        ("station", ["id", "tower", "tower_id", "site", "site_id"], "Identifier of the mast; no two have the same."),
        (
            "longitude", ["longitude", "longitude_deg", "lon", "x", "easting"],
            "Longitude in degrees, or easting in the units of `crs`."
        ),
        (
            "latitude", ["latitude", "latitude_deg", "lat", "y", "northing"],
            "Latitude in degrees, or northing in the units of `crs`."
        ),
        (
            "height", ["height", "height_m", "tower_height_m"],
            "Height of the mast, m, where antennas go; the band's height where empty."
        ),
    ]
}

extension TowersSpec {
    private static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../towers.csv",
        "List of masts: CSV with a header, GeoJSON, GeoPackage or another vector file with points.")
    private static let columnKeys: [Key<RegisterSpec.Source>] = fields.map { field in
        Key(
            field.name == "station" ? "id" : field.name, RegisterSpec.sourceKind,
            .optional(field.usualColumns.joined(separator: ", ")), example: field.usualColumns[0], field.doc)
    }
    private static let columnsGroup = KeyGroup(
        "plan.towers.columns",
        "Each field is the name of a column, or `{ value: … }` for the same value in every row.",
        columnKeys.map(\.description)
    ) { reader -> [String: Entry<RegisterSpec.Source>]? in
        var columns: [String: Entry<RegisterSpec.Source>] = [:]
        for (key, field) in zip(columnKeys, fields) { columns[field.name] = reader[key] }
        return columns
    }
    private static let columnsKey = Key(
        "columns", ValueKind.group(columnsGroup), .empty, example: "{ id: tower_id, height: height_m }",
        "Which column holds what. A field that is not named is looked for under its usual names.")

    static let group = KeyGroup(
        "plan.towers", "Masts that stand and may be used. A row that cannot be used is set aside with its reason.",
        [
            pathKey.description, RegisterSpec.layerKey.description, RegisterSpec.referenceSystemKey.description,
            columnsKey.description,
        ]
    ) { reader -> TowersSpec? in
        guard let path = reader[pathKey], let crs = reader[RegisterSpec.referenceSystemKey],
            let columns = reader[columnsKey]
        else { return nil }
        return TowersSpec(
            path: path, layer: reader[RegisterSpec.layerKey], referenceSystem: crs, columns: columns.value,
            location: reader.location)
    }
}
