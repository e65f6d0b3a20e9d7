import Foundation
import MastheadCore

/// The drawing of a profile: axes, terrain, line of sight, Fresnel zone, antennas, horizons and legend.
struct ProfileSheet {
    static let width = 1200.0
    static let height = 640.0
    private static let left = 78.0
    private static let right = 1165.0
    private static let bottom = 552.0

    private static let ground = Color(0xb79f84)
    private static let groundLine = Color(0x6d5a43)
    private static let clutter = Color(0x9cc5a1)
    private static let zone = Color(0x2b6cb0)
    private static let sight = Color(0x1a4480)
    private static let horizon = Color(0xd97706)

    private static let titleStyle = TextStyle(size: 20, isBold: true, width: width - 2 * 30)
    private static let subtitleStyle = TextStyle(size: 14, color: .paleInk, width: width - 2 * 30)
    private static let axisStyle = TextStyle(size: 13, color: .paleInk)

    private let plot: ProfilePlot
    /// Upper edge of the plot; long headings push it down.
    private let top: Double
    private let subtitleTop: Double
    private let low: Double
    private let high: Double

    init(plot: ProfilePlot, on canvas: borrowing Canvas) {
        self.plot = plot
        subtitleTop = 18 + canvas.measure(plot.title, Self.titleStyle).height + 4
        let subtitleHeight = canvas.measure(plot.subtitle, Self.subtitleStyle).height
        top = min(subtitleTop + subtitleHeight + 36, 220)
        let distances = plot.distanceKilometres
        let highest = max(plot.tops.max() ?? 1, distances.map { plot.sight($0) + plot.fresnel($0) }.max() ?? 1)
        // The whole zone is shown where it clears the ground; below the ground it does not matter.
        let zoneLow = distances.map { plot.sight($0) - plot.fresnel($0) }.min() ?? 0
        let groundLow = plot.bases.min() ?? 0
        let lowest = min(groundLow, max(zoneLow, groundLow - 0.25 * max(highest - groundLow, 20)))
        let span = max(highest - lowest, 10)
        low = lowest - span * 0.06
        high = highest + span * 0.08
    }

    private func x(_ d: Double) -> Double { Self.left + (Self.right - Self.left) * d / plot.length }
    private func y(_ h: Double) -> Double { Self.bottom - (Self.bottom - top) * (h - low) / (high - low) }

    private func curve(_ heights: [Double]) -> [SheetPoint] {
        zip(plot.distanceKilometres, heights).map { (x($0), y($1)) }
    }

    func draw(on canvas: borrowing Canvas) {
        canvas.text(plot.title, x: 30, y: 18, Self.titleStyle)
        canvas.text(plot.subtitle, x: 30, y: subtitleTop, Self.subtitleStyle)
        axes(on: canvas)
        canvas.clipped(x: Self.left, y: top, width: Self.right - Self.left, height: Self.bottom - top) {
            terrain(on: canvas)
            rays(on: canvas)
        }
        canvas.strokeRectangle(
            x: Self.left, y: top, width: Self.right - Self.left, height: Self.bottom - top, .frame, lineWidth: 1)
        antennas(on: canvas)
        horizons(on: canvas)
        legend(on: canvas)
    }

    private func terrain(on canvas: borrowing Canvas) {
        let floor: [SheetPoint] = [(x: Self.right, y: Self.bottom), (x: Self.left, y: Self.bottom)]
        canvas.fill([curve(plot.tops) + floor], Self.clutter)
        canvas.fill([curve(plot.bases) + floor], Self.ground)
        canvas.stroke(curve(plot.bases), Self.groundLine, lineWidth: 1.4)
    }

    /// Distances at which the zone is drawn, km: closer towards the ends, where it bends most.
    private var zoneDistances: [Double] {
        let count = 240
        return (0...count).map { plot.length * (1 - cos(Double.pi * Double($0) / Double(count))) / 2 }
    }

