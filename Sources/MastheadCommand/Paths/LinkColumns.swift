import MastheadCore

/// A column that a table of links may have.
enum LinkColumn: String, CaseIterable {
    case fromLongitude = "from_lon"
    case fromLatitude = "from_lat"
    case toLongitude = "to_lon"
    case toLatitude = "to_lat"
    case profile
    case midLatitude = "mid_lat"
    case fromHeight = "from_height_m"
    case toHeight = "to_height_m"
    case frequency
    case frequencyMegahertz = "frequency_mhz"
    case time = "time_percent"
    case locations = "location_percent"
    case polarization
    case model
    case deltaN = "delta_n"
    case n0

    /// The columns of a path by its ends.
    static let coordinates = [fromLongitude, fromLatitude, toLongitude, toLatitude]
}

/// Where the columns of a table of links stand, and what the result adds to them.
struct LinkColumns: Sendable {
    /// Number of columns of the input.
    let count: Int
    let separator: UInt8
    private let index: [LinkColumn: Int]

    /// The columns that the result adds, in their order.
    let added: [String]

    /// Finds the columns by the header.
    ///
    /// - Parameters:
    ///   - hasGround: Whether terrain is at hand for paths by their ends.
    ///   - hasCarrier: Whether rows without a frequency have one.
    /// - Throws: `bad-table` for a column that is missing, stands twice, or is one of the result's.
    init(_ reader: DelimitedReader, hasGround: Bool, hasCarrier: Bool) throws(MastheadError) {
        let names = reader.names
        count = names.count
        separator = reader.separator
        let place = { (column: String) in ErrorLocation.row(file: reader.path, row: 1, column: column) }
        var index: [LinkColumn: Int] = [:]
        for (position, name) in names.enumerated() {
            guard let column = LinkColumn(rawValue: name) else { continue }
            guard index.updateValue(position, forKey: column) == nil else {
                throw MastheadError(
                    .badTable, "two columns are called \"\(name)\"", at: place(name),
                    remedy: "Give each column a name of its own.")
            }
        }
        self.index = index
        // A column of that name in the input stays as it is.
        added = [index[.model] == nil ? "model" : "used_model", "edition", "length_km", "loss_db", "error"]
        for name in added where names.contains(name) {
            throw MastheadError(
                .badTable, "the table has a column \"\(name)\" already, which the result adds", at: place(name),
                remedy: "Rename or remove the column; a result of masthead paths is no input until then.")
        }

        func missing(_ column: LinkColumn) -> MastheadError {
            let free = names.filter { LinkColumn(rawValue: $0) == nil && !$0.isEmpty }
            let nearest = NearestName.suggestion(for: column.rawValue, among: free)
            return MastheadError(
                .badTable, "the table has no column \"\(column.rawValue)\"", at: place(column.rawValue),
                remedy: nearest.map { "Rename \"\($0)\", or add the column." }
                    ?? "Add the column; masthead help paths describes all of them.")
        }
        var errors: [MastheadError] = []
        for column in [LinkColumn.fromHeight, .toHeight] where index[column] == nil { errors.append(missing(column)) }
        if index[.frequency] == nil, index[.frequencyMegahertz] == nil, !hasCarrier {
            errors.append(missing(.frequency))
        }
        let lacking = LinkColumn.coordinates.filter { index[$0] == nil }
        if index[.profile] == nil || lacking.count < 4 { errors += lacking.map(missing) }
        if let error = MastheadError.combining(errors) { throw error }
        if index[.frequency] != nil, index[.frequencyMegahertz] != nil {
            throw MastheadError(
                .badTable, "the table states the frequency in two columns", at: place("frequency_mhz"),
                remedy: "Keep frequency, with a unit in each cell, or frequency_mhz, and remove the other.")
        }
        if index[.profile] == nil, !hasGround {
            throw MastheadError(
                .usage, "the table gives paths by their ends, and there is no terrain to read", at: .option("--ground"),
                remedy: "Add --ground with a raster of altitudes, or a column \"profile\" with files of profiles.")
        }
        if !lacking.isEmpty, hasGround {
            throw MastheadError(
                .usage, "the table has profiles and no column \"from_lon\", so that no row would read the ground",
                at: .option("--ground"), remedy: "Remove --ground, or add from_lon, from_lat, to_lon and to_lat.")
        }
    }

    /// The text of a cell; nil where the column is absent or the cell empty.
    func text(_ column: LinkColumn, in cells: [String]) -> String? {
        guard let position = index[column], position < cells.count, !cells[position].isEmpty else { return nil }
        return cells[position]
    }
}
