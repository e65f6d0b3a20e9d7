/// The key points of a polygon: one that stands for it, and a lattice inside it.
///
/// The lattice runs through the points whose coordinates in the plane are whole multiples of the spacing, so that it does
/// not depend on where the polygon begins. The point that stands for the polygon lies in the middle of the longest stretch
/// inside it on the line through the middle of its height; it is there however small or thin the polygon is.
enum PolygonKeyPoints {
    /// The points of a polygon, the one that stands for it first; nil where the polygon encloses nothing, and no more
    /// than `limit` + 1 of them.
    static func points(of rings: [[PlanePoint]], spacing: Double, limit: Int) -> [PlanePoint]? {
        let box = PlaneBox(around: rings)
        guard box.high.y > box.low.y, let middle = representative(of: rings, box: box) else { return nil }
        var points = [middle]
        var y = (box.low.y / spacing).rounded(.up) * spacing
        while y <= box.high.y {
            for stretch in stretches(of: rings, at: y) {
                var x = (stretch.lowerBound / spacing).rounded(.up) * spacing
                while x < stretch.upperBound {
                    points.append(PlanePoint(x: x, y: y))
                    if points.count > limit { return points }
                    x += spacing
                }
            }
            y += spacing
        }
        return points
    }

    private static func representative(of rings: [[PlanePoint]], box: PlaneBox) -> PlanePoint? {
        // The middle of the height may graze a corner or a hole; lines above and below it follow.
        for share in [0.5, 0.4, 0.6, 0.25, 0.75, 0.1, 0.9] {
            let y = box.low.y + (box.high.y - box.low.y) * share
            let widest = stretches(of: rings, at: y).max {
                $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound
            }
            if let widest, widest.upperBound > widest.lowerBound {
                return PlanePoint(x: (widest.lowerBound + widest.upperBound) / 2, y: y)
            }
        }
        return nil
    }

    /// The stretches of a line along x that lie inside, by the even-odd rule.
    private static func stretches(of rings: [[PlanePoint]], at y: Double) -> [ClosedRange<Double>] {
        var crossings: [Double] = []
        for ring in rings {
            guard var last = ring.last else { continue }
            for point in ring {
                if (last.y <= y) != (point.y <= y) {
                    crossings.append(last.x + (y - last.y) / (point.y - last.y) * (point.x - last.x))
                }
                last = point
            }
        }
        crossings.sort()
        return stride(from: 0, to: crossings.count - 1, by: 2).map { crossings[$0]...crossings[$0 + 1] }
    }
}
