import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning

/// Turns manifest and figures into what is printed at the end of a run.
enum RunSummaryBuilder {
    static func summary(_ manifest: RunManifest, figures: RunFigures, folder: RunFolder) -> RunSummary {
        let map = manifest.products.first { $0.name.hasPrefix("map-") }
        return RunSummary(
            job: manifest.job, runFolder: folder.path, evaluations: manifest.evaluations,
            seconds: manifest.clock.stageSeconds.values.reduce(0, +),
            peakMemoryBytes: manifest.clock.peakMemoryBytes, figures: headline(figures), table: table(figures),
            caveats: manifest.caveats.map { ReportLine($0.code, "\(Grouped.text($0.count))  \($0.meaning)") },
            findings: manifest.findings, mapPath: map.map { "\(folder.path)/\($0.name)" },
            products: manifest.products.map { "\(folder.path)/\($0.name)" })
    }

    private static func headline(_ figures: RunFigures) -> [ReportLine] {
        let total = figures.total
        let definitions = figures.definitions
        var lines = [
            ReportLine("people", "\(people(total.people)) (\(definitions.populationSource))"),
            ReportLine("area", "\(FixedPoint.text(total.squareKilometres, decimals: 1)) km²"),
        ]
        for (definition, band) in zip(definitions.bands, total.bands) {
            let rule =
                "SS-RSRP ≥ \(PlainNumber.text(definition.thresholdDBm)) dBm with "
                + "\(PlainNumber.text(definition.probability * 100)) % probability, \(definition.environment)"
            lines.append(
                ReportLine(
                    "\(definition.id) people",
                    "\(percent(total.coveredPeopleShare(band))) covered, \(people(band.coveredPeople)); "
                        + "expected \(people(band.expectedPeople)) (\(rule))"))
            lines.append(ReportLine("\(definition.id) area", "\(percent(total.coveredAreaShare(band))) covered"))
        }
        let density = total.stationsPerTenThousand.map { FixedPoint.text($0, decimals: 2) } ?? RegionTable.noPeople
        lines.append(
            ReportLine(
                "density",
                "\(density) per 10,000 persons, target \(PlainNumber.text(definitions.targetPerTenThousand)); "
                    + "\(Grouped.text(total.stations)) counted by \(definitions.countingRule.rawValue): "
                    + definitions.countingRule.meaning))
        return lines
    }

    private static func table(_ figures: RunFigures) -> [[String]] {
        let bands = figures.definitions.bands
        var rows = [
            ["region", "name", "people", "stations", "per 10,000", "missing"] + bands.map { "\($0.id) people" }
        ]
        for region in figures.regions + [figures.total] {
            let density = region.stationsPerTenThousand.map { FixedPoint.text($0, decimals: 2) } ?? RegionTable.noPeople
            rows.append(
                [
                    region.id, region.name, people(region.people), Grouped.text(region.stations), density,
                    Grouped.text(region.missingStations),
                ] + region.bands.map { percent(region.coveredPeopleShare($0)) })
        }
        return rows
    }

    private static func people(_ count: PersonCount) -> String { Grouped.text(Int(count.persons.rounded())) }

    private static func percent(_ share: Double?) -> String {
        share.map { "\(FixedPoint.text($0 * 100, decimals: 2)) %" } ?? RegionTable.noPeople
    }
}
