import Foundation
import MastheadCore

/// How far beyond its outer edge a layer's outermost pixels still hold.
///
/// A cell at the rim of a study area has its centre up to half a cell outside the area, and there may be no more raster
/// than area. Within the reach, such a cell takes the pixel at the edge; voids and gaps inside the layer are not touched.
struct EdgeReach: Sendable {
    /// The reach in pixel columns.
    private let columns: Double
    /// The reach in pixel rows.
    private let rows: Double
    private let width: Double
    private let height: Double
    /// Pixel columns once around the Earth; zero where columns do not come round or have no edge.
    private let turn: Double
    private let hasSideEdges: Bool

    /// The reach of a layer's edge.
    init(_ layer: RasterLayer, reach: Length) {
        width = Double(layer.columns)
        height = Double(layer.rows)
        turn = Double(layer.columnPeriod ?? 0)
        hasSideEdges = layer.columnPeriod != layer.columns
        guard layer.referenceSystem.isGeographic else {
            columns = reach.metres / layer.pixelWidth
            rows = reach.metres / layer.pixelHeight
            return
        }
        // A degree of latitude is at least 110,574 m; one of longitude shrinks with the cosine of the latitude.
        let middle = layer.position(column: width / 2, row: height / 2)?.latitudeDegrees ?? 0
        let metresPerDegree = 110_574.0
        rows = reach.metres / (layer.pixelHeight * metresPerDegree)
        columns = reach.metres / (layer.pixelWidth * metresPerDegree * max(0.05, cos(middle * .pi / 180)))
    }

    /// Moves a position that lies within the reach onto the edge; tells whether it moved.
    @inline(__always)
    func settle(_ column: inout Double, _ row: inout Double) -> Bool {
        var x = column
        if hasSideEdges {
            if turn > 0, x > width + columns, x - turn >= -columns { x -= turn }
            if x < 0, x >= -columns { x = 0 } else if x >= width, x <= width + columns { x = width.nextDown }
        }
        var y = row
        if y < 0, y >= -rows { y = 0 } else if y >= height, y <= height + rows { y = height.nextDown }
        guard x != column || y != row else { return false }
        guard x >= 0, x < width, y >= 0, y < height else { return false }
        column = x
        row = y
        return true
    }

    /// Moves all positions of a window that lie within the reach; tells how many moved.
    func settle(_ coordinates: inout PixelLattice.Coordinates) -> Int {
        guard columns > 0 || rows > 0 else { return 0 }
        var moved = 0
        for index in coordinates.columns.indices
        where settle(&coordinates.columns[index], &coordinates.rows[index]) {
            moved += 1
        }
        return moved
    }
}
