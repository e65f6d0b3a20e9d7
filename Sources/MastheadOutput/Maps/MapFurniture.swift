import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// What stands around and over every map: title, borders, names, masts, scale, north arrow, credits.
struct MapFurniture {
    let frame: MapFrame
    let content: RunContent

    /// Draws title and subtitle.
    func title(_ text: String, _ subtitle: String, on canvas: borrowing Canvas) {
        let width = Double(frame.sheetWidth) - 2 * MapFrame.margin
        canvas.text(text, x: frame.left, y: 22, Canvas.TextStyle(size: 26, isBold: true))
        canvas.text(
            subtitle, x: frame.left, y: 58, Canvas.TextStyle(size: 15, color: .paleInk, width: width))
    }

    /// Draws the borders of all regions.
    func borders(on canvas: borrowing Canvas) {
        for polygons in content.borders {
            for ring in polygons.flatMap(\.rings) {
                let points = ring.map(frame.point)
                canvas.stroke(points, Color(0xffffff, alpha: 0.75), lineWidth: 3.4, closed: true)
                canvas.stroke(points, Color(0x323f4b), lineWidth: 1.1, closed: true)
            }
        }
    }

    /// Writes a label for each region at its middle: the name, and a second line where there is one.
    func labels(_ second: (RegionFigures) -> String?, on canvas: borrowing Canvas) {
        for (region, polygons) in zip(content.figures.regions, content.borders) {
            guard let place = RegionLabel.place(polygons.map(\.outer)) else { continue }
            let point = frame.point(place)
            var style = Canvas.TextStyle(size: 15, isBold: true, halo: Color(0xffffff, alpha: 0.85))
            canvas.text(region.name, x: point.x, y: point.y - 12, style, anchor: .centre)
            if let text = second(region) {
                style.size = 13
                style.isBold = false
                canvas.text(text, x: point.x, y: point.y + 7, style, anchor: .centre)
            }
        }
    }

    /// Draws a triangle for each mast, smaller where there are many.
    func masts(on canvas: borrowing Canvas) {
        let size = content.stations.count > 2000 ? 2.2 : content.stations.count > 300 ? 3.4 : 4.8
        var seen: Set<PlanePoint> = []
        for station in content.stations where seen.insert(station.plane).inserted {
            let point = frame.point(station.plane)
            let corners = [
                (x: point.x, y: point.y - size * 1.2), (x: point.x + size, y: point.y + size * 0.8),
                (x: point.x - size, y: point.y + size * 0.8),
            ]
            canvas.stroke(corners, .paper, lineWidth: size / 2.4, closed: true)
            canvas.fill([corners], Color(0xb0123b))
        }
    }

    /// Draws scale bar and north arrow below the legend, at height `y`.
    func scaleBar(y: Double, on canvas: borrowing Canvas) {
        let widest = (MapFrame.sideWidth - 90) * frame.metresPerPixel
        let decade = pow(10, log10(widest).rounded(.down))
        let length = [5, 2, 1].map { Double($0) * decade }.first { $0 <= widest } ?? decade
        let pixels = length / frame.metresPerPixel
        let x = frame.sideLeft
        for part in 0..<4 {
            let color: Color = part % 2 == 0 ? .ink : .paper
            canvas.fillRectangle(x: x + pixels * Double(part) / 4, y: y, width: pixels / 4, height: 7, color)
        }
        canvas.strokeRectangle(x: x, y: y, width: pixels, height: 7, .ink, lineWidth: 1)
        let style = Canvas.TextStyle(size: 13)
        canvas.text("0", x: x, y: y + 11, style)
        let unit = length >= 1000 ? "\(PlainNumber.text(length / 1000)) km" : "\(PlainNumber.text(length)) m"
        canvas.text(unit, x: x + pixels, y: y + 11, style, anchor: .centre)
        northArrow(x: x + MapFrame.sideWidth - 32, y: y + 6, on: canvas)
    }

    private func northArrow(x: Double, y: Double, on canvas: borrowing Canvas) {
        canvas.fill([[(x, y - 26), (x + 9, y + 6), (x, y - 1)]], .ink)
        canvas.stroke([(x, y - 26), (x - 9, y + 6), (x, y - 1)], .ink, lineWidth: 1.2, closed: true)
        canvas.text("N", x: x, y: y + 8, Canvas.TextStyle(size: 13, isBold: true), anchor: .centre)
    }

    /// Writes projection, sources and origin along the foot of the sheet.
    func credits(on canvas: borrowing Canvas) {
        let parts =
            ["\(content.tiles.grid.referenceSystem.name), cells of \(Length(metres: frame.grid.cellMetres))"]
            + content.credits
        let text = parts.joined(separator: "  ·  ")
        canvas.text(
            text, x: frame.left, y: Double(frame.sheetHeight) - 38,
            Canvas.TextStyle(size: 12, color: .paleInk, width: Double(frame.sheetWidth) - 2 * MapFrame.margin))
    }

    /// Draws the frame around the map.
    func border(on canvas: borrowing Canvas) {
        canvas.strokeRectangle(
            x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height), .frame, lineWidth: 1)
    }
}

/// Where the name of a region stands.
enum RegionLabel {
    /// The centre of gravity of the largest ring; nil for a region without extent.
    static func place(_ rings: [[PlanePoint]]) -> PlanePoint? {
        let sized = rings.map { ($0, centre($0)) }
        guard let best = sized.max(by: { abs($0.1.area) < abs($1.1.area) }), best.1.area != 0 else { return nil }
        return best.1.point
    }

    private static func centre(_ ring: [PlanePoint]) -> (area: Double, point: PlanePoint) {
        guard let origin = ring.first else { return (0, PlanePoint(x: 0, y: 0)) }
        var area = 0.0
        var x = 0.0
        var y = 0.0
        for (a, b) in zip(ring, ring.dropFirst() + [origin]) {
            let cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
            area += cross / 2
            x += cross * (a.x + b.x - 2 * origin.x)
            y += cross * (a.y + b.y - 2 * origin.y)
        }
        guard area != 0 else { return (0, origin) }
        return (area, PlanePoint(x: origin.x + x / (6 * area), y: origin.y + y / (6 * area)))
    }
}
