import MastheadGeo

/// Corners of lines cut off, and points that say nothing left out.
enum SmoothLine {
    /// Cuts every corner at a quarter of its sides, several times; the ends stay (Chaikin).
    static func rounded(_ points: [PlanePoint], times: Int) -> [PlanePoint] {
        let xs = rounded(points.map(\.x), times: times)
        let ys = rounded(points.map(\.y), times: times)
        return zip(xs, ys).map { PlanePoint(x: $0, y: $1) }
    }

    /// The same for values along such a line.
    static func rounded(_ values: [Double], times: Int) -> [Double] {
        var line = values
        for _ in 0..<times where line.count > 2 {
            var next = [line[0]]
            next.reserveCapacity(2 * line.count)
            for index in 0..<(line.count - 1) {
                if index > 0 { next.append(0.75 * line[index] + 0.25 * line[index + 1]) }
                if index < line.count - 2 { next.append(0.25 * line[index] + 0.75 * line[index + 1]) }
            }
            next.append(line[line.count - 1])
            line = next
        }
        return line
    }

    /// The positions of the points to keep so that the line moves by less than a tolerance (Douglas and Peucker).
    static func kept(_ points: [PlanePoint], tolerance: Double) -> [Int] {
        guard points.count > 2 else { return Array(points.indices) }
        var isKept = [Bool](repeating: false, count: points.count)
        isKept[0] = true
        isKept[points.count - 1] = true
        var spans = [(0, points.count - 1)]
        while let (first, last) = spans.popLast() {
            var farthest = tolerance * tolerance
            var corner = -1
            for index in (first + 1)..<max(last, first + 1) {
                let distance = squareDistance(points[index], from: points[first], to: points[last])
                if distance > farthest {
                    farthest = distance
                    corner = index
                }
            }
            guard corner > 0 else { continue }
            isKept[corner] = true
            spans.append((first, corner))
            spans.append((corner, last))
        }
        return points.indices.filter { isKept[$0] }
    }

    private static func squareDistance(_ point: PlanePoint, from a: PlanePoint, to b: PlanePoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let along = square == 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / square
        let t = min(max(along, 0), 1)
        let (ox, oy) = (point.x - a.x - t * dx, point.y - a.y - t * dy)
        return ox * ox + oy * oy
    }
}
