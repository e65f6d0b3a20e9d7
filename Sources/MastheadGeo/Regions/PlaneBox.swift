/// A rectangle along the axes of a plane.
package struct PlaneBox: Sendable, Hashable {
    /// Least x and y.
    package var low: PlanePoint
    /// Greatest x and y.
    package var high: PlanePoint

    /// The smallest box around points; inside out where there are none.
    init(around points: some Sequence<PlanePoint>) {
        low = PlanePoint(x: .infinity, y: .infinity)
        high = PlanePoint(x: -.infinity, y: -.infinity)
        for point in points { extend(to: point) }
    }

    /// The smallest box around all rings.
    init(around rings: [[PlanePoint]]) { self.init(around: rings.joined()) }

    /// Grows the box so that it holds a point.
    mutating func extend(to point: PlanePoint) {
        low.x = min(low.x, point.x)
        low.y = min(low.y, point.y)
        high.x = max(high.x, point.x)
        high.y = max(high.y, point.y)
    }

    /// The box moved along x.
    func moved(byX shift: Double) -> PlaneBox {
        var box = self
        box.low.x += shift
        box.high.x += shift
        return box
    }

    /// Whether the boxes share area.
    func overlaps(_ other: PlaneBox) -> Bool {
        low.x < other.high.x && other.low.x < high.x && low.y < other.high.y && other.low.y < high.y
    }

    /// Whether a point lies in the box, its edges included.
    func contains(_ point: PlanePoint) -> Bool {
        point.x >= low.x && point.x <= high.x && point.y >= low.y && point.y <= high.y
    }
}
