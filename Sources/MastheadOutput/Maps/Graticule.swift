import Foundation
import MastheadCore
import MastheadGeo

/// Meridians and parallels over a map, with their degrees along its left and lower edges.
struct Graticule {
    /// A meridian or parallel.
    private struct Line {
        let points: [SheetPoint]
        let label: String
        /// Where it meets the lower edge (meridians) or the left one (parallels); nil where it does not.
        let mark: Double?
    }

    /// Spacings in degrees, the widest first.
    private static let steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]
    /// Points along an edge and along a line: close enough that straight pieces look curved.
    private static let pieces = 48

    private let frame: MapFrame
    private var meridians: [Line] = []
    private var parallels: [Line] = []

    /// The lines for a map; nil where the projection has no way back to degrees at the map's edges.
    init?(frame: MapFrame) {
        self.frame = frame
        let grid = frame.grid
        let east = Double(grid.columns) * grid.cellMetres
        let north = Double(grid.rows) * grid.cellMetres
        func plane(_ u: Double, _ v: Double) -> PlanePoint {
            PlanePoint(x: grid.westMetres + u * east, y: grid.northMetres - v * north)
        }
        do {
            let locator = try GridLocator(grid)
            let centre = try locator.geographic(of: plane(0.5, 0.5))
            /// Longitude counted through at the antimeridian.
            func place(_ u: Double, _ v: Double) throws(MastheadError) -> (longitude: Double, latitude: Double) {
                let found = try locator.geographic(of: plane(u, v))
                let turns = ((found.longitudeDegrees - centre.longitudeDegrees) / 360).rounded()
                return (found.longitudeDegrees - 360 * turns, found.latitudeDegrees)
            }
            func edge(_ at: (Double) -> (Double, Double)) throws(MastheadError) -> [(longitude: Double, latitude: Double)] {
                var places: [(longitude: Double, latitude: Double)] = []
                for piece in 0...Self.pieces {
                    let (u, v) = at(Double(piece) / Double(Self.pieces))
                    places.append(try place(u, v))
                }
                return places
            }
            let lower = try edge { ($0, 1) }
            let leftEdge = try edge { (0, $0) }
            let all = try lower + leftEdge + edge { ($0, 0) } + edge { (1, $0) }
            let longitudes = (all.map(\.longitude).min() ?? 0, all.map(\.longitude).max() ?? 0)
            let latitudes = (all.map(\.latitude).min() ?? 0, all.map(\.latitude).max() ?? 0)
            // Round a pole every meridian meets the map; such maps carry none.
            guard longitudes.1 - longitudes.0 < 180 else { return nil }

            func sheet(_ longitude: Double, _ latitude: Double) throws(MastheadError) -> SheetPoint {
                let wrapped = longitude - 360 * (longitude / 360).rounded()
                return frame.point(
                    try locator.plane(
                        of: GeographicPosition(longitudeDegrees: wrapped, latitudeDegrees: latitude)))
            }
            func line(_ body: (Double) throws(MastheadError) -> SheetPoint) throws(MastheadError) -> [SheetPoint] {
                var points: [SheetPoint] = []
                for piece in 0...Self.pieces { points.append(try body(Double(piece) / Double(Self.pieces))) }
                return points
            }
            let step = Self.step(longitudes, latitudes, frame)
            for value in Self.multiples(of: step, longitudes) {
                meridians.append(
                    Line(
                        points: try line { (t) throws(MastheadError) in
                            try sheet(value, latitudes.0 + (latitudes.1 - latitudes.0) * t)
                        },
                        label: Self.label(value - 360 * (value / 360).rounded(), step, "E", "W"),
                        mark: Self.crossing(of: value, lower.map(\.longitude)).map {
                            frame.left + $0 * Double(frame.width)
                        }))
            }
            for value in Self.multiples(of: step, latitudes) {
                parallels.append(
                    Line(
                        points: try line { (t) throws(MastheadError) in
                            try sheet(longitudes.0 + (longitudes.1 - longitudes.0) * t, value)
                        },
                        label: Self.label(value, step, "N", "S"),
                        mark: Self.crossing(of: value, leftEdge.map(\.latitude)).map {
                            frame.top + $0 * Double(frame.height)
                        }))
            }
        } catch {
            return nil
        }
    }

    /// Draws lines inside the frame and degrees outside it.
    func draw(on canvas: borrowing Canvas) {
        let ink = Color(0x1f2933, alpha: 0.16)
        canvas.clipped(x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height)) {
            for line in meridians + parallels { canvas.stroke(line.points, ink, lineWidth: 0.8) }
        }
        let style = TextStyle(size: 11, color: .paleInk)
        for line in meridians {
            let half = canvas.measure(line.label, style).width / 2
            guard let x = line.mark, x - half > frame.left - 4, x + half < frame.right + 4 else { continue }
            canvas.stroke([(x, frame.bottom), (x, frame.bottom + 4)], .frame, lineWidth: 1)
            canvas.text(line.label, x: x, y: frame.bottom + 5, style, anchor: .centre)
        }
        for line in parallels {
            let half = canvas.measure(line.label, style).width / 2
            guard let y = line.mark, y - half > frame.top - 4, y + half < frame.bottom + 4 else { continue }
            canvas.stroke([(frame.left - 4, y), (frame.left, y)], .frame, lineWidth: 1)
            canvas.text(line.label, x: frame.left - 20, y: y, style, anchor: .centre, upwards: true)
        }
    }

    /// The widest spacing that gives at least three lines along the map's longer side.
    private static func step(
        _ longitudes: (Double, Double), _ latitudes: (Double, Double), _ frame: MapFrame
    ) -> Double {
        let span =
            frame.width >= frame.height ? longitudes.1 - longitudes.0 : latitudes.1 - latitudes.0
        return steps.first { span / $0 >= 3 } ?? 0.001
    }

    private static func multiples(of step: Double, _ range: (Double, Double)) -> [Double] {
        let first = Int((range.0 / step).rounded(.up))
        let last = Int((range.1 / step).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    /// Where along an edge, from 0 to 1, a value is passed.
    private static func crossing(of value: Double, _ samples: [Double]) -> Double? {
        for (index, (a, b)) in zip(samples, samples.dropFirst()).enumerated()
        where min(a, b) <= value && value <= max(a, b) && a != b {
            return (Double(index) + (value - a) / (b - a)) / Double(samples.count - 1)
        }
        return nil
    }

    private static func label(_ degrees: Double, _ step: Double, _ positive: String, _ negative: String) -> String {
        let decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3
        let text = FixedPoint.text(abs(degrees), decimals: decimals) + "°"
        let isZero = abs(degrees) < step / 2
        return isZero ? text : "\(text) \(degrees < 0 ? negative : positive)"
    }
}
