import MastheadGeo

/// Where a line must leave the surface because the ground rises faster than trains or cars can.
struct RouteProfile {
    /// The points of the line at even steps.
    let points: [PlanePoint]
    /// Which of them lie in a tunnel.
    private(set) var isInTunnel: [Bool]

    /// The least ground above a line before it is bored rather than cut, m.
    private static let coverMetres = 22.0
    /// The shortest tunnel, m.
    private static let shortestTunnel = 250.0

    init(_ line: [PlanePoint], kind: Route.Kind, ground: CellGround) {
        let frame = ground.frame
        points = Self.evenly(line, spacing: 0.7 * frame.rowMetres)
        let heights = points.map { point in frame.cell(at: point).map { Double(ground.metres[$0]) } ?? 0 }
        var track = heights
        let rise = kind.steepest * 0.7 * frame.rowMetres
        for index in track.indices.dropFirst() { track[index] = min(track[index], track[index - 1] + rise) }
        for index in track.indices.dropLast().reversed() { track[index] = min(track[index], track[index + 1] + rise) }
        isInTunnel = heights.indices.map { heights[$0] - track[$0] > Self.coverMetres }
        dropShort(Int(Self.shortestTunnel / (0.7 * frame.rowMetres)))
    }

    /// The line cut where tunnels begin and end, in order; neighbours share their end points.
    func stretches() -> [(points: [PlanePoint], isTunnel: Bool)] {
        var result: [(points: [PlanePoint], isTunnel: Bool)] = []
        var first = 0
        for index in points.indices where index == points.count - 1 || isInTunnel[index + 1] != isInTunnel[first] {
            let last = min(index + 1, points.count - 1)
            if last > first { result.append((Array(points[first...last]), isInTunnel[first])) }
            first = last
            if last == points.count - 1 { break }
        }
        return result
    }

    private mutating func dropShort(_ least: Int) {
        var start = 0
        while start < isInTunnel.count {
            guard isInTunnel[start] else {
                start += 1
                continue
            }
            var end = start
            while end < isInTunnel.count, isInTunnel[end] { end += 1 }
            if end - start < least { for index in start..<end { isInTunnel[index] = false } }
            start = end
        }
    }

    private static func evenly(_ line: [PlanePoint], spacing: Double) -> [PlanePoint] {
        guard let first = line.first, let last = line.last else { return [] }
        var result = [first]
        var left = spacing
        for index in line.indices.dropLast() {
            let (a, b) = (line[index], line[index + 1])
            let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            var at = left
            while at < length {
                result.append(PlanePoint(x: a.x + (b.x - a.x) * at / length, y: a.y + (b.y - a.y) * at / length))
                at += spacing
            }
            left = at - length
        }
        result.append(last)
        return result
    }
}
