/// Work on rings of points: orientation, the antimeridian, and points between corners.
enum PlaneRing {
    /// The area inside a ring: positive when it runs counter-clockwise, with y up.
    static func signedArea(_ ring: [PlanePoint]) -> Double {
        guard let origin = ring.first, var last = ring.last else { return 0 }
        var doubled = 0.0
        // Relative to the first point: far from the origin of the plane the products would lose the small area.
        for point in ring {
            doubled += (last.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (last.y - origin.y)
            last = point
        }
        return doubled / 2
    }

    /// The ring running counter-clockwise, or clockwise.
    static func oriented(_ ring: [PlanePoint], counterClockwise: Bool) -> [PlanePoint] {
        (signedArea(ring) > 0) == counterClockwise ? ring : ring.reversed()
    }

    /// A ring whose x is counted through where it jumps from one end of a whole turn to the other.
    ///
    /// An edge is taken the short way around. The first point keeps its x.
    /// - Parameter turn: x once around the Earth, such as 360.
    /// - Returns: nil when the ring goes around a pole and so never comes back to its first point.
    static func unwrapped(_ ring: [PlanePoint], turn: Double) -> [PlanePoint]? {
        guard let first = ring.first, var last = ring.last else { return ring }
        var shift = 0.0
        var result: [PlanePoint] = []
        result.reserveCapacity(ring.count)
        last = first
        for point in ring {
            shift -= turn * ((point.x - last.x) / turn).rounded()
            result.append(PlanePoint(x: point.x + shift, y: point.y))
            last = point
        }
        // The closing edge must lead back to where the ring began.
        let closing = shift - turn * ((first.x - last.x) / turn).rounded()
        return closing == 0 ? result : nil
    }

    /// The same polygon with its holes, all counted through; each hole lies within its outer ring's turn.
    static func unwrapped(_ polygon: VectorPolygon, turn: Double) -> VectorPolygon? {
        guard let outer = unwrapped(polygon.outer, turn: turn) else { return nil }
        let middle = middle(of: outer)
        var holes: [[PlanePoint]] = []
        for hole in polygon.holes {
            guard let ring = unwrapped(hole, turn: turn) else { return nil }
            let shift = turn * ((middle - self.middle(of: ring)) / turn).rounded()
            holes.append(shift == 0 ? ring : ring.map { PlanePoint(x: $0.x + shift, y: $0.y) })
        }
        return VectorPolygon(outer: outer, holes: holes)
    }

    private static func middle(of ring: [PlanePoint]) -> Double {
        let xs = ring.lazy.map(\.x)
        return ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2
    }

    /// The ring with points added on its edges.
    ///
    /// The points of an edge do not depend on the way it is walked, so that neighbours with a common border stay without
    /// gap and overlap after projection.
    /// - Parameter pieces: Into how many equal pieces an edge is cut, given its ends in a fixed order.
    static func densified(_ ring: [PlanePoint], pieces: (PlanePoint, PlanePoint) -> Int) -> [PlanePoint] {
        guard var last = ring.last else { return ring }
        var result: [PlanePoint] = []
        for point in ring {
            let isForward = (last.x, last.y) < (point.x, point.y)
            let (a, b) = isForward ? (last, point) : (point, last)
            let count = pieces(a, b)
            for step in stride(from: 1, to: count, by: 1) {
                let t = Double(isForward ? step : count - step) / Double(count)
                result.append(PlanePoint(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t))
            }
            result.append(point)
            last = point
        }
        return result
    }
}
