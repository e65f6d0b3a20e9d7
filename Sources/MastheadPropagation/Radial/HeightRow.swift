/// Heights along a radial, with the bounds by which a search leaves out whole stretches of them.
///
/// Point i of the radial stands at the distance of i points from the mast; the first is point 1. Sixteen neighbouring
/// points are a block, sixteen blocks a group. A block keeps the line through its first and last point, raised until no
/// point lies above it, and a group the like over its blocks. A search asks such a line, sixteen at a time, whether a point
/// below it could be better than the best that it knows, and opens the few blocks where it could: for any curvature of
/// the Earth and any place of the receiver, since neither is part of the bounds.
struct HeightRow: ~Copyable {
    /// Points of a block, and blocks of a group: the lanes of a vector.
    static let lanes = 16
    /// Rounding may let a point stand so much over its line, m; on level ground it does not.
    private static let slackMetres: Float = 1e-3

    /// The height of point i at i − 1, m above the ground at the mast.
    let heights: Row<Float>
    private let blockFirst: Row<Float>
    private let blockLast: Row<Float>
    private let groupFirst: Row<Float>
    private let groupLast: Row<Float>

    /// Room for so many points.
    init(capacity: Int) {
        heights = Row<Float>(capacity: capacity + 256)
        blockFirst = Row<Float>(capacity: capacity / 16 + 32)
        blockLast = Row<Float>(capacity: capacity / 16 + 32)
        groupFirst = Row<Float>(capacity: capacity / 256 + 16)
        groupLast = Row<Float>(capacity: capacity / 256 + 16)
    }

    /// Takes over the heights of another row of as many points, with their bounds.
    func take(_ other: borrowing HeightRow, count: Int) {
        let padded = (count + 255) / 256 * 256
        for start in stride(from: 0, to: padded, by: 16) { heights[wide: start] = other.heights[wide: start] }
        for start in stride(from: 0, to: padded / 16, by: 16) {
            blockFirst[wide: start] = other.blockFirst[wide: start]
            blockLast[wide: start] = other.blockLast[wide: start]
        }
        for start in stride(from: 0, to: padded / 256, by: 16) {
            groupFirst[wide: start] = other.groupFirst[wide: start]
            groupLast[wide: start] = other.groupLast[wide: start]
        }
    }

    /// Makes the bounds of all blocks and groups, once the heights of `count` points are set; the last ones go on as high
    /// as the last point.
    func close(count: Int) {
        let fromFirst = Wide.lanes
        let padded = (count + 255) / 256 * 256
        let last = heights[count - 1]
        for index in count..<padded { heights[index] = last }
        for block in 0..<(padded / 16) {
            let h = heights[wide: block * 16]
            let first = h[0]
            let rise: Float = (h[15] - first) / 15
            let over: Float = (h - (Wide(first) + fromFirst * Wide(rise))).largest
            let raised: Float = first + over + (over > 0 || rise != 0 ? Self.slackMetres : 0)
            blockFirst[block] = raised
            blockLast[block] = raised + 15 * rise
        }
        for group in 0..<(padded / 256) {
            let first = blockFirst[wide: group * 16]
            let last = blockLast[wide: group * 16]
            let rise: Float = (last[15] - first[0]) / 255
            let line: Wide = Wide(first[0]) + fromFirst * Wide(16 * rise)
            let over: Float = (first - line).raised(to: last - (line + Wide(15 * rise))).largest
            let raised: Float = first[0] + over + (over > 0 || rise != 0 ? Self.slackMetres : 0)
            groupFirst[group] = raised
            groupLast[group] = raised + 255 * rise
        }
    }
}

/// What a search over a ``HeightRow`` looks for: the point with the largest value.
protocol HeightQuery {
    /// The values of sixteen points at the distances `x`, in points.
    func values(_ heights: Wide, _ x: Wide) -> Wide
    /// What bounds the values below sixteen lines, whatever the best is that is known.
    associatedtype Stretch

    /// Prepares sixteen lines.
    ///
    /// - Parameters:
    ///   - first: Heights of the lines at their beginning, which lies at `xFirst`.
    ///   - last: Heights of the lines at their end, which lies at `xLast`.
    ///   - halfLength: Half the length of the lines, points.
    func stretch(first: Wide, last: Wide, xFirst: Wide, xLast: Wide, halfLength: Float) -> Stretch

