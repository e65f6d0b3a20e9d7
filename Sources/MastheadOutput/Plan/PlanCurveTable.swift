import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The table of what is served after each site of a plan; the first row is before any.
enum PlanCurveTable {
    /// The columns.
    static let header = [
        "sites", "base_stations", "cost", "currency", "served_people", "served_people_percent", "served_route_km",
        "served_places",
    ]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for point in content.plan.curve {
            let share = ReachDefinitions.percent(point.served.people.billionths, of: content.people.billionths)
            table.add([
                "\(point.sites)", "\(point.stations)", "\(point.cost)", content.plan.currency,
                RegionTable.people(point.served.people), share ?? RegionTable.noPeople,
                ReachDefinitions.kilometres(point.served.routeMillimetres), "\(point.served.places)",
            ])
        }
        return table.text
    }
}
