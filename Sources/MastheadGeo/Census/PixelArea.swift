import MastheadCore

/// The true area of a raster's pixels on the ellipsoid, for densities.
///
/// Corners are taken to the cylindrical equal-area projection of WGS 84, where a pixel between meridians and parallels is
/// exactly a rectangle; pixels of other projections become quadrilaterals whose area is right to (size / 2R)².
struct PixelArea: ~Copyable {
    private let layer: RasterLayer
    private let transform: CoordinateTransform
    /// x once around the Earth, m.
    private let turn: Double

    private static let equalArea = ReferenceSystem(definition: "+proj=cea +datum=WGS84 +units=m +no_defs +type=crs")

    init(_ layer: RasterLayer) throws(MastheadError) {
        let turn = try Self.turn()
        transform = try CoordinateTransform(from: layer.referenceSystem, to: Self.equalArea)
        self.turn = turn
        self.layer = layer
    }

    private static func turn() throws(MastheadError) -> Double {
        let transform = try CoordinateTransform(from: .wgs84, to: equalArea)
        return 4 * (try transform.forward(PlanePoint(x: 90, y: 0))).x
    }

    /// The areas of the pixels of a window, km²; NaN for a pixel that has no place on Earth.
    func squareKilometres(in window: GridWindow) -> [Double] {
        var xs: [Double] = []
        var ys: [Double] = []
        for row in 0...window.rows {
            for column in 0...window.columns {
                let point = layer.pixels.point(
                    column: Double(window.column + column), row: Double(window.row + row))
                xs.append(point.x)
                ys.append(point.y)
            }
        }
        transform.forwardWhereDefined(&xs, &ys)
        var areas: [Double] = []
        areas.reserveCapacity(window.cellCount)
        let width = window.columns + 1
        for row in 0..<window.rows {
            for column in 0..<window.columns {
                let first = row * width + column
                let corners = [first, first + width, first + width + 1, first + 1].map { index in
                    PlanePoint(
                        x: xs[index] - turn * ((xs[index] - xs[first]) / turn).rounded(), y: ys[index])
                }
                areas.append(abs(PlaneRing.signedArea(corners)) / 1e6)
            }
        }
        return areas
    }
}
