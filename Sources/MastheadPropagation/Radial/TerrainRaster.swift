/// What stands in the cells of a plane grid of square cells: the terrain that radials are drawn from.
package struct TerrainRaster: Sendable {
    /// Number of columns, from the west.
    package let columns: Int
    /// Number of rows, from the north.
    package let rows: Int
    let groundMetres: [Float]
    let clutterMetres: [Float]
    let clutterKinds: [UInt8]
    let zones: [UInt8]
    /// Whether anything stands anywhere, whether any cell is not inland, and whether any cell has no ground.
    let hasClutter: Bool
    let hasZones: Bool
    let hasVoids: Bool

    /// A raster of row-major arrays; ground is NaN where it is void, kinds and zones are codes of ``ClutterKind`` and
    /// ``RadioZone``.
    package init(
        columns: Int, rows: Int, groundMetres: [Float], clutterMetres: [Float], clutterKinds: [UInt8], zones: [UInt8]
    ) {
        let count = columns * rows
        precondition(
            groundMetres.count == count && clutterMetres.count == count && clutterKinds.count == count
                && zones.count == count, "one value of each for every cell")
        self.columns = columns
        self.rows = rows
        self.groundMetres = groundMetres
        self.clutterMetres = clutterMetres
        self.clutterKinds = clutterKinds
        self.zones = zones
        hasClutter = clutterMetres.contains { $0 > 0 }
        hasZones = zones.contains { $0 != RadioZone.inland.rawValue }
        hasVoids = groundMetres.contains { $0.isNaN }
    }

    /// Ground between four cells, of which some are void or outside: those give their weight to the others. NaN where the
    /// nearest cell itself is void.
    ///
    /// - Parameters:
    ///   - column: Column of the north-western cell, −1 at the least.
    ///   - row: Its row.
    ///   - du: How far east of its centre, cells.
    ///   - dv: How far south of its centre, cells.
    @inline(never)
    package func groundBesideVoid(column: Int, row: Int, du: Float, dv: Float) -> Float {
        let (nearColumn, nearRow) = (du < 0.5 ? column : column + 1, dv < 0.5 ? row : row + 1)
        guard nearColumn >= 0, nearRow >= 0, nearColumn < columns, nearRow < rows,
            !groundMetres[nearRow * columns + nearColumn].isNaN
        else { return .nan }
        var sum: Float = 0
        var weight: Float = 0
        for (dc, wc) in [(0, 1 - du), (1, du)] {
            for (dr, wr) in [(0, 1 - dv), (1, dv)] {
                let (c, r) = (column + dc, row + dr)
                guard c >= 0, r >= 0, c < columns, r < rows, !groundMetres[r * columns + c].isNaN else { continue }
                sum += groundMetres[r * columns + c] * wc * wr
                weight += wc * wr
            }
        }
        return weight > 0 ? sum / weight : groundMetres[nearRow * columns + nearColumn]
    }
}

/// A straight line over a raster, from the place of a mast.
///
/// The cell and the place in it are kept apart, and points are counted from there, so that the same line has the same
/// points in every window of the grid.
package struct RasterLine: Sendable {
    /// The cell whose centre lies north-west of the mast, in columns and rows of the raster.
    package var column: Int
    package var row: Int
    /// How far the mast lies east and south of its centre, cells, 0 to 1.
    package var east: Float
    package var south: Float
    /// From one point to the next, cells.
    package var eastPerPoint: Float
    package var southPerPoint: Float

    /// A line.
    package init(
        column: Int, row: Int, east: Float, south: Float, eastPerPoint: Float, southPerPoint: Float
    ) {
        self.column = column
        self.row = row
        self.east = east
        self.south = south
        self.eastPerPoint = eastPerPoint
        self.southPerPoint = southPerPoint
    }
}

