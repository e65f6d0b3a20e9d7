import MastheadCore
import MastheadJobs
import MastheadOutput
import MastheadPlanning

/// The result of one site as people read it: one screen.
enum SiteText {
    /// What was computed, for each carrier, and where it lies.
    static func text(_ report: SiteReport, folder: String) -> String {
        let site = report.site
        let cells = report.carriers.first?.tally?.cells ?? 0
        let area = Double(cells) * report.cells.metres * report.cells.metres / 1e6
        var text = """
            site      \(PlainNumber.text(site.longitude)), \(PlainNumber.text(site.latitude)), antennas \
            \(PlainNumber.text(site.heightMetres)) m above the ground
            cells     \(Grouped.text(cells)) of \(PlainNumber.text(report.cells.metres)) m within \
            \(PlainNumber.text(site.radiusMetres / 1000)) km, \(FixedPoint.text(area, decimals: 1)) km²\
            \(report.cells.exactRays ? ", each on its own ray" : "")
            air       ΔN \(PlainNumber.rounded(report.air.deltaN)) N-units/km, N₀ \
            \(PlainNumber.rounded(report.air.n0)) N-units (\(report.air.source))


            """
        text += TextTable(rows: rows(report)).text
        if !report.caveats.isEmpty {
            text += "\ncaveats\n" + report.caveats.map { "  \($0.code)  \(Grouped.text($0.count))\n" }.joined()
        }
        return text + "\nresult    \(folder)/\(SiteReport.fileName)\n"
    }

    private static func rows(_ report: SiteReport) -> [[String]] {
        let header = ["carrier", "raster", "least", "most", "wanted", "area with it", "area computed"]
        return [header]
            + report.carriers.map { carrier in
                let unit = carrier.eirpDBm == nil ? "dB" : "dBm"
                let tally = carrier.tally
                let valued = tally?.valued ?? 0
                func value(_ hundredths: Int16?) -> String {
                    guard valued > 0, let hundredths else { return "none" }
                    return "\(FixedPoint.text(Double(hundredths) / 100, decimals: 1)) \(unit)"
                }
                func share(_ count: Int) -> String {
                    guard let cells = tally?.cells, cells > 0 else { return "none" }
                    return "\(FixedPoint.text(100 * Double(count) / Double(cells), decimals: 1)) %"
                }
                return [
                    PlainNumber.text(carrier.megahertz) + " MHz", carrier.file, value(tally?.least), value(tally?.most),
                    carrier.wantedDBm.map { "\(FixedPoint.text($0, decimals: 1)) dBm" } ?? "not stated",
                    carrier.wantedDBm == nil ? "" : share(tally?.wanted ?? 0), share(valued),
                ]
            }
    }
}
