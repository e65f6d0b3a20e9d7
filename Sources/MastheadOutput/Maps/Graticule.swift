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

    private let frame: MapFrame
    private let meridians: [Line]
    private let parallels: [Line]

    /// The lines for a map; nil where the projection has no way back to degrees at the map's edges, and round a pole,
    /// where every meridian meets the map.
    init?(frame: MapFrame) {
        guard let lines = try? Self.lines(frame) else { return nil }
        self.frame = frame
        meridians = lines.meridians
        parallels = lines.parallels
    }

    private static func lines(_ frame: MapFrame) throws(MastheadError) -> (meridians: [Line], parallels: [Line])? {
        let locator = try GridLocator(frame.grid)
        let edges = try MapEdges(frame, locator)
        let (longitudes, latitudes) = (edges.longitudes, edges.latitudes)
        guard longitudes.upperBound - longitudes.lowerBound < 180 else { return nil }
        let span = frame.width >= frame.height ? longitudes : latitudes
        let step = steps.first { (span.upperBound - span.lowerBound) / $0 >= 3 } ?? 0.001

        func along(_ range: ClosedRange<Double>, _ part: Double) -> Double {
            range.lowerBound + (range.upperBound - range.lowerBound) * part
        }
        var meridians: [Line] = []
        for value in multiples(of: step, in: longitudes) {
            let mark = crossing(of: value, edges.lower.map(\.longitude)).map { frame.left + $0 * Double(frame.width) }
            meridians.append(
                Line(
                    points: try edges.line(locator) { (value, along(latitudes, $0)) },
                    label: label(value - 360 * (value / 360).rounded(), step, "E", "W"), mark: mark))
        }
        var parallels: [Line] = []
        for value in multiples(of: step, in: latitudes) {
            let mark = crossing(of: value, edges.left.map(\.latitude)).map { frame.top + $0 * Double(frame.height) }
            parallels.append(
                Line(
                    points: try edges.line(locator) { (along(longitudes, $0), value) },
                    label: label(value, step, "N", "S"), mark: mark))
        }
        return (meridians, parallels)
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

    private static func multiples(of step: Double, in range: ClosedRange<Double>) -> [Double] {
        let first = Int((range.lowerBound / step).rounded(.up))
        let last = Int((range.upperBound / step).rounded(.down))
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
        // Neither zero nor the antimeridian lies on one side.
        let isBoth = abs(degrees) < step / 2 || abs(degrees) > 180 - step / 2
        return isBoth ? text : "\(text) \(degrees < 0 ? negative : positive)"
    }
}

/// The degrees along the edges of a map, longitudes counted through at the antimeridian.
private struct MapEdges {
    typealias Place = (longitude: Double, latitude: Double)

    /// Points along an edge and along a line: close enough that straight pieces look curved.
    private static let pieces = 48

    let lower: [Place]
    let left: [Place]
    let longitudes: ClosedRange<Double>
    let latitudes: ClosedRange<Double>
    private let frame: MapFrame

    init(_ frame: MapFrame, _ locator: borrowing GridLocator) throws(MastheadError) {
        let grid = frame.grid
        func geographic(_ u: Double, _ v: Double) throws(MastheadError) -> Place {
            let place = try locator.geographic(
                of: PlanePoint(
                    x: grid.westMetres + u * Double(grid.columns) * grid.cellMetres,
                    y: grid.northMetres - v * Double(grid.rows) * grid.cellMetres))
            return (place.longitudeDegrees, place.latitudeDegrees)
        }
        let centre = try geographic(0.5, 0.5).longitude
        func edge(_ at: (Double) -> (Double, Double)) throws(MastheadError) -> [Place] {
            var places: [Place] = []
            for piece in 0...Self.pieces {
                let (u, v) = at(Double(piece) / Double(Self.pieces))
                let place = try geographic(u, v)
                places.append((place.longitude - 360 * ((place.longitude - centre) / 360).rounded(), place.latitude))
            }
            return places
        }
        lower = try edge { ($0, 1) }
        left = try edge { (0, $0) }
        let all = try lower + left + edge { ($0, 0) } + edge { (1, $0) }
        longitudes = (all.map(\.longitude).min() ?? 0)...(all.map(\.longitude).max() ?? 0)
        latitudes = (all.map(\.latitude).min() ?? 0)...(all.map(\.latitude).max() ?? 0)
        self.frame = frame
    }

    /// A line on the sheet through longitudes and latitudes, given for parts from 0 to 1.
    func line(
        _ locator: borrowing GridLocator, _ at: (Double) -> (Double, Double)
    ) throws(MastheadError) -> [SheetPoint] {
        var points: [SheetPoint] = []
        for piece in 0...Self.pieces {
            let (longitude, latitude) = at(Double(piece) / Double(Self.pieces))
            let place = GeographicPosition(
                longitudeDegrees: longitude - 360 * (longitude / 360).rounded(), latitudeDegrees: latitude)
            points.append(frame.point(try locator.plane(of: place)))
        }
        return points
    }
}
