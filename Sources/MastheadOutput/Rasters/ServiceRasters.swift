import MastheadCore
import MastheadGeo
import MastheadPlanning
import MastheadRadio

/// What a band's link gives, cell by cell: SINR, throughput, what limits it, and the bands that serve a cell.
enum ServiceRasters {
    static let sinr = ProductEntry(
        id: "sinr", fileName: "sinr-<band>.tif",
        format: "Cloud Optimized GeoTIFF, Int16, scale 0.01, nodata −32768", unit: "dB",
        summary: "SS-SINR of the best server outdoors, with the load and reuse of the definitions.",
        opening: "QGIS: drag onto the map; Singleband pseudocolor from −10 to 30 dB reads well."
    ) { (content, folder) throws(MastheadError) in
        try CoverageRasters.forEachBand(content, folder, "sinr-", where: { $0.link != nil }) {
            (band, definition, scratch, path) throws(MastheadError) in
            let writer = try RasterWriter(
                scratchPath: scratch, grid: content.tiles.grid, type: .int16, nodata: Double(CoverageTile.noLevel),
                unit: "dB", bandDescription: "SS-SINR of the best server outdoors, dB, \(definition.id)", scale: 0.01,
                metadata: metadata(definition, content))
            try CoverageRasters.fill(writer, content.tiles, path) { $0.layers[band].sinrHundredthsDB }
        }
    }

    /// The value of a cell where nothing is received.
    private static let noThroughput = UInt32.max

    static let throughput = ProductEntry(
        id: "throughput", fileName: "throughput-<band>.tif",
        format: "Cloud Optimized GeoTIFF, UInt32, nodata 4294967295", unit: "kbit/s",
        summary:
            "Downlink throughput of one user who has the cell for himself, from the SINR by the curve of the definitions.",
        opening: "QGIS: drag onto the map."
    ) { (content, folder) throws(MastheadError) in
        try CoverageRasters.forEachBand(content, folder, "throughput-", where: { $0.link != nil }) {
            (band, definition, scratch, path) throws(MastheadError) in
            let writer = try RasterWriter(
                scratchPath: scratch, grid: content.tiles.grid, type: .uint32, nodata: Double(noThroughput),
                unit: "kbit/s", bandDescription: "Downlink throughput of one user, kbit/s, \(definition.id)",
                metadata: metadata(definition, content))
            try CoverageRasters.fill(writer, content.tiles, path) { tile in
                tile.layers[band].sinrHundredthsDB.map { sinr in
                    guard sinr != CoverageTile.noLevel, let link = definition.link else { return noThroughput }
                    return UInt32(link.downlinkKilobitsPerSecond(sinrDB: Double(sinr) / 100).rounded())
                }
            }
        }
    }

    static let limit = ProductEntry(
        id: "limit", fileName: "limit-<band>.tif",
        format: "Cloud Optimized GeoTIFF, Byte, nodata 255", unit: "0 to 3",
        summary: "What keeps the service outdoors away: 0 nothing, 1 level, 2 interference, 3 uplink.",
        opening: "QGIS: Symbology, Paletted/Unique values, Classify."
    ) { (content, folder) throws(MastheadError) in
        try CoverageRasters.forEachBand(content, folder, "limit-", where: { $0.link != nil }) {
            (band, definition, scratch, path) throws(MastheadError) in
            let words = ServiceLimit.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")
            let writer = try RasterWriter(
                scratchPath: scratch, grid: content.tiles.grid, type: .uint8, nodata: 255, unit: "",
                bandDescription: "\(words), \(definition.id)", metadata: metadata(definition, content))
            try CoverageRasters.fill(writer, content.tiles, path) { $0.layers[band].limits }
        }
    }

    static let anyBand = ProductEntry(
        id: "any-band", fileName: "any-band.tif",
        format: "Cloud Optimized GeoTIFF, Byte, nodata 255", unit: "bands",
        summary: "How many bands serve the cell outdoors, in all parts or some; 255 outside the study area.",
        opening: "QGIS: Symbology, Paletted/Unique values, Classify."
    ) { (content, folder) throws(MastheadError) in
        let name = "any-band.tif"
        let outdoor = content.figures.definitions.services.firstIndex { $0.id == ServiceKind.outdoor.id } ?? 0
        try AtomicFile.replace("\(folder)/\(name)") { (temporary) throws(MastheadError) in
            let writer = try RasterWriter(
                scratchPath: "\(content.scratch)/raster.tif", grid: content.tiles.grid, type: .uint8, nodata: 255,
                unit: "", bandDescription: "Number of bands that serve outdoors",
                metadata: ["JOB": content.job, "TIFFTAG_SOFTWARE": content.software])
            try CoverageRasters.fill(writer, content.tiles, temporary) { tile in count(tile, outdoor) }
        }
        return [name]
    }

    /// The number of bands that serve each cell.
    private static func count(_ tile: CoverageTile, _ kind: Int) -> [UInt8] {
        var bands = [UInt8](repeating: 255, count: tile.window.cellCount)
        for layer in tile.layers where layer.services.indices.contains(kind) {
            for (cell, served) in layer.services[kind].enumerated() where served != 255 {
                bands[cell] = (bands[cell] == 255 ? 0 : bands[cell]) + (served > 0 ? 1 : 0)
            }
        }
        return bands
    }

    private static func metadata(_ definition: Definitions.Band, _ content: RunContent) -> [String: String] {
        var metadata = CoverageRasters.metadata(definition, content)
        guard let link = definition.link else { return metadata }
        metadata["LOAD_PERCENT"] = PlainText.number(link.load * 100)
        metadata["REUSE"] = "\(link.reuse)"
        metadata["NOISE_DBM"] = FixedPoint.text(link.noiseDBm, decimals: 2)
        metadata["LEAST_SINR_DB"] = PlainText.number(link.leastSINRDB)
        metadata["THROUGHPUT"] = link.throughput
        return metadata
    }
}