    /// Above zero for each of the lines below which a point may have a value not below `best`; the larger, the more.
    func excess(_ best: Float, _ stretch: Stretch) -> Wide
}

/// The best point of a search: its value, and the block that it lies in; of equal values the last block.
struct FoundHeight {
    var value = -Float.infinity
    var block = -1
}

extension HeightRow {
    /// The first point of the block that a point lies in.
    @inline(__always) static func blockStart(of point: Int) -> Int { ((point - 1) & ~15) + 1 }

    /// The largest value among points `low` through `high`, or `floor` where none exceeds it.
    ///
    /// Blocks are opened in the order of their promise, until none is left that may hold a better point. What is found
    /// does not depend on `guess`, a point that may well be the best, nor on the order.
    @inline(__always)
    func largest<Query: HeightQuery>(
        _ query: Query, from low: Int, through high: Int, over floor: Float = -.infinity, guess: Int? = nil
    ) -> FoundHeight {
        var found = FoundHeight(value: floor)
        let lowest = (low - 1) >> 4
        let top = (high - 1) >> 4
        // The block before the receiver nearly always may hold the best point.
        open(top, query, low, high, &found)
        guard top > lowest else { return found }
        if let guess, guess >= low, (guess - 1) >> 4 < top { open((guess - 1) >> 4, query, low, high, &found) }
        search(query, low, high, lowest, top - 1, &found)
        return found
    }

    /// The largest value among points `low` through `high` where it exceeds `floor`, which few points are thought to do;
    /// else `floor`.
    @inline(__always)
    func largest<Query: HeightQuery>(
        _ query: Query, from low: Int, through high: Int, rarelyOver floor: Float
    ) -> FoundHeight {
        var found = FoundHeight(value: floor)
        guard low <= high else { return found }
        search(query, low, high, (low - 1) >> 4, (high - 1) >> 4, &found)
        return found
    }

    /// So many blocks are opened without asking first, which costs as much.
    private static let fewBlocks = 2

    /// Opens those blocks from `lowest` through `top` that may hold better points.
    @inline(__always)
    private func search<Query: HeightQuery>(
        _ query: Query, _ low: Int, _ high: Int, _ lowest: Int, _ top: Int, _ found: inout FoundHeight
    ) {
        guard top - lowest >= Self.fewBlocks else {
            for block in lowest..<(top + 1) { open(block, query, low, high, &found) }
            return
        }
        searchGroup(query, low, high, max(lowest, top & ~15), top, &found)
        let topGroup = (top >> 4) - 1
        if topGroup >= lowest >> 4 { searchGroups(query, low, high, lowest, topGroup, &found) }
    }

    /// The largest value among those points `low` through `high` that lie in the block of a point, or `floor`.
    @inline(__always)
    func largest<Query: HeightQuery>(
        _ query: Query, inBlockOf point: Int, from low: Int, through high: Int, over floor: Float
    ) -> Float {
        var found = FoundHeight(value: floor)
        open((point - 1) >> 4, query, low, high, &found)
        return found.value
    }

    /// The largest value among points of one block, or `floor`.
    @inline(__always)
    func largest<Query: HeightQuery>(
        _ query: Query, inBlockFrom low: Int, through high: Int, over floor: Float
    ) -> Float {
        var found = FoundHeight(value: floor)
        open((high - 1) >> 4, query, low, high, &found)
        return found.value
    }

    /// The last point of the best block that has the value of the search; among those whose values single precision
    /// cannot tell apart, the one that is best by `exact`.
    @inline(__always)
    func index<Query: HeightQuery>(
        _ query: Query, _ found: FoundHeight, from low: Int, through high: Int, within tolerance: Float,
        exact: (Int) -> Double
    ) -> Int {
        let x: Wide = Wide.lanes + Wide(Float(found.block * 16 + 1))
        let values = Self.between(low, high, x, query.values(heights[wide: found.block * 16], x))
        let near: WideMask = values .>= Wide(found.value - tolerance)
        var lane = Self.highest(Wide.lanes.where(near, else: Wide(-1)))
        var best = (index: found.block * 16 + 1 + lane, value: -Double.infinity)
        while true {
            let rest: Wide = Wide.lanes.where(near .& (Wide.lanes .< Wide(Float(lane))), else: Wide(-1))
            lane = Self.highest(rest)
            guard lane >= 0 else { return best.index }
            if best.value == -.infinity { best.value = exact(best.index) }
            let index = found.block * 16 + 1 + lane
            let value = exact(index)
            if value > best.value { best = (index, value) }
        }
    }

