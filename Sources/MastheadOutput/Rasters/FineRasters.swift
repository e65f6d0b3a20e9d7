import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The levels in the parts of cells, for bands that divide them around their sites.
///
/// One raster for each such band, at the grid of its parts and void where no site reaches: blocks without a value take no
/// room, so that the file grows with the sites and not with the area.
enum FineRasters {
    static let level = ProductEntry(
        id: "level-fine", fileName: "level-fine-<band>.tif",
        format: "Cloud Optimized GeoTIFF, Int16, scale 0.01, nodata −32768", unit: "dBm",
        summary: "The same in the parts of cells around the sites, for bands that divide cells (`resolution`).",
        opening: "QGIS: as `level`, and place it above that."
    ) { (content, folder) throws(MastheadError) in
        var names: [String] = []
        for (index, definition) in content.figures.definitions.bands.enumerated() {
            guard let k = definition.refinement else { continue }
            let name = "level-fine-\(definition.id).tif"
            try AtomicFile.replace("\(folder)/\(name)") { (temporary) throws(MastheadError) in
                let writer = try RasterWriter(
                    scratchPath: "\(content.scratch)/raster.tif", grid: content.tiles.grid.refined(by: k),
                    type: .int16, nodata: Double(CoverageTile.noLevel), unit: "dBm",
                    bandDescription: "SS-RSRP of the best server outdoors, dBm, \(definition.id), parts of cells",
                    scale: 0.01, metadata: CoverageRasters.metadata(definition, content))
                try fill(writer, content.tiles, band: index, at: temporary)
            }
            names.append(name)
        }
        return names
    }

    private static func fill(
        _ writer: consuming RasterWriter, _ tiles: any CoverageTiles, band: Int, at path: String
    ) throws(MastheadError) {
        for (index, window) in tiles.windows.enumerated() {
            for fine in try tiles.tile(index).fine where fine.band == band {
                let k = fine.refinement
                for (number, cell) in fine.cells.enumerated() {
                    let column = window.column + Int(cell) % window.columns
                    let row = window.row + Int(cell) / window.columns
                    try writer.write(
                        Array(fine.levelHundredthsDBm[number * k * k..<(number + 1) * k * k]),
                        window: GridWindow(column: column * k, row: row * k, columns: k, rows: k))
                }
            }
        }
        try writer.finish(cloudOptimizedAt: path, overviewResampling: .nearest)
    }
}
