import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Whom each band, and any of them, serves outdoors, indoors and in vehicles: one row for each region, band and service.
enum ServiceTable {
    static let header = [
        "region_id", "region_name", "band", "service", "people", "people_percent", "area_km2", "area_percent",
        "region_people", "region_area_km2", "penetration_db", "threshold_dbm", "probability_percent", "least_sinr_db",
        "load_percent", "terminal_dbm", "population_source",
    ]

    /// The name that stands for all bands together.
    static let anyBand = "any"

    static func csv(_ figures: RunFigures) -> String {
        var table = CSVText(header: header)
        for region in figures.regions + [figures.total] {
            for (definition, band) in zip(figures.definitions.bands, region.bands) {
                for (index, service) in band.services.enumerated() {
                    table.add(
                        row(region, definition.id, service) + words(definition, index)
                            + [figures.definitions.populationSource])
                }
            }
            for service in region.anyBand {
                table.add(
                    row(region, anyBand, service) + Array(repeating: "", count: 6)
                        + [figures.definitions.populationSource])
            }
        }
        return table.text
    }

    private static func row(_ region: RegionFigures, _ band: String, _ service: ServiceFigures) -> [String] {
        let people = region.people > .zero ? service.people.persons / region.people.persons : nil
        let area =
            region.squareCentimetres > 0
            ? Double(service.squareCentimetres) / Double(region.squareCentimetres) : nil
        return [
            region.id, region.name, band, service.id, RegionTable.people(service.people),
            RegionTable.percent(people) ?? RegionTable.noPeople, RegionTable.area(service.squareCentimetres),
            RegionTable.percent(area) ?? RegionTable.noArea, RegionTable.people(region.people),
            RegionTable.area(region.squareCentimetres),
        ]
    }

    private static func words(_ definition: Definitions.Band, _ service: Int) -> [String] {
        let penetrations = definition.servicePenetrationsDB
        return [
            penetrations.indices.contains(service) ? FixedPoint.text(penetrations[service], decimals: 2) : "",
            PlainText.number(definition.thresholdDBm), PlainText.number(definition.probability * 100),
            definition.link.map { PlainText.number($0.leastSINRDB) } ?? "level alone",
            definition.link.map { PlainText.number($0.load * 100) } ?? "level alone",
            definition.link.map { PlainText.number($0.terminalDBm) } ?? "level alone",
        ]
    }
}
