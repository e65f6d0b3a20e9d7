import MastheadCore
import MastheadGeo
import MastheadPlanning

/// A file of rows with positions, and where its fields come from.
struct RegisterSource {
    let path: JobPath
    let layer: String?
    let referenceSystem: String
    /// The sources that the user wrote, by field.
    let columns: [String: Entry<RegisterSpec.Source>]
    /// The fields with the names that are tried for each.
    let fields: [(name: String, usualColumns: [String])]
    /// The key of the identifier's column, for remedies.
    let key: String
    /// What a row is known by, in words.
    var identifier = "the identifier"
    let location: ErrorLocation

    /// Reads the file, and decides which column holds what.
    ///
    /// - Throws: `missing-file`, `unreadable-layer`, `bad-crs`, or `bad-register` for a column that is not there.
    func read(rows: RegisterRules.Row) throws(MastheadError) -> (table: RegisterTable, rules: RegisterRules) {
        let names = try RegisterTable.columnNames(path: path.resolved, layer: layer)
        var found: [RegisterRules.Field: String] = [:]
        var constants: [RegisterRules.Field: String] = [:]
        for (name, usual) in fields {
            guard let field = RegisterRules.Field(rawValue: name) else { continue }
            guard let stated = columns[name] else {
                if let column = usual.first(where: names.contains) { found[field] = column }
                continue
            }
            switch stated.value {
            case .constant(let value): constants[field] = value
            case .column(let column):
                guard names.contains(column) else { throw unknownColumn(column, among: names, at: stated.location) }
                found[field] = column
            }
        }
        guard found[.station] != nil else {
            throw MastheadError(
                .badRegister, "\(path.written) has no column for \(identifier)", at: location,
                remedy: "Name it in \(key); the columns are: \(names.joined(separator: ", ")).")
        }
        let table = try RegisterTable.read(
            path: path.resolved, layer: layer, longitudeColumn: found[.longitude], latitudeColumn: found[.latitude],
            referenceSystem: ReferenceSystem(definition: referenceSystem))
        return (table, RegisterRules(rows: rows, columns: found, constants: constants))
    }

    private func unknownColumn(
        _ column: String, among names: [String], at location: ErrorLocation
    ) -> MastheadError {
        let nearest = NearestName.suggestion(for: column, among: names)
        return MastheadError(
            .badRegister, "\(path.written) has no column \"\(column)\"", at: location,
            remedy: nearest.map { "Write \($0)." } ?? "Use one of its columns: \(names.joined(separator: ", ")).")
    }
}
