import MastheadGeo

/// The ground of every raster cell, from the shaped lattice and the detail below its spacing.
struct CellGround {
    let frame: SampleFrame
    /// Altitude of each cell, m; 0 at sea and at least 1 on land.
    private(set) var metres: [Int16]
    /// Whether a cell is a river's.
    private(set) var isRiver: [Bool]

    init(_ valleys: Valleys, frame: SampleFrame, seed: UInt64) {
        self.frame = frame
        isRiver = [Bool](repeating: false, count: frame.cellCount)
        metres = [Int16](repeating: 0, count: frame.cellCount)
        let lattice = valleys.lattice
        let detail = Noise(seed: seed, stream: "detail")
        // Below the lattice the ground is as rough as the lattice is steep, down to about two cells.
        let wave = max(2 * lattice.columnMetres, 3 * frame.rowMetres)
        var octaves = 1
        while wave / Double(1 << octaves) > 2 * frame.rowMetres { octaves += 1 }
        for row in 0..<frame.rows {
            let y = frame.y(row: Double(row))
            for column in 0..<frame.columns {
                let x = frame.x(column: Double(column))
                let (height, steepness) = Self.surface(lattice, valleys.heights, x: x, y: y)
                guard height > 0 else { continue }
                let above = lattice.value(of: valleys.aboveStream, x: x, y: y)
                let amplitude = min(0.09 * wave * steepness, 0.6 * above)
                let bumps = amplitude < 0.3 ? 0 : amplitude * detail.fractal(x / wave, y / wave, octaves: octaves)
                let rounded = (height + bumps).rounded()
                metres[row * frame.columns + column] = Int16(min(max(rounded, 1), 8000))
            }
        }
        var drawn: [RiverCourse] = []
        for river in valleys.rivers {
            let course = RiverCourse(river, joining: drawn, valleys: valleys, seed: seed)
            draw(course)
            drawn.append(course)
        }
    }

    /// The slope of a cell between its neighbours, rise over run.
    func slope(column: Int, row: Int) -> Double {
        let left = max(column - 1, 0)
        let right = min(column + 1, frame.columns - 1)
        let up = max(row - 1, 0)
        let down = min(row + 1, frame.rows - 1)
        let line = row * frame.columns
        let dx = Double(metres[line + right] - metres[line + left]) / (Double(right - left) * frame.columnMetres)
        let dy =
            Double(metres[up * frame.columns + column] - metres[down * frame.columns + column])
            / (Double(down - up) * frame.rowMetres)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// Height and slope of the lattice at a point, by cubic curves through the nodes that keep between their heights.
    private static func surface(_ lattice: Lattice, _ heights: [Float], x: Double, y: Double) -> (Double, Double) {
        let u = (x - lattice.west) / lattice.columnMetres
        let v = (lattice.north - y) / lattice.rowMetres
        let column = min(max(Int(u), 1), lattice.columns - 3)
        let row = min(max(Int(v), 1), lattice.rows - 3)
        let across = weights(u - Double(column))
        let down = weights(v - Double(row))
        func line(_ r: Int) -> Double {
            let first = (row + r - 1) * lattice.columns + column - 1
            return across.0 * Double(heights[first]) + across.1 * Double(heights[first + 1])
                + across.2 * Double(heights[first + 2]) + across.3 * Double(heights[first + 3])
        }
        let smooth = down.0 * line(0) + down.1 * line(1) + down.2 * line(2) + down.3 * line(3)
        let first = row * lattice.columns + column
        let a = Double(heights[first])
        let b = Double(heights[first + 1])
        let c = Double(heights[first + lattice.columns])
        let d = Double(heights[first + lattice.columns + 1])
        let height = min(max(smooth, min(min(a, b), min(c, d))), max(max(a, b), max(c, d)))
        let dx = (b - a + d - c) / (2 * lattice.columnMetres)
        let dy = (c - a + d - b) / (2 * lattice.rowMetres)
        return (height, (dx * dx + dy * dy).squareRoot())
    }

    private static func weights(_ t: Double) -> (Double, Double, Double, Double) {
        (
            0.5 * t * (-1 + t * (2 - t)), 0.5 * (2 + t * t * (-5 + 3 * t)), 0.5 * t * (1 + t * (4 - 3 * t)),
            0.5 * t * t * (t - 1)
        )
    }

    /// Lays a river's water over the cells it covers, never higher than the ground was.
    private mutating func draw(_ course: RiverCourse) {
        for index in course.points.indices.dropLast() {
            let (start, end) = (course.points[index], course.points[index + 1])
            let dx = end.x - start.x
            let dy = end.y - start.y
            let length = (dx * dx + dy * dy).squareRoot()
            let count = max(1, Int((length / (0.3 * frame.columnMetres)).rounded(.up)))
            for step in 0..<count {
                let t = Double(step) / Double(count)
                let level = course.heights[index] + t * (course.heights[index + 1] - course.heights[index])
                let width = course.widths[index] + t * (course.widths[index + 1] - course.widths[index])
                fill(around: PlanePoint(x: start.x + t * dx, y: start.y + t * dy), radius: width / 2, level: level)
            }
        }
    }

    private mutating func fill(around point: PlanePoint, radius: Double, level: Double) {
        let height = Int16(max(1, level.rounded()))
        func lay(_ cell: Int) {
            guard metres[cell] > 0 else { return }
            isRiver[cell] = true
            metres[cell] = min(metres[cell], height)
        }
        if let cell = frame.cell(at: point) { lay(cell) }
        let reachColumns = Int(radius / frame.columnMetres)
        let reachRows = Int(radius / frame.rowMetres)
        guard reachColumns + reachRows > 0 else { return }
        for dr in -reachRows...reachRows {
            for dc in -reachColumns...reachColumns {
                let place = PlanePoint(
                    x: point.x + Double(dc) * frame.columnMetres, y: point.y + Double(dr) * frame.rowMetres)
                let (ox, oy) = (place.x - point.x, place.y - point.y)
                if ox * ox + oy * oy <= radius * radius, let cell = frame.cell(at: place) { lay(cell) }
            }
        }
    }
}
