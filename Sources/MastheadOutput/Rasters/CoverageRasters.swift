import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The rasters of a run: one Cloud Optimized GeoTIFF for each band and kind, written tile by tile.
enum CoverageRasters {
    static let level = ProductEntry(
        id: "level", fileName: "level-<band>.tif",
        format: "Cloud Optimized GeoTIFF, Int16, scale 0.01, nodata −32768", unit: "dBm",
        summary: "SS-RSRP of the best server outdoors at the receiver's height, covered or not.",
        opening: "QGIS: drag onto the map; load `Output/styles/level.txt` as colour map."
    ) { (content, folder) throws(MastheadError) in
        try forEachBand(content, folder, "level-") { (band, definition, scratch, path) throws(MastheadError) in
            let writer = try RasterWriter(
                scratchPath: scratch, grid: content.tiles.grid, type: .int16, nodata: Double(CoverageTile.noLevel),
                unit: "dBm", bandDescription: "SS-RSRP of the best server outdoors, dBm, \(definition.id)", scale: 0.01,
                metadata: metadata(definition, content))
            try fill(writer, content.tiles, path) { $0.layers[band].levelHundredthsDBm }
        }
    }

    static let bestServer = ProductEntry(
        id: "best-server", fileName: "best-server-<band>.tif",
        format: "Cloud Optimized GeoTIFF, UInt32, nodata 0", unit: "ordinal",
        summary: "The sector with the highest SS-RSRP; `best_server` in `sectors.csv` and `network.gpkg` names it.",
        opening: "QGIS: Symbology, Paletted/Unique values, Classify."
    ) { (content, folder) throws(MastheadError) in
        try forEachBand(content, folder, "best-server-") { (band, definition, scratch, path) throws(MastheadError) in
            let writer = try RasterWriter(
                scratchPath: scratch, grid: content.tiles.grid, type: .uint32, nodata: 0, unit: "",
                bandDescription: "Best server, ordinal in sectors.csv, \(definition.id)",
                metadata: metadata(definition, content))
            try fill(writer, content.tiles, path) { $0.layers[band].bestServer }
        }
    }

    static let covered = ProductEntry(
        id: "covered", fileName: "covered-<band>.tif",
        format: "Cloud Optimized GeoTIFF, Byte with colours, nodata 255", unit: "1 covered, 0 not",
        summary: "Whether the cell meets the coverage criterion; 255 outside the study area.",
        opening: "QGIS: drag onto the map; the colours are in the file."
    ) { (content, folder) throws(MastheadError) in
        try forEachBand(content, folder, "covered-") { (band, definition, scratch, path) throws(MastheadError) in
            var writer = try RasterWriter(
                scratchPath: scratch, grid: content.tiles.grid, type: .uint8, nodata: 255, unit: "",
                bandDescription: "Covered: 1 yes, 0 no, \(definition.id)", metadata: metadata(definition, content))
            try writer.setColorTable(CoverageColors.rasterClasses)
            try fill(writer, content.tiles, path) { $0.layers[band].covered }
        }
    }

    static func forEachBand(
        _ content: RunContent, _ folder: String, _ prefix: String,
        where isWanted: (Definitions.Band) -> Bool = { _ in true },
        _ body: (Int, Definitions.Band, String, String) throws(MastheadError) -> Void
    ) throws(MastheadError) -> [String] {
        var names: [String] = []
        for (index, definition) in content.figures.definitions.bands.enumerated() where isWanted(definition) {
            let name = "\(prefix)\(definition.id).tif"
            try AtomicFile.replace("\(folder)/\(name)") { (temporary) throws(MastheadError) in
                try body(index, definition, "\(content.scratch)/raster.tif", temporary)
            }
            names.append(name)
        }
        return names
    }

    static func fill<Sample: RasterSample>(
        _ writer: consuming RasterWriter, _ tiles: any CoverageTiles, _ path: String,
        _ values: (CoverageTile) -> [Sample]
    ) throws(MastheadError) {
        for (index, window) in tiles.windows.enumerated() {
            try writer.write(values(try tiles.tile(index)), window: window)
        }
        try writer.finish(cloudOptimizedAt: path, overviewResampling: .nearest)
    }

    /// What travels inside the file: the job, and the definitions of its figures.
    static func metadata(_ definition: Definitions.Band, _ content: RunContent) -> [String: String] {
        var metadata = [
            "JOB": content.job, "TIFFTAG_SOFTWARE": content.software,
            "SOURCES": content.credits.joined(separator: "; "), "BAND_ID": definition.id,
            "CARRIER_MHZ": PlainText.number(definition.carrierMegahertz),
            "MODEL": definition.model, "TIME_PERCENT": PlainText.number(definition.timePercent),
            "THRESHOLD_DBM": PlainText.number(definition.thresholdDBm),
            "PROBABILITY_PERCENT": PlainText.number(definition.probability * 100),
            "SIGMA_DB": PlainText.number(definition.sigmaDB),
            "MARGIN_DB": FixedPoint.text(definition.marginDB, decimals: 2),
            "ENVIRONMENT": definition.environment, "PENETRATION_DB": PlainText.number(definition.penetrationDB),
            "RECEIVER_HEIGHT_M": PlainText.number(definition.receiverHeightMetres),
            "RADIUS_M": PlainText.number(definition.radiusMetres),
        ]
        if let k = definition.refinement { metadata["PARTS"] = "\(k) x \(k) of each cell" }
        metadata["HEIGHTS_IN_SIGHT"] = definition.clutterHeights
        return metadata
    }
}
