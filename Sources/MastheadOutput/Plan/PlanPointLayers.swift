import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layers `sites` and `unserved` of a plan's GeoPackage: points.
enum PlanPointLayers {
    /// One point for each site, in order of choice.
    static func sites(_ content: PlanContent, to writer: inout VectorWriter) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sites", geometryType: .point, referenceSystem: content.grid.referenceSystem,
                fields: [
                    .init("site_order", .integer), .init("site_id", .text), .init("origin", .text),
                    .init("origin_meaning", .text), .init("pinned", .text), .init("region_id", .text),
                    .init("region_name", .text), .init("ground_m", .real), .init("bands", .text),
                    .init("stations", .text), .init("site_cost", .integer), .init("cost", .integer),
                    .init("cumulative_cost", .integer), .init("currency", .text), .init("gained_people", .real),
                    .init("gained_route_km", .real), .init("gained_places", .integer),
                    .init("lost_people_without", .real), .init("lost_route_km_without", .real),
                    .init("lost_places_without", .integer), .init("reason", .text),
                ]))
        for (site, cumulative) in content.plan.sitesWithCumulativeCost {
            try writer.append(
                geometry: .point(site.plane.inWholeMillimetres),
                values: [
                    .integer(site.order), .text(site.id), .text(site.origin.rawValue), .text(site.origin.meaning),
                    .text(site.isPinned ? "yes" : "no"), site.region.map { .text($0) } ?? .null,
                    site.region.map { .text(content.regionName($0)) } ?? .null, .real(site.groundMetres),
                    .text(site.bandNames), .text(site.bands.map(\.station).joined(separator: " ")),
                    .integer(Int(site.siteCost)), .integer(Int(site.cost)), .integer(Int(cumulative)),
                    .text(content.plan.currency),
                ] + amounts(site.gain) + amounts(site.loss) + [.text(site.reason)])
        }
    }

    private static func amounts(_ amounts: ServedAmounts) -> [VectorValue] {
        [
            .real(amounts.people.persons), .real(Double(amounts.routeMillimetres) / 1e6), .integer(amounts.places),
        ]
    }

    /// One point for each settlement, section and place that stays unserved, by people.
    static func unserved(
        _ content: PlanContent, _ locator: borrowing GridLocator, to writer: inout VectorWriter
    ) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "unserved", geometryType: .point, referenceSystem: content.grid.referenceSystem,
                fields: [
                    .init("rank", .integer), .init("kind", .text), .init("name", .text), .init("region_id", .text),
                    .init("region_name", .text), .init("people", .real), .init("length_km", .real),
                    .init("remedy_site_id", .text), .init("remedy_cost", .integer), .init("currency", .text),
                    .init("why", .text),
                ]))
        for (index, demand) in content.plan.unserved.enumerated() {
            try writer.append(
                geometry: .point(try locator.plane(of: demand.position).inWholeMillimetres),
                values: [
                    .integer(index + 1), .text(demand.kind.rawValue), .text(demand.name), .text(demand.region),
                    .text(content.regionName(demand.region)), .real(demand.people.persons),
                    demand.kind == .section ? .real(Double(demand.millimetres) / 1e6) : .null,
                    demand.remedy.map { .text($0) } ?? .null, demand.remedyCost.map { .integer(Int($0)) } ?? .null,
                    .text(content.plan.currency), .text(demand.why),
                ])
        }
    }
}
