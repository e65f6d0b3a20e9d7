import MastheadGeo

/// Finds ways over the survey that go around hills and cross rivers seldom.
struct RouteFinder {
    private let survey: Survey
    private let steps: [Double]

    /// What a way costs beyond its length.
    struct Taste {
        /// The grade at which a metre counts double, rise over run.
        var grade: Double
        /// What a bridge costs, m.
        var bridge: Double
        /// What ground that others already use costs, as a share.
        var reuse: Double = 1

        static let road = Taste(grade: 0.05, bridge: 900)
        static let secondRoad = Taste(grade: 0.05, bridge: 900, reuse: 0.55)
        static let railway = Taste(grade: 0.022, bridge: 700)
        static let highSpeedRail = Taste(grade: 0.11, bridge: 150)
    }

    /// How much a metre costs in each square for reasons of soil and property, 1 on the average.
    private let soil: [Double]

    init(_ survey: Survey, seed: UInt64) {
        self.survey = survey
        steps = survey.lattice.stepMetres
        let noise = Noise(seed: seed, stream: "soil")
        let scale = 14 * survey.lattice.rowMetres
        soil = survey.lattice.nodes.map { node in
            let point = survey.lattice.point(node)
            return max(0.4, 1 + 0.9 * noise.fractal(point.x / scale, point.y / scale, octaves: 3))
        }
    }

    /// The cheapest way from a square to the first one that is a goal, both included; nil when none can be reached.
    func way(from start: Int, taste: Taste, used: Set<Int> = [], to isGoal: (Int) -> Bool) -> [Int]? {
        let lattice = survey.lattice
        // Only squares that were seen are kept: most ways are short.
        var cost: [Int: Double] = [start: 0]
        var previous: [Int: Int] = [:]
        var front = MinHeap()
        front.push(start, key: 0)
        while let (reached, node) = front.pop() {
            guard reached <= cost[node, default: .infinity] else { continue }
            if isGoal(node) {
                var way = [node]
                while let last = way.last, let before = previous[last] { way.append(before) }
                return way.reversed()
            }
            lattice.forEachNeighbour(of: node) { neighbour, direction in
                guard survey.isMainland[neighbour] else { return }
                let length = steps[direction]
                let grade = (survey.height[neighbour] - survey.height[node]) / length / taste.grade
                var step = length * (soil[neighbour] + min(grade * grade, 60)) + length * 4 * survey.slope[neighbour]
                if survey.hasRiver[neighbour], !survey.hasRiver[node] { step += taste.bridge }
                if used.contains(neighbour), used.contains(node) { step *= taste.reuse }
                let further = reached + step
                guard further < cost[neighbour, default: .infinity] else { return }
                cost[neighbour] = further
                previous[neighbour] = node
                front.push(neighbour, key: further)
            }
        }
        return nil
    }
}
