import MastheadCore
import MastheadGeo

/// Where the cells of the sample lie, on the Earth and in the plane it is drawn in.
///
/// Cell centres lie on whole multiples of the cell spacing, as SRTM's do. The plane is the geographic one with degrees
/// of longitude shortened as at the centre: x to the east and y to the north of the centre, in metres.
struct SampleFrame: Sendable {
    /// Mean radius of the Earth 6,371,008.8 m, along one second of arc.
    static let metresPerArcSecond = 6_371_008.8 * Double.pi / 180 / 3600

    let columns: Int
    let rows: Int
    /// Spacing of cell centres, seconds of arc.
    let cellArcSeconds: Int
    /// Width of a cell, m.
    let columnMetres: Double
    /// Height of a cell, m.
    let rowMetres: Double
    /// Side of the region as it was asked for, m.
    let sizeMetres: Double
    /// Longitude of the westernmost cell centres, seconds of arc; may pass −180°.
    private let westArcSeconds: Int
    /// Latitude of the northernmost cell centres, seconds of arc.
    private let northArcSeconds: Int

    init(_ options: SampleOptions) {
        let cell = options.cellArcSeconds
        cellArcSeconds = cell
        sizeMetres = options.size.metres
        rowMetres = Self.metresPerArcSecond * Double(cell)
        columnMetres = rowMetres * Shape.cosine(degrees: options.centre.latitudeDegrees)
        columns = 2 * Int((options.size.metres / columnMetres / 2).rounded())
        rows = 2 * Int((options.size.metres / rowMetres / 2).rounded())
        let middleColumn = Int((options.centre.longitudeDegrees * 3600 / Double(cell)).rounded())
        let middleRow = Int((options.centre.latitudeDegrees * 3600 / Double(cell)).rounded())
        westArcSeconds = (middleColumn - columns / 2) * cell
        northArcSeconds = (middleRow + rows / 2) * cell
    }

    var cellCount: Int { columns * rows }
    /// Area of a cell, km².
    var cellSquareKilometres: Double { columnMetres * rowMetres / 1e6 }
    /// The size in kilometres.
    var sizeKilometres: Double { sizeMetres / 1000 }

    /// Metres east of the centre of a column's middle.
    func x(column: Double) -> Double { (column - Double(columns / 2)) * columnMetres }
    /// Metres north of the centre of a row's middle.
    func y(row: Double) -> Double { (Double(rows / 2) - row) * rowMetres }
    /// The column, with its fraction, whose middle lies at x.
    func column(x: Double) -> Double { x / columnMetres + Double(columns / 2) }
    /// The row, with its fraction, whose middle lies at y.
    func row(y: Double) -> Double { Double(rows / 2) - y / rowMetres }

    /// The cell that holds a point of the plane; nil outside the rasters.
    func cell(at point: PlanePoint) -> Int? {
        let column = Int(self.column(x: point.x).rounded())
        let row = Int(self.row(y: point.y).rounded())
        guard column >= 0, row >= 0, column < columns, row < rows else { return nil }
        return row * columns + column
    }

    /// The place on the Earth of a point of the plane, longitude −180 up to 180.
    func position(of point: PlanePoint) -> GeographicPosition {
        let cell = Double(cellArcSeconds)
        var longitude = (Double(westArcSeconds) + column(x: point.x) * cell) / 3600
        if longitude >= 180 { longitude -= 360 }
        if longitude < -180 { longitude += 360 }
        return GeographicPosition(
            longitudeDegrees: longitude, latitudeDegrees: (Double(northArcSeconds) - row(y: point.y) * cell) / 3600)
    }

    /// The map from pixels to degrees.
    var pixels: PixelTransform {
        let cell = Double(cellArcSeconds) / 3600
        let half = Double(cellArcSeconds) / 2
        return PixelTransform(
            west: (Double(westArcSeconds) - half) / 3600, north: (Double(northArcSeconds) + half) / 3600,
            pixelWidth: cell, pixelHeight: cell)
    }
}
