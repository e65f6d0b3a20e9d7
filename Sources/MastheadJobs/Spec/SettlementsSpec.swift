public import MastheadCore

/// A list of settlements that name what stays unserved.
public struct SettlementsSpec: Sendable {
    /// CSV, GeoJSON, GeoPackage or any other vector file.
    public let path: Entry<JobPath>
    /// The layer of a file with several.
    public let layer: Entry<String>?
    /// Reference system of the coordinate columns.
    public let referenceSystem: Entry<String>
    /// The sources that the user wrote, by field name.
    public let columns: [String: Entry<RegisterSpec.Source>]
    /// How far a settlement lends its name.
    public let within: Entry<Length>
    /// Where the list is named in the job.
    public let location: ErrorLocation

    /// The fields of a list, each with the column names tried when the job does not tell. A settlement is known by its name.
    static let fields: [(name: String, usualColumns: [String], doc: String)] = [
        (
            "station", ["name", "settlement", "settlement_name", "NAME"],
            "Name of the settlement; two may have the same."
        ),
        (
            "longitude", ["longitude", "longitude_deg", "lon", "x", "easting"],
            "Longitude in degrees, or easting in the units of `crs`."
        ),
        (
            "latitude", ["latitude", "latitude_deg", "lat", "y", "northing"],
            "Latitude in degrees, or northing in the units of `crs`."
        ),
        (
            "population", ["population", "people", "pop"],
            "People who live there; of two settlements equally near, the larger lends its name."
        ),
    ]
}

extension SettlementsSpec {
    private static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../settlements.csv",
        "List of settlements: CSV with a header, GeoJSON, GeoPackage or another vector file with points.")
    private static let columnKeys: [Key<RegisterSpec.Source>] = fields.map { field in
        Key(
            field.name == "station" ? "name" : field.name, RegisterSpec.sourceKind,
            .optional(field.usualColumns.joined(separator: ", ")), example: field.usualColumns[0], field.doc)
    }
    private static let columnsGroup = KeyGroup(
        "plan.settlements.columns",
        "Each field is the name of a column, or `{ value: … }` for the same value in every row.",
        columnKeys.map(\.description)
    ) { reader -> [String: Entry<RegisterSpec.Source>]? in
        var columns: [String: Entry<RegisterSpec.Source>] = [:]
        for (key, field) in zip(columnKeys, fields) { columns[field.name] = reader[key] }
        return columns
    }
    private static let columnsKey = Key(
        "columns", ValueKind.group(columnsGroup), .empty, example: "{ name: village, population: people }",
        "Which column holds what. A field that is not named is looked for under its usual names.")
    private static let withinKey = Key(
        "within", ValueKind.quantity(Length(metres: 100)...Length(kilometres: 100)), default: Length(kilometres: 10),
        "10 km",
        "How far a settlement lends its name; what lies farther keeps that of the nearest place of the job, if any.")

    static let group = KeyGroup(
        "plan.settlements",
        "Settlements by name, after which inhabited cells that stay unserved are called. A row that cannot be used is set "
            + "aside with its reason.",
        [
            pathKey.description, RegisterSpec.layerKey.description, RegisterSpec.referenceSystemKey.description,
            columnsKey.description, withinKey.description,
        ]
    ) { reader -> SettlementsSpec? in
        guard let path = reader[pathKey], let crs = reader[RegisterSpec.referenceSystemKey],
            let columns = reader[columnsKey], let within = reader[withinKey]
        else { return nil }
        return SettlementsSpec(
            path: path, layer: reader[RegisterSpec.layerKey], referenceSystem: crs, columns: columns.value,
            within: within, location: reader.location)
    }
}
