import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning

/// What a finished plan has to say.
enum PlanSummary {
    static func summary(_ file: PlanFile, manifest: PlanManifest, folder: RunFolder) -> RunSummary {
        let plan = file.plan
        return RunSummary(
            job: file.job, runFolder: folder.path, figures: headline(file), table: table(plan),
            caveats: plan.caveats.counts.sorted { $0.key < $1.key }.map { code, count in
                let meaning = PlanningCaveats.all.first { $0.code == code }?.meaning ?? ""
                return ReportLine(code, "\(Grouped.text(count))  \(meaning)")
            },
            findings: manifest.findings,
            mapPath: manifest.files.first { $0.name == "plan-map.png" }.map { "\(folder.path)/\($0.name)" },
            products: manifest.files.map { "\(folder.path)/\($0.name)" })
    }

    private static func headline(_ file: PlanFile) -> [ReportLine] {
        let plan = file.plan
        let stations = plan.sites.reduce(0) { $0 + $1.bands.count }
        let existing = plan.sites.count { $0.origin.isExisting }
        var lines = [
            ReportLine(
                "sites",
                "\(Grouped.text(plan.sites.count)), of them \(Grouped.text(existing)) on masts that stand; "
                    + "\(Grouped.text(stations)) base stations"),
            ReportLine("cost", "\(Grouped.text(Int(plan.cost))) \(plan.currency)"),
            ReportLine(
                "people",
                "\(people(plan.people)) of \(people(file.people)) served, "
                    + "\(people(plan.curve.first?.served.people ?? .zero)) before"),
        ]
        if plan.targets.contains(where: { $0.unit == .length }), let last = plan.curve.last {
            lines.append(
                ReportLine(
                    "routes", "\(FixedPoint.text(Double(last.served.routeMillimetres) / 1e6, decimals: 1)) km served"))
        }
        if plan.targets.contains(where: { $0.unit == .points }), let last = plan.curve.last {
            lines.append(ReportLine("places", "\(Grouped.text(last.served.places)) served"))
        }
        lines.append(ReportLine("certificate", certificate(plan)))
        for choice in plan.choices {
            let sign = choice.cost < 0 ? "-" : "+"
            lines.append(
                ReportLine(
                    choice.isPinned ? "pinned" : "forbidden",
                    "\(choice.site): \(sign)\(Grouped.text(Int(abs(choice.cost)))) \(plan.currency), "
                        + "\(FixedPoint.text(choice.people.persons, decimals: 0)) people"))
        }
        return lines
    }

    static func certificate(_ plan: SitePlan) -> String {
        let certificate = plan.certificate
        if certificate.isProvenOptimal { return "the solver has proved that no plan is better (\(certificate.scope))" }
        let gap = certificate.gap.isFinite ? "\(FixedPoint.text(certificate.gap * 100, decimals: 2)) %" : "unknown"
        return "no plan is better by more than \(gap) (\(certificate.scope))"
    }

    private static func table(_ plan: SitePlan) -> [[String]] {
        var rows = [["need", "asked", "before", "planned", "met"]]
        for target in plan.targets {
            func text(_ weight: Int64) -> String {
                switch target.unit {
                case .people: people(PersonCount(billionths: weight))
                case .length: "\(FixedPoint.text(Double(weight) / 1e6, decimals: 2)) km"
                case .points: Grouped.text(Int(weight))
                }
            }
            rows.append(
                [
                    target.title, target.need > 0 ? text(target.need) : "most", text(target.before), text(target.after),
                    target.isMet ? "yes" : "no",
                ])
        }
        return rows
    }

    /// Needs that the plan does not meet, and regions that stay below the target.
    static func findings(_ plan: SitePlan) -> [String] {
        plan.targets.filter { !$0.isMet }.map { "\($0.title): not met; \($0.obstacle)" }
            + plan.density.filter { $0.after < $0.needed && plan.asksDensity }.map {
                "\($0.name) (\($0.region)): \($0.after) of \($0.needed) base stations; no further candidate serves anyone there"
            }
    }

    private static func people(_ count: PersonCount) -> String { Grouped.text(Int(count.persons.rounded())) }
}
