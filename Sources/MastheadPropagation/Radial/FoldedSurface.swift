/// A surface along a radial, over an Earth of one effective radius, kept up point by point.
///
/// The curvature is folded into the heights once, y = g − c d², which serves receivers at every distance D: with
/// Y = hrs − c D²
///
///     g + c d (D − d) − (hts + s d) = y − (hts + s′ d),   s′ = (Y − hts)/D
///
/// Distances are counted in points of the radial, so that slopes are metres per point. Source of what is searched for:
/// Recommendation ITU-R P.1812-8, §4.3.1 and Attachment 1 to Annex 1, §5.
struct FoldedSurface {
    /// c = 500/a, m/km²; 0 for heights as they stand.
    let curvature: Double
    /// c for distances in points, m.
    private let fold: Double
    private var transmitterMetres = 0.0
    /// y by point; the transmitter's own is not used.
    private var heights: [Double] = [0]
    private var hull = UpperHull()
    private var blocks = HeightBlocks()
    /// The steepest line from the transmitter, and the first point that has it.
    private(set) var steepest = (slope: -Double.infinity, index: 0)

    /// A surface without points.
    init(curvature: Double, stepKilometres: Double) {
        self.curvature = curvature
        fold = curvature * stepKilometres * stepKilometres
    }

    /// The number of points beyond the transmitter.
    var count: Int { heights.count - 1 }

    /// Begins anew from a transmitting antenna at this altitude, and keeps the storage.
    mutating func reset(transmitterMetres: Double) {
        self.transmitterMetres = transmitterMetres
        heights.removeAll(keepingCapacity: true)
        heights.append(0)
        hull.reset()
        blocks.reset()
        steepest = (-.infinity, 0)
    }

    /// Adds the next point by the altitude of the surface, m.
    mutating func push(_ altitude: Double) {
        let index = heights.count
        let x = Double(index)
        let y = altitude - fold * x * x
        heights.append(y)
        hull.push(x, y)
        let slope = (y - transmitterMetres) / x
        if slope > steepest.slope { steepest = (slope, index) }
        if index % HeightBlocks.size == 0 { blocks.close(heights) }
    }

    /// Y of an altitude at a distance in points: folded as the surface is.
    @inline(__always)
    func folded(_ altitude: Double, at x: Double) -> Double { altitude - fold * x * x }

    /// The steepest line back to the surface from an altitude beyond all points, m per point, and the last point that
    /// has it; no point gives −∞.
    func steepestBack(from x: Double, _ altitude: Double) -> (slope: Double, index: Int) {
        guard count > 0 else { return (-.infinity, 0) }
        let found = hull.tangent(from: x, folded(altitude, at: x))
        return (found.slope, Int(found.x))
    }

    /// The largest height over the line `base + slope x` between two points, m.
    ///
    /// The highest point of the hull is the answer where it lies between the two; else blocks are left out whose bound
    /// does not reach the best.
    func highest(over base: Double, slope: Double, from first: Int, through last: Int) -> Double {
        let top = hull.highest(over: slope)
        if Int(top.x) >= first, Int(top.x) <= last { return top.height - base }
        var best = -Double.infinity
        var index = first
        while index <= last {
            let block = (index - 1) / HeightBlocks.size
            let end = HeightBlocks.last(block)
            if index == HeightBlocks.first(block), end <= last, block < blocks.count {
                // A straight line over a straight line is highest at an end.
                let atFirst = blocks.top[block] - slope * Double(index)
                let atLast =
                    blocks.top[block] + blocks.rise[block] * Double(HeightBlocks.size - 1) - slope * Double(end)
                if max(atFirst, atLast) <= best {
                    index = end + 1
                    continue
                }
            }
            for point in index...min(end, last) { best = max(best, heights[point] - slope * Double(point)) }
            index = end + 1
        }
        return best - base
    }
}

extension FoldedSurface {
    /// The smallest v²/(x (X − x)) of the points below the line of sight to an altitude at `X`, v their depth below it.
    ///
    /// The line passes over all points. A block is left out where even its bounding line, at the widest part of the
    /// path that it may have, comes no nearer.
    ///
    /// - Parameter start: A point to begin with, such as the answer for the place before; any point will do.
    /// - Returns: The value in m² per point², and a point that has it.
    func nearestToSight(_ X: Double, _ altitude: Double, startingAt start: Int) -> (value: Double, index: Int) {
        let sight = Sight(X, hts: transmitterMetres, Y: folded(altitude, at: X))
        var best = (value: Double.infinity, index: 0)
        func open(_ first: Int, _ last: Int) {
            for index in first...last {
                let value = sight.value(Double(index), heights[index])
                if value < best.value { best = (value, index) }
            }
        }
        let closed = min(blocks.count, count / HeightBlocks.size)
        if start >= 1, start <= count { open(start, start) }
        if closed * HeightBlocks.size < count { open(closed * HeightBlocks.size + 1, count) }
        // From the receiver back: the nearest points are most often the ones before it.
        var block = closed - 1
        while block >= 0 {
            if lowestValue(block, sight) < best.value {
                open(HeightBlocks.first(block), HeightBlocks.last(block))
            }
            block -= 1
        }
        return best
    }

    /// The last point whose value is within a share of the smallest.
    func lastNearSight(_ X: Double, _ altitude: Double, within limit: Double) -> Int {
        let sight = Sight(X, hts: transmitterMetres, Y: folded(altitude, at: X))
        var index = count
        while index > 1 {
            let block = (index - 1) / HeightBlocks.size
            if index == HeightBlocks.last(block), block < blocks.count, lowestValue(block, sight) > limit {
                index -= HeightBlocks.size
                continue
            }
            if sight.value(Double(index), heights[index]) <= limit { return index }
            index -= 1
        }
        return max(index, 1)
    }

    /// A value that no point of a block falls below.
    @inline(__always)
    private func lowestValue(_ block: Int, _ sight: Sight) -> Double {
        let first = Double(HeightBlocks.first(block))
        let last = Double(HeightBlocks.last(block))
        let top = blocks.top[block]
        let depth = min(
            sight.line(first) - top, sight.line(last) - top - blocks.rise[block] * Double(HeightBlocks.size - 1))
        guard depth > 0 else { return 0 }
        return depth * depth / sight.widest(first, last)
    }
}

/// The line of sight over a folded surface.
private struct Sight {
    private let X: Double
    private let hts: Double
    private let slope: Double

    init(_ X: Double, hts: Double, Y: Double) {
        self.X = X
        self.hts = hts
        slope = (Y - hts) / X
    }

    /// Height of the line at a distance, m.
    @inline(__always) func line(_ x: Double) -> Double { hts + slope * x }

    /// v²/(x (X − x)) of a point below the line; zero for one that reaches it.
    @inline(__always)
    func value(_ x: Double, _ y: Double) -> Double {
        let v = max(0, line(x) - y)
        return v * v / (x * (X - x))
    }

    /// The largest x (X − x) between two distances.
    @inline(__always)
    func widest(_ first: Double, _ last: Double) -> Double {
        let middle = X / 2
        let x = min(max(middle, first), last)
        return x * (X - x)
    }
}
