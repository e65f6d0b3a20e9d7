/// Cuts rings along straight lines (Sutherland and Hodgman).
///
/// A ring that a line cuts into several stays one ring, whose parts are joined along the line by edges that go there and
/// back: its signed area is exact all the same, and that is all that is asked of it here.
enum RingClip {
    /// The part of a ring where x or y is at least, or at most, a limit.
    static func clipped(_ ring: [PlanePoint], _ axis: WritableKeyPath<PlanePoint, Double>, atLeast limit: Double)
        -> [PlanePoint]
    {
        clipped(ring, signedDistance: { $0[keyPath: axis] - limit }) { crossing in crossing[keyPath: axis] = limit }
    }

    /// The part of a ring where x or y is at most a limit.
    static func clipped(_ ring: [PlanePoint], _ axis: WritableKeyPath<PlanePoint, Double>, atMost limit: Double)
        -> [PlanePoint]
    {
        clipped(ring, signedDistance: { limit - $0[keyPath: axis] }) { crossing in crossing[keyPath: axis] = limit }
    }

    /// The part of a ring in a rectangle.
    static func clipped(_ ring: [PlanePoint], toColumns columns: ClosedRange<Double>, rows: ClosedRange<Double>)
        -> [PlanePoint]
    {
        var part = clipped(ring, \.x, atLeast: columns.lowerBound)
        part = clipped(part, \.x, atMost: columns.upperBound)
        part = clipped(part, \.y, atLeast: rows.lowerBound)
        return clipped(part, \.y, atMost: rows.upperBound)
    }

    /// The part of a ring in a convex polygon whose corners have their inside on the left, with y up.
    static func clipped(_ ring: [PlanePoint], toConvex corners: [PlanePoint]) -> [PlanePoint] {
        guard var last = corners.last else { return [] }
        var part = ring
        for corner in corners {
            let start = last
            last = corner
            guard start != corner else { continue }
            part = clipped(part) { point in
                (corner.x - start.x) * (point.y - start.y) - (corner.y - start.y) * (point.x - start.x)
            } adjust: { _ in
            }
        }
        return part
    }

    private static func clipped(
        _ ring: [PlanePoint], signedDistance: (PlanePoint) -> Double, adjust: (inout PlanePoint) -> Void
    ) -> [PlanePoint] {
        guard var last = ring.last else { return [] }
        var lastDistance = signedDistance(last)
        var result: [PlanePoint] = []
        for point in ring {
            let distance = signedDistance(point)
            if (distance >= 0) != (lastDistance >= 0) {
                // From the inner to the outer point, so that the crossing does not depend on the way of the edge.
                let (a, b, da, db) =
                    distance >= 0 ? (point, last, distance, lastDistance) : (last, point, lastDistance, distance)
                let t = da / (da - db)
                var crossing = PlanePoint(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
                adjust(&crossing)
                result.append(crossing)
            }
            if distance >= 0 { result.append(point) }
            last = point
            lastDistance = distance
        }
        return result.count < 3 ? [] : result
    }
}
