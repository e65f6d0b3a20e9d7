import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The map of one band: level where the criterion is met, bare land where it is not, borders, sites and legend.
enum CoverageMap {
    static let entry = ProductEntry(
        id: "map", fileName: "map-<band>.png", format: "PNG", unit: "dBm, legend on the map",
        summary: "Map of the best server's level in covered cells, with borders, sites, legend and scale.",
        opening: "Any picture viewer or browser."
    ) { (content, folder) throws(MastheadError) in
        var names: [String] = []
        for (index, definition) in content.figures.definitions.bands.enumerated() {
            let name = "map-\(definition.id).png"
            try AtomicFile.write(png(content, band: index, definition), to: "\(folder)/\(name)")
            names.append(name)
        }
        return names
    }

    private static func png(
        _ content: RunContent, band: Int, _ definition: Definitions.Band
    ) throws(MastheadError) -> [UInt8] {
        let sheet = try MapSheet(
            grid: content.tiles.grid, title: content.title, subtitle: subtitle(definition), foot: content.foot)
        let frame = sheet.frame
        var mosaic = CoverageMosaic(frame: frame)
        for (index, window) in content.tiles.windows.enumerated() {
            mosaic.add(try content.tiles.tile(index).layers[band], window: window)
        }
        let picture = mosaic.picture(shades: try Relief.shades(frame, ground: content.ground))
        let outlines = RegionOutlines(
            frame: frame, names: content.figures.regions.map(\.name), borders: content.borders)
        return try sheet.png(
            blocks: [legend(definition, sites: content.siteCount), figures(content, band), LegendBlocks.scale(frame)]
        ) { canvas in
            canvas.draw(picture, x: frame.left, y: frame.top)
            outlines.draw(on: canvas)
            content.drawSites(frame, on: canvas)
            outlines.labels(on: canvas)
        }
    }

    private static func subtitle(_ definition: Definitions.Band) -> String {
        let place =
            definition.penetrationDB > 0
            ? "\(definition.environment) behind \(MapText.number(definition.penetrationDB)) dB"
            : "\(definition.environment), \(MapText.number(definition.receiverHeightMetres)) m above the ground"
        return "\(definition.id), \(MapText.number(definition.carrierMegahertz)) MHz: predicted SS-RSRP of at least "
            + "\(MapText.number(definition.thresholdDBm)) dBm with "
            + "\(MapText.number(definition.probability * 100)) % probability, \(place)"
    }

    /// The ramp from the level that is needed upwards, and the classes.
    private static func legend(_ definition: Definitions.Band, sites: Int) -> MapSheet.Block {
        { canvas, x, top in
            canvas.text("SS-RSRP where covered, dBm", x: x, y: top, LegendBlocks.heading)
            let needed = definition.thresholdDBm + definition.marginDB + definition.penetrationDB
            let stops = CoverageColors.level.stops.map(\.value)
            let high = max(stops.last ?? -50, (needed / 10).rounded(.up) * 10 + 10)
            let height = 210.0
            var y = top + 32
            func line(_ value: Double) -> Double { y + (high - value) / (high - needed) * height }
            for step in 0..<Int(height) {
                let value = high - (high - needed) * Double(step) / height
                canvas.fillRectangle(
                    x: x, y: y + Double(step), width: 26, height: 1.2, CoverageColors.level.color(value))
            }
            canvas.strokeRectangle(x: x, y: y, width: 26, height: height, .frame, lineWidth: 1)
            for value in stops where value <= high && line(value) < line(needed) - 14 {
                canvas.stroke([(x + 26, line(value)), (x + 31, line(value))], .frame, lineWidth: 1)
                canvas.text(MapText.number(value), x: x + 36, y: line(value) - 9, LegendBlocks.plain)
            }
            let mark = TextStyle(size: 13, color: CoverageColors.mast, isBold: true)
            canvas.stroke([(x - 4, line(needed)), (x + 31, line(needed))], CoverageColors.mast, lineWidth: 1.6)
            canvas.text("\(MapText.fixed(needed, 1)) needed", x: x + 36, y: line(needed) - 9, mark)
            y += height + 12
            y += canvas.text(note(definition), x: x, y: y, LegendBlocks.small).height + 8
            y = LegendBlocks.key(CoverageColors.uncovered, "not covered", x: x, y: y, on: canvas)
            y = LegendBlocks.key(CoverageColors.outside, "outside the study area", x: x, y: y, on: canvas)
            return LegendBlocks.siteKey(sites, x: x, y: y, on: canvas) - top
        }
    }

    /// How the level that is needed comes about.
    private static func note(_ definition: Definitions.Band) -> String {
        let wall =
            definition.penetrationDB > 0
            ? " + \(MapText.number(definition.penetrationDB)) dB into buildings" : ""
        return "needed outdoors = \(MapText.number(definition.thresholdDBm)) dBm + "
            + "\(MapText.fixed(definition.marginDB, 1)) dB margin for "
            + "\(MapText.number(definition.probability * 100)) % at σ = \(MapText.number(definition.sigmaDB)) dB\(wall)"
    }

    private static func figures(_ content: RunContent, _ band: Int) -> MapSheet.Block {
        let total = content.figures.total
        let covered = total.bands[band]
        let rows = [
            ("people", MapText.grouped(Int(total.people.persons.rounded()))),
            ("people covered", total.coveredPeopleShare(covered).map(MapText.percent) ?? RegionTable.noPeople),
            ("area", "\(MapText.grouped(Int(total.squareKilometres.rounded()))) km²"),
            ("area covered", total.coveredAreaShare(covered).map(MapText.percent) ?? "no area"),
        ]
        return { canvas, x, y in
            LegendBlocks.table(
                "Study area", rows + DensityMap.rows(content.figures), note: DensityMap.note(content.figures), x: x,
                y: y, on: canvas)
        }
    }
}
