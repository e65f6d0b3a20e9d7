import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The layers `study_grid`, the rectangle of the rasters with the figures of the whole study area, and `regions` of the
/// GeoPackage: figures of all bands as columns.
enum NetworkRegions {
    /// Writes both layers.
    static func write(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        let definitions = content.figures.definitions
        let system = content.tiles.grid.referenceSystem
        let fields = fields(definitions)
        // First the frame, so that regions are drawn over it.
        try writer.beginLayer(
            VectorLayerSpec(name: "study_grid", geometryType: .polygons, referenceSystem: system, fields: fields))
        try writer.append(
            geometry: .polygons([outline(content.tiles.grid)]), values: values(content.figures.total, definitions))
        try writer.beginLayer(
            VectorLayerSpec(name: "regions", geometryType: .polygons, referenceSystem: system, fields: fields))
        for (region, polygons) in zip(content.figures.regions, content.borders) {
            try writer.append(
                geometry: .polygons(polygons.map(\.inWholeMillimetres)), values: values(region, definitions))
        }
    }

    private static func fields(_ definitions: Definitions) -> [VectorLayerSpec.Field] {
        let common: [VectorLayerSpec.Field] = [
            .init("region_id", .text), .init("region_name", .text), .init("people", .real), .init("area_km2", .real),
            .init("base_stations", .integer), .init("counting_rule", .text),
            .init("base_stations_per_10000_persons", .real),
            .init("density_in_words", .text), .init("target_per_10000_persons", .real),
            .init("missing_base_stations", .integer), .init("population_source", .text),
        ]
        let bandFields = [
            "covered_people", "covered_people_percent", "expected_people", "covered_area_km2", "covered_area_percent",
            "unknown_people",
        ]
        return common
            + definitions.bands.flatMap { band in
                bandFields.map { VectorLayerSpec.Field("\(band.id)_\($0)", .real) }
                    + [VectorLayerSpec.Field("\(band.id)_criterion", .text)]
            }
    }

    private static func values(_ region: RegionFigures, _ definitions: Definitions) -> [VectorValue] {
        var values: [VectorValue] = [
            region.id.isEmpty ? .null : .text(region.id), .text(region.name), .real(region.people.persons),
            .real(region.squareKilometres), .integer(region.stations), .text(definitions.countingRule.rawValue),
            region.stationsPerTenThousand.map { .real($0) } ?? .null, .text(RegionTable.density(region)),
            .real(definitions.targetPerTenThousand), .integer(region.missingStations),
            .text(definitions.populationSource),
        ]
        for (band, definition) in zip(region.bands, definitions.bands) {
            values += [
                .real(band.coveredPeople.persons), region.coveredPeopleShare(band).map { .real($0 * 100) } ?? .null,
                .real(band.expectedPeople.persons), .real(Double(band.coveredSquareCentimetres) / 1e10),
                region.coveredAreaShare(band).map { .real($0 * 100) } ?? .null, .real(band.unknownPeople.persons),
                .text(criterion(definition)),
            ]
        }
        return values
    }

    /// When a cell counts as covered, in words.
    private static func criterion(_ band: Definitions.Band) -> String {
        "SS-RSRP ≥ \(PlainText.number(band.thresholdDBm)) dBm with \(PlainText.number(band.probability * 100)) % "
            + "probability, \(band.environment)"
    }

    /// The rectangle of the study grid.
    private static func outline(_ grid: Grid) -> VectorPolygon {
        let east = grid.westMetres + Double(grid.columns) * grid.cellMetres
        let south = grid.northMetres - Double(grid.rows) * grid.cellMetres
        return VectorPolygon(outer: [
            PlanePoint(x: grid.westMetres, y: south), PlanePoint(x: east, y: south),
            PlanePoint(x: east, y: grid.northMetres), PlanePoint(x: grid.westMetres, y: grid.northMetres),
        ])
    }
}
