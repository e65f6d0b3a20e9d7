import MastheadCore
import MastheadPropagation

/// A profile in a text table: distance, ground, and where given clutter and zone, one point in each row.
enum ProfileTable {
    /// The names that a column may have: those of published vectors, and those that `masthead profile --csv` writes.
    private static let distance = ["d_km", "distance_km"]
    private static let ground = ["h_masl_m", "ground_m"]
    private static let clutter = ["clutter_height_m", "clutter_m"]
    private static let zone = ["zone_code", "zone"]
    /// More points than a path read from terrain may have.
    static let pointLimit = 200_000

    /// Reads a profile.
    ///
    /// - Throws: `missing-file`, `bad-table`, or `bad-profile`.
    static func read(_ path: String) throws(MastheadError) -> PathProfile {
        var reader = try DelimitedReader(path: path)
        func column(_ names: [String]) -> Int? { names.compactMap { reader.names.firstIndex(of: $0) }.first }
        func needed(_ names: [String]) throws(MastheadError) -> Int {
            if let found = column(names) { return found }
            throw MastheadError(
                .badTable, "the profile \(path) has no column \"\(names[0])\"",
                at: .row(file: path, row: 1, column: names[0]),
                remedy: "Name the columns d_km, h_masl_m and, where known, clutter_height_m and zone_code.")
        }
        let distanceColumn = try needed(distance)
        let groundColumn = try needed(ground)
        let clutterColumn = column(clutter)
        let zoneColumn = column(zone)
        var distances: [Double] = []
        var grounds: [Double] = []
        var clutters: [Double] = []
        var zones: [RadioZone] = []
        while let record = try reader.next() {
            guard distances.count < pointLimit else {
                throw MastheadError(
                    .badProfile, "the profile \(path) has more than \(pointLimit) points", at: .file(path),
                    remedy: "Thin the profile out.")
            }
            let cells = DelimitedText.cells(of: record.bytes, separator: reader.separator)
            func number(_ column: Int) throws(MastheadError) -> Double {
                guard column < cells.count, let value = Double(cells[column]), value.isFinite else {
                    throw MastheadError(
                        .badProfile,
                        "row \(record.number) of the profile \(path) has no number in column \"\(reader.names[column])\"",
                        at: .row(file: path, row: record.number, column: reader.names[column]),
                        remedy: "Write a number into each cell of the profile.")
                }
                return value
            }
            distances.append(try number(distanceColumn))
            grounds.append(try number(groundColumn))
            if let clutterColumn { clutters.append(try number(clutterColumn)) }
            if let zoneColumn {
                let code = try number(zoneColumn)
                guard let zone = RadioZone.allCases.first(where: { Double($0.rawValue) == code }) else {
                    throw MastheadError(
                        .badProfile,
                        "row \(record.number) of the profile \(path) has the zone \(PlainNumber.text(code))",
                        at: .row(file: path, row: record.number, column: reader.names[zoneColumn]),
                        remedy: "Write 1 for sea, 3 for coastal land or 4 for inland.")
                }
                zones.append(zone)
            }
        }
        return try PathProfile(
            distanceKilometres: distances, groundMetres: grounds, clutterMetres: clutterColumn == nil ? nil : clutters,
            zones: zoneColumn == nil ? nil : zones)
    }
}
