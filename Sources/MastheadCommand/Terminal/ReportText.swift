import MastheadCore
import MastheadJobs

/// Reports as people read them.
enum ReportText {
    /// What `check` found, and what the run will take.
    static func text(_ report: CheckReport) -> String {
        var lines = [
            ReportLine("job", report.job), ReportLine("run", report.runFolder),
        ]
        lines += report.inputs
        lines += [
            ReportLine("cells", "\(Grouped.text(report.cells)) in \(Grouped.text(report.tiles)) tiles"),
            ReportLine(
                "stations", "\(Grouped.text(report.stations)) with \(Grouped.text(report.sectors)) sectors"),
            ReportLine("evaluations", "about \(Grouped.text(report.evaluations)) paths"),
            ReportLine("memory", bytes(report.memoryBytes)), ReportLine("disk", bytes(report.diskBytes)),
        ]
        if let seconds = report.seconds { lines.append(ReportLine("time", "about \(time(seconds)) on this machine")) }
        if let plan = report.plan { lines += self.lines(plan) }
        return aligned(lines) + caveats(report.caveats) + "The job is sound. Nothing was computed.\n"
    }

    /// What a plan will take. What `masthead run` computes after it depends on the sites that it chooses.
    private static func lines(_ plan: PlanCheck) -> [ReportLine] {
        let most = plan.isBound ? "at most " : ""
        let about = plan.isBound ? "at most" : "about"
        var lines = [
            ReportLine(
                "plan",
                "\(most)\(Grouped.text(plan.footprints)) footprints of \(most)\(Grouped.text(plan.candidates)) candidates "
                    + "over \(most)\(Grouped.text(plan.cells)) cells, \(about) \(Grouped.text(plan.evaluations)) paths"),
            ReportLine("plan memory", (plan.isBound ? "at most " : "") + bytes(plan.memoryBytes)),
        ]
        if let seconds = plan.seconds {
            lines.append(ReportLine("plan time", "about \(time(seconds)) on this machine"))
        }
        lines.append(ReportLine("above", "the run of what stands; the coverage of the plan's sites comes on top"))
        return lines
    }

    /// What a finished run has to say: the figures, and last where the map is.
    static func text(_ summary: RunSummary) -> String {
        var text = aligned(summary.figures)
        if !summary.table.isEmpty { text += "\n" + TextTable(rows: summary.table).text }
        text += caveats(summary.caveats)
        if !summary.findings.isEmpty {
            text += "\nfindings\n" + summary.findings.map { "  \($0)\n" }.joined()
        }
        var last = [ReportLine("run", summary.runFolder)]
        if summary.wasFinished {
            last.append(ReportLine("work", "none; the run was already finished"))
        } else {
            var work = "\(Grouped.text(summary.evaluations)) paths in \(time(summary.seconds))"
            if summary.resumedTiles > 0 {
                work += ", after \(Grouped.text(summary.resumedTiles)) tiles of an earlier start"
            }
            last.append(ReportLine("work", work))
            last.append(ReportLine("memory", "\(bytes(summary.peakMemoryBytes)) at most"))
        }
        if let map = summary.mapPath { last.append(ReportLine("map", map)) }
        return text + "\n" + aligned(last)
    }

    /// An answer of `explain`: words first, then every number with its terms.
    static func text(_ answer: ExplainAnswer) -> String {
        let head = answer.title + "\n" + aligned(answer.lines.map { ReportLine("  " + $0.name, $0.value) })
        return ([head] + answer.ledgers.map(LedgerText.text)).joined(separator: "\n")
    }

    private static func aligned(_ lines: [ReportLine]) -> String {
        let width = lines.map(\.name.count).max() ?? 0
        return lines.map { line in
            line.name + String(repeating: " ", count: width - line.name.count) + "  \(line.value)\n"
        }.joined()
    }

    private static func caveats(_ lines: [ReportLine]) -> String {
        lines.isEmpty ? "" : "\ncaveats\n" + aligned(lines.map { ReportLine("  " + $0.name, $0.value) })
    }

    /// `312 MB`, in powers of ten as disks are sold.
    static func bytes(_ count: Int) -> String {
        let units: [(String, Double)] = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)]
        for (unit, size) in units where Double(count) >= size {
            let value = Double(count) / size
            return "\(FixedPoint.text(value, decimals: value < 10 ? 1 : 0)) \(unit)"
        }
        return "\(count) bytes"
    }

    /// `4.2 s`, `12 min 5 s`, `3 h 7 min`.
    static func time(_ seconds: Double) -> String { SpokenTime.text(seconds: seconds) }
}
