import MastheadCore
import MastheadGeo
import MastheadPlanning

/// A site plan as one GeoPackage, in the reference system of the study grid.
enum PlanPackage {
    static let entry = PlanProductEntry(
        id: "plan", fileName: "plan.gpkg",
        format:
            "GeoPackage 1.2; layers `candidates`, `regions`, `sectors`, `sites`, `unserved`, table `plan_definitions`",
        unit: "",
        summary:
            "The plan on the map: sites in order of choice, sectors, all candidates, what stays unserved, density by region.",
        opening: "QGIS: drag the file onto the map; label `sites` with `site_order`."
    ) { (content, folder) throws(MastheadError) in
        try AtomicFile.replace("\(folder)/plan.gpkg") { (path) throws(MastheadError) in
            var writer = try VectorWriter(path: path, format: .geoPackage)
            let locator = try GridLocator(content.grid)
            // What lies below is written first.
            try regions(content, to: &writer)
            try PlanCandidateLayer.write(content, to: &writer)
            try PlanPointLayers.unserved(content, locator, to: &writer)
            try sectors(content, locator, to: &writer)
            try PlanPointLayers.sites(content, to: &writer)
            try definitions(content, to: &writer)
            try writer.finish()
        }
        return ["plan.gpkg"]
    }

    private static func regions(_ content: PlanContent, to writer: inout VectorWriter) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "regions", geometryType: .polygons, referenceSystem: content.grid.referenceSystem,
                fields: [
                    .init("region_id", .text), .init("region_name", .text), .init("people", .real),
                    .init("base_stations_before", .integer), .init("base_stations_after", .integer),
                    .init("base_stations_needed", .integer), .init("missing_before", .integer),
                    .init("missing_after", .integer), .init("per_10000_persons_before", .real),
                    .init("per_10000_persons_after", .real), .init("target_per_10000_persons", .real),
                    .init("counting_rule", .text),
                ]))
        let density = Dictionary(content.plan.density.map { ($0.region, $0) }) { first, _ in first }
        let rule = VectorValue.text(content.definitions.countingRule.rawValue)
        for region in content.regions {
            let figures = density[region.id].map(values) ?? Array(repeating: .null, count: 9)
            try writer.append(
                geometry: .polygons(region.polygons.map(\.inWholeMillimetres)),
                values: [.text(region.id), .text(region.name)] + figures + [rule])
        }
    }

    private static func values(_ region: PlanDensity) -> [VectorValue] {
        [
            .real(region.people.persons), .integer(region.before), .integer(region.after), .integer(region.needed),
            .integer(region.missingBefore), .integer(region.missingAfter),
            region.perTenThousand(region.before).map { .real($0) } ?? .null,
            region.perTenThousand(region.after).map { .real($0) } ?? .null, .real(region.target),
        ]
    }

    private static func sectors(
        _ content: PlanContent, _ locator: borrowing GridLocator, to writer: inout VectorWriter
    ) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sectors", geometryType: .polygons, referenceSystem: content.grid.referenceSystem,
                fields: [
                    .init("site_order", .integer), .init("site_id", .text), .init("station_id", .text),
                    .init("sector_id", .text), .init("band", .text), .init("height_m", .real),
                    .init("azimuth_deg", .real), .init("mechanical_tilt_deg_down_positive", .real),
                    .init("electrical_tilt_deg_down_positive", .real), .init("power_dbm", .real),
                    .init("purpose", .text), .init("purpose_meaning", .text),
                ]))
        for sector in PlanSector.all(content.plan) {
            let (site, band) = (sector.site, sector.band)
            let wedge = try SectorWedge.polygon(
                at: site.position, plane: site.plane, azimuthDegrees: sector.azimuthDegrees, locator)
            try writer.append(
                geometry: .polygons([wedge]),
                values: [
                    .integer(site.order), .text(site.id), .text(band.station), .text(sector.id), .text(band.band),
                    .real(band.heightMetres), sector.azimuthDegrees.map { .real($0) } ?? .null,
                    .real(band.tiltDegrees), .real(band.electricalTiltDegrees), .real(band.powerDBm),
                    .text(band.purpose.rawValue), .text(band.purpose.meaning),
                ])
        }
    }

    private static func definitions(_ content: PlanContent, to writer: inout VectorWriter) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "plan_definitions", geometryType: .none, referenceSystem: content.grid.referenceSystem,
                fields: [.init("name", .text), .init("value", .text), .init("meaning", .text)]))
        for row in PlanDefinitions.rows(content) {
            try writer.append(geometry: nil, values: [.text(row.name), .text(row.value), .text(row.meaning)])
        }
    }
}
