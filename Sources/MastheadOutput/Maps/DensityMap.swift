import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The map of base stations per 10,000 persons: each region coloured by its density as a share of the target.
enum DensityMap {
    static let entry = ProductEntry(
        id: "density-map", fileName: "map-density.png", format: "PNG; opens anywhere.",
        summary: "Map of base stations per 10,000 persons in each region, against the target."
    ) { (content, folder) throws(MastheadError) in
        let name = "map-density.png"
        try AtomicFile.replace("\(folder)/\(name)") { (path) throws(MastheadError) in try draw(content, to: path) }
        return [name]
    }

    private static func draw(_ content: RunContent, to path: String) throws(MastheadError) {
        let frame = MapFrame(grid: content.tiles.grid)
        let canvas = try Canvas(width: frame.sheetWidth, height: frame.sheetHeight)
        let furniture = MapFurniture(frame: frame, content: content)
        let definitions = content.figures.definitions
        canvas.fillRectangle(
            x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height),
            CoverageColors.outside)
        canvas.clipped(x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height)) {
            for (region, polygons) in zip(content.figures.regions, content.borders) {
                let color = region.stationsPerTenThousand.map {
                    CoverageColors.density.color($0 / definitions.targetPerTenThousand)
                }
                canvas.fill(polygons.flatMap(\.rings).map { $0.map(frame.point) }, color ?? CoverageColors.nobody)
            }
            furniture.borders(on: canvas)
            furniture.labels(
                { region in
                    guard let density = region.stationsPerTenThousand else { return RegionTable.noPeople }
                    let missing = region.missingStations > 0 ? " (\(region.missingStations) missing)" : ""
                    return FixedPoint.text(density, decimals: 1) + missing
                }, on: canvas)
        }
        furniture.border(on: canvas)
        furniture.title(
            content.title,
            "Base stations per 10,000 persons, target \(PlainNumber.text(definitions.targetPerTenThousand)); counted: "
                + "\(definitions.countingRule.meaning); people: \(definitions.populationSource)", on: canvas)
        furniture.scaleBar(y: legend(definitions, frame, on: canvas) + 40, on: canvas)
        furniture.credits(on: canvas)
        try canvas.writePNG(to: path)
    }

    private static func legend(
        _ definitions: Definitions, _ frame: MapFrame, on canvas: borrowing Canvas
    ) -> Double {
        let x = frame.sideLeft
        var y = frame.top
        canvas.text("Per 10,000 persons", x: x, y: y, Canvas.TextStyle(size: 15, isBold: true))
        y += 28
        let target = definitions.targetPerTenThousand
        let plain = Canvas.TextStyle(size: 13)
        let height = 200.0
        for step in 0..<Int(height) {
            let share = 2 - 2 * Double(step) / height
            canvas.fillRectangle(
                x: x, y: y + Double(step), width: 26, height: 1.5, CoverageColors.density.color(share))
        }
        canvas.strokeRectangle(x: x, y: y, width: 26, height: height, .frame, lineWidth: 1)
        for share in [0.0, 0.5, 1, 1.5, 2] {
            let line = y + (2 - share) / 2 * height
            canvas.stroke([(x + 26, line), (x + 31, line)], .frame, lineWidth: 1)
            let text = PlainNumber.text(share * target) + (share == 1 ? "  target" : share == 2 ? " and more" : "")
            canvas.text(
                text, x: x + 36, y: line - 9, Canvas.TextStyle(size: 13, isBold: share == 1))
        }
        y += height + 18
        canvas.fillRectangle(x: x, y: y, width: 26, height: 14, CoverageColors.nobody)
        canvas.strokeRectangle(x: x, y: y, width: 26, height: 14, .frame, lineWidth: 1)
        canvas.text("no people", x: x + 36, y: y - 2, plain)
        return y + 22
    }
}
