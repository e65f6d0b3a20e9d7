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
        for register in spec.register {
            let source = RegisterSource(
                path: register.path.value, layer: register.layer?.value,
                referenceSystem: register.referenceSystem.value, columns: register.columns,
                fields: RegisterSpec.fields.map { ($0.name, $0.usualColumns) }, key: "register[].columns.station",
                location: register.location)
            let (table, rules) = try source.read(rows: register.rows.value == .station ? .station : .cell)
            tables.append(Table(spec: register, table: table, rules: rules))
        }
        return tables
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
        return try reader.finish(limit: spec.limits.quarantine.value, needsAllBands: spec.plan == nil)
    }
}
