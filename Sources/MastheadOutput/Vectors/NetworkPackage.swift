import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Sites, sectors, regions and study area with their figures as one GeoPackage, in the reference system of the rasters.
enum NetworkPackage {
    static let entry = ProductEntry(
        id: "network", fileName: "network.gpkg",
        format: "GeoPackage 1.2; layers `study_grid`, `regions`, `sectors`, `sites`, with routes `routes`, with places "
            + "`places` and `key_points`, table `definitions`",
        unit: "", summary: "Sites, sectors, regions and study area with what they serve, their reach and density.",
        opening: "QGIS: drag the file onto the map."
    ) { (content, folder) throws(MastheadError) in
        try AtomicFile.replace("\(folder)/network.gpkg") { (path) throws(MastheadError) in
            var writer = try VectorWriter(path: path, format: .geoPackage)
            try NetworkRegions.write(content, to: &writer)
            try NetworkSectors.write(content, to: &writer)
            try NetworkSites.write(content, to: &writer)
            try NetworkReach.write(content, to: &writer)
            try definitions(content, to: &writer)
            try writer.finish()
        }
        return ["network.gpkg"]
    }

    /// What the figures mean, one row for each definition.
    private static func definitions(_ content: RunContent, to writer: inout VectorWriter) throws(MastheadError) {
        try writer.beginLayer(
            VectorLayerSpec(
                name: "definitions", geometryType: .none, referenceSystem: content.tiles.grid.referenceSystem,
                fields: [.init("name", .text), .init("value", .text), .init("meaning", .text)]))
        let reach = content.reach.map { ReachDefinitions.rows($0.figures) } ?? []
        for row in DefinitionRows.rows(content.figures.definitions) + reach {
            try writer.append(geometry: nil, values: [.text(row.name), .text(row.value), .text(row.meaning)])
        }
    }
}

/// The definitions of a run as names, values and meanings.
enum DefinitionRows {
    /// One row for each definition, those of bands with the band in front.
    static func rows(_ definitions: Definitions) -> [(name: String, value: String, meaning: String)] {
        let rule = definitions.countingRule
        let common = [
            ("counting_rule", rule.rawValue, rule.meaning),
            (
                "target_per_10000_persons", PlainText.number(definitions.targetPerTenThousand),
                "base stations per 10,000 persons aimed at"
            ),
            ("population_source", definitions.populationSource, "where people are counted"),
            ("rays", definitions.rays.rawValue, definitions.rays.meaning),
        ]
        return common
            + definitions.bands.flatMap { band in
                rows(band).map { ("\(band.id)_\($0.name)", $0.value, $0.meaning) }
            }
    }

    private static func rows(_ band: Definitions.Band) -> [(name: String, value: String, meaning: String)] {
        let number = PlainText.number
        return [
            ("carrier_mhz", number(band.carrierMegahertz), "centre of the downlink carrier"),
            ("model", band.model, "propagation model with edition"),
            ("time_percent", number(band.timePercent), "share of time for which the loss is not exceeded"),
            ("threshold_dbm", number(band.thresholdDBm), "SS-RSRP that must be reached"),
            (
                "probability_percent", number(band.probability * 100),
                "probability with which it must be reached at a cell"
            ),
            ("sigma_db", number(band.sigmaDB), "standard deviation of prediction error and shadow fading"),
            (
                "margin_db", FixedPoint.text(band.marginDB, decimals: 2),
                "margin that follows from probability and sigma"
            ),
            ("environment", band.environment, "where the receiver is"),
            ("penetration_db", number(band.penetrationDB), "loss between the street and the receiver"),
            ("receiver_height_m", number(band.receiverHeightMetres), "height of the receiver above the ground"),
            ("radius_m", number(band.radiusMetres), "largest distance at which a sector is considered"),
        ]
    }
}
