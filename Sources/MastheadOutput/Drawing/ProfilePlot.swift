import Foundation
public import MastheadCore

/// A vertical section through the terrain between two antennas: ground and clutter over the curved Earth, line of sight,
/// first Fresnel zone and horizons.
public struct ProfilePlot: Sendable {
    /// Distances from the transmitter, km.
    public var distanceKilometres: [Double]
    /// Altitude of the ground, m.
    public var groundMetres: [Double]
    /// Height of the clutter above the ground, m.
    public var clutterMetres: [Double]
    /// Height of the transmitting antenna above the ground, m.
    public var transmitterHeightMetres: Double
    /// Height of the receiving antenna above the ground, m.
    public var receiverHeightMetres: Double
    /// Effective Earth radius, km, over which the section is drawn.
    public var effectiveRadiusKilometres: Double
    /// Wavelength, m, for the first Fresnel zone.
    public var wavelengthMetres: Double
    /// Distances of the horizons seen from transmitter and receiver, km from the transmitter; empty where in sight.
    public var horizonKilometres: [Double]
    /// The heading.
    public var title: String
    /// The line below it.
    public var subtitle: String

    /// A plot of one path.
    public init(
        distanceKilometres: [Double], groundMetres: [Double], clutterMetres: [Double],
        transmitterHeightMetres: Double, receiverHeightMetres: Double, effectiveRadiusKilometres: Double,
        wavelengthMetres: Double, horizonKilometres: [Double], title: String, subtitle: String
    ) {
        self.distanceKilometres = distanceKilometres
        self.groundMetres = groundMetres
        self.clutterMetres = clutterMetres
        self.transmitterHeightMetres = transmitterHeightMetres
        self.receiverHeightMetres = receiverHeightMetres
        self.effectiveRadiusKilometres = effectiveRadiusKilometres
        self.wavelengthMetres = wavelengthMetres
        self.horizonKilometres = horizonKilometres
        self.title = title
        self.subtitle = subtitle
    }

    private static let width = 1200
    private static let height = 620
    private static let left = 78.0
    private static let right = 1170.0
    private static let top = 92.0
    private static let bottom = 540.0

    /// Draws the plot to a PNG or, by the path's ending, an SVG file; whole or not at all.
    ///
    /// - Throws: `cannot-write`.
    public func write(to path: String) throws(MastheadError) {
        let isSVG = path.lowercased().hasSuffix(".svg")
        let canvas =
            try isSVG
            ? Canvas(svgOfWidth: Self.width, height: Self.height) : Canvas(width: Self.width, height: Self.height)
        draw(on: canvas)
        try AtomicFile.write(canvas.finish(), to: path)
    }

    private var length: Double { distanceKilometres.last ?? 1 }

    /// How much the Earth rises above the chord between the ends at a distance, m.
    private func bulge(_ d: Double) -> Double { 500 * d * (length - d) / effectiveRadiusKilometres }

    /// Altitude of the line of sight at a distance, m.
    private func sight(_ d: Double) -> Double {
        let start = (groundMetres.first ?? 0) + transmitterHeightMetres
        let end = (groundMetres.last ?? 0) + receiverHeightMetres
        return start + (end - start) * d / length
    }

    /// Radius of the first Fresnel zone at a distance, m.
    private func fresnel(_ d: Double) -> Double {
        (wavelengthMetres * d * 1000 * (length - d) / length).squareRoot()
    }

    private func draw(on canvas: borrowing Canvas) {
        let tops = zip(distanceKilometres, zip(groundMetres, clutterMetres)).map { $1.0 + $1.1 + bulge($0) }
        let lines = distanceKilometres.map { sight($0) + fresnel($0) }
        let bases = zip(distanceKilometres, groundMetres).map { $1 + bulge($0) }
        let high = max(tops.max() ?? 1, lines.max() ?? 1)
        let low = min(bases.min() ?? 0, (distanceKilometres.map { sight($0) - fresnel($0) }).min() ?? 0)
        let pad = max(5, (high - low) * 0.06)
        let scale = Scale(low: low - pad, high: high + pad, length: length)
        axes(scale, on: canvas)
        func curve(_ heights: [Double]) -> [(x: Double, y: Double)] {
            zip(distanceKilometres, heights).map { (scale.x($0), scale.y($1)) }
        }
        let floor = [(x: Self.right, y: Self.bottom), (x: Self.left, y: Self.bottom)]
        canvas.fill([curve(tops) + floor], Color(0x9cc5a1))
        canvas.fill([curve(bases) + floor], Color(0xb79f84))
        canvas.stroke(curve(bases), Color(0x6d5a43), lineWidth: 1.4)
        let upper = curve(distanceKilometres.map { sight($0) + fresnel($0) })
        let lower = curve(distanceKilometres.map { sight($0) - fresnel($0) })
        canvas.fill([upper + lower.reversed()], Color(0x2b6cb0, alpha: 0.16))
        canvas.stroke(upper, Color(0x2b6cb0, alpha: 0.6), lineWidth: 1)
        canvas.stroke(lower, Color(0x2b6cb0, alpha: 0.6), lineWidth: 1)
        canvas.stroke(curve(distanceKilometres.map(sight)), Color(0x1a4480), lineWidth: 1.6, dashes: [7, 4])
        masts(scale, on: canvas)
        horizons(scale, tops: tops, on: canvas)
        canvas.strokeRectangle(
            x: Self.left, y: Self.top, width: Self.right - Self.left, height: Self.bottom - Self.top, .frame,
            lineWidth: 1)
        canvas.text(title, x: Self.left, y: 20, TextStyle(size: 20, isBold: true))
        canvas.text(subtitle, x: Self.left, y: 52, TextStyle(size: 14, color: .paleInk))
        legend(on: canvas)
    }

