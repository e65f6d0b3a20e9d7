public import MastheadCore
import MastheadProtection

/// The criteria of all packs as lists show them.
public enum RuleListing {
    /// The names of the columns.
    public static let columns = [
        "pack", "date", "criterion", "case", "limit", "bandwidth", "time", "entries", "basis", "assumed", "title",
        "instrument",
    ]

    /// A row for each criterion, open ones included, pack by pack.
    ///
    /// - Throws: `missing-file` where there is no folder of packs, or the errors of a pack.
    public static func rows() throws(MastheadError) -> [[String]] {
        try RulePackFolder.all().flatMap { rows(of: $0.pack) }
    }

    private static func rows(of pack: RulePack) -> [[String]] {
        let closed = pack.criteria.map { criterion in
            let threshold = criterion.threshold
            return [
                pack.id, pack.date, criterion.id, criterion.interference.rawValue,
                "\(PlainNumber.text(threshold.limit)) \(threshold.quantity.unit)",
                threshold.referenceBandwidth?.description ?? "none",
                "\(PlainNumber.text(threshold.timePercent)) %", threshold.entries.rawValue, criterion.basis.rawValue,
                criterion.assumedKeys.sorted().joined(separator: ", "), criterion.title, pack.instrument,
            ]
        }
        let open = pack.openCriteria.map { criterion in
            func text(_ key: String) -> String { criterion.values.first { $0.key == key }?.text ?? "" }
            let bandwidth = text("reference-bandwidth")
            let time = text("time")
            return [
                pack.id, pack.date, criterion.id, criterion.interference.rawValue, text("limit"),
                (try? Frequency(parsing: bandwidth))?.description ?? bandwidth,
                (try? Share(parsing: time))?.description ?? time, text("entries"),
                "open: \(criterion.openKeys.joined(separator: ", "))", text("assumed"), criterion.title,
                pack.instrument,
            ]
        }
        return closed + open
    }
}
