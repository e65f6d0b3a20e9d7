import MastheadCore
import MastheadGeo
import MastheadPlanning

/// Turns what a check found into its report.
enum CheckReportBuilder {
    static func report(
        _ job: ResolvedJob, folder: RunFolder, survey: RunSurvey, estimate: RunEstimate, tiles: Int,
        plan: PlanEstimate?
    ) -> CheckReport {
        let register = job.register
        var inputs = [
            ReportLine("regions", "\(job.regions.regions.count)"),
            ReportLine(
                "grid",
                "\(job.setup.studyGrid.columns) × \(job.setup.studyGrid.rows) cells of "
                    + "\(Length(metres: job.setup.studyGrid.cellMetres)), \(job.setup.studyGrid.referenceSystem.name)"),
            ReportLine("ground", describe(job.terrain.ground)),
        ]
        if let surface = job.terrain.surface { inputs.append(ReportLine("surface", describe(surface))) }
        if let clutter = job.terrain.clutter { inputs.append(ReportLine("clutter", describe(clutter))) }
        for group in job.setup.groups where group.isRefined {
            let names = group.bands.map { job.setup.bands[$0].id }.joined(separator: ", ")
            inputs.append(
                ReportLine(
                    "parts",
                    "\(names): \(group.refinement) × \(group.refinement) of each cell, "
                        + "\(FixedPoint.text(group.grid.cellMetres, decimals: 2)) m; terrain every "
                        + "\(FixedPoint.text(group.terrainGrid.cellMetres, decimals: 2)) m; "
                        + group.terrain.clutterHeights.rawValue))
        }
        inputs.append(ReportLine("population", describe(job.census.source.layer)))
        inputs.append(
            ReportLine("people", "\(Grouped.text(Int(survey.people.persons.rounded()))) in the regions"))
        inputs.append(
            ReportLine(
                "register",
                "\(Grouped.text(register.rowCount)) rows, \(Grouped.text(register.quarantined.count)) set aside"))
        if let reach = job.setup.reach { inputs += describe(reach) }
        if let plan { inputs += describe(plan) }
        for row in job.quarantined.prefix(10) {
            inputs.append(ReportLine("  row \(row.row)", "\(row.code): \(row.problem). \(row.remedy)"))
        }
        for (name, decision) in job.decisions.sorted(by: { $0.key < $1.key }) {
            inputs.append(ReportLine(name, decision))
        }
        return CheckReport(
            job: job.spec.name.value, runFolder: folder.path, cells: survey.areaCells, tiles: tiles,
            stations: register.stations.count, sectors: register.sectorCount, evaluations: estimate.evaluations,
            memoryBytes: estimate.memoryBytes, diskBytes: estimate.diskBytes, seconds: estimate.seconds,
            inputs: inputs,
            caveats: job.caveats.counts.sorted { $0.key < $1.key }.map { code, count in
                let meaning = PlanningCaveats.all.first { $0.code == code }?.meaning ?? ""
                return ReportLine(code, "\(Grouped.text(count))  \(meaning)")
            }, plan: plan?.figures)
    }

    /// One line for each kind of candidates, with what was left out and why.
    private static func describe(_ plan: PlanEstimate) -> [ReportLine] {
        plan.tallies.map { count in
            let left = count.left.sorted { $0.key < $1.key }.map { "\(Grouped.text($0.value)) \($0.key)" }
            return ReportLine(
                "candidates",
                "\(Grouped.text(count.kept)) \(count.origin.meaning)"
                    + (left.isEmpty ? "" : "; left out: \(left.joined(separator: ", "))"))
        }
    }

    private static func describe(_ reach: ReachPlan) -> [ReportLine] {
        let millimetres = reach.routes.pieces.reduce(Int64(0)) { $0 + Int64($1.millimetres) }
        return [
            ReportLine(
                "routes",
                "\(Grouped.text(reach.routes.routes.count)) in the regions, "
                    + "\(Grouped.text(Int((Double(millimetres) / 1e6).rounded()))) km in "
                    + "\(Grouped.text(reach.routes.pieces.count)) pieces"),
            ReportLine(
                "places",
                "\(Grouped.text(reach.places.places.count)) in the regions, "
                    + "\(Grouped.text(reach.places.keyPoints.count)) key points"),
        ]
    }

    private static func describe(_ layer: RasterLayer) -> String {
        let files = layer.files.count == 1 ? "" : " in \(layer.files.count) files"
        return "\(layer.columns) × \(layer.rows) pixels\(files), \(layer.dataType), \(layer.referenceSystem.name)"
    }
}
