/// Where the name of a region stands: in the middle of a wide stretch of its inside.
struct LabelPlace {
    /// Area of the region on the sheet, square pixels.
    let area: Double
    /// The place, inside the region.
    let point: SheetPoint
    /// Width of the region at the place, pixels.
    let room: Double

    /// The lines across the region that are tried.
    private static let lines = 17

    /// A place in the area inside rings; where rings lie in each other, every second one is a hole.
    init(rings: [[SheetPoint]]) {
        let sized = rings.map { (ring: $0, area: Self.area($0)) }
        area = sized.map(\.area).max() ?? 0
        guard let largest = sized.max(by: { $0.area < $1.area })?.ring, area > 0 else {
            point = (0, 0)
            room = 0
            return
        }
        let low = largest.map(\.y).min() ?? 0
        let high = largest.map(\.y).max() ?? 0
        var best: (score: Double, point: SheetPoint, room: Double) = (-1, largest.first ?? (0, 0), 0)
        for line in 1..<Self.lines {
            let part = Double(line) / Double(Self.lines)
            let y = low + (high - low) * part
            for (a, b) in Self.inside(rings, at: y) {
                // Room to the sides counts most, then nearness to the middle.
                let score = (b - a) * (1 - abs(part - 0.5))
                if score > best.score { best = (score, ((a + b) / 2, y), b - a) }
            }
        }
        point = best.point
        room = best.room
    }

    /// The stretches of a horizontal line that lie inside.
    private static func inside(_ rings: [[SheetPoint]], at y: Double) -> [(Double, Double)] {
        var crossings: [Double] = []
        for ring in rings {
            guard let last = ring.last else { continue }
            var previous = last
            for point in ring {
                if (previous.y > y) != (point.y > y) {
                    crossings.append(
                        previous.x + (y - previous.y) / (point.y - previous.y) * (point.x - previous.x))
                }
                previous = point
            }
        }
        crossings.sort()
        return stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    }

    private static func area(_ ring: [SheetPoint]) -> Double {
        guard let origin = ring.first, var previous = ring.last else { return 0 }
        var sum = 0.0
        for point in ring {
            sum += (previous.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (previous.y - origin.y)
            previous = point
        }
        return abs(sum) / 2
    }
}
