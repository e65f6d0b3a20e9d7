import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The legend of a plan's map.
struct PlanLegend {
    let content: PlanContent

    private var plan: SitePlan { content.plan }

    /// The symbols of sites with their numbers.
    var sites: MapSheet.Block? {
        { canvas, x, top in
            canvas.text("Sites", x: x, y: top, LegendBlocks.heading)
            var y = top + 28
            for origin in CandidateOrigin.allCases {
                let count = plan.sites.count { $0.origin == origin }
                guard count > 0 else { continue }
                PlanSymbols.draw(origin, (x + 13, y + 8.5), size: 6.2, on: canvas)
                canvas.text("\(origin.meaning) (\(MapText.grouped(count)))", x: x + 36, y: y, LegendBlocks.plain)
                y += 23
            }
            let pinned = plan.sites.count(where: \.isPinned)
            if pinned > 0 {
                PlanSymbols.drawRing((x + 13, y + 8.5), size: 5, on: canvas)
                canvas.text("pinned by the job (\(MapText.grouped(pinned)))", x: x + 36, y: y, LegendBlocks.plain)
                y += 23
            }
            let before = Set(content.stations.map(\.siteID)).count
            if before > 0 {
                y = LegendBlocks.siteKey(
                    before, "site before the plan", color: PlanSymbols.before, x: x, y: y, on: canvas)
            }
            let note =
                plan.sites.isEmpty
                ? "The plan adds no site."
                : "Numbers give the order of choice; those that would meet are left out, and plan-sites.csv has all."
            return y + 3 + canvas.text(note, x: x, y: y + 3, LegendBlocks.small).height - top
        }
    }

    /// Circles and crosses; nil where nothing stays unserved.
    var unserved: MapSheet.Block? {
        guard !plan.unserved.isEmpty else { return nil }
        return { canvas, x, top in
            canvas.text("Still unserved", x: x, y: top, LegendBlocks.heading)
            var y = top + 28
            let scale = PlanCircleScale(plan)
            for persons in scale.examples {
                let radius = scale.radius(persons)
                let height = max(23, 2 * radius + 4)
                PlanSymbols.drawSettlement((x + 27, y + height / 2), radius: radius, on: canvas)
                canvas.text(
                    "\(MapText.grouped(Int(persons))) people", x: x + 64, y: y + height / 2 - 9, LegendBlocks.plain)
                y += height
            }
            for (kind, word) in [(UnservedDemand.Kind.section, "section of a route"), (.place, "place")] {
                let count = plan.unserved.count { $0.kind == kind }
                guard count > 0 else { continue }
                PlanSymbols.drawCross(kind, (x + 27, y + 9), on: canvas)
                canvas.text("\(word) (\(MapText.grouped(count)))", x: x + 64, y: y, LegendBlocks.plain)
                y += 23
            }
            return y - top
        }
    }

    /// What the plan comes to.
    var figures: MapSheet.Block? {
        let rows = rows
        let note = PlanWords.certificateWithScope(plan)
        return { canvas, x, y in LegendBlocks.table("Plan", rows, note: note, x: x, y: y, on: canvas) }
    }

    private var rows: [(name: String, value: String)] {
        var rows = [
            ("sites", MapText.grouped(plan.sites.count)),
            ("base stations", MapText.grouped(plan.stationCount)),
            ("cost", PlanWords.money(plan.cost, plan)),
        ]
        guard let first = plan.curve.first?.served, let last = plan.curve.last?.served else { return rows }
        if content.people > .zero {
            func share(_ count: PersonCount) -> String { MapText.percent(count.persons / content.people.persons) }
            rows.append(("people served", "\(share(first.people)) → \(share(last.people))"))
        }
        if last.routeMillimetres > 0 {
            rows.append(
                (
                    "routes served",
                    "\(PlanWords.kilometres(first.routeMillimetres)) → \(PlanWords.kilometres(last.routeMillimetres))"
                ))
        }
        if last.places > 0 {
            rows.append(("places served", "\(MapText.grouped(first.places)) → \(MapText.grouped(last.places))"))
        }
        let needs = plan.targets.filter { $0.need > 0 }
        if !needs.isEmpty { rows.append(("needs met", "\(needs.count(where: \.isMet)) of \(needs.count)")) }
        let missing = plan.density.reduce(0) { $0 + $1.missingAfter }
        if !plan.density.isEmpty { rows.append(("missing to the density", MapText.grouped(missing))) }
        return rows
    }
}
