import MastheadCore

extension RegisterSpec {
    static let pathKey = Key(
        "path", ValueKind.path, .required, example: "../register.csv",
        "Register of base stations: CSV with a header, GeoJSON, GeoPackage or another vector file with points.")
    static let layerKey = Key(
        "layer", ValueKind.text, .optional("the only layer"), example: "stations", "Layer of a file that has several.")
    static let referenceSystemKey = Key(
        "crs", ValueKind.text, default: "EPSG:4326", "EPSG:4326",
        "Reference system of the coordinate columns of a CSV; other files say it themselves.")
    static let rowsKey = Key(
        "rows", ValueKind<Rows>.choice, default: .station, "station",
        "What a row is: `station` for a base station with all its sectors, `cell` for one sector in one band.")
    static let columnsKey = Key(
        "columns", ValueKind.group(columnsGroup), .empty,
        example: "{ station: id, longitude: lon, latitude: lat, band: { value: n28 } }",
        "Which column holds what. A field that is not named is looked for under its usual names.")

    static let group = KeyGroup(
        "register",
        "Registers of existing base stations. A row that cannot be used is set aside with its number and reason.",
        [
            pathKey.description, layerKey.description, referenceSystemKey.description, rowsKey.description,
            columnsKey.description,
        ]
    ) { reader -> RegisterSpec? in
        guard let path = reader[pathKey], let crs = reader[referenceSystemKey], let rows = reader[rowsKey],
            let columns = reader[columnsKey]
        else { return nil }
        return RegisterSpec(
            path: path, layer: reader[layerKey], referenceSystem: crs, rows: rows, columns: columns.value,
            location: reader.location)
    }

    /// One key for each field of a register.
    private static let columnKeys: [Key<Source>] = fields.map { field in
        Key(
            field.name, sourceKind, .optional(field.usualColumns.joined(separator: ", ")),
            example: field.usualColumns[field.usualColumns.count > 1 ? 1 : 0], field.doc)
    }

    static let sourceKind = ValueKind<Source>.either(
        ValueKind.text.map { text, _ in Source.column(text) }, or: .group(constantGroup))

    private static let valueKey = Key(
        "value", ValueKind.text, .required, example: "n28", "The value of the field in every row.")

    private static let constantGroup = KeyGroup(
        "register.columns.constant", "One value for every row instead of a column.", [valueKey.description]
    ) { reader -> Source? in
        reader[valueKey].map { .constant($0.value) }
    }

    private static let columnsGroup = KeyGroup(
        "register.columns",
        "Each field is the name of a column, or `{ value: … }` for the same value in every row.",
        columnKeys.map(\.description)
    ) { reader -> [String: Entry<Source>]? in
        var columns: [String: Entry<Source>] = [:]
        for key in columnKeys { columns[key.name] = reader[key] }
        return columns
    }
}
