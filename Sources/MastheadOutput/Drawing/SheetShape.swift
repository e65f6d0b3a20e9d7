import Foundation

/// Shapes around a place, as corners for `fill` and `stroke`; sizes are pixels.
enum SheetShape {
    /// A circle, drawn with so many corners that none is seen.
    static func circle(_ place: SheetPoint, radius: Double) -> [SheetPoint] {
        regular(place, radius: radius, corners: max(16, Int(radius * 3)))
    }

    /// A polygon with equal sides; its first corner points up, or so many degrees clockwise from there.
    static func regular(_ place: SheetPoint, radius: Double, corners: Int, turnDegrees: Double = 0) -> [SheetPoint] {
        (0..<corners).map { index in
            let angle = 2 * Double.pi * (Double(index) / Double(corners) + turnDegrees / 360)
            return (place.x + radius * sin(angle), place.y - radius * cos(angle))
        }
    }

    /// A star with five points.
    static func star(_ place: SheetPoint, radius: Double) -> [SheetPoint] {
        let outer = regular(place, radius: radius, corners: 5)
        let inner = regular(place, radius: radius * 0.45, corners: 5, turnDegrees: 36)
        return zip(outer, inner).flatMap { [$0, $1] }
    }
}
