import MastheadGeo

/// What the water leaves behind: flat valley floors, and the rivers that are wide enough to be seen.
struct Valleys {
    let lattice: Lattice
    /// Height of the ground, m; negative at sea.
    private(set) var heights: [Float]
    /// Height above the stream or sea that each place drains to, m; zero at sea.
    private(set) var aboveStream: [Float]
    /// The rivers, each from its source to the sea or to the river it joins.
    private(set) var rivers: [River]

    /// A river as a line of points, with what it drains at each.
    struct River {
        var points: [PlanePoint]
        /// Height of the water at each point, m.
        var heights: [Double]
        /// Land drained at each point, km².
        var areas: [Double]
    }

    /// Land that must drain through a place for a stream with a valley floor, m².
    private static let streamArea = 1.5e6

    init(_ land: Erosion, seed: UInt64) {
        lattice = land.lattice
        let whim = Noise(seed: seed, stream: "last whim")
        let drainage = Drainage(lattice: land.lattice, heights: land.heights, isSea: land.isSea, whim: whim)
        var level = [Double](repeating: 0, count: lattice.count)
        var size = [Double](repeating: 0, count: lattice.count)
        var final = land.heights.map(Float.init)
        var above = [Float](repeating: 0, count: lattice.count)
        // From the coast upstream: the floor of a valley hangs on the stream that it drains to.
        for entry in drainage.order {
            let node = Int(entry)
            let down = Int(drainage.receiver[node])
            let isStream = drainage.area[node] > Self.streamArea
            level[node] = isStream ? drainage.filled[node] : level[down]
            size[node] = isStream ? drainage.area[node] : size[down]
            let height = drainage.filled[node] - level[node]
            let square = size[node] / 1e6
            // Ground less than this above the stream is worked flat by floods: up to 24 m for the greatest rivers.
            let floor = size[node] == 0 ? 5 : 2 + 22 * square / (square + 150)
            let flattened = height * height / (height + floor)
            above[node] = Float(flattened)
            final[node] = Float(max(1, level[node] + flattened))
        }
        heights = final
        aboveStream = above
        rivers = Self.trace(lattice, drainage, isSea: land.isSea)
    }

    /// Follows every river that is wide enough for a raster of 3 seconds of arc.
    private static func trace(_ lattice: Lattice, _ drainage: Drainage, isSea: [Bool]) -> [River] {
        let largest = drainage.order.reduce(0) { max($0, drainage.area[Int($1)]) }
        let threshold = min(110e6, 0.3 * largest)
        var isTaken = [Bool](repeating: false, count: lattice.count)
        // Nodes of rivers with no river above them, the one that drains most first, so that trunks are whole.
        var hasRiverAbove = [Bool](repeating: false, count: lattice.count)
        for entry in drainage.order where drainage.area[Int(entry)] > threshold {
            hasRiverAbove[Int(drainage.receiver[Int(entry)])] = true
        }
        let sources = drainage.order.map { Int($0) }.filter { drainage.area[$0] > threshold && !hasRiverAbove[$0] }
        let lengths = sources.map { length(from: $0, drainage, isSea: isSea) }
        let sorted = sources.indices.sorted {
            lengths[$0] > lengths[$1] || (lengths[$0] == lengths[$1] && sources[$0] < sources[$1])
        }
        return sorted.map { index in
            var river = River(points: [], heights: [], areas: [])
            var node = sources[index]
            while true {
                river.points.append(lattice.point(node))
                river.heights.append(isSea[node] ? 0 : drainage.filled[node])
                river.areas.append(drainage.area[node] / 1e6)
                if isSea[node] || isTaken[node] { break }
                isTaken[node] = true
                node = Int(drainage.receiver[node])
            }
            if river.areas.count > 1, let last = river.areas.indices.last, isSea[node] {
                river.areas[last] = river.areas[last - 1]
            }
            return river
        }
    }

    private static func length(from source: Int, _ drainage: Drainage, isSea: [Bool]) -> Int {
        var node = source
        var count = 0
        while !isSea[node] {
            node = Int(drainage.receiver[node])
            count += 1
        }
        return count
    }
}