    private struct Scale {
        let low: Double
        let high: Double
        let length: Double

        func x(_ d: Double) -> Double { ProfilePlot.left + (ProfilePlot.right - ProfilePlot.left) * d / length }
        func y(_ h: Double) -> Double {
            ProfilePlot.bottom - (ProfilePlot.bottom - ProfilePlot.top) * (h - low) / (high - low)
        }
    }

    private func axes(_ scale: Scale, on canvas: borrowing Canvas) {
        let style = TextStyle(size: 13, color: .paleInk)
        for value in Self.ticks(0, length) {
            let x = scale.x(value)
            canvas.stroke([(x, Self.top), (x, Self.bottom)], Color(0xe4e7eb), lineWidth: 1)
            canvas.text(
                PlainNumber.text((value * 1000).rounded() / 1000), x: x, y: Self.bottom + 6, style, anchor: .centre)
        }
        for value in Self.ticks(scale.low, scale.high) {
            let y = scale.y(value)
            canvas.stroke([(Self.left, y), (Self.right, y)], Color(0xe4e7eb), lineWidth: 1)
            canvas.text(PlainNumber.text(value), x: Self.left - 8, y: y - 9, style, anchor: .right)
        }
        canvas.text("distance, km", x: Self.right, y: Self.bottom + 26, style, anchor: .right)
        canvas.text("altitude over the effective Earth, m", x: Self.left, y: Self.top - 20, style)
    }

    /// Round numbers between two ends, five to ten of them.
    private static func ticks(_ low: Double, _ high: Double) -> [Double] {
        let raw = (high - low) / 8
        let decade = pow(10, log10(raw).rounded(.down))
        let step = [1.0, 2, 5, 10].map { $0 * decade }.first { $0 >= raw } ?? raw
        return stride(from: (low / step).rounded(.up) * step, through: high, by: step).map { $0 + 0 }
    }

    private func masts(_ scale: Scale, on canvas: borrowing Canvas) {
        for (d, height) in [(0.0, transmitterHeightMetres), (length, receiverHeightMetres)] {
            let ground = (d == 0 ? groundMetres.first : groundMetres.last) ?? 0
            let x = scale.x(d)
            canvas.stroke([(x, scale.y(ground)), (x, scale.y(ground + height))], Color(0xb0123b), lineWidth: 3)
        }
    }

    private func horizons(_ scale: Scale, tops: [Double], on canvas: borrowing Canvas) {
        for horizon in horizonKilometres {
            guard
                let index = distanceKilometres.indices.min(by: {
                    abs(distanceKilometres[$0] - horizon) < abs(distanceKilometres[$1] - horizon)
                })
            else { continue }
            let x = scale.x(distanceKilometres[index])
            let y = scale.y(groundMetres[index] + bulge(distanceKilometres[index]))
            canvas.fill([[(x, y - 3), (x + 6, y - 14), (x - 6, y - 14)]], Color(0xd97706))
        }
    }

    private func legend(on canvas: borrowing Canvas) {
        let style = TextStyle(size: 13)
        var x = Self.left
        let y = Double(Self.height) - 32
        func entry(_ color: Color, _ text: String) {
            canvas.fillRectangle(x: x, y: y + 2, width: 18, height: 12, color)
            x += 24 + canvas.text(text, x: x + 24, y: y - 1, style).width + 22
        }
        entry(Color(0xb79f84), "ground")
        entry(Color(0x9cc5a1), "clutter")
        entry(Color(0x1a4480), "line of sight")
        entry(Color(0x2b6cb0, alpha: 0.25), "first Fresnel zone")
        if !horizonKilometres.isEmpty { entry(Color(0xd97706), "horizon") }
        canvas.text(
            "effective Earth radius \(Int(effectiveRadiusKilometres.rounded())) km", x: Self.right, y: y - 1,
            TextStyle(size: 13, color: .paleInk), anchor: .right)
    }
}
