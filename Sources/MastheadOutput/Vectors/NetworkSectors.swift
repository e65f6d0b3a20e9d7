import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layer `sectors` of the GeoPackage: a small wedge along each antenna's azimuth, a symbol and not a range.
enum NetworkSectors {
    /// Length of the wedge, m.
    private static let wedgeMetres = 400.0
    /// Half the angle of the wedge, degrees.
    private static let wedgeHalfAngle = 25.0

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
            // North on the ground is not quite up in the plane; the wedge points where the antenna does.
            let north = try locator.plane(
                of: Geodesic.destination(
                    from: station.position, bearing: Angle(radians: 0), distance: Length(kilometres: 1)))
            let turn = atan2(north.x - station.plane.x, north.y - station.plane.y) * 180 / .pi
            let wedge = wedge(at: station.plane, azimuth: sector.azimuthDegrees.map { $0 + turn })
            try writer.append(
                geometry: .polygons([VectorPolygon(outer: wedge).inWholeMillimetres]), values: values(sector))
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

    /// A wedge along an azimuth in the plane, or a ring of twelve corners for an antenna without one.
    private static func wedge(at place: PlanePoint, azimuth: Double?) -> [PlanePoint] {
        func corner(_ degrees: Double) -> PlanePoint {
            let angle = degrees * .pi / 180
            return PlanePoint(x: place.x + wedgeMetres * sin(angle), y: place.y + wedgeMetres * cos(angle))
        }
        guard let azimuth else { return (0..<12).map { corner(Double($0) * 30) } }
        return [place] + [-1.0, -0.5, 0, 0.5, 1].map { corner(azimuth + $0 * wedgeHalfAngle) }
    }
}
