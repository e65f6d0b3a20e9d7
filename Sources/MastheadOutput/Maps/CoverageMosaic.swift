import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Gathers the cells of a band into the pixels of a map, one tile at a time.
///
/// Where a pixel holds several cells, it shows their mixture: a pixel half of whose cells are covered is half coloured, at
/// the mean level of those. Sums are whole numbers, so the order of the tiles does not matter; memory stays with the
/// map's pixels, whatever the size of the area.
struct CoverageMosaic {
    private let frame: MapFrame
    private var covered: [Int32]
    private var uncovered: [Int32]
    private var outside: [Int32]
    private var hundredths: [Int64]

    init(frame: MapFrame) {
        self.frame = frame
        let count = frame.width * frame.height
        covered = Array(repeating: 0, count: count)
        uncovered = covered
        outside = covered
        hundredths = Array(repeating: 0, count: count)
    }

    /// Adds the cells of a tile's layer.
    mutating func add(_ layer: CoverageTile.Layer, window: GridWindow) {
        if frame.metresPerPixel >= frame.grid.cellMetres {
            addCells(layer, window: window)
        } else {
            addPixels(layer, window: window)
        }
    }

    /// Cells no larger than pixels: each cell goes to the pixel under its middle.
    private mutating func addCells(_ layer: CoverageTile.Layer, window: GridWindow) {
        let scale = frame.grid.cellMetres / frame.metresPerPixel
        let columns = (window.column..<window.column + window.columns).map {
            min(frame.width - 1, Int((Double($0) + 0.5) * scale))
        }
        for row in 0..<window.rows {
            let line = min(frame.height - 1, Int((Double(window.row + row) + 0.5) * scale)) * frame.width
            for column in 0..<window.columns {
                count(layer, cell: row * window.columns + column, pixel: line + columns[column])
            }
        }
    }

    /// Cells larger than pixels: each pixel takes the cell under its middle.
    private mutating func addPixels(_ layer: CoverageTile.Layer, window: GridWindow) {
        let scale = frame.metresPerPixel / frame.grid.cellMetres
        func cell(_ pixel: Int, _ limit: Int) -> Int { min(limit - 1, Int((Double(pixel) + 0.5) * scale)) }
        func pixels(_ first: Int, _ count: Int, _ size: Int) -> Range<Int> {
            let low = max(0, Int(Double(first) / scale) - 1)
            return low..<max(low, min(size, Int(Double(first + count) / scale) + 2))
        }
        for line in pixels(window.row, window.rows, frame.height) {
            let row = cell(line, frame.grid.rows)
            for pixel in pixels(window.column, window.columns, frame.width) {
                let column = cell(pixel, frame.grid.columns)
                guard window.contains(column: column, row: row) else { continue }
                count(layer, cell: window.index(column: column, row: row), pixel: line * frame.width + pixel)
            }
        }
    }

    private mutating func count(_ layer: CoverageTile.Layer, cell: Int, pixel: Int) {
        switch layer.covered[cell] {
        case 1:
            covered[pixel] += 1
            hundredths[pixel] += Int64(layer.levelHundredthsDBm[cell])
        case 0: uncovered[pixel] += 1
        default: outside[pixel] += 1
        }
    }

    /// The picture, shaded by relief: one factor for each pixel.
    func picture(shades: [Float]) -> Picture {
        var picture = Picture(width: frame.width, height: frame.height, CoverageColors.outside)
        for row in 0..<frame.height {
            for column in 0..<frame.width {
                let pixel = row * frame.width + column
                picture.set(column, row, color(pixel, shade: Double(shades[pixel])))
            }
        }
        return picture
    }

    private func color(_ pixel: Int, shade: Double) -> Color {
        let parts = (Double(covered[pixel]), Double(uncovered[pixel]), Double(outside[pixel]))
        let all = parts.0 + parts.1 + parts.2
        // Outside the study area the relief is only hinted at.
        let empty = CoverageColors.outside.shaded(1 + (shade - 1) * 0.4)
        guard all > 0 else { return empty }
        var mixed = empty
        if parts.1 > 0 {
            var land = CoverageColors.uncovered.shaded(shade)
            land.alpha = parts.1 / (parts.1 + parts.2)
            mixed = land.over(mixed)
        }
        if parts.0 > 0 {
            let mean = Double(hundredths[pixel]) / parts.0 / 100
            var level = CoverageColors.level.color(mean).shaded(shade)
            level.alpha = parts.0 / all
            mixed = level.over(mixed)
        }
        return mixed
    }
}
