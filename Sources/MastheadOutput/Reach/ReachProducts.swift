import MastheadCore
import MastheadPlanning

/// The tables of routes and places as products; a job without either has none of them.
enum ReachProducts {
    private static let csvFormat = "CSV, UTF-8, comma, decimal point, LF"
    private static let csvOpening = "Any spreadsheet (import as UTF-8 with comma)."

    static let routesCSV = entry(
        "routes", "routes.csv", csvFormat,
        "Each route by band and service: length, tunnels, served length, covered or not; only with `routes` in the job.",
        csvOpening
    ) { content, reach in
        reach.figures.routes.isEmpty ? nil : RouteTable.csv(reach.figures)
    }

    static let placesCSV = entry(
        "places", "places.csv", csvFormat,
        "Each place by band and service: key points, served, underground, covered or not; only with `places` in the job.",
        csvOpening
    ) { content, reach in
        reach.figures.places.isEmpty
            ? nil : PlaceTable.csv(reach.figures, regions: content.figures.regions.map(\.id))
    }

    static let summaryCSV = entry(
        "reach", "reach.csv", csvFormat,
        "Routes and places by kind for the study area and each region; only with `routes` or `places` in the job.",
        csvOpening
    ) { content, reach in
        ReachSummaryTable.csv(reach.figures, regions: content.figures.regions)
    }

    static let reachJSON = entry(
        "reach-json", "reach.json", "JSON, units in the names",
        "The same figures and those of each route in each region, definitions first; only with `routes` or `places` in "
            + "the job.", "Any browser or program."
    ) { content, reach in
        ReachReport.json(reach.figures, regions: content.figures.regions)
    }

    private static func entry(
        _ id: String, _ name: String, _ format: String, _ summary: String, _ opening: String,
        _ text: @escaping @Sendable (RunContent, ReachContent) -> String?
    ) -> ProductEntry {
        ProductEntry(
            id: id, fileName: name, format: format, unit: "", summary: summary, opening: opening
        ) { (content, folder) throws(MastheadError) in
            guard let reach = content.reach, let text = text(content, reach) else { return [] }
            try AtomicFile.write(text, to: "\(folder)/\(name)")
            return [name]
        }
    }
}
