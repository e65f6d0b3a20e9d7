import MastheadGeo

/// Which region each square of the survey belongs to.
///
/// Every region grows from its chief place over the land, cheaply along valleys and dearly over heights and rivers, so
/// that borders follow ridges and rivers, as old borders do. A strip of water along the coast belongs to the region
/// behind it, so that no one on the shore is left out.
struct RegionPartition {
    /// The region of each square, from 0; −1 on the open sea.
    private(set) var label: [Int]
    /// The chief place of each region.
    let chiefs: [Settlement]

    init(_ survey: Survey, settlements: [Settlement], seed: UInt64) {
        let lattice = survey.lattice
        let count = Self.count(sizeKilometres: survey.frame.sizeKilometres, settlements: settlements.count)
        let chosen = Self.chiefs(of: settlements, count: count)
        chiefs = chosen
        let grain = Noise(seed: seed, stream: "borders")
        label = [Int](repeating: -1, count: lattice.count)
        var cost = [Double](repeating: .infinity, count: lattice.count)
        var front = MinHeap()
        for (region, chief) in chosen.enumerated() {
            let node = lattice.nearestNode(to: chief.point)
            label[node] = region
            cost[node] = 0
            front.push(node, key: 0)
        }
        let steps = lattice.stepMetres
        while let (reached, node) = front.pop() {
            guard reached <= cost[node] else { continue }
            // Steps to the four sides only: a region hangs together by more than a corner.
            lattice.forEachNeighbour(of: node) { neighbour, direction in
                guard direction % 2 == 0 else { return }
                let climb = abs(survey.height[neighbour] - survey.height[node])
                let point = lattice.point(neighbour)
                let rough = 1 + 1.3 * max(0, grain.fractal(point.x / 4000, point.y / 4000, octaves: 4))
                var step = steps[direction] * rough + 14 * climb
                if survey.hasRiver[neighbour] { step += 900 }
                if survey.landShare[neighbour] == 0 { step *= 8 }
                let further = reached + step
                guard further < cost[neighbour] else { return }
                cost[neighbour] = further
                label[neighbour] = label[node]
                front.push(neighbour, key: further)
            }
        }
        let isInside = Self.shore(survey)
        for node in label.indices where !isInside[node] { label[node] = -1 }
    }

    /// Six regions in 24 km, nine in 60 km, twelve in the largest.
    private static func count(sizeKilometres: Double, settlements: Int) -> Int {
        let wanted = sizeKilometres < 30 ? 6 : (sizeKilometres < 50 ? 8 : (sizeKilometres < 120 ? 9 : 12))
        return min(wanted, settlements)
    }

    /// The main town, then again and again the settlement that is largest for its distance to those chosen before.
    private static func chiefs(of settlements: [Settlement], count: Int) -> [Settlement] {
        var chosen = Array(settlements.prefix(1))
        while chosen.count < count {
            let next = settlements.dropFirst(chosen.count > 0 ? 1 : 0).max { worth($0, chosen) < worth($1, chosen) }
            guard let next else { break }
            chosen.append(next)
        }
        return chosen
    }

    private static func worth(_ settlement: Settlement, _ chosen: [Settlement]) -> Double {
        let nearest = chosen.reduce(Double.infinity) { least, other in
            let (dx, dy) = (other.point.x - settlement.point.x, other.point.y - settlement.point.y)
            return min(least, dx * dx + dy * dy)
        }
        return nearest * settlement.people.squareRoot().squareRoot()
    }

    /// Squares with land, those that touch them, and water that these close off from the open sea.
    private static func shore(_ survey: Survey) -> [Bool] {
        let lattice = survey.lattice
        var isLand = survey.landShare.map { $0 > 0 }
        for node in lattice.nodes where survey.landShare[node] > 0 {
            lattice.forEachNeighbour(of: node) { neighbour, _ in isLand[neighbour] = true }
        }
        var isOpen = [Bool](repeating: false, count: lattice.count)
        var waiting = lattice.nodes.filter { node in
            let (column, row) = (node % lattice.columns, node / lattice.columns)
            let isEdge = column == 0 || row == 0 || column == lattice.columns - 1 || row == lattice.rows - 1
            return isEdge && !isLand[node]
        }
        for node in waiting { isOpen[node] = true }
        while let node = waiting.popLast() {
            lattice.forEachNeighbour(of: node) { neighbour, direction in
                guard direction % 2 == 0, !isLand[neighbour], !isOpen[neighbour] else { return }
                isOpen[neighbour] = true
                waiting.append(neighbour)
            }
        }
        return isOpen.map { !$0 }
    }
}
