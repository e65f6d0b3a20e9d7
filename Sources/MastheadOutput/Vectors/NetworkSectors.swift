import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layer `sectors` of the GeoPackage: a small wedge along each antenna's azimuth, a symbol and not a range.
enum NetworkSectors {
    /// Writes the layer; sectors by ordinal.
    static func write(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        let grid = content.tiles.grid
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sectors", geometryType: .polygons, referenceSystem: grid.referenceSystem,
                fields: [
                    .init("best_server", .integer), .init("sector_id", .text), .init("station_id", .text),
                    .init("site_id", .text), .init("band", .text), .init("height_m", .real),
                    .init("azimuth_deg", .real), .init("tilt_deg_down_positive", .real), .init("eirp_dbm", .real),
                    .init("region_id", .text), .init("served_cells", .integer), .init("served_people", .real),
                ]))
        let stations = Dictionary(content.stations.map { ($0.id, $0) }) { first, _ in first }
        let locator = try GridLocator(grid)
        for sector in content.figures.sectors {
            guard let station = stations[sector.stationID] else { continue }
            let wedge = try SectorWedge.polygon(
                at: station.position, plane: station.plane, azimuthDegrees: sector.azimuthDegrees, locator)
            try writer.append(geometry: .polygons([wedge]), values: values(sector))
        }
    }

    private static func values(_ sector: SectorFigures) -> [VectorValue] {
        [
            .integer(sector.ordinal), .text(sector.id), .text(sector.stationID), .text(sector.siteID),
            .text(sector.band), .real(sector.heightMetres), sector.azimuthDegrees.map { .real($0) } ?? .null,
            .real(sector.tiltDegrees), .real(sector.eirpDBm), sector.regionID.map { .text($0) } ?? .null,
            .integer(sector.servedCells), .real(sector.servedPeople.persons),
        ]
    }
}
