import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Sites, sectors and regions with their figures as one GeoPackage, in the reference system of the rasters.
enum NetworkPackage {
    static let entry = ProductEntry(
        id: "network", fileName: "network.gpkg",
        format: "GeoPackage 1.2 with layers sites, sectors, regions; opens in QGIS.",
        summary: "Sites, sectors and regions with what they serve, their reach and density."
    ) { (content, folder) throws(MastheadError) in
        try AtomicFile.replace("\(folder)/network.gpkg") { (path) throws(MastheadError) in
            var writer = try VectorWriter(path: path, format: .geoPackage)
            try addRegions(content, to: &writer)
            try addSites(content, to: &writer)
            try addSectors(content, to: &writer)
            try writer.finish()
        }
        return ["network.gpkg"]
    }

    // MARK: - Regions

    private static func addRegions(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        let definitions = content.figures.definitions
        var fields: [VectorLayerSpec.Field] = [
            .init("id", .text), .init("name", .text), .init("people", .real), .init("area_km2", .real),
            .init("base_stations", .integer), .init("counting_rule", .text), .init("per_10000_persons", .real),
            .init("target_per_10000", .real), .init("missing_base_stations", .integer),
            .init("population_source", .text),
        ]
        for band in definitions.bands {
            fields += ["covered_people", "covered_people_percent", "expected_people", "covered_area_percent"].map {
                .init("\(band.id)_\($0)", .real)
            }
        }
        try writer.beginLayer(
            VectorLayerSpec(
                name: "regions", geometryType: .polygons, referenceSystem: content.tiles.grid.referenceSystem,
                fields: fields))
        for (region, polygons) in zip(content.figures.regions, content.borders) {
            var values: [VectorValue] = [
                .text(region.id), .text(region.name), .real(region.people.persons), .real(region.squareKilometres),
                .integer(region.stations), .text(definitions.countingRule.rawValue),
                region.stationsPerTenThousand.map { .real($0) } ?? .null, .real(definitions.targetPerTenThousand),
                .integer(region.missingStations), .text(definitions.populationSource),
            ]
            for band in region.bands {
                values += [
                    .real(band.coveredPeople.persons),
                    region.coveredPeopleShare(band).map { .real($0 * 100) } ?? .null,
                    .real(band.expectedPeople.persons),
                    region.coveredAreaShare(band).map { .real($0 * 100) } ?? .null,
                ]
            }
            try writer.append(geometry: .polygons(polygons), values: values)
        }
    }

    // MARK: - Sites

    private static func addSites(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sites", geometryType: .point, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [
                    .init("site_id", .text), .init("stations", .text), .init("sectors", .integer),
                    .init("longitude_deg", .real), .init("latitude_deg", .real), .init("region_id", .text),
                    .init("served_cells", .integer), .init("served_people", .real),
                ]))
        var served: [String: (cells: Int, people: PersonCount, region: String?)] = [:]
        for sector in content.figures.sectors {
            let known = served[sector.siteID] ?? (0, .zero, sector.regionID)
            served[sector.siteID] = (
                known.cells + sector.servedCells, known.people + sector.servedPeople, known.region
            )
        }
        var seen: Set<String> = []
        let bySite = Dictionary(grouping: content.stations, by: \.siteID)
        for station in content.stations where seen.insert(station.siteID).inserted {
            let stations = bySite[station.siteID] ?? []
            let serves = served[station.siteID]
            try writer.append(
                geometry: .point(station.plane),
                values: [
                    .text(station.siteID), .text(stations.map(\.id).joined(separator: " ")),
                    .integer(stations.reduce(0) { $0 + $1.sectors.count }),
                    .real(station.position.longitudeDegrees), .real(station.position.latitudeDegrees),
                    serves?.region.map { .text($0) } ?? .null, .integer(serves?.cells ?? 0),
                    .real(serves?.people.persons ?? 0),
                ])
        }
    }

    // MARK: - Sectors

    /// Length of the wedge that stands for a sector, m; a symbol, not a range.
    private static let wedgeMetres = 400.0
    /// Half the angle of the wedge, degrees.
    private static let wedgeHalfAngle = 25.0

    private static func addSectors(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sectors", geometryType: .polygons, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [
                    .init("best_server", .integer), .init("sector_id", .text), .init("station_id", .text),
                    .init("site_id", .text), .init("band", .text), .init("height_m", .real),
                    .init("azimuth_deg", .real), .init("tilt_deg_down_positive", .real), .init("eirp_dbm", .real),
                    .init("region_id", .text), .init("served_cells", .integer), .init("served_people", .real),
                ]))
        let planes = Dictionary(content.stations.map { ($0.id, $0.plane) }) { first, _ in first }
        for sector in content.figures.sectors {
            guard let plane = planes[sector.stationID] else { continue }
            try writer.append(
                geometry: .polygons([VectorPolygon(outer: wedge(at: plane, azimuth: sector.azimuthDegrees))]),
                values: [
                    .integer(sector.ordinal), .text(sector.id), .text(sector.stationID), .text(sector.siteID),
                    .text(sector.band), .real(sector.heightMetres), sector.azimuthDegrees.map { .real($0) } ?? .null,
                    .real(sector.tiltDegrees), .real(sector.eirpDBm), sector.regionID.map { .text($0) } ?? .null,
                    .integer(sector.servedCells), .real(sector.servedPeople.persons),
                ])
        }
    }

    /// A wedge along an azimuth, or a ring of twelve corners for an antenna without one.
    private static func wedge(at place: PlanePoint, azimuth: Double?) -> [PlanePoint] {
        func corner(_ degrees: Double) -> PlanePoint {
            let angle = degrees * .pi / 180
            return PlanePoint(x: place.x + wedgeMetres * sin(angle), y: place.y + wedgeMetres * cos(angle))
        }
        guard let azimuth else { return (0..<12).map { corner(Double($0) * 30) } }
        return [place] + [-1.0, -0.5, 0, 0.5, 1].map { corner(azimuth + $0 * wedgeHalfAngle) }
    }
}
