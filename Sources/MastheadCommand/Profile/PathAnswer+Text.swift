import MastheadCore
import MastheadGeo
import MastheadJobs
import MastheadPropagation

extension PathAnswer {
    /// The path and its losses as people read them.
    func text(withLedgers: Bool) -> String {
        let rows = heading
        let width = rows.map { $0[0].count }.max() ?? 0
        let head = rows.map { row in
            row[0] + String(repeating: " ", count: width + 2 - row[0].count) + row[1] + "\n"
        }.joined()
        let ledgers = answers.compactMap(\.ledger).map(LedgerText.text)
        guard request.isComparison else { return ([head] + ledgers).joined(separator: "\n") }
        return ([head, comparison] + (withLedgers ? ledgers : [])).joined(separator: "\n")
    }

    private var heading: [[String]] {
        let parameters = request.parameters
        let bearing = Geodesic.bearing(from: request.from, to: request.to).degrees
        let asked =
            "\(parameters.frequency), \(PlainNumber.text(parameters.timePercent)) % of time"
        return [
            ["from", "\(request.from), \(request.transmitterHeight) above the ground"],
            ["to", "\(request.to), \(request.receiverHeight) above the ground"],
            [
                "path",
                "\(FixedPoint.text(path.profile.lengthKilometres, decimals: 3)) km, azimuth "
                    + "\(FixedPoint.text(bearing < 0 ? bearing + 360 : bearing, decimals: 2))°, "
                    + "\(Grouped.text(path.profile.count)) points",
            ],
            request.isComparison
                ? [
                    "carrier",
                    "\(asked), \(PlainNumber.text(parameters.locationPercent)) % of locations, "
                        + "\(parameters.polarization.rawValue) polarization",
                ]
                : ["model", "\(request.models.map(\.edition).joined()), \(asked)"],
            [
                "air",
                "ΔN \(PlainNumber.rounded(parameters.deltaN)) N-units/km, N₀ \(PlainNumber.rounded(parameters.n0)) N-units "
                    + "(\(request.atmosphere))",
            ],
        ]
    }

    /// A row for each model; one that refuses the path says why.
    private var comparison: String {
        let header = ["model", "loss", "to \(reference?.entry.id ?? "")", "edition", "why there is no loss"]
        let rows = answers.map { answer in
            [
                answer.entry.id, answer.lossDB.map { "\(FixedPoint.text($0, decimals: 2)) dB" } ?? "none",
                differenceDB(answer).map { "\($0 >= 0.005 ? "+" : "")\(FixedPoint.text($0, decimals: 2)) dB" } ?? "",
                answer.entry.edition, answer.reason,
            ]
        }
        let columns = answers.contains { $0.error != nil } ? 5 : 4
        return TextTable(rows: ([header] + rows).map { Array($0.prefix(columns)) }).text
    }
}