    /// Looks at the points of one block.
    @inline(__always)
    private func open<Query: HeightQuery>(
        _ block: Int, _ query: Query, _ low: Int, _ high: Int, _ found: inout FoundHeight
    ) {
        let x: Wide = Wide.lanes + Wide(Float(block * 16 + 1))
        let value = Self.between(low, high, x, query.values(heights[wide: block * 16], x)).largest
        if value > found.value || (value == found.value && block > found.block) {
            found = FoundHeight(value: value, block: block)
        }
    }

    /// Values of points outside a range count as lowest.
    @inline(__always)
    private static func between(_ low: Int, _ high: Int, _ x: Wide, _ values: Wide) -> Wide {
        values.lowered(to: inside(Float(low), Float(high), x))
    }

    /// Far above zero for whole numbers from one through another, far below zero for others. Where a mask would do, the
    /// smaller of two numbers takes fewer instructions.
    @inline(__always)
    private static func inside(_ low: Float, _ high: Float, _ x: Wide) -> Wide {
        (x - Wide(low - 0.5)).lowered(to: Wide(high + 0.5) - x) * Wide(1e30)
    }

    /// The same without one lane.
    @inline(__always)
    private static func without(_ lane: Int, _ open: Wide) -> Wide {
        open.lowered(to: ((Wide.lanes - Wide(Float(lane))).magnitude - Wide(0.5)) * Wide(1e30))
    }

    /// The largest of sixteen numbers, of which each is the number of its lane or below zero.
    @inline(__always)
    private static func highest(_ lanes: Wide) -> Int { Int(lanes.largest) }

    /// The lane that has the largest of sixteen numbers.
    @inline(__always)
    private static func lane(of largest: Float, in numbers: Wide) -> Int {
        highest(Wide.lanes.where(numbers .== Wide(largest), else: Wide(-1)))
    }

    /// Opens those blocks of one group, from `lowest` through `top`, that may hold better points.
    @inline(__always)
    private func searchGroup<Query: HeightQuery>(
        _ query: Query, _ low: Int, _ high: Int, _ lowest: Int, _ top: Int, _ found: inout FoundHeight
    ) {
        let start = top & ~15
        let xFirst: Wide = (Wide.lanes + Wide(Float(start))) * Wide(16) + Wide(1)
        let stretch = query.stretch(
            first: blockFirst[wide: start], last: blockLast[wide: start], xFirst: xFirst, xLast: xFirst + Wide(15),
            halfLength: 7.5)
        var shut = Self.inside(Float(lowest - start), Float(top - start), Wide.lanes)
        while true {
            let promise: Wide = query.excess(found.value, stretch).lowered(to: shut)
            let most = promise.largest
            guard most > 0 else { return }
            let lane = Self.lane(of: most, in: promise)
            open(start + lane, query, low, high, &found)
            shut = Self.without(lane, shut)
        }
    }

    /// Searches those groups up to `top` that may hold better points.
    @inline(never)
    private func searchGroups<Query: HeightQuery>(
        _ query: Query, _ low: Int, _ high: Int, _ lowest: Int, _ top: Int, _ found: inout FoundHeight
    ) {
        var start = top & ~15
        while start >= 0, start + 15 >= lowest >> 4 {
            let xFirst: Wide = (Wide.lanes + Wide(Float(start))) * Wide(256) + Wide(1)
            let stretch = query.stretch(
                first: groupFirst[wide: start], last: groupLast[wide: start], xFirst: xFirst,
                xLast: xFirst + Wide(255), halfLength: 127.5)
            var shut = Self.inside(Float((lowest >> 4) - start), Float(top - start), Wide.lanes)
            while true {
                let promise: Wide = query.excess(found.value, stretch).lowered(to: shut)
                let most = promise.largest
                guard most > 0 else { break }
                let lane = Self.lane(of: most, in: promise)
                let group = start + lane
                searchGroup(query, low, high, max(lowest, group * 16), group * 16 + 15, &found)
                shut = Self.without(lane, shut)
            }
            start -= 16
        }
    }
}
