import MastheadGeo

/// The land seen in squares of a few hundred metres: what decides where people settle, borders run and roads go.
///
/// The squares fill the rectangle of the regions, which keeps a margin to the edge of the rasters, so that terrain is
/// known around every place and along every great circle inside it.
struct Survey {
    let frame: SampleFrame
    /// One node in the middle of each square.
    let lattice: Lattice
    /// Mean altitude of each square's land, m.
    private(set) var height: [Double]
    /// Mean slope of each square's land, rise over run.
    private(set) var slope: [Double]
    /// The share of each square that is land.
    private(set) var landShare: [Double]
    /// The highest cell of each square; −1 where there is no land.
    private(set) var summit: [Int]
    /// Whether a river runs through.
    private(set) var hasRiver: [Bool]
    /// Height above the next stream, m.
    private(set) var aboveStream: [Double]
    /// Distance to the sea, m.
    private(set) var seaDistance: [Double] = []
    /// Distance to a river, m.
    private(set) var riverDistance: [Double] = []
    /// Whether a square belongs to the largest piece of land.
    private(set) var isMainland: [Bool] = []

    init(_ ground: CellGround, valleys: Valleys) {
        let frame = ground.frame
        self.frame = frame
        let margin = max(4 * frame.rowMetres, 0.012 * frame.sizeMetres)
        let halfWidth = (Double(frame.columns / 2) - 0.5) * frame.columnMetres - margin
        let halfHeight = (Double(frame.rows / 2) - 0.5) * frame.rowMetres - margin
        let side = max(150, 2 * frame.rowMetres, frame.sizeMetres / 240)
        // Odd numbers: borders of squares then keep off the middle row and column of cells, and masts off the borders.
        let columns = 2 * Int(halfWidth / side) + 1
        let rows = 2 * Int(halfHeight / side) + 1
        let (width, depth) = (2 * halfWidth / Double(columns), 2 * halfHeight / Double(rows))
        let lattice = Lattice(
            columns: columns, rows: rows, columnMetres: width, rowMetres: depth, west: -halfWidth + width / 2,
            north: halfHeight - depth / 2)
        self.lattice = lattice
        height = [Double](repeating: 0, count: lattice.count)
        slope = height
        landShare = height
        summit = [Int](repeating: -1, count: lattice.count)
        hasRiver = [Bool](repeating: false, count: lattice.count)
        aboveStream = (0..<lattice.count).map { node in
            let point = lattice.point(node)
            return valleys.lattice.value(of: valleys.aboveStream, x: point.x, y: point.y)
        }
        look(at: ground)
        seaDistance = distances { self.landShare[$0] < 0.5 }
        riverDistance = distances { self.hasRiver[$0] }
        isMainland = mainland()
    }

    /// The rectangle of the regions: western, southern, eastern and northern edge, m.
    var edges: (west: Double, south: Double, east: Double, north: Double) {
        (
            lattice.west - lattice.columnMetres / 2, lattice.y(lattice.rows - 1) - lattice.rowMetres / 2,
            lattice.x(lattice.columns - 1) + lattice.columnMetres / 2, lattice.north + lattice.rowMetres / 2
        )
    }

    /// The square that holds a point; nil outside the rectangle.
    func square(at point: PlanePoint) -> Int? {
        let edges = edges
        guard point.x > edges.west, point.x < edges.east, point.y > edges.south, point.y < edges.north else {
            return nil
        }
        return lattice.nearestNode(to: point)
    }

    /// The middle of a raster cell in the plane.
    func point(ofCell cell: Int) -> PlanePoint {
        PlanePoint(x: frame.x(column: Double(cell % frame.columns)), y: frame.y(row: Double(cell / frame.columns)))
    }

    /// Land of all squares, km².
    var landSquareKilometres: Double { landShare.reduce(0, +) * lattice.nodeArea / 1e6 }

    private mutating func look(at ground: CellGround) {
        var cells = [Double](repeating: 0, count: lattice.count)
        var land = cells
        var top = [Int16](repeating: 0, count: lattice.count)
        for row in 0..<frame.rows {
            for column in 0..<frame.columns {
                let point = PlanePoint(x: frame.x(column: Double(column)), y: frame.y(row: Double(row)))
                guard let square = square(at: point) else { continue }
                let cell = row * frame.columns + column
                cells[square] += 1
                let metres = ground.metres[cell]
                guard metres > 0 else { continue }
                land[square] += 1
                height[square] += Double(metres)
                slope[square] += ground.slope(column: column, row: row)
                if ground.isRiver[cell] { hasRiver[square] = true }
                if metres > top[square] {
                    top[square] = metres
                    summit[square] = cell
                }
            }
        }
        for square in 0..<lattice.count where land[square] > 0 {
            height[square] /= land[square]
            slope[square] /= land[square]
            landShare[square] = land[square] / cells[square]
        }
    }

    /// Distances to the nearest square of a kind, along steps between squares, m.
    private func distances(to isTarget: (Int) -> Bool) -> [Double] {
        var best = [Double](repeating: .infinity, count: lattice.count)
        var front = MinHeap()
        for node in 0..<lattice.count where isTarget(node) {
            best[node] = 0
            front.push(node, key: 0)
        }
        let steps = lattice.stepMetres
        while let (distance, node) = front.pop() {
            guard distance <= best[node] else { continue }
            lattice.forEachNeighbour(of: node) { neighbour, direction in
                let further = distance + steps[direction]
                guard further < best[neighbour] else { return }
                best[neighbour] = further
                front.push(neighbour, key: further)
            }
        }
        return best
    }

    private func mainland() -> [Bool] {
        var piece = [Int](repeating: -1, count: lattice.count)
        var sizes: [Int] = []
        for start in 0..<lattice.count where landShare[start] >= 0.5 && piece[start] < 0 {
            var waiting = [start]
            piece[start] = sizes.count
            sizes.append(0)
            while let node = waiting.popLast() {
                sizes[piece[start]] += 1
                lattice.forEachNeighbour(of: node) { neighbour, _ in
                    guard landShare[neighbour] >= 0.5, piece[neighbour] < 0 else { return }
                    piece[neighbour] = piece[start]
                    waiting.append(neighbour)
                }
            }
        }
        let largest = sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
        return piece.map { $0 == largest }
    }
}
