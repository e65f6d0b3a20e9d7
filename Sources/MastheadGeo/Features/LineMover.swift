import MastheadCore

/// A vertex of a line on its way into the plane: its place there, the true distance along the line, its height.
struct LineVertex {
    var point: PlanePoint
    /// True distance from the line's beginning along its straight edges, m.
    var metres: Double
    /// Height in the source; NaN where it has none.
    var altitude: Double
}

/// Moves lines into the plane of a grid and measures them on the ellipsoid.
///
/// An edge is straight in the line's own reference system, as in every GIS; it is moved in steps of at most 500 m, and its
/// length is the sum of the geodesics between the steps (Karney's method), so that it depends on no projection.
///
/// A handle: one thread at a time.
struct LineMover: ~Copyable {
    private let isDegrees: Bool
    private let toPlane: CoordinateTransform
    private let toEarth: CoordinateTransform

    init(from source: ReferenceSystem, to grid: Grid) throws(MastheadError) {
        let plane = try CoordinateTransform(from: source, to: grid.referenceSystem)
        let earth = try CoordinateTransform(from: source, to: .wgs84)
        isDegrees = source.isGeographic
        toPlane = plane
        toEarth = earth
    }

    /// The line in the plane; nil where a point of it has no place there.
    func moved(_ line: [PlanePoint], altitudes: [Double]?) -> [LineVertex]? {
        let (points, heights) = stepped(unwrapped(line), altitudes: altitudes)
        guard let plane = Self.transformed(points, toPlane), let earth = Self.transformed(points, toEarth) else {
            return nil
        }
        var metres = 0.0
        var vertices: [LineVertex] = []
        vertices.reserveCapacity(points.count)
        for index in points.indices {
            if index > 0 {
                metres +=
                    Geodesic.inverse(from: Self.position(earth[index - 1]), to: Self.position(earth[index])).metres
            }
            vertices.append(LineVertex(point: plane[index], metres: metres, altitude: heights[index]))
        }
        return vertices
    }

    /// Points in the plane; nil where one has no place there.
    func moved(_ points: [PlanePoint]) -> [PlanePoint]? { Self.transformed(points, toPlane) }

    /// A ring in the plane, moved in steps; nil where a point of it has no place there.
    func movedRing(_ ring: [PlanePoint]) -> [PlanePoint]? {
        guard let first = ring.first else { return [] }
        let (points, _) = stepped(unwrapped(ring + [first]), altitudes: nil)
        return Self.transformed(points.dropLast(), toPlane)
    }

    /// A line whose longitudes are counted through where they jump at the antimeridian.
    private func unwrapped(_ line: [PlanePoint]) -> [PlanePoint] {
        guard isDegrees, var last = line.first else { return line }
        var shift = 0.0
        return line.map { point in
            shift -= 360 * ((point.x - last.x) / 360).rounded()
            last = point
            return PlanePoint(x: point.x + shift, y: point.y)
        }
    }

    private func stepped(_ line: [PlanePoint], altitudes: [Double]?) -> ([PlanePoint], [Double]) {
        var points: [PlanePoint] = []
        var heights: [Double] = []
        for (index, point) in line.enumerated() {
            let height = altitudes?[index] ?? .nan
            if index > 0 {
                let before = line[index - 1]
                let start = altitudes?[index - 1] ?? .nan
                let count = RingMover.pieces(from: before, to: point, isDegrees: isDegrees)
                for step in stride(from: 1, to: count, by: 1) {
                    let t = Double(step) / Double(count)
                    points.append(
                        PlanePoint(x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t))
                    heights.append(start + (height - start) * t)
                }
            }
            points.append(point)
            heights.append(height)
        }
        return (points, heights)
    }

    private static func transformed(
        _ points: some Collection<PlanePoint>, _ transform: borrowing CoordinateTransform
    ) -> [PlanePoint]? {
        var xs = points.map(\.x)
        var ys = points.map(\.y)
        transform.forwardWhereDefined(&xs, &ys)
        guard !xs.contains(where: \.isNaN) else { return nil }
        return zip(xs, ys).map { PlanePoint(x: $0, y: $1) }
    }

    private static func position(_ point: PlanePoint) -> GeographicPosition {
        GeographicPosition(longitudeDegrees: point.x, latitudeDegrees: point.y)
    }
}
