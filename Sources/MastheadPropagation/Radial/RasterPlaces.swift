/// Where the points of a line lie among the cells of a raster.
struct RasterPlaces: ~Copyable {
    /// Index of the cell whose centre lies north-west of each point; meaningful where ``areInside``.
    let cells: Row<Int32>
    /// How far each point lies east and south of that centre, cells.
    let east: Row<Float>
    let south: Row<Float>
    /// Whether the four cells around every point lie in the raster.
    private(set) var areInside = false

    /// Room for so many points.
    init(capacity: Int) {
        cells = Row(capacity: capacity, filledWith: 0)
        east = Row(capacity: capacity)
        south = Row(capacity: capacity)
    }

    /// Finds the places of the points of a line.
    mutating func follow(_ line: RasterLine, over raster: TerrainRaster, count: Int) {
        let ends = [position(0, line), position(count - 1, line)]
        areInside = ends.allSatisfy {
            $0.column >= 0 && $0.row >= 0 && $0.column + 1 < raster.columns && $0.row + 1 < raster.rows
        }
        let width = WideInts(Int32(truncatingIfNeeded: raster.columns))
        let base = WideInts(
            Int32(truncatingIfNeeded: line.row &* raster.columns &+ line.column))
        var start = 0
        while start < count {
            let t: Wide = Wide.lanes + Wide(Float(start + 1))
            let u: Wide = t * Wide(line.eastPerPoint) + Wide(line.east)
            let v: Wide = t * Wide(line.southPerPoint) + Wide(line.south)
            let column = WideFunctions.floor(u)
            let row = WideFunctions.floor(v)
            east[wide: start] = u - column
            south[wide: start] = v - row
            cells[wide: start] = WideFunctions.whole(row) &* width &+ WideFunctions.whole(column) &+ base
            start += 16
        }
    }

    /// The place of a point by the same steps, wherever it lies.
    @inline(__always)
    func position(_ index: Int, _ line: RasterLine) -> RasterPosition {
        let t = Float(index + 1)
        let u = t * line.eastPerPoint + line.east
        let v = t * line.southPerPoint + line.south
        let (column, row) = (u.rounded(.down), v.rounded(.down))
        return RasterPosition(
            column: line.column + Int(column), row: line.row + Int(row), east: u - column, south: v - row)
    }

    /// The cell that a point lies in.
    @inline(__always)
    func nearest(_ index: Int, _ columns: Int) -> Int {
        Int(cells[index]) + (east[index] >= 0.5 ? 1 : 0) + (south[index] >= 0.5 ? columns : 0)
    }
}
