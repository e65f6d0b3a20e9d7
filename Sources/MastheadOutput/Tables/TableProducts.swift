import MastheadCore
import MastheadPlanning

/// The tables of a run as products.
enum TableProducts {
    static let regionsCSV = entry(
        "regions", "regions.csv", "CSV (UTF-8); opens in any spreadsheet.",
        "Reach and density of each region and of the study area, with definitions in every row."
    ) { content throws(MastheadError) in RegionTable.csv(content.figures) }

    static let regionsJSON = entry(
        "figures", "figures.json", "JSON; people in billionths of a person, areas in cm², both whole numbers.",
        "All figures of the run with their definitions, exact, for programs and for `masthead explain`."
    ) { content throws(MastheadError) in try JSONFile.text(content.figures) }

    static let sectorsCSV = entry(
        "sectors", "sectors.csv", "CSV (UTF-8); opens in any spreadsheet.",
        "Each sector with its place, antenna and what it serves; the ordinal is the value of the best-server raster."
    ) { content throws(MastheadError) in SectorTable.csv(content.figures) }

    static let quarantineCSV = entry(
        "quarantine", "quarantine.csv", "CSV (UTF-8); opens in any spreadsheet.",
        "Register rows that were set aside, with row number, reason and remedy."
    ) { content throws(MastheadError) in QuarantineTable.csv(content.quarantined) }

    private static func entry(
        _ id: String, _ name: String, _ format: String, _ summary: String,
        _ text: @escaping @Sendable (RunContent) throws(MastheadError) -> String
    ) -> ProductEntry {
        ProductEntry(id: id, fileName: name, format: format, summary: summary) {
            (content, folder) throws(MastheadError) in
            try AtomicFile.write(text(content), to: "\(folder)/\(name)")
            return [name]
        }
    }
}
