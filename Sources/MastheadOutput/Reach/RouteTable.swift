import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The table of routes: one row for each route, band and service, then any band.
///
/// Every row carries what it means: the service, whether it is the one that counts, and the criterion.
enum RouteTable {
    /// The columns.
    static let header = [
        "route_id", "route_name", "kind", "band", "service", "counts", "length_km", "tunnel_km", "open_km", "served_km",
        "served_percent_of_open", "served_percent_of_length", "covered_at_percent", "covered", "outside_regions_km",
        "criterion",
    ]

    /// The table as CSV.
    static func csv(_ figures: ReachFigures) -> String {
        var table = CSVText(header: header)
        for route in figures.routes {
            for (index, column) in figures.columns.enumerated() {
                let lengths = route.lengths
                let served = lengths.servedMillimetres[index]
                table.add([
                    route.label.id, route.label.name, route.label.kind, ReachDefinitions.band(column, figures),
                    figures.kinds[column.kind].id, figures.counts(column, for: route.rule) ? "yes" : "no",
                    ReachDefinitions.kilometres(lengths.totalMillimetres),
                    ReachDefinitions.kilometres(lengths.undergroundMillimetres),
                    ReachDefinitions.kilometres(lengths.openMillimetres), ReachDefinitions.kilometres(served),
                    ReachDefinitions.percent(served, of: lengths.openMillimetres) ?? ReachDefinitions.underground,
                    ReachDefinitions.percent(served, of: lengths.totalMillimetres) ?? "",
                    PlainText.number(Double(route.rule.coveredAtMillionths) / 10_000),
                    ReachDefinitions.word(
                        lengths.isCovered(index, atMillionths: route.rule.coveredAtMillionths)),
                    ReachDefinitions.kilometres(route.outsideMillimetres),
                    ReachDefinitions.criterion(route.rule, figures),
                ])
            }
        }
        return table.text
    }
}