    private func rays(on canvas: borrowing Canvas) {
        let distances = zoneDistances
        let upper = distances.map { (x: x($0), y: y(plot.sight($0) + plot.fresnel($0))) }
        let lower = distances.map { (x: x($0), y: y(plot.sight($0) - plot.fresnel($0))) }
        var tint = Self.zone
        tint.alpha = 0.16
        canvas.fill([upper + lower.reversed()], tint)
        tint.alpha = 0.6
        canvas.stroke(upper, tint, lineWidth: 1)
        canvas.stroke(lower, tint, lineWidth: 1)
        canvas.stroke(
            curve(plot.distanceKilometres.map(plot.sight)), Self.sight, lineWidth: 1.6, dashes: [7, 4])
    }

    private func axes(on canvas: borrowing Canvas) {
        let grid = Color(0xe4e7eb)
        for value in AxisTicks.between(0, plot.length) {
            canvas.stroke([(x(value), top), (x(value), Self.bottom)], grid, lineWidth: 1)
            canvas.text(
                MapText.number(value), x: x(value), y: Self.bottom + 6, Self.axisStyle, anchor: .centre)
        }
        for value in AxisTicks.between(low, high) {
            canvas.stroke([(Self.left, y(value)), (Self.right, y(value))], grid, lineWidth: 1)
            canvas.text(MapText.number(value), x: Self.left - 8, y: y(value) - 9, Self.axisStyle, anchor: .right)
        }
        canvas.text("distance, km", x: Self.right, y: Self.bottom + 26, Self.axisStyle, anchor: .right)
        canvas.text("altitude over the curved Earth, m", x: Self.left, y: top - 21, Self.axisStyle)
    }

    private func antennas(on canvas: borrowing Canvas) {
        let ends = [
            (d: 0.0, base: plot.groundMetres.first ?? 0, height: plot.transmitterHeightMetres),
            (d: plot.length, base: plot.groundMetres.last ?? 0, height: plot.receiverHeightMetres),
        ]
        for end in ends {
            let foot = y(end.base)
            let head = y(end.base + end.height)
            canvas.stroke([(x(end.d), foot), (x(end.d), head)], CoverageColors.mast, lineWidth: 3)
            canvas.fill(
                [[(x(end.d), head - 5), (x(end.d) + 4, head), (x(end.d), head + 5), (x(end.d) - 4, head)]],
                CoverageColors.mast)
            let label = "\(MapText.number(end.height)) m"
            let style = TextStyle(
                size: 13, color: CoverageColors.mast, isBold: true, halo: Color(0xffffff, alpha: 0.85))
            canvas.text(
                label, x: x(end.d) + (end.d == 0 ? 9 : -9), y: head - 22, style, anchor: end.d == 0 ? .left : .right)
        }
    }

    private func horizons(on canvas: borrowing Canvas) {
        let tops = plot.tops
        for horizon in plot.horizonKilometres {
            let distances = plot.distanceKilometres
            guard
                let index = distances.indices.min(by: { abs(distances[$0] - horizon) < abs(distances[$1] - horizon) })
            else { continue }
            let place = (x: x(distances[index]), y: y(tops[index]))
            canvas.stroke([place, (place.x, Self.bottom)], Self.horizon, lineWidth: 1, dashes: [3, 3])
            canvas.fill(
                [[(place.x, place.y - 2), (place.x + 6, place.y - 13), (place.x - 6, place.y - 13)]], Self.horizon)
        }
    }

    private func legend(on canvas: borrowing Canvas) {
        let style = TextStyle(size: 13)
        let line = Self.height - 34
        var place = Self.left
        func entry(_ color: Color, _ text: String) {
            canvas.fillRectangle(x: place, y: line + 3, width: 18, height: 11, color)
            place += 24 + canvas.text(text, x: place + 24, y: line, style).width + 22
        }
        entry(Self.ground, "ground")
        if plot.clutterMetres.contains(where: { $0 > 0 }) { entry(Self.clutter, "clutter") }
        entry(Self.sight, "line of sight")
        entry(Color(0xcfdded), "first Fresnel zone")
        if !plot.horizonKilometres.isEmpty { entry(Self.horizon, "horizon") }
        let radius = MapText.grouped(Int(plot.effectiveRadiusKilometres.rounded()))
        canvas.text(
            "effective Earth radius \(radius) km", x: Self.right, y: line, Self.axisStyle, anchor: .right)
    }
}
