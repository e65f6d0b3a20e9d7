import MastheadCore
import MastheadPlanning

/// The tables of a run as products.
enum TableProducts {
    private static let csvFormat = "CSV, UTF-8, comma, decimal point, LF"
    private static let csvOpening = "Any spreadsheet (import as UTF-8 with comma); QGIS as delimited text."
    private static let jsonOpening = "Any browser or program."

    static let regionsCSV = entry(
        "regions", "regions.csv", csvFormat, "",
        "Reach and density of each region and of the study area, with the definitions in every row.", csvOpening
    ) { content throws(MastheadError) in RegionTable.csv(content.figures) }

    static let regionsJSON = entry(
        "regions-json", "regions.json", "JSON, units in the names", "",
        "The same figures for programs, definitions first.", jsonOpening
    ) { content throws(MastheadError) in RegionReport.json(content.figures) }

    static let servicesCSV = entry(
        "services", "services.csv", csvFormat, "",
        "Whom each band, and any of them, serves outdoors, indoors and in vehicles, by region, with the definitions.",
        csvOpening
    ) { content throws(MastheadError) in ServiceTable.csv(content.figures) }

    static let stationsCSV = entry(
        "stations", "stations.csv", csvFormat, "", "Each station and band with its site, sectors, and whom it serves.",
        csvOpening
    ) { content throws(MastheadError) in StationTable.csv(content.figures) }

    static let sectorsCSV = entry(
        "sectors", "sectors.csv", csvFormat, "",
        "Each sector with its place, antenna and whom it serves; its ordinal is the value of the best-server raster.",
        csvOpening
    ) { content throws(MastheadError) in SectorTable.csv(content.figures) }

    static let quarantineCSV = entry(
        "quarantine", "quarantine.csv", csvFormat, "",
        "Register rows that were set aside, with row number, reason and remedy.", csvOpening
    ) { content throws(MastheadError) in QuarantineTable.csv(content.quarantined) }

    static let figuresJSON = entry(
        "figures", "figures.json", "JSON, whole numbers", "billionths of a person, cm²",
        "All figures of the run, exact, as `masthead explain` reads them; always written.", jsonOpening, always: true
    ) { content throws(MastheadError) in try JSONFile.text(content.figures) }

    private static func entry(
        _ id: String, _ name: String, _ format: String, _ unit: String, _ summary: String, _ opening: String,
        always: Bool = false,
        _ text: @escaping @Sendable (RunContent) throws(MastheadError) -> String
    ) -> ProductEntry {
        ProductEntry(
            id: id, fileName: name, format: format, unit: unit, summary: summary, opening: opening,
            isAlwaysWritten: always
        ) { (content, folder) throws(MastheadError) in
            try AtomicFile.write(text(content), to: "\(folder)/\(name)")
            return [name]
        }
    }
}
