import MastheadGeo

/// Where a study grid lies on a sheet: the scale and the way from the plane to pixels.
struct MapFrame: Sendable {
    let grid: Grid
    /// Left edge of the map on the sheet, pixels.
    let left: Double
    /// Upper edge of the map on the sheet, pixels.
    let top: Double
    /// Metres of the plane for each pixel.
    let metresPerPixel: Double
    /// Width of the map, pixels.
    let width: Int
    /// Height of the map, pixels.
    let height: Int

    /// A frame whose longer side has so many pixels.
    init(grid: Grid, left: Double, top: Double, longSide: Double) {
        self.grid = grid
        self.left = left
        self.top = top
        let east = Double(grid.columns) * grid.cellMetres
        let north = Double(grid.rows) * grid.cellMetres
        metresPerPixel = max(east, north) / longSide
        width = max(1, Int((east / metresPerPixel).rounded()))
        height = max(1, Int((north / metresPerPixel).rounded()))
    }

    var right: Double { left + Double(width) }
    var bottom: Double { top + Double(height) }

    /// The place of a point on the sheet.
    func point(_ place: PlanePoint) -> SheetPoint {
        (
            left + (place.x - grid.westMetres) / metresPerPixel,
            top + (grid.northMetres - place.y) / metresPerPixel
        )
    }

    /// The grid whose cells are the map's pixels, to read layers at the map's scale.
    var pixelGrid: Grid {
        Grid(
            referenceSystem: grid.referenceSystem, westMetres: grid.westMetres, northMetres: grid.northMetres,
            cellMetres: metresPerPixel, columns: width, rows: height)
    }
}
