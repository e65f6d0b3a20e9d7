import MastheadPlanning

/// The table of routes and places by kind: the study area first, then its regions.
enum ReachSummaryTable {
    /// The columns.
    static let header = [
        "subject", "region_id", "region_name", "kind", "band", "service", "count", "underground_count", "covered_count",
        "length_km", "tunnel_km", "open_km", "served_km", "served_percent_of_open",
    ]

    /// The table as CSV.
    static func csv(_ figures: ReachFigures, regions: [RegionFigures]) -> String {
        var table = CSVText(header: header)
        for sum in ReachSummary.all(figures) {
            let region = sum.region.map { (regions[$0].id, regions[$0].name) } ?? ("", "Study area")
            for (index, column) in figures.columns.enumerated() {
                var row = [
                    sum.subject.rawValue, region.0, region.1, sum.kind, ReachDefinitions.band(column, figures),
                    figures.kinds[column.kind].id, "\(sum.count)", "\(sum.undergroundCount)", "\(sum.covered[index])",
                ]
                row +=
                    sum.subject == .routes
                    ? [
                        ReachDefinitions.kilometres(sum.lengths.totalMillimetres),
                        ReachDefinitions.kilometres(sum.lengths.undergroundMillimetres),
                        ReachDefinitions.kilometres(sum.lengths.openMillimetres),
                        ReachDefinitions.kilometres(sum.lengths.servedMillimetres[index]),
                        ReachDefinitions.percent(
                            sum.lengths.servedMillimetres[index], of: sum.lengths.openMillimetres)
                            ?? ReachDefinitions.underground,
                    ] : Array(repeating: "", count: 5)
                table.add(row)
            }
        }
        return table.text
    }
}
