/// The upper convex hull of points that come in order of their distance, kept as a stack.
///
/// A point that lies below a line between two others can be touched by no tangent, so that a search over the hull finds
/// what a search over all points would. A new point takes off the hull what it hides; each point is put on once and taken
/// off once, so that a radial of n points costs O(n).
struct UpperHull {
    private var xs: [Double] = []
    private var ys: [Double] = []

    /// The number of corners.
    var count: Int { xs.count }

    /// Takes all points off, and keeps the storage.
    mutating func reset() {
        xs.removeAll(keepingCapacity: true)
        ys.removeAll(keepingCapacity: true)
    }

    /// Adds a point beyond all others.
    mutating func push(_ x: Double, _ y: Double) {
        var top = xs.count - 1
        while top >= 1 {
            let (ax, ay) = (xs[top - 1], ys[top - 1])
            // Whether the corner on top lies below the line from its neighbour to the new point, or on it.
            guard (ys[top] - ay) * (x - ax) <= (y - ay) * (xs[top] - ax) else { break }
            xs.removeLast()
            ys.removeLast()
            top -= 1
        }
        xs.append(x)
        ys.append(y)
    }

    /// The steepest line back from a place beyond all points: the largest (y − Y)/(X − x) and the x of its corner, the
    /// last of equal ones. At least one point is on the hull.
    ///
    /// Seen from there the corners rise up to the tangent and fall behind it, so that bisection finds it; the corners
    /// next to the place are tried first, for most horizons are near.
    func tangent(from X: Double, _ Y: Double) -> (slope: Double, x: Double) {
        func slope(_ index: Int) -> Double { (ys[index] - Y) / (X - xs[index]) }
        // Doubling steps back from the top, until the slope falls: the tangent is right of `low`, and not beyond `right`.
        var right = xs.count - 1
        var last = (index: right, slope: slope(right))
        var low = right - 1
        var step = 1
        while low >= 0 {
            let next = slope(low)
            guard next > last.slope else { break }
            right = last.index
            last = (low, next)
            low -= step
            step *= 2
        }
        low = max(low, -1)
        // The first corner that is steeper than its right neighbour.
        while right - low > 1 {
            let middle = (low + right) / 2
            if slope(middle) > slope(middle + 1) { right = middle } else { low = middle }
        }
        return (slope(right), xs[right])
    }

    /// The point highest above a line through the origin with this slope: y − s x and its x, the first of equal ones.
    func highest(over s: Double) -> (height: Double, x: Double) {
        var low = 0
        var high = xs.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ys[middle + 1] - ys[middle] > s * (xs[middle + 1] - xs[middle]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return (ys[low] - s * xs[low], xs[low])
    }
}
