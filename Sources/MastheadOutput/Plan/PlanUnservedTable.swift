import MastheadCore
import MastheadPlanning

/// The table of what a plan leaves unserved, by the people concerned.
enum PlanUnservedTable {
    /// The columns.
    static let header = [
        "rank", "kind", "name", "region_id", "region_name", "longitude_deg", "latitude_deg", "people", "length_km",
        "remedy_site_id", "remedy_cost", "currency", "why",
    ]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for (index, demand) in content.plan.unserved.enumerated() {
            table.add([
                "\(index + 1)", demand.kind.rawValue, demand.name, demand.region, content.regionName(demand.region),
                SectorTable.degrees(demand.position.longitudeDegrees),
                SectorTable.degrees(demand.position.latitudeDegrees), RegionTable.people(demand.people),
                demand.kind == .section ? ReachDefinitions.kilometres(demand.millimetres) : "", demand.remedy ?? "",
                demand.remedyCost.map { "\($0)" } ?? "", content.plan.currency, demand.why,
            ])
        }
        return table.text
    }
}
