import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The map of base stations per 10,000 persons: each region coloured by its density as a share of the target.
enum DensityMap {
    static let entry = ProductEntry(
        id: "density-map", fileName: "map-density.png", format: "PNG", unit: "base stations per 10,000 persons",
        summary: "Map of base stations per 10,000 persons in each region, against the target.",
        opening: "Any picture viewer or browser."
    ) { (content, folder) throws(MastheadError) in
        let name = "map-density.png"
        try AtomicFile.write(png(content), to: "\(folder)/\(name)")
        return [name]
    }

    /// The figures of the study area that concern density.
    static func rows(_ figures: RunFigures) -> [(name: String, value: String)] {
        let total = figures.total
        let density = total.stationsPerTenThousand.map { MapText.fixed($0, 2) } ?? RegionTable.noPeople
        return [
            ("base stations", MapText.grouped(total.stations)),
            ("per 10,000 persons", density),
            ("target", MapText.number(figures.definitions.targetPerTenThousand)),
            ("missing to the target", MapText.grouped(total.missingStations)),
        ]
    }

    /// What the figures of density mean.
    static func note(_ figures: RunFigures) -> String {
        let rule = figures.definitions.countingRule
        return "base stations by rule “\(rule.rawValue)”: \(rule.meaning); people: "
            + figures.definitions.populationSource
    }

    private static func png(_ content: RunContent) throws(MastheadError) -> [UInt8] {
        let definitions = content.figures.definitions
        let regions = content.figures.regions
        let sheet = try MapSheet(
            grid: content.tiles.grid, title: "Base stations per 10,000 persons",
            subtitle: "\(content.title). Target \(MapText.number(definitions.targetPerTenThousand)); counted: "
                + "\(definitions.countingRule.meaning); people: \(definitions.populationSource)",
            foot: content.foot)
        let frame = sheet.frame
        let outlines = RegionOutlines(frame: frame, names: regions.map(\.name), borders: content.borders)
        return try sheet.png(
            blocks: [legend(definitions, sites: content.siteCount), figures(content), LegendBlocks.scale(frame)]
        ) { canvas in
            canvas.fillRectangle(
                x: frame.left, y: frame.top, width: Double(frame.width), height: Double(frame.height),
                CoverageColors.outside)
            outlines.fill(regions.map { color($0, definitions) }, on: canvas)
            outlines.draw(on: canvas)
            content.drawSites(frame, on: canvas)
            outlines.labels(regions.map(label), on: canvas)
        }
    }

    private static func color(_ region: RegionFigures, _ definitions: Definitions) -> Color {
        region.stationsPerTenThousand.map { CoverageColors.density.color($0 / definitions.targetPerTenThousand) }
            ?? CoverageColors.nobody
    }

    private static func label(_ region: RegionFigures) -> String? {
        guard let density = region.stationsPerTenThousand else { return RegionTable.noPeople }
        let missing = region.missingStations > 0 ? " (\(MapText.grouped(region.missingStations)) missing)" : ""
        return MapText.fixed(density, 1) + missing
    }

    private static func figures(_ content: RunContent) -> MapSheet.Block {
        let regions = content.figures.regions.filter { $0.people > .zero }
        let reached = regions.count { $0.missingStations == 0 }
        let people = ("people", MapText.grouped(Int(content.figures.total.people.persons.rounded())))
        let share = ("regions at the target", "\(reached) of \(regions.count) with people")
        return { canvas, x, y in
            LegendBlocks.table(
                "Study area", [people] + rows(content.figures) + [share], note: note(content.figures), x: x, y: y,
                on: canvas)
        }
    }

    private static func legend(_ definitions: Definitions, sites: Int) -> MapSheet.Block {
        { canvas, x, top in
            canvas.text("Per 10,000 persons", x: x, y: top, LegendBlocks.heading)
            let target = definitions.targetPerTenThousand
            let height = 200.0
            var y = top + 32
            for step in 0..<Int(height) {
                let share = 2 - 2 * Double(step) / height
                canvas.fillRectangle(
                    x: x, y: y + Double(step), width: 26, height: 1.2, CoverageColors.density.color(share))
            }
            canvas.strokeRectangle(x: x, y: y, width: 26, height: height, .frame, lineWidth: 1)
            for share in [0.0, 0.5, 1, 1.5, 2] {
                let line = y + (2 - share) / 2 * height
                canvas.stroke([(x + 26, line), (x + 31, line)], .frame, lineWidth: 1)
                let text = MapText.number(share * target) + (share == 1 ? "  target" : share == 2 ? " and more" : "")
                canvas.text(text, x: x + 36, y: line - 9, TextStyle(size: 13, isBold: share == 1))
            }
            y += height + 16
            y = LegendBlocks.key(CoverageColors.nobody, "no people", x: x, y: y, on: canvas)
            y = LegendBlocks.key(CoverageColors.outside, "outside the study area", x: x, y: y, on: canvas)
            return LegendBlocks.siteKey(sites, x: x, y: y, on: canvas) - top
        }
    }
}
