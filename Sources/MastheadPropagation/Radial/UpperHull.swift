/// The upper convex hull of the points of a radial over an Earth of one effective radius, kept as a stack.
///
/// The curvature is folded into the heights once, y = h − c x², which serves receivers at every distance: a line that
/// touches the curved surface touches a corner of this hull. The hull holds more: straight lines over the bare heights,
/// and lines over an Earth of a larger radius, touch corners of it too, for subtracting c x² bends every chord down more
/// than the points between its ends, so that a corner of those hulls is a corner of this one. And between two corners the
/// chain is the hull of all points between them. So one stack, ten corners long over hills, answers for the horizons, for
/// obstructions of the straight line and for roughness: sixteen corners at a time.
///
/// A new point takes off the stack what it hides; each point is put on once and taken off once.
struct UpperHull: ~Copyable {
    /// Distances in points, and heights above the foot of the mast, m, of the corners.
    let x: Row<Float>
    let h: Row<Float>
    private let y: Row<Double>
    /// Count and curvature, kept behind a pointer as the corners are: the owner's fields then never change, and no access
    /// to them is tracked at run time.
    private let state = Row<State>(capacity: 1, filledWith: State())

    // Not private: Swift 6.3.1 without optimisation ends on a private type inside a generic of another file's class.
    struct State: BitwiseCopyable {
        var count = 0
        var curvature = 0.0
    }

    /// The number of corners.
    @inline(__always) var count: Int { state[0].count }
    /// c, m per point².
    @inline(__always) var curvature: Double { state[0].curvature }

    /// Room for so many points.
    init(capacity: Int) {
        x = Row(capacity: capacity)
        h = Row(capacity: capacity)
        y = Row(capacity: capacity, filledWith: 0)
    }

    /// Takes all points off.
    func reset(curvature: Double) { state[0] = State(count: 0, curvature: curvature) }

    /// Adds a point beyond all others.
    @inline(__always)
    func push(_ index: Int, _ height: Float) {
        let xi = Double(index)
        let yi = Double(height) - curvature * xi * xi
        var top = count - 1
        while top >= 1 {
            let ax = Double(x[top - 1])
            let ay = y[top - 1]
            // Whether the corner on top lies below the line from its neighbour to the new point, or on it.
            guard (y[top] - ay) * (xi - ax) <= (yi - ay) * (Double(x[top]) - ax) else { break }
            top -= 1
        }
        state[0].count = top + 2
        x[top + 1] = Float(index)
        h[top + 1] = height
        y[top + 1] = yi
    }

    /// The corner that the steepest line back from a place beyond all points touches, the last of equal ones.
    ///
    /// Seen from there the corners rise up to it and fall behind it. Few corners are compared all at once, many by steps
    /// that double, and bisection between the last two.
    @inline(__always)
    func tangent(from place: RadialPlace, _ X: Double, _ hrs: Double) -> Int {
        let Y = hrs - curvature * X * X
        func slope(_ corner: Int) -> Double { (y[corner] - Y) / (X - Double(x[corner])) }
        var right = count - 1
        var last = (corner: right, slope: slope(right))
        var low = right - 1
        var step = 1
        while low >= 0 {
            let next = slope(low)
            guard next > last.slope else { break }
            right = last.corner
            last = (low, next)
            low -= step
            step *= 2
        }
        low = max(low, -1)
        while right - low > 1 {
            let middle = (low + right) / 2
            if slope(middle) > slope(middle + 1) { right = middle } else { low = middle }
        }
        return right
    }

    /// Up to so many corners are compared all at once.
    static let fewCorners = 32

    @inline(__always)
    private func tangentOfFew(_ place: RadialPlace, _ X: Double, _ hrs: Double) -> Int {
        let query = BackwardSlope(place: place, receiverMetres: Float(hrs), curvature: Float(curvature))
        var best = -Float.infinity
        var start = 0
        var found = 0
        while start < count {
            let slopes = values(query, start)
            let largest = slopes.largest
            if largest >= best {
                best = largest
                found = start
            }
            start += 16
        }
        // Slopes that single precision cannot tell apart are compared in double: another horizon is another loss.
        let near: WideMask =
            values(query, found) .>= Wide(best - 4e-7 * (abs(best) + 2 * Float(curvature * X)))
        var lane = Int(Wide.lanes.where(near, else: Wide(-1)).largest)
        var corner = found + lane
        var exact = -Double.infinity
        while true {
            lane = Int(Wide.lanes.where(near .& (Wide.lanes .< Wide(Float(lane))), else: Wide(-1)).largest)
            guard lane >= 0 else { return corner }
            let Y = hrs - curvature * X * X
            if exact == -.infinity { exact = (y[corner] - Y) / (X - Double(x[corner])) }
            let slope = (y[found + lane] - Y) / (X - Double(x[found + lane]))
            if slope > exact { (corner, exact) = (found + lane, slope) }
        }
    }

    /// The largest value of a query among the corners `first` through `last`.
    @inline(__always)
    func largest<Query: HeightQuery>(_ query: Query, from first: Int, through last: Int) -> Float {
        var best = Wide(-.infinity)
        var start = first
        while start <= last {
            let values = query.values(h[wide: start], x[wide: start])
            best = best.raised(
                to: Wide(-.infinity).where(Wide.lanes .> Wide(Float(last - start)), else: values))
            start += 16
        }
        return best.largest
    }

    /// The first corner that is not nearer than a point.
    @inline(__always)
    func corner(atLeast point: Int) -> Int {
        let distance = Float(point)
        guard count > Self.fewCorners else {
            var corner = 0
            while corner < count - 1, x[corner] < distance { corner += 1 }
            return corner
        }
        var low = 0
        var high = count - 1
        while low < high {
            let middle = (low + high) / 2
            if x[middle] < distance { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The values of sixteen corners; those beyond the last count as lowest.
    @inline(__always)
    private func values(_ query: BackwardSlope, _ start: Int) -> Wide {
        Wide(-.infinity).where(
            Wide.lanes .>= Wide(Float(count - start)), else: query.values(h[wide: start], x[wide: start]))
    }
}
