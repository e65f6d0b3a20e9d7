import MastheadCore

/// The tables of a site plan as products.
enum PlanTables {
    static let sites = entry(
        "plan-sites", "The sites in order of choice: bands, cost, what each adds, what is lost without it, and why.",
        PlanSiteTable.csv)

    static let sectors = entry(
        "plan-sectors", "The sectors of each site: band, azimuth, tilt, height, power, and what it was taken for.",
        PlanSectorTable.csv)

    static let curve = entry(
        "plan-curve", "What is served after each site, with base stations and cost so far.", PlanCurveTable.csv)

    static let targets = entry(
        "plan-targets", "What was asked for and what comes of it, with what keeps a need from being met.",
        PlanTargetTable.csv)

    static let unserved = entry(
        "plan-unserved",
        "Settlements, sections and places that stay unserved, by people, with the site that would serve each and why.",
        PlanUnservedTable.csv)

    static let density = entry(
        "plan-density", "Base stations of each region before and after, against the target.", PlanDensityTable.csv)

    static let choices = entry(
        "plan-choices", "What each site that the job pins or forbids costs, in money and people.", PlanChoiceTable.csv)

    static let candidates = entry(
        "plan-candidates",
        "Every candidate: cost, whom it serves alone, whether it is chosen, and if not, what it would add and why not.",
        PlanCandidateTable.csv)

    private static func entry(
        _ id: String, _ summary: String, _ text: @escaping @Sendable (PlanContent) -> String
    ) -> PlanProductEntry {
        let name = "\(id).csv"
        return PlanProductEntry(
            id: id, fileName: name, format: "CSV, UTF-8, comma, decimal point, LF", unit: "", summary: summary,
            opening: "Any spreadsheet (import as UTF-8 with comma)."
        ) { (content, folder) throws(MastheadError) in
            try AtomicFile.write(text(content), to: "\(folder)/\(name)")
            return [name]
        }
    }
}
