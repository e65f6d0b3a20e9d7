import MastheadGeo

/// Where a study grid lies on a sheet: the scale and the way from the plane to pixels.
struct MapFrame {
    /// Pixels of the sheet left of and above the map.
    static let margin = 28.0
    /// Height of the title's band.
    static let titleHeight = 92.0
    /// Width of the legend's column.
    static let sideWidth = 330.0
    /// The longer side of a map.
    static let longSide = 1150.0
    /// The shortest side of a map, for long and narrow areas; also the least height that the legend needs.
    static let shortSide = 640.0

    let grid: Grid
    /// Metres of the plane for each pixel.
    let metresPerPixel: Double
    /// Size of the map in pixels.
    let width: Int
    let height: Int

    init(grid: Grid) {
        self.grid = grid
        let east = Double(grid.columns) * grid.cellMetres
        let north = Double(grid.rows) * grid.cellMetres
        metresPerPixel = max(east, north) / Self.longSide
        width = max(1, Int((east / metresPerPixel).rounded()))
        height = max(1, Int((north / metresPerPixel).rounded()))
    }

    var left: Double { Self.margin }
    var top: Double { Self.titleHeight }
    var sideLeft: Double { left + Double(width) + 26 }
    var sheetWidth: Int { Int(sideLeft + Self.sideWidth + Self.margin) }
    var sheetHeight: Int { Int(top + max(Double(height), Self.shortSide) + 52) }

    /// The place of a point on the sheet.
    func point(_ place: PlanePoint) -> (x: Double, y: Double) {
        (
            left + (place.x - grid.westMetres) / metresPerPixel,
            top + (grid.northMetres - place.y) / metresPerPixel
        )
    }

    /// The cell of the study grid under the middle of a map pixel.
    func cell(column: Int, row: Int) -> (column: Int, row: Int) {
        let scale = metresPerPixel / grid.cellMetres
        return (
            min(grid.columns - 1, Int((Double(column) + 0.5) * scale)),
            min(grid.rows - 1, Int((Double(row) + 0.5) * scale))
        )
    }

    /// The grid whose cells are the map's pixels, to read layers at the map's scale.
    var pixelGrid: Grid {
        Grid(
            referenceSystem: grid.referenceSystem, westMetres: grid.westMetres, northMetres: grid.northMetres,
            cellMetres: metresPerPixel, columns: width, rows: height)
    }
}
