import MastheadGeo

/// Borders and names of regions over a map.
struct RegionOutlines {
    let frame: MapFrame
    /// Their names.
    private let names: [String]
    /// The rings of each region on the sheet.
    private let rings: [[[SheetPoint]]]

    /// Outlines by names and polygons, one of each for each region.
    init(frame: MapFrame, names: [String], borders: [[VectorPolygon]]) {
        self.frame = frame
        self.names = names
        rings = borders.map { $0.flatMap(\.rings).map { $0.map(frame.point) } }
    }

    /// Fills each region with its colour.
    func fill(_ colors: [Color], on canvas: borrowing Canvas) {
        for (color, rings) in zip(colors, rings) { canvas.fill(rings, color) }
    }

    /// Fills what lies outside all regions.
    func fillOutside(_ color: Color, on canvas: borrowing Canvas) {
        let corners = [
            (x: frame.left, y: frame.top), (x: frame.right, y: frame.top), (x: frame.right, y: frame.bottom),
            (x: frame.left, y: frame.bottom),
        ]
        canvas.fill([corners] + rings.joined(), color)
    }

    /// Draws the borders, first the glow of all, then the lines, so that no glow hides a neighbour's line.
    func draw(on canvas: borrowing Canvas) {
        for ring in rings.joined() { canvas.stroke(ring, Color(0xffffff, alpha: 0.75), lineWidth: 3.4, closed: true) }
        for ring in rings.joined() { canvas.stroke(ring, CoverageColors.border, lineWidth: 1.1, closed: true) }
    }

    /// Writes a label into each region, large regions first: its name, and the second line of the region where there is
    /// one.
    ///
    /// Long names break to the width of their region. A label that would meet an earlier one is moved a little, or left
    /// out; so is one that is much wider than its region, for it could be taken for a neighbour's.
    ///
    /// - Parameters:
    ///   - seconds: One for each region, or none at all.
    ///   - avoiding: Room that is taken already.
    func labels(_ seconds: [String?] = [], avoiding: [LabelBox] = [], on canvas: borrowing Canvas) {
        let placed = zip(names.indices, rings).map { ($0, LabelPlace(rings: $1)) }
            .sorted { $0.1.area > $1.1.area }
        var taken = avoiding
        for (region, place) in placed where place.area > 0 {
            let second = seconds.indices.contains(region) ? seconds[region] : nil
            let lines = Self.lines(names[region], second, room: place.room, on: canvas)
            let sizes = lines.map { canvas.measure($0.text, $0.style) }
            let width = sizes.map(\.width).max() ?? 0
            let height = sizes.map(\.height).reduce(0, +)
            guard width < 2.2 * place.room else { continue }
            for shift in [0.0, -1, 1, -2, 2] {
                let box = LabelBox(
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
}
