import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Reads the registers of a job and turns their rows into stations.
enum RegisterResolver {
    /// A register as it was read, with the rules for its columns.
    struct Table: Sendable {
        let spec: RegisterSpec
        let table: RegisterTable
        let rules: RegisterRules
    }

    static func tables(of spec: JobSpec) throws(MastheadError) -> [Table] {
        var tables: [Table] = []
        for register in spec.register { tables.append(try table(register)) }
        return tables
    }

    private static func table(_ spec: RegisterSpec) throws(MastheadError) -> Table {
        let columnNames = try RegisterTable.columnNames(path: spec.path.value.resolved, layer: spec.layer?.value)
        var columns: [RegisterRules.Field: String] = [:]
        var constants: [RegisterRules.Field: String] = [:]
        for (name, usual, _) in RegisterSpec.fields {
            guard let field = RegisterRules.Field(rawValue: name) else { continue }
            guard let stated = spec.columns[name] else {
                if let column = usual.first(where: columnNames.contains) { columns[field] = column }
                continue
            }
            switch stated.value {
            case .constant(let value): constants[field] = value
            case .column(let column):
                guard columnNames.contains(column) else {
                    throw unknownColumn(column, among: columnNames, file: spec.path.value, at: stated.location)
                }
                columns[field] = column
            }
        }
        guard columns[.station] != nil else {
            throw MastheadError(
                .badRegister, "\(spec.path.value.written) has no column for the station's identifier",
                at: spec.location,
                remedy:
                    "Name it in register[].columns.station; the columns are: \(columnNames.joined(separator: ", ")).")
        }
        let table = try RegisterTable.read(
            path: spec.path.value.resolved, layer: spec.layer?.value, longitudeColumn: columns[.longitude],
            latitudeColumn: columns[.latitude],
            referenceSystem: ReferenceSystem(definition: spec.referenceSystem.value))
        return Table(
            spec: spec, table: table,
            rules: RegisterRules(
                rows: spec.rows.value == .station ? .station : .cell, columns: columns, constants: constants))
    }

    private static func unknownColumn(
        _ column: String, among names: [String], file: JobPath, at location: ErrorLocation
    ) -> MastheadError {
        let nearest = NearestName.suggestion(for: column, among: names)
        return MastheadError(
            .badRegister, "\(file.written) has no column \"\(column)\"", at: location,
            remedy: nearest.map { "Write \($0)." } ?? "Use one of its columns: \(names.joined(separator: ", ")).")
    }

    static func stations(
        _ tables: [Table], spec: JobSpec, bands: [Band], knownBandNames: Set<String>, regions: RegionSet, grid: Grid
    ) throws(MastheadError) -> StationRegister {
        let locator = try GridLocator(grid)
        let projected = try regions.projected(to: grid)
        var placed: [GeographicPosition: (plane: PlanePoint, region: Int?)] = [:]
        for table in tables {
            for case let position? in table.table.rows.map(\.position) where placed[position] == nil {
                guard let plane = try? locator.plane(of: position) else { continue }
                placed[position] = (plane, projected.region(at: plane))
            }
        }
        let places = placed
        var reader = RegisterReader(
            bands: bands, knownBandNames: knownBandNames, areaBounds: regions.bounds, place: { places[$0] })
        for table in tables { reader.read(table.table, by: table.rules) }
        return try reader.finish(limit: spec.limits.quarantine.value)
    }
}
