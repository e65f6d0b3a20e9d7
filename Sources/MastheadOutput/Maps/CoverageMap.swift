import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The map of one band: level where the criterion is met, bare land where it is not, borders, masts and legend.
enum CoverageMap {
    static let entry = ProductEntry(
        id: "map", fileName: "map-<band>.png", format: "PNG; opens anywhere.",
        summary: "Map of the best server's level in covered cells, with borders, masts, legend and scale."
    ) { (content, folder) throws(MastheadError) in
        var names: [String] = []
        for (index, definition) in content.figures.definitions.bands.enumerated() {
            let name = "map-\(definition.id).png"
            try AtomicFile.replace("\(folder)/\(name)") { (path) throws(MastheadError) in
                try draw(content, band: index, definition, to: path)
            }
            names.append(name)
        }
        return names
    }

    private static func draw(
        _ content: RunContent, band: Int, _ definition: Definitions.Band, to path: String
    ) throws(MastheadError) {
        let frame = MapFrame(grid: content.tiles.grid)
        let canvas = try Canvas(width: frame.sheetWidth, height: frame.sheetHeight)
        let furniture = MapFurniture(frame: frame, content: content)
        canvas.draw(try picture(content, band: band, frame), x: frame.left, y: frame.top)
        canvas.clipped(x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height)) {
            furniture.borders(on: canvas)
            furniture.masts(on: canvas)
            furniture.labels({ _ in nil }, on: canvas)
        }
        furniture.border(on: canvas)
        furniture.title(content.title, subtitle(definition), on: canvas)
        let bottom = legend(content, band: band, definition, frame, on: canvas)
        furniture.scaleBar(y: bottom + 44, on: canvas)
        furniture.credits(on: canvas)
        try canvas.writePNG(to: path)
    }

    private static func subtitle(_ definition: Definitions.Band) -> String {
        let place =
            definition.environment == "indoor"
            ? "indoors behind \(PlainNumber.text(definition.penetrationDB)) dB"
            : "outdoors, \(PlainNumber.text(definition.receiverHeightMetres)) m above the ground"
        return "\(definition.id), \(PlainNumber.text(definition.carrierMegahertz)) MHz: predicted SS-RSRP of at least "
            + "\(PlainNumber.text(definition.thresholdDBm)) dBm with "
            + "\(PlainNumber.text(definition.probability * 100)) % probability \(place)"
    }

    /// The cells of the map, laid over the relief; tiles are read one at a time.
    private static func picture(_ content: RunContent, band: Int, _ frame: MapFrame) throws(MastheadError) -> Picture {
        let shades = try Relief.shades(frame, ground: content.ground)
        var picture = Picture(width: frame.width, height: frame.height, CoverageColors.outside)
        var pixelsByTile: [[(column: Int, row: Int)]] = Array(repeating: [], count: content.tiles.windows.count)
        let lookup = TileLookup(content.tiles.windows)
        for row in 0..<frame.height {
            for column in 0..<frame.width {
                let cell = frame.cell(column: column, row: row)
                if let tile = lookup.tile(column: cell.column, row: cell.row) {
                    pixelsByTile[tile].append((column, row))
                }
            }
        }
        for (index, pixels) in pixelsByTile.enumerated() where !pixels.isEmpty {
            let tile = try content.tiles.tile(index)
            let layer = tile.layers[band]
            for (column, row) in pixels {
                let cell = frame.cell(column: column, row: row)
                let value = tile.window.index(column: cell.column, row: cell.row)
                let shade = Double(shades[row * frame.width + column])
                let color =
                    switch layer.covered[value] {
                    case 1: CoverageColors.level.color(Double(layer.levelHundredthsDBm[value]) / 100)
                    case 0: CoverageColors.uncovered
                    default: CoverageColors.outside
                    }
                picture.set(column, row, color.shaded(shade))
            }
        }
        return picture
    }

    /// Draws the legend and the headline figures; answers where they end.
    private static func legend(
        _ content: RunContent, band: Int, _ definition: Definitions.Band, _ frame: MapFrame,
        on canvas: borrowing Canvas
    ) -> Double {
        let x = frame.sideLeft
        var y = frame.top
        let heading = Canvas.TextStyle(size: 15, isBold: true)
        let plain = Canvas.TextStyle(size: 13)
        canvas.text("SS-RSRP where covered", x: x, y: y, heading)
        y += 26
        let ramp = CoverageColors.level.stops
        let required = definition.thresholdDBm + definition.marginDB + definition.penetrationDB
        let top = -50.0
        let bottom = max(-120, (required / 10).rounded(.down) * 10)
        let height = 210.0
        for step in 0..<Int(height) {
            let value = top - (top - bottom) * Double(step) / height
            canvas.fillRectangle(
                x: x, y: y + Double(step), width: 26, height: 1.5,
                value >= required ? CoverageColors.level.color(value) : CoverageColors.uncovered)
        }
        canvas.strokeRectangle(x: x, y: y, width: 26, height: height, .frame, lineWidth: 1)
        for stop in ramp where stop.value >= bottom && stop.value <= top {
            let line = y + (top - stop.value) / (top - bottom) * height
            canvas.stroke([(x + 26, line), (x + 31, line)], .frame, lineWidth: 1)
            canvas.text("\(PlainNumber.text(stop.value)) dBm", x: x + 36, y: line - 9, plain)
        }
        let mark = y + (top - required) / (top - bottom) * height
        canvas.stroke([(x - 4, mark), (x + 112, mark)], Color(0xb0123b), lineWidth: 1.4)
        canvas.text(
            "needed: \(FixedPoint.text(required, decimals: 1)) dBm", x: x + 118, y: mark - 9,
            Canvas.TextStyle(size: 13, color: Color(0xb0123b), isBold: true))
        y += height + 20
        y = key(CoverageColors.uncovered, "not covered", x: x, y: y, plain, canvas)
        y = key(CoverageColors.outside, "outside the study area", x: x, y: y, plain, canvas)
        canvas.fill([[(x + 13, y), (x + 18, y + 10), (x + 8, y + 10)]], Color(0xb0123b))
        canvas.text("site (\(grouped(Set(content.stations.map(\.siteID)).count)))", x: x + 36, y: y - 4, plain)
        return figures(content, band: band, x: x, y: y + 32, heading, plain, canvas)
    }

    private static func key(
        _ color: Color, _ label: String, x: Double, y: Double, _ style: Canvas.TextStyle,
        _ canvas: borrowing Canvas
    ) -> Double {
        canvas.fillRectangle(x: x, y: y, width: 26, height: 14, color)
        canvas.strokeRectangle(x: x, y: y, width: 26, height: 14, .frame, lineWidth: 1)
        canvas.text(label, x: x + 36, y: y - 2, style)
        return y + 25
    }

    private static func figures(
        _ content: RunContent, band: Int, x: Double, y: Double, _ heading: Canvas.TextStyle,
        _ plain: Canvas.TextStyle, _ canvas: borrowing Canvas
    ) -> Double {
        let total = content.figures.total
        let covered = total.bands[band]
        var line = y
        canvas.text("Study area", x: x, y: line, heading)
        line += 24
        var rows = [
            ("people", grouped(Int(total.people.persons.rounded()))),
            ("people covered", total.coveredPeopleShare(covered).map(percent) ?? RegionTable.noPeople),
            ("area", "\(grouped(Int(total.squareKilometres.rounded()))) km²"),
            ("area covered", total.coveredAreaShare(covered).map(percent) ?? "none"),
            ("base stations", grouped(total.stations)),
        ]
        if let density = total.stationsPerTenThousand {
            rows.append(("per 10,000 persons", FixedPoint.text(density, decimals: 2)))
        }
        rows.append(("target", PlainNumber.text(content.figures.definitions.targetPerTenThousand)))
        for (name, value) in rows {
            canvas.text(name, x: x, y: line, plain)
            canvas.text(value, x: x + MapFrame.sideWidth - 20, y: line, plain, anchor: .right)
            line += 21
        }
        let size = canvas.text(
            "counted: \(content.figures.definitions.countingRule.meaning); people: "
                + content.figures.definitions.populationSource,
            x: x, y: line + 2, Canvas.TextStyle(size: 12, color: .paleInk, width: MapFrame.sideWidth - 20))
        return line + size.height
    }

    static func percent(_ share: Double) -> String { "\(FixedPoint.text(share * 100, decimals: 1)) %" }

    /// A whole number with thin groups of three digits.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(abs(number)).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }
}

/// Finds the tile of a cell in a grid that is cut into rows of tiles.
struct TileLookup {
    private let windows: [GridWindow]
    private let side: Int
    private let perRow: Int

    init(_ windows: [GridWindow]) {
        self.windows = windows
        side = max(1, windows.first?.columns ?? 1)
        let firstRow = windows.first?.row ?? 0
        perRow = max(1, windows.prefix { $0.row == firstRow }.count)
    }

    /// The index of the tile that holds a cell; nil where none does.
    func tile(column: Int, row: Int) -> Int? {
        let height = max(1, windows.first?.rows ?? 1)
        let index = row / height * perRow + column / side
        guard windows.indices.contains(index), windows[index].contains(column: column, row: row) else { return nil }
        return index
    }
}
