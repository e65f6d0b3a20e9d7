import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning

/// Why a site is in a plan.
enum PlanAnswer {
    /// What a plan says of a site; nil where the folder holds no plan, or a run that may know the site otherwise.
    ///
    /// - Throws: `unknown-name` where the folder holds a plan alone, and the plan has no such site.
    static func site(_ id: String, in folder: String) throws(MastheadError) -> ExplainAnswer? {
        guard FileManager.default.fileExists(atPath: "\(folder)/\(PlanFile.fileName)") else { return nil }
        let file = try PlanFile.read(from: folder)
        guard let site = file.plan.sites.first(where: { $0.id == id }) else {
            if FileManager.default.fileExists(atPath: "\(folder)/manifest.json") { return nil }
            throw MastheadError(
                .unknownName, "the plan did not choose a site \"\(id)\"", at: .option("--site"),
                remedy: "Look for it in plan-candidates.csv, which tells what each candidate would add; a site of the "
                    + "plan is \(file.plan.sites.first?.id ?? "none").")
        }
        let plan = file.plan
        var lines = [
            ReportLine("chosen", "number \(site.order) of \(plan.sites.count)"),
            ReportLine("origin", site.origin.meaning), ReportLine("place", "\(site.position)"),
            ReportLine("region", site.region ?? "outside all regions"),
            ReportLine("ground", "\(FixedPoint.text(site.groundMetres, decimals: 0)) m above sea level"),
            ReportLine("reason", site.reason),
            ReportLine("adds", words(site.gain)), ReportLine("lost without it", words(site.loss)),
        ]
        var cost = Ledger("cost of \(id)", unit: plan.currency)
        cost.add(site.origin.isExisting ? "place on the mast" : "mast, power and backhaul", Double(site.siteCost))
        for band in site.bands {
            cost.add("equipment of \(band.band)", Double(band.cost))
            let azimuths = band.azimuthDegrees.map { FixedPoint.text($0, decimals: 0) + "°" }.joined(separator: ", ")
            lines.append(
                ReportLine(
                    band.station,
                    "\(FixedPoint.text(band.heightMetres, decimals: 0)) m, azimuths \(azimuths.isEmpty ? "none" : azimuths), "
                        + "tilt \(FixedPoint.text(band.tiltDegrees + band.electricalTiltDegrees, decimals: 1))° down, "
                        + "\(FixedPoint.text(band.powerDBm, decimals: 1)) dBm; alone it serves \(words(band.alone)); "
                        + band.purpose.meaning))
        }
        lines.append(ReportLine("certificate", PlanSummary.certificate(plan)))
        return ExplainAnswer(title: "Site \(id) of the plan", lines: lines, ledgers: [cost])
    }

    private static func words(_ amounts: ServedAmounts) -> String {
        "\(FixedPoint.text(amounts.people.persons, decimals: 2)) people, "
            + "\(FixedPoint.text(Double(amounts.routeMillimetres) / 1e6, decimals: 3)) km of routes, "
            + "\(amounts.places) places"
    }
}
