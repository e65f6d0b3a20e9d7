/// Values at angles around a circle, at any steps, interpolated linearly between them.
struct AngleTable: Sendable, Hashable {
    /// The angles, degrees from 0 up to below 360, rising.
    let degrees: [Double]
    /// A value for each angle.
    let values: [Double]

    /// A table of at least two angles, in any order and from −360 to 720.
    init(_ points: [(degrees: Double, value: Double)]) {
        precondition(points.count > 1, "a table has angles")
        let sorted = points.map { (Self.turned($0.degrees), $0.value) }.sorted { $0.0 < $1.0 }
        degrees = sorted.map(\.0)
        values = sorted.map(\.1)
    }

    /// The same direction from 0 up to below 360.
    static func turned(_ degrees: Double) -> Double {
        let turned = degrees - 360 * (degrees / 360).rounded(.down)
        return turned < 360 ? turned : 0
    }

    /// The two angles that a direction is between, and the share of the second.
    func place(_ direction: Double) -> (lower: Int, upper: Int, share: Double) {
        let angle = Self.turned(direction)
        var low = 0
        var high = degrees.count
        while low < high {
            let middle = (low + high) / 2
            if degrees[middle] <= angle { low = middle + 1 } else { high = middle }
        }
        let lower = low == 0 ? degrees.count - 1 : low - 1
        let upper = low == degrees.count ? 0 : low
        let width = Self.turned(degrees[upper] - degrees[lower])
        // One angle alone in the circle is refused before; a width of zero would divide.
        return (lower, upper, width > 0 ? Self.turned(angle - degrees[lower]) / width : 0)
    }

    /// The value at an angle; not a number where the angle is none.
    func value(atDegrees direction: Double) -> Double {
        guard direction.isFinite else { return .nan }
        let (lower, upper, share) = place(direction)
        return values[lower] * (1 - share) + values[upper] * share
    }

    /// The largest value.
    var largest: Double { values.max() ?? 0 }
    /// The smallest value.
    var smallest: Double { values.min() ?? 0 }

    /// The direction of the largest value within 90° of 0°, −90 to 90: the middle of its first and last angle.
    var frontPeakDegrees: Double {
        let front = zip(degrees, values).map { ($0 > 180 ? $0 - 360 : $0, $1) }.filter { abs($0.0) <= 90 }
        let peak = front.map(\.1).max() ?? 0
        let peaks = front.filter { $0.1 == peak }.map(\.0)
        return ((peaks.min() ?? 0) + (peaks.max() ?? 0)) / 2
    }
}
