import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadTestSupport

/// A site plan made of formulas on the area of a synthetic run.
struct SyntheticPlan {
    let run: SyntheticRun
    var content: PlanContent

    /// A plan of so many sites: each serves a part of what is left.
    init(
        sites count: Int, unserved: Int = 6, names: [String] = ["West", "East"], title: String = "Plan of formulas",
        columns: Int = 150, rows: Int = 110, before: Int64 = 30
    ) throws {
        run = try SyntheticRun(columns: columns, rows: rows, names: names)
        let grid = run.content.tiles.grid
        let locator = try GridLocator(grid)
        func place(_ index: Int, _ salt: Double) throws -> (plane: PlanePoint, position: GeographicPosition) {
            // The golden ratio spreads points evenly.
            let u = (Double(index) * 0.618_034 + salt).truncatingRemainder(dividingBy: 1)
            let v = (Double(index) * 0.754_878 + salt * 2).truncatingRemainder(dividingBy: 1)
            let plane = PlanePoint(
                x: grid.westMetres + (0.05 + 0.9 * u) * Double(grid.columns) * grid.cellMetres,
                y: grid.northMetres - (0.05 + 0.9 * v) * Double(grid.rows) * grid.cellMetres)
            return (plane, try locator.geographic(of: plane))
        }
        let all: Int64 = 812_345_678_900_000
        var served = ServedAmounts(
            people: PersonCount(billionths: all / 100 * before), routeMillimetres: 41_000_000, places: 4)
        var stations = run.content.stations.count
        var cost: Int64 = 0
        var sites: [PlannedSite] = []
        var curve = [PlanCurvePoint(sites: 0, stations: stations, cost: 0, served: served)]
        for index in 0..<count {
            let gain = ServedAmounts(
                people: PersonCount(billionths: (all - served.people.billionths) / 10),
                routeMillimetres: Int64(3_000_500 / (index + 1)), places: index % 3 == 0 ? 1 : 0)
            let site = try Self.site(index, place(index, 0.1), gain: gain, names: names)
            sites.append(site)
            cost += site.cost
            stations += site.bands.count
            served.people += gain.people
            served.routeMillimetres += gain.routeMillimetres
            served.places += gain.places
            curve.append(PlanCurvePoint(sites: index + 1, stations: stations, cost: cost, served: served))
        }
        let first = curve[0].served.people.billionths
        func target(_ id: String, _ percent: Int64) -> PlanTarget {
            PlanTarget(
                id: id, title: "people outdoors in n28", unit: .people, available: all, need: all / 100 * percent,
                before: first, after: served.people.billionths, possible: all,
                obstacle: served.people.billionths < all / 100 * percent ? "No candidate reaches the rest." : "")
        }
        let targets = [
            target("reach-1", 80), target("reach-2", 95),
            PlanTarget(
                id: "routes", title: "routes", unit: .length, available: 90_000_000, need: 60_000_000,
                before: 41_000_000, after: served.routeMillimetres, possible: 80_000_000, obstacle: ""),
        ]
        let waiting = try (0..<unserved).map { index in
            let spot = try place(index, 0.37)
            return UnservedDemand(
                kind: index == 2 ? .section : index == 3 ? .place : .settlement,
                name: index == 0 ? "北京市, \"Haidian\"" : index == 1 ? "" : "Dorf \(index)", region: "R0",
                position: spot.position, people: PersonCount(persons: 4000 / Double(1 + index * index)),
                millimetres: index == 2 ? 1_234_567 : 0, remedy: index == 1 ? nil : "C\(index)",
                remedyCost: index == 1 ? nil : 150_000, why: "Behind a ridge, and dear.")
        }
        let density = names.enumerated().map { index, name in
            PlanDensity(
                region: "R\(index)", name: name,
                people: PersonCount(billionths: index == names.count - 1 ? 0 : 10_000_000_000_000), before: 5,
                after: 5 + count, target: 18, needed: index == names.count - 1 ? 0 : 18)
        }
        content = PlanContent(
            job: "synthetic", software: "Masthead test", title: title,
            plan: SitePlan(
                currency: "EUR", sites: sites, targets: targets, curve: curve, density: density, unserved: waiting,
                certificate: PlanCertificate(
                    sense: .leastCost, value: Double(cost), bound: Double(cost) * 0.97 + 0.25, isProvenOptimal: false,
                    scope: "reach of people"),
                choices: [
                    PlanChoicePrice(
                        site: "T1, old", isPinned: true, cost: 90_000, people: PersonCount(billionths: -1_500_000_000)),
                    PlanChoicePrice(site: "C9", isPinned: false, cost: -10, people: .zero),
                ],
                candidates: [CandidateCount(origin: .summit, kept: 40, left: ["water": 3, "excluded area": 1])]),
            definitions: run.content.figures.definitions, people: PersonCount(billionths: all), grid: grid,
            regions: zip(names.indices, run.content.borders).map {
                PlanContent.Region(id: "R\($0)", name: names[$0], polygons: $1)
            },
            stations: run.content.stations, ground: run.content.ground, credits: ["Made of formulas, no data"])
    }

    private static func site(
        _ index: Int, _ place: (plane: PlanePoint, position: GeographicPosition), gain: ServedAmounts, names: [String]
    ) -> PlannedSite {
        let origins = CandidateOrigin.allCases
        let id = index == 1 ? "Höhe \"Nord\", 南" : "C\(index)"
        var bands = [
            PlannedBand(
                station: "\(id)-n28", band: "n28", heightMetres: 35, azimuthDegrees: [10, 130.5, 250], tiltDegrees: 2,
                electricalTiltDegrees: 4, powerDBm: 46, cost: 30_000, alone: gain, purpose: .reach)
        ]
        if index % 2 == 1 {
            bands.append(
                PlannedBand(
                    station: "\(id)-n41", band: "n41", heightMetres: 28.5, azimuthDegrees: [], tiltDegrees: 0,
                    electricalTiltDegrees: 0, powerDBm: 43.25, cost: 20_000, alone: gain, purpose: .density))
        }
        let siteCost: Int64 = origins[index % origins.count].isExisting ? 25_000 : 110_000
        return PlannedSite(
            order: index + 1, id: id, origin: origins[index % origins.count], position: place.position,
            plane: place.plane, region: index == 2 ? nil : "R0", groundMetres: 214.26, isPinned: index == 0,
            bands: bands, siteCost: siteCost, cost: siteCost + bands.reduce(0) { $0 + $1.cost }, gain: gain,
            loss: ServedAmounts(
                people: PersonCount(billionths: gain.people.billionths / 3), routeMillimetres: 1, places: 0),
            reason: index == 1 ? "Serves \"Dorf\", and 3 km of the A1." : "Serves most people for its cost.")
    }

    /// Writes products of these names into a folder of the run; all for nil.
    @discardableResult
    func write(_ ids: [String]? = nil, into name: String = "out") throws -> [ProductWriter.WrittenFile] {
        let out = run.folder.file(name)
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let entries = PlanProductCatalogue.entries.filter { ids?.contains($0.id) ?? true }
        return try PlanProductWriter.write(content, products: entries, to: out)
    }

    /// The text of a written product.
    func text(_ name: String) throws -> String {
        try String(contentsOfFile: run.folder.file("out/\(name)"), encoding: .utf8)
    }
}
