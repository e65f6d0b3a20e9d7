import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The map of a plan: regions over relief, stations that stand already, planned sites with their number, and what stays
/// unserved.
enum PlanMap {
    static let entry = PlanProductEntry(
        id: "plan-map", fileName: "plan-map.png", format: "PNG", unit: "people, legend on the map",
        summary: "Map of the planned sites, numbered in order of choice, and of what stays unserved.",
        opening: "Any picture viewer or browser."
    ) { (content, folder) throws(MastheadError) in
        try AtomicFile.write(png(content), to: "\(folder)/plan-map.png")
        return ["plan-map.png"]
    }

    private static let land = Color(0xf3efe6)

    private static func png(_ content: PlanContent) throws(MastheadError) -> [UInt8] {
        let sheet = try MapSheet(
            grid: content.grid, title: content.title, subtitle: subtitle(content),
            foot: LegendBlocks.foot(content.grid, content.definitions, content.credits + [content.software]))
        let frame = sheet.frame
        let picture = try relief(frame, content)
        let outlines = RegionOutlines(
            frame: frame, names: content.regions.map(\.name), borders: content.regions.map(\.polygons))
        let unserved = try unserved(content, frame)
        let legend = PlanLegend(content: content)
        return try sheet.png(
            blocks: [legend.sites, legend.unserved, legend.figures, LegendBlocks.scale(frame)].compactMap(\.self)
        ) { canvas in
            canvas.draw(picture, x: frame.left, y: frame.top)
            outlines.fillOutside(CoverageColors.outside, on: canvas)
            outlines.draw(on: canvas)
            SiteSymbols.draw(content.stations.map(\.plane), PlanSymbols.before, in: frame, on: canvas)
            draw(unserved, scale: PlanCircleScale(content.plan), on: canvas)
            let taken = draw(content.plan.sites, frame, on: canvas)
            outlines.labels(avoiding: taken, on: canvas)
        }
    }

    private static func subtitle(_ content: PlanContent) -> String {
        "Planned sites in order of choice. \(PlanWords.criteria(content.definitions))"
    }

    private static func relief(_ frame: MapFrame, _ content: PlanContent) throws(MastheadError) -> Picture {
        let shades = try Relief.shades(frame, ground: content.ground)
        var picture = Picture(width: frame.width, height: frame.height)
        for row in 0..<frame.height {
            for column in 0..<frame.width {
                picture.set(column, row, land.shaded(Double(shades[row * frame.width + column])))
            }
        }
        return picture
    }

    /// What stays unserved with its place on the sheet, in the order of the plan: small circles lie on large ones.
    private static func unserved(
        _ content: PlanContent, _ frame: MapFrame
    ) throws(MastheadError) -> [(demand: UnservedDemand, place: SheetPoint)] {
        let locator = try GridLocator(content.grid)
        var places: [(demand: UnservedDemand, place: SheetPoint)] = []
        for demand in content.plan.unserved {
            places.append((demand, frame.point(try locator.plane(of: demand.position))))
        }
        return places
    }

    private static func draw(
        _ unserved: [(demand: UnservedDemand, place: SheetPoint)], scale: PlanCircleScale, on canvas: borrowing Canvas
    ) {
        for (demand, place) in unserved where demand.kind == .settlement {
            PlanSymbols.drawSettlement(place, radius: scale.radius(demand.people.persons), on: canvas)
        }
        for (demand, place) in unserved where demand.kind != .settlement {
            PlanSymbols.drawCross(demand.kind, place, on: canvas)
        }
    }

    /// Draws sites and their numbers; answers the room that they take.
    private static func draw(
        _ sites: [PlannedSite], _ frame: MapFrame, on canvas: borrowing Canvas
    ) -> [LabelBox] {
        let size = symbolSize(sites.count)
        let points = sites.map { frame.point($0.plane) }
        // The first choices lie on top.
        for (site, point) in zip(sites, points).reversed() {
            PlanSymbols.draw(site.origin, isPinned: site.isPinned, point, size: size, on: canvas)
        }
        var taken = points.map {
            LabelBox(x: $0.x - size * 0.8, y: $0.y - size * 0.8, width: size * 1.6, height: size * 1.6)
        }
        let style = TextStyle(size: sites.count > 150 ? 10 : 12, isBold: true, halo: Color(0xffffff, alpha: 0.85))
        for (site, point) in zip(sites, points) {
            let text = "\(site.order)"
            let extent = canvas.measure(text, style)
            let away = size * (site.isPinned ? 1.9 : 1) + 3
            let corners = [
                (x: point.x + away, y: point.y - extent.height / 2),
                (x: point.x - away - extent.width, y: point.y - extent.height / 2),
                (x: point.x - extent.width / 2, y: point.y - away - extent.height + 2),
                (x: point.x - extent.width / 2, y: point.y + away - 2),
            ]
            let boxes = corners.map {
                LabelBox(x: $0.x, y: $0.y, width: extent.width, height: extent.height).moved(into: frame)
            }
            guard let box = boxes.first(where: { box in !taken.contains(where: box.touches) }) else { continue }
            taken.append(box)
            canvas.text(text, x: box.x, y: box.y, style)
        }
        return taken
    }

    /// Smaller symbols where there are many sites.
    static func symbolSize(_ count: Int) -> Double { count > 400 ? 3.4 : count > 150 ? 4.6 : 6.2 }
}
