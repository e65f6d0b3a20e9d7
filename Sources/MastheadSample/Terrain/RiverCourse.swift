import MastheadGeo

/// The winding line that a river's water takes over its valley floor.
///
/// The lattice knows a river as steps between nodes. Here the steps are evened out, swayed to and fro where the floor is
/// flat and wide, and rounded.
struct RiverCourse {
    let points: [PlanePoint]
    /// Height of the water at each point, m; falls towards the sea.
    let heights: [Double]
    /// Width of the water at each point, m.
    let widths: [Double]

    /// The most that the ground may stand above the stream where its line may be moved to, m.
    private static let floorMetres = 2.5

    /// - Parameter drawn: The rivers that this one may join.
    init(_ river: Valleys.River, joining drawn: [RiverCourse], valleys: Valleys, seed: UInt64) {
        let lattice = valleys.lattice
        let sway = Noise(seed: seed, stream: "sway")
        let count = river.points.count
        let spacing = lattice.columnMetres
        // A river that does not end in the sea ends on the water of another, wherever that has been moved to.
        let mouth = river.heights.last == 0 ? nil : Self.nearest(to: river.points[count - 1], among: drawn)
        let moved = river.points.indices.map { index in
            let point = river.points[index]
            if index == count - 1, let mouth { return mouth }
            guard index > 0, index < count - 1 else { return point }
            // Less of both towards the ends, which other rivers or the sea must still meet.
            let span = min(4, index, count - 1 - index)
            var mean = PlanePoint(x: 0, y: 0)
            for near in (index - span)...(index + span) {
                mean.x += river.points[near].x / Double(2 * span + 1)
                mean.y += river.points[near].y / Double(2 * span + 1)
            }
            let wave = 14 * spacing
            let swing = 3.2 * spacing * Double(span) / 4
            let dx = swing * sway.fractal(point.x / wave, point.y / wave, octaves: 2)
            let dy = swing * sway.fractal(point.x / wave + 50, point.y / wave, octaves: 2)
            for share in [1, 0.5, 0.25] {
                let target = PlanePoint(
                    x: point.x + share * (mean.x - point.x + dx), y: point.y + share * (mean.y - point.y + dy))
                let above = lattice.value(of: valleys.aboveStream, x: target.x, y: target.y)
                let height = lattice.value(of: valleys.heights, x: target.x, y: target.y)
                if above < Self.floorMetres, height > 0 { return target }
            }
            return point
        }
        points = SmoothLine.rounded(moved, times: 2)
        heights = SmoothLine.rounded(river.heights, times: 2)
        widths = SmoothLine.rounded(river.areas.map(Self.widthMetres), times: 2)
    }

    private static func nearest(to point: PlanePoint, among drawn: [RiverCourse]) -> PlanePoint? {
        func gap(_ other: PlanePoint) -> Double {
            (other.x - point.x) * (other.x - point.x) + (other.y - point.y) * (other.y - point.y)
        }
        return drawn.lazy.flatMap(\.points).min { gap($0) < gap($1) }
    }

    /// Width of the water in metres where it drains so many square kilometres.
    private static func widthMetres(areaSquareKilometres area: Double) -> Double { 8 + 4 * area.squareRoot() }
}
