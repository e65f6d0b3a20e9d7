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
    /// Long names break to the width of their region. A label that would meet an earlier one is moved a little, or left
    /// out; so is one that is much wider than its region, for it could be taken for a neighbour's.
    func labels(_ second: (RegionFigures) -> String?, on canvas: borrowing Canvas) {
        let placed = zip(regions, rings).map { ($0, LabelPlace(rings: $1)) }
            .sorted { $0.1.area > $1.1.area }
        var taken: [Box] = []
        for (region, place) in placed where place.area > 0 {
            let lines = Self.lines(region.name, second(region), room: place.room, on: canvas)
            let sizes = lines.map { canvas.measure($0.text, $0.style) }
            let width = sizes.map(\.width).max() ?? 0
            let height = sizes.map(\.height).reduce(0, +)
            guard width < 2.2 * place.room else { continue }
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

    /// The lines of a label: the name in the largest of two sizes that fits, broken where none does.
    private static func lines(
        _ name: String, _ second: String?, room: Double, on canvas: borrowing Canvas
    ) -> [(text: String, style: TextStyle)] {
        let halo = Color(0xffffff, alpha: 0.85)
        var style = TextStyle(size: 15, isBold: true, halo: halo)
        if canvas.measure(name, style).width > room {
            style.size = 12
            if canvas.measure(name, style).width > room {
                style.width = max(room, 80)
                style.isCentred = true
            }
        }
        return [(name, style), (second ?? "", TextStyle(size: 13, halo: halo))].filter { !$0.0.isEmpty }
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
