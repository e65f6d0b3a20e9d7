import MastheadCore
import MastheadPlanning

/// The table of all candidates: those of the plan, those that are not, and places that were left out.
enum PlanCandidateTable {
    private static let head = [
        "site_id", "origin", "status", "order", "longitude_deg", "latitude_deg", "region_id", "region_name", "mast_m",
        "site_cost", "currency",
    ]
    private static let tail = [
        "added_band", "added_people", "added_route_km", "added_places", "added_cost", "cost_per_added_person",
        "last_site_id", "last_people", "last_cost_per_person", "adds_less_than_last", "reason",
    ]

    /// The columns of one band.
    static func columns(_ band: String) -> [String] {
        ["height_m_\(band)", "equipment_cost_\(band)", "alone_people_\(band)"]
    }

    /// The columns.
    static func header(_ content: PlanContent) -> [String] { head + content.planBands.flatMap(columns) + tail }

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header(content))
        let last = LastChosen(content.plan)
        for candidate in content.candidates {
            var row = place(candidate, content)
            for band in content.planBands { row += offer(candidate.offer(band)) }
            row += addition(candidate, last)
            row.append(candidate.reason)
            table.add(row)
        }
        return table.text
    }

    private static func place(_ candidate: ReviewedCandidate, _ content: PlanContent) -> [String] {
        [
            candidate.id, candidate.origin.rawValue, candidate.status.rawValue,
            candidate.order.map { "\($0)" } ?? "", SectorTable.degrees(candidate.position.longitudeDegrees),
            SectorTable.degrees(candidate.position.latitudeDegrees), candidate.region ?? "",
            candidate.region.map(content.regionName) ?? "",
            candidate.mastMetres.map { FixedPoint.text($0, decimals: 1) } ?? "",
            candidate.siteCost.map { "\($0)" } ?? "", content.plan.currency,
        ]
    }

    private static func offer(_ offer: ReviewedCandidate.Offer?) -> [String] {
        guard let offer else { return ["", "", ""] }
        return [
            FixedPoint.text(offer.heightMetres, decimals: 1), "\(offer.cost)", RegionTable.people(offer.alone),
        ]
    }

    private static func addition(_ candidate: ReviewedCandidate, _ last: LastChosen?) -> [String] {
        guard candidate.status == .notChosen else { return Array(repeating: "", count: tail.count - 1) }
        let addition = candidate.addition
        var cells = [addition?.band ?? ""]
        cells += PlanSiteTable.amounts(addition?.amounts ?? ServedAmounts())
        cells.append(addition.map { "\($0.cost)" } ?? "")
        cells.append(addition?.costPerPerson.map { "\($0)" } ?? "")
        guard let last else { return cells + ["", "", "", ""] }
        cells += [last.id, RegionTable.people(last.people), last.costPerPerson.map { "\($0)" } ?? ""]
        cells.append(candidate.addsLess(than: last) ? "yes" : "no")
        return cells
    }
}

extension ReviewedCandidate {
    /// What could be put there, or stands there, of a band.
    func offer(_ band: String) -> Offer? { offers.first { $0.band == band } }

    /// Whether it would add fewer people to the plan than a site did, or each at a higher cost.
    func addsLess(than last: LastChosen) -> Bool {
        guard let addition, let own = addition.costPerPerson else { return true }
        return addition.amounts.people < last.people || own > last.costPerPerson ?? .max
    }
}
