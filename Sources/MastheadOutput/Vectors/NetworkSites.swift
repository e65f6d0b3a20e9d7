import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layer `sites` of the GeoPackage: one point for each mast.
enum NetworkSites {
    /// Writes the layer; sites in the order of the register.
    static func write(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        let bands = content.figures.definitions.bands.map(\.id)
        try writer.beginLayer(
            VectorLayerSpec(
                name: "sites", geometryType: .point, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [
                    .init("site_id", .text), .init("stations", .text), .init("sectors", .integer),
                    .init("longitude_deg", .real), .init("latitude_deg", .real), .init("region_id", .text),
                ]
                    + bands.flatMap {
                        [
                            VectorLayerSpec.Field("\($0)_served_cells", .integer),
                            VectorLayerSpec.Field("\($0)_served_people", .real),
                        ]
                    }))
        let bySite = Dictionary(grouping: content.stations, by: \.siteID)
        let sectors = Dictionary(grouping: content.figures.sectors, by: \.siteID)
        var seen: Set<String> = []
        for station in content.stations where seen.insert(station.siteID).inserted {
            let stations = bySite[station.siteID] ?? []
            let own = sectors[station.siteID] ?? []
            try writer.append(
                geometry: .point(station.plane.inWholeMillimetres),
                values: [
                    .text(station.siteID), .text(stations.map(\.id).joined(separator: " ")), .integer(own.count),
                    .real(station.position.longitudeDegrees), .real(station.position.latitudeDegrees),
                    own.first?.regionID.map { .text($0) } ?? .null,
                ] + bands.flatMap { served(own, in: $0) })
        }
    }

    private static func served(_ sectors: [SectorFigures], in band: String) -> [VectorValue] {
        let own = sectors.filter { $0.band == band }
        return [
            .integer(own.reduce(0) { $0 + $1.servedCells }),
            .real(own.reduce(PersonCount.zero) { $0 + $1.servedPeople }.persons),
        ]
    }
}
