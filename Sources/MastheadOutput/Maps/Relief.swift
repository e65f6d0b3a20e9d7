import MastheadCore
import MastheadGeo

/// The shade of the ground on a map: light from the north-west, as maps have it.
enum Relief {
    /// A factor for each pixel of a map, about 1; 1 where the ground is not known.
    ///
    /// Rows are read in strips, so that memory stays with the map's width.
    static func shades(_ frame: MapFrame, ground: RasterLayer) throws(MastheadError) -> [Float] {
        let grid = frame.pixelGrid
        var reader = try RasterReader(ground, on: grid)
        var shades = [Float](repeating: 1, count: frame.width * frame.height)
        // Slopes are exaggerated on small scales, where real ones would vanish.
        let gain = Float(1.1 / (2 * frame.metresPerPixel) * max(1, (frame.metresPerPixel / 60).squareRoot()))
        for top in stride(from: 0, to: frame.height, by: 64) {
            let count = min(64, frame.height - top)
            let window = GridWindow(column: -1, row: top - 1, columns: frame.width + 2, rows: count + 2)
            let heights = try reader.values(in: window, method: .bilinear)
            for row in 0..<count {
                for column in 0..<frame.width {
                    let middle = (row + 1) * window.columns + column + 1
                    let eastward = heights[middle + 1] - heights[middle - 1]
                    let southward = heights[middle + window.columns] - heights[middle - window.columns]
                    // Ground that falls to the south-east lies in the shade.
                    let lit = (eastward + southward) * gain
                    guard lit.isFinite else { continue }
                    shades[(top + row) * frame.width + column] = 1 + max(-0.35, min(0.12, lit * 0.5))
                }
            }
        }
        return shades
    }
}
