/// Which way the water runs from every node of a lattice, and from how much land.
///
/// Hollows are filled up to their outlets (priority flood), so that every drop reaches the sea: the order in which the
/// flood rises over the nodes is also one in which each node comes after the one it drains to.
struct Drainage {
    /// The node that each node drains to; itself at sea.
    private(set) var receiver: [Int32]
    /// All land nodes, each after the one it drains to.
    private(set) var order: [Int32] = []
    /// The heights with hollows filled, m.
    private(set) var filled: [Double]
    /// The land that drains through each node, itself included, m².
    private(set) var area: [Double]

    /// - Parameters:
    ///   - heights: One for each node, m.
    ///   - isSea: Where water ends.
    ///   - whim: A number from 0 to 1 for a node and a direction: it sways which of two like slopes the water takes, so
    ///     that streams do not follow the axes of the lattice.
    init(lattice: Lattice, heights: [Double], isSea: [Bool], whim: Noise) {
        filled = heights
        receiver = (0..<lattice.count).map { Int32(truncatingIfNeeded: $0) }
        area = [Double](repeating: 0, count: lattice.count)
        let rank = flood(lattice: lattice, isSea: isSea)
        descend(lattice: lattice, rank: rank, whim: whim)
        for node in order { area[Int(node)] = lattice.nodeArea }
        for node in order.reversed() {
            let down = Int(receiver[Int(node)])
            area[down] += area[Int(node)]
        }
    }

    /// Raises the water from the sea; the place of each node in `order`, −1 at sea.
    private mutating func flood(lattice: Lattice, isSea: [Bool]) -> [Int32] {
        var rank = [Int32](repeating: -1, count: lattice.count)
        var isReached = isSea
        var front = MinHeap()
        for node in 0..<lattice.count where isSea[node] {
            var isShore = false
            lattice.forEachNeighbour(of: node) { neighbour, _ in isShore = isShore || !isSea[neighbour] }
            if isShore { front.push(node, key: 0) }
        }
        order.reserveCapacity(lattice.count)
        while let (height, node) = front.pop() {
            if !isSea[node] {
                rank[node] = Int32(truncatingIfNeeded: order.count)
                order.append(Int32(truncatingIfNeeded: node))
            }
            lattice.forEachNeighbour(of: node) { neighbour, _ in
                guard !isReached[neighbour] else { return }
                isReached[neighbour] = true
                // A hair of slope, so that filled hollows still drain.
                filled[neighbour] = max(filled[neighbour], height + 0.002)
                receiver[neighbour] = Int32(truncatingIfNeeded: node)
                front.push(neighbour, key: filled[neighbour])
            }
        }
        return rank
    }

    /// Lets each node drain to its steepest neighbour among those the flood reached before it.
    private mutating func descend(lattice: Lattice, rank: [Int32], whim: Noise) {
        let steps = lattice.stepMetres
        for entry in order {
            let node = Int(entry)
            var steepest = 0.0
            var best = receiver[node]
            lattice.forEachNeighbour(of: node) { neighbour, direction in
                guard rank[neighbour] < rank[node] else { return }
                let level = rank[neighbour] < 0 ? 0 : filled[neighbour]
                let sway = 0.7 + 0.6 * whim.scatter(node, direction)
                let slope = (filled[node] - level) / steps[direction] * sway
                if slope > steepest {
                    steepest = slope
                    best = Int32(truncatingIfNeeded: neighbour)
                }
            }
            receiver[node] = best
        }
    }
}