extension Radial {
    /// Takes in points of a raster along a line: ground is bilinear between the centres of cells, clutter and zone are
    /// those of the cell.
    ///
    /// - Parameters:
    ///   - raster: It holds all cells around the points; cells beyond its edge count as void.
    ///   - line: The line.
    ///   - count: Points beyond the mast, not above ``capacity``.
    ///   - foot: What stands at the mast.
    /// - Returns: How many points there are before the first one without ground.
    package func fill(
        from raster: TerrainRaster, along line: RasterLine, count: Int, stepKilometres: Double, foot: PathSample,
        clutterFreeKilometres: Double
    ) -> Int {
        begin(count: count, stepKilometres: stepKilometres, foot: foot)
        places.follow(line, over: raster, count: count)
        let firstVoid = fillGround(raster, line, footMetres: Float(foot.groundMetres))
        fillClutter(raster, from: Int((clutterFreeKilometres / stepKilometres).rounded(.up)))
        finish(hasClutter: hasClutter)
        fillZones(raster, foot: foot)
        return firstVoid
    }

    private func fillGround(_ raster: TerrainRaster, _ line: RasterLine, footMetres foot: Float) -> Int {
        let heights = raster.groundMetres.span
        let below = raster.columns
        guard places.areInside, !raster.hasVoids else {
            var firstVoid = count
            for index in 0..<count {
                let height = raster.ground(at: places.position(index, line)) - foot
                if height.isNaN { firstVoid = min(firstVoid, index) }
                ground.heights[index] = height.isNaN ? 0 : height
            }
            return firstVoid
        }
        for index in 0..<count {
            let place = Int(places.cells[index])
            // SAFETY: `areInside` has held the four cells around every point against the edges of the raster.
            let (northWest, northEast) = unsafe (heights[unchecked: place], heights[unchecked: place + 1])
            let (southWest, southEast) = unsafe (
                heights[unchecked: place + below], heights[unchecked: place + below + 1]
            )
            ground.heights[index] =
                TerrainRaster.between(
                    northWest, northEast, southWest, southEast, places.east[index], places.south[index]) - foot
        }
        return count
    }

    /// The surface where anything stands on it; bare ground is taken over as a whole.
    private func fillClutter(_ raster: TerrainRaster, from first: Int) {
        hasClutter = false
        guard raster.hasClutter else { return }
        let clutterMetres = raster.clutterMetres.span
        var highest: Float = 0
        for index in 0..<count {
            let cell = places.nearest(index, raster.columns)
            // Cells beyond the edge are bare.
            let isThere = index + 1 >= first && cell >= 0 && cell < clutterMetres.count
            let clutter = isThere ? clutterMetres[cell] : 0
            surface.heights[index] = ground.heights[index] + clutter
            highest = clutter > highest ? clutter : highest
        }
        hasClutter = highest > 0
    }

    private func fillZones(_ raster: TerrainRaster, foot: PathSample) {
        zones.removeAll(keepingCapacity: true)
        guard raster.hasZones else { return }
        var state = RadialZones(transmitter: foot.zone)
        zones.append(state)
        for index in 0..<count {
            let cell = places.nearest(index, raster.columns)
            let code = raster.zones.indices.contains(cell) ? raster.zones[cell] : RadioZone.inland.rawValue
            state.push(RadioZone(rawValue: code) ?? .inland, boundaryKilometres: (Double(index) + 0.5) * stepKilometres)
            zones.append(state)
        }
    }
}

extension TerrainRaster {
    /// Bilinear between four cells; the lower rows of a grid lie south.
    @inline(__always)
    static func between(
        _ northWest: Float, _ northEast: Float, _ southWest: Float, _ southEast: Float, _ east: Float, _ south: Float
    ) -> Float {
        let north = northWest + (northEast - northWest) * east
        let lower = southWest + (southEast - southWest) * east
        return north + (lower - north) * south
    }

    /// Bilinear ground where some cells are void or outside; NaN where the nearest is.
    func ground(at place: RasterPosition) -> Float {
        let (c, r) = (place.column, place.row)
        if c >= 0, r >= 0, c + 1 < columns, r + 1 < rows {
            let index = r * columns + c
            let height = Self.between(
                groundMetres[index], groundMetres[index + 1], groundMetres[index + columns],
                groundMetres[index + columns + 1], place.east, place.south)
            if !height.isNaN { return height }
        }
        return groundBesideVoid(column: c, row: r, du: place.east, dv: place.south)
    }
}

/// A place among the centres of cells.
struct RasterPosition {
    /// The cell whose centre lies north-west of it.
    var column: Int
    var row: Int
    /// How far it lies east and south of that centre, cells.
    var east: Float
    var south: Float
}
