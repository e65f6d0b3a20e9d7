import MastheadGeo

/// Land shaped by rising ground and running water: the stream-power law, solved from the coast upstream.
///
///     ∂h/∂t = U − K √(A + A₀) · S
///
/// h is the height, U the uplift, A the land that drains through a place and S its slope towards the sea. Rivers cut in
/// proportion to the root of what they drain, so that valleys join and grow seawards. √ comes from the usual exponents
/// m = ½, n = 1; K varies with the rock; A₀ = (280 m)² stands for slopes above the first channel. The implicit form allows long steps: each node
/// is solved after the one it drains to. Coarse lattices find the great valleys, finer ones carve the small.
struct Erosion {
    let lattice: Lattice
    private(set) var heights: [Double]
    let isSea: [Bool]

    /// Runs from a coarse lattice to the finest, over the region and a margin around it.
    static func shape(_ landform: Landform, seed: UInt64, frame: SampleFrame) -> Erosion {
        let reach = 0.5 * frame.sizeMetres * 1.16
        let finest = max(frame.rowMetres, 2 * reach / Double(finestSide))
        var levels = [finest]
        while let last = levels.last, 2 * reach / last > 260 { levels.append(last * 2) }
        var land: Erosion?
        var rate = landform.reliefMetres / 10
        for (index, spacing) in levels.reversed().enumerated() {
            let lattice = Lattice.square(reach: reach, spacing: spacing)
            var level = Erosion(lattice: lattice, landform: landform, from: land, seed: seed)
            let rounds = index == 0 ? 45 : (index == levels.count - 1 ? 7 : 12)
            level.run(landform, rounds: rounds, step: index == 0 ? 0.7 : 0.35, rate: rate, seed: seed)
            // Heights grow in proportion to the uplift: it is set anew so that the peaks come out as wanted.
            let correction = landform.reliefMetres / (level.heights.max() ?? 1)
            rate *= correction
            level.heights = level.heights.map { $0 > 0 ? max(1, $0 * correction) : $0 }
            land = level
        }
        guard let land else { preconditionFailure("there is at least one level") }
        return land
    }

    /// The most nodes along a side of the finest lattice: it bounds memory at about 150 MB.
    static let finestSide = 1500

    private init(lattice: Lattice, landform: Landform, from coarse: Erosion?, seed: UInt64) {
        self.lattice = lattice
        let distances = (0..<lattice.count).map { landform.inlandDistance(lattice.point($0)) }
        let isSea = Self.openSea(lattice, distances)
        self.isSea = isSea
        let grain = Noise(seed: seed, stream: "grain")
        let before = coarse.map { $0.heights.map(Float.init) }
        heights = (0..<lattice.count).map { node in
            let point = lattice.point(node)
            if isSea[node] { return min(-1, landform.seabed(inlandDistance: distances[node])) }
            guard let coarse, let before else {
                return landform.firstHeight(point, inlandDistance: max(distances[node], 0))
            }
            let height = coarse.lattice.value(of: before, x: point.x, y: point.y)
            return max(1, height * (1 + 0.06 * grain.scatter(node, lattice.columns)))
        }
    }

    /// The water that is joined to the edge; ponds that the noise left inland become land.
    private static func openSea(_ lattice: Lattice, _ distances: [Double]) -> [Bool] {
        var isSea = [Bool](repeating: false, count: lattice.count)
        var waiting: [Int] = []
        func reach(_ node: Int) {
            guard !isSea[node], distances[node] < 0 else { return }
            isSea[node] = true
            waiting.append(node)
        }
        for column in 0..<lattice.columns {
            reach(column)
            reach(lattice.count - 1 - column)
        }
        for row in 0..<lattice.rows {
            reach(row * lattice.columns)
            reach(row * lattice.columns + lattice.columns - 1)
        }
        while let node = waiting.popLast() {
            lattice.forEachNeighbour(of: node) { neighbour, direction in
                if direction % 2 == 0 { reach(neighbour) }
            }
        }
        return isSea
    }

    /// - Parameter step: The length of a round, in units in which a river of drained area A cuts √A metres per unit of
    ///   slope.
    /// - Parameter rate: The uplift in metres per such unit where the landform says 1.
    private mutating func run(_ landform: Landform, rounds: Int, step: Double, rate: Double, seed: UInt64) {
        let uplift = (0..<lattice.count).map { node in
            let point = lattice.point(node)
            let distance = landform.inlandDistance(point)
            return Float(isSea[node] ? 0 : step * rate * landform.uplift(point, inlandDistance: max(distance, 0)))
        }
        // Harder and softer rock, in bodies from a tenth of the region down, bends the valleys.
        let rock = Noise(seed: seed, stream: "rock")
        let body = max(landform.size / 9, 6 * lattice.columnMetres)
        let softness = (0..<lattice.count).map { node in
            let point = lattice.point(node)
            return Float(step * max(0.35, 1 + 0.9 * rock.fractal(point.x / body, point.y / body, octaves: 5)))
        }
        for round in 0..<rounds {
            let whim = Noise(seed: seed &+ UInt64(round), stream: "whim")
            let drainage = Drainage(lattice: lattice, heights: heights, isSea: isSea, whim: whim)
            cut(drainage, uplift: uplift, softness: softness)
            soften(share: 0.05)
        }
        soften(share: 0.12)
    }

    /// One round of uplift and cutting, from the coast upstream.
    private mutating func cut(_ drainage: Drainage, uplift: [Float], softness: [Float]) {
        let columns = lattice.columns
        let straight = lattice.columnMetres
        let diagonal = straight * 2.0.squareRoot()
        let hillslope = 280.0 * 280.0
        for entry in drainage.order {
            let node = Int(entry)
            let down = Int(drainage.receiver[node])
            let level = isSea[down] ? 0 : heights[down]
            let offset = abs(node - down)
            let distance = offset == 1 || offset == columns ? straight : diagonal
            let power = Double(softness[node]) * (drainage.area[node] + hillslope).squareRoot() / distance
            let height = (drainage.filled[node] + Double(uplift[node]) + power * level) / (1 + power)
            // No slope of loose ground is steeper than 38°.
            heights[node] = min(max(height, 1), level + 0.78 * distance)
        }
    }

    /// Soil creeps downhill: each node takes a share of the difference to the mean of its neighbours.
    private mutating func soften(share: Double) {
        let before = heights
        for row in 1..<(lattice.rows - 1) {
            for column in 1..<(lattice.columns - 1) {
                let node = row * lattice.columns + column
                guard !isSea[node] else { continue }
                let near =
                    before[node - 1] + before[node + 1] + before[node - lattice.columns]
                    + before[node + lattice.columns]
                heights[node] = max(1, before[node] + share * (near - 4 * before[node]))
            }
        }
    }
}
