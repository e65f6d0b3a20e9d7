import MastheadCore
import MastheadPlanning

/// The table of what each choice of the job costs: the plan with it, less the plan without it.
enum PlanChoiceTable {
    /// The columns.
    static let header = ["site_id", "choice", "cost_difference", "currency", "people_difference"]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for choice in content.plan.choices {
            table.add([
                choice.site, choice.isPinned ? "pinned" : "forbidden", "\(choice.cost)", content.plan.currency,
                RegionTable.people(choice.people),
            ])
        }
        return table.text
    }
}
