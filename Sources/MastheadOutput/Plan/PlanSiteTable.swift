import MastheadCore
import MastheadPlanning

/// The table of the sites of a plan, one row for each in order of choice.
enum PlanSiteTable {
    /// The columns.
    static let header = [
        "order", "site_id", "origin", "pinned", "longitude_deg", "latitude_deg", "region_id", "region_name", "ground_m",
        "bands", "stations", "site_cost", "cost", "cumulative_cost", "currency", "gained_people", "gained_route_km",
        "gained_places", "lost_people_without", "lost_route_km_without", "lost_places_without", "reason",
    ]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for (site, cumulative) in content.plan.sitesWithCumulativeCost {
            table.add(
                [
                    "\(site.order)", site.id, site.origin.rawValue, site.isPinned ? "yes" : "no",
                    SectorTable.degrees(site.position.longitudeDegrees),
                    SectorTable.degrees(site.position.latitudeDegrees), site.region ?? "",
                    site.region.map(content.regionName) ?? "", FixedPoint.text(site.groundMetres, decimals: 1),
                    site.bandNames, site.bands.map(\.station).joined(separator: " "), "\(site.siteCost)",
                    "\(site.cost)", "\(cumulative)", content.plan.currency,
                ] + amounts(site.gain) + amounts(site.loss) + [site.reason])
        }
        return table.text
    }

    /// People, kilometres of routes and places.
    static func amounts(_ amounts: ServedAmounts) -> [String] {
        [
            RegionTable.people(amounts.people), ReachDefinitions.kilometres(amounts.routeMillimetres),
            "\(amounts.places)",
        ]
    }
}

extension SitePlan {
    /// The sites, each with the cost of all sites up to it.
    var sitesWithCumulativeCost: [(site: PlannedSite, cumulative: Int64)] {
        var sum: Int64 = 0
        return sites.map { site in
            sum += site.cost
            return (site, sum)
        }
    }

    /// Base stations that the plan adds.
    var stationCount: Int { sites.reduce(0) { $0 + $1.bands.count } }

    /// Cost of all sites.
    var cost: Int64 { sites.reduce(0) { $0 + $1.cost } }
}

extension PlannedSite {
    /// Its bands with spaces between, each once.
    var bandNames: String {
        var names: [String] = []
        for band in bands where !names.contains(band.band) { names.append(band.band) }
        return names.joined(separator: " ")
    }
}
