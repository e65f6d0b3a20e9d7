import MastheadGeo
import MastheadPlanning

/// Borders and names of regions over a map.
struct RegionOutlines {
    let frame: MapFrame
    let regions: [RegionFigures]
    /// The rings of each region on the sheet.
    private let rings: [[[SheetPoint]]]

    init(frame: MapFrame, regions: [RegionFigures], borders: [[VectorPolygon]]) {
        self.frame = frame
        self.regions = regions
        rings = borders.map { $0.flatMap(\.rings).map { $0.map(frame.point) } }
    }

    /// Fills each region with its colour.
    func fill(_ color: (RegionFigures) -> Color, on canvas: borrowing Canvas) {
        for (region, rings) in zip(regions, rings) { canvas.fill(rings, color(region)) }
    }

    /// Draws the borders, first the glow of all, then the lines, so that no glow hides a neighbour's line.
    func draw(on canvas: borrowing Canvas) {
        for ring in rings.joined() { canvas.stroke(ring, Color(0xffffff, alpha: 0.75), lineWidth: 3.4, closed: true) }
        for ring in rings.joined() { canvas.stroke(ring, CoverageColors.border, lineWidth: 1.1, closed: true) }
    }

    /// Writes a label into each region, large regions first: its name, and a second line where there is one.
    ///
    /// A label that would meet an earlier one is moved a little, or left out.
    func labels(_ second: (RegionFigures) -> String?, on canvas: borrowing Canvas) {
        let placed = zip(regions, rings).map { ($0, LabelPlace(rings: $1)) }
            .sorted { $0.1.area > $1.1.area }
        var taken: [Box] = []
        for (region, place) in placed where place.area > 0 {
            let lines = [
                (text: region.name, style: TextStyle(size: 15, isBold: true, halo: Color(0xffffff, alpha: 0.85))),
                (text: second(region) ?? "", style: TextStyle(size: 13, halo: Color(0xffffff, alpha: 0.85))),
            ].filter { !$0.text.isEmpty }
            let sizes = lines.map { canvas.measure($0.text, $0.style) }
            let width = sizes.map(\.width).max() ?? 0
            let height = sizes.map(\.height).reduce(0, +)
            for shift in [0.0, -1, 1, -2, 2] {
                let box = Box(
                    x: place.point.x - width / 2, y: place.point.y - height / 2 + shift * height * 0.6, width: width,
                    height: height
                ).moved(into: frame)
                guard !taken.contains(where: box.meets) else { continue }
                taken.append(box)
                var y = box.y
                for (line, size) in zip(lines, sizes) {
                    canvas.text(line.text, x: box.x + width / 2, y: y, line.style, anchor: .centre)
                    y += size.height
                }
                break
            }
        }
    }

    /// The room that a label takes.
    private struct Box {
        var x: Double
        var y: Double
        let width: Double
        let height: Double

        func meets(_ other: Box) -> Bool {
            x < other.x + other.width + 4 && other.x < x + width + 4 && y < other.y + other.height
                && other.y < y + height
        }

        func moved(into frame: MapFrame) -> Box {
            var box = self
            box.x = max(frame.left + 4, min(frame.right - 4 - width, x))
            box.y = max(frame.top + 3, min(frame.bottom - 3 - height, y))
            return box
        }
    }
}

/// Where the name of a region stands: in the middle of a wide stretch of its inside.
struct LabelPlace {
    /// Area of the region on the sheet, square pixels.
    let area: Double
    /// The place, inside the region.
    let point: SheetPoint

    /// The lines across the region that are tried.
    private static let lines = 17

    /// A place in the area inside rings; where rings lie in each other, every second one is a hole.
    init(rings: [[SheetPoint]]) {
        let sized = rings.map { (ring: $0, area: Self.area($0)) }
        area = sized.map(\.area).max() ?? 0
        guard let largest = sized.max(by: { $0.area < $1.area })?.ring, area > 0 else {
            point = (0, 0)
            return
        }
        let low = largest.map(\.y).min() ?? 0
        let high = largest.map(\.y).max() ?? 0
        var best: (score: Double, point: SheetPoint) = (-1, largest.first ?? (0, 0))
        for line in 1..<Self.lines {
            let part = Double(line) / Double(Self.lines)
            let y = low + (high - low) * part
            for (a, b) in Self.inside(rings, at: y) {
                // Room to the sides counts most, then nearness to the middle.
                let score = (b - a) * (1 - abs(part - 0.5))
                if score > best.score { best = (score, ((a + b) / 2, y)) }
            }
        }
        point = best.point
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
