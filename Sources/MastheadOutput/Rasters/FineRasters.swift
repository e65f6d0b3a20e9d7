import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The levels in the parts of cells, for bands that divide them around their sites.
///
/// One raster for each such band, on the grid of its parts, cut to the rectangle around the cells that a site reaches and
/// void where none does. Blocks without a value take no room, so that the file grows with the sites and not with the area.
/// Measured with GDAL 3.6: 4 s for each 10⁹ empty pixels of the rectangle, for which the overviews are looked for.
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
                let reached = try reached(band: index, in: content.tiles)
                let writer = try RasterWriter(
                    scratchPath: "\(content.scratch)/raster.tif",
                    grid: content.tiles.grid.cut(to: reached).refined(by: k), type: .int16,
                    nodata: Double(CoverageTile.noLevel), unit: "dBm",
                    bandDescription: "SS-RSRP of the best server outdoors, dBm, \(definition.id), parts of cells",
                    scale: 0.01, metadata: CoverageRasters.metadata(definition, content))
                try fill(writer, content.tiles, band: index, from: reached, at: temporary)
            }
            names.append(name)
        }
        return names
    }

    /// The smallest window around the cells that a site reaches; the first cell of the grid where none is reached.
    private static func reached(band: Int, in tiles: any CoverageTiles) throws(MastheadError) -> GridWindow {
        var (west, north, east, south) = (Int.max, Int.max, 0, 0)
        for (index, window) in tiles.windows.enumerated() {
            for fine in try tiles.tile(index).fine where fine.band == band {
                for cell in fine.cells {
                    let column = window.column + Int(cell) % window.columns
                    let row = window.row + Int(cell) / window.columns
                    (west, east) = (min(west, column), max(east, column + 1))
                    (north, south) = (min(north, row), max(south, row + 1))
                }
            }
        }
        guard east > west else { return GridWindow(column: 0, row: 0, columns: 1, rows: 1) }
        return GridWindow(column: west, row: north, columns: east - west, rows: south - north)
    }

    private static func fill(
        _ writer: consuming RasterWriter, _ tiles: any CoverageTiles, band: Int, from corner: GridWindow,
        at path: String
    ) throws(MastheadError) {
        for (index, window) in tiles.windows.enumerated() {
            for fine in try tiles.tile(index).fine where fine.band == band {
                let k = fine.refinement
                for (number, cell) in fine.cells.enumerated() {
                    let column = window.column - corner.column + Int(cell) % window.columns
                    let row = window.row - corner.row + Int(cell) / window.columns
                    try writer.write(
                        Array(fine.levelHundredthsDBm[number * k * k..<(number + 1) * k * k]),
                        window: GridWindow(column: column * k, row: row * k, columns: k, rows: k))
                }
            }
        }
        try writer.finish(cloudOptimizedAt: path, overviewResampling: .nearest)
    }
}

extension Grid {
    /// The cells of a window as a grid of their own.
    fileprivate func cut(to window: GridWindow) -> Grid {
        Grid(
            referenceSystem: referenceSystem, westMetres: westMetres + Double(window.column) * cellMetres,
            northMetres: northMetres - Double(window.row) * cellMetres, cellMetres: cellMetres,
            columns: window.columns, rows: window.rows)
    }
}
