/// Where the pixels of a raster lie in the plane of its reference system: the six numbers of a corner-based affine map.
///
/// Columns and rows are counted from the outer corner of the first pixel, so that pixel (c, r) fills c…c+1 and r…r+1 and
/// its centre is (c + ½, r + ½), whether the file calls its pixels areas or points.
///
///     x = west  + column · columnX + row · rowX
///     y = north + column · columnY + row · rowY
public struct PixelTransform: Sendable, Hashable {
    /// x of the outer corner of the first pixel.
    public let west: Double
    /// Change of x along a row, per pixel.
    public let columnX: Double
    /// Change of x down a column, per pixel; zero unless the raster is turned.
    public let rowX: Double
    /// y of the outer corner of the first pixel.
    public let north: Double
    /// Change of y along a row, per pixel; zero unless the raster is turned.
    public let columnY: Double
    /// Change of y down a column, per pixel; negative where the first row is the northern one.
    public let rowY: Double

    /// A map by its six numbers, in the order of a GDAL geotransform.
    public init(west: Double, columnX: Double, rowX: Double, north: Double, columnY: Double, rowY: Double) {
        self.west = west
        self.columnX = columnX
        self.rowX = rowX
        self.north = north
        self.columnY = columnY
        self.rowY = rowY
    }

    /// A raster whose first row is the northern one, with pixels of the given size.
    public init(west: Double, north: Double, pixelWidth: Double, pixelHeight: Double) {
        self.init(west: west, columnX: pixelWidth, rowX: 0, north: north, columnY: 0, rowY: -pixelHeight)
    }

    /// The map of a grid's cells.
    public init(_ grid: Grid) {
        self.init(
            west: grid.westMetres, north: grid.northMetres, pixelWidth: grid.cellMetres, pixelHeight: grid.cellMetres)
    }

    /// The area of a pixel with its sign; zero when the map cannot be reversed.
    public var determinant: Double { columnX * rowY - rowX * columnY }

    /// Whether rows run exactly along x and columns along y.
    public var isUpright: Bool { rowX == 0 && columnY == 0 }

    /// The point at a column and row, counted in pixels from the outer corner of the first.
    @inlinable public func point(column: Double, row: Double) -> PlanePoint {
        PlanePoint(x: west + column * columnX + row * rowX, y: north + column * columnY + row * rowY)
    }

    /// The column and row of a point, counted in pixels from the outer corner of the first.
    public func pixel(at point: PlanePoint) -> (column: Double, row: Double) {
        let dx = point.x - west
        let dy = point.y - north
        guard !isUpright else { return (dx / columnX, dy / rowY) }
        return ((dx * rowY - dy * rowX) / determinant, (dy * columnX - dx * columnY) / determinant)
    }
}
