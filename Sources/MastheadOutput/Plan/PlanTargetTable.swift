import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The table of what a plan was asked for, and what comes of it.
enum PlanTargetTable {
    /// The columns.
    static let header = [
        "target_id", "title", "unit", "available", "needed", "before", "after", "possible", "needed_percent",
        "before_percent", "after_percent", "possible_percent", "met", "obstacle",
    ]

    /// The table as CSV.
    static func csv(_ content: PlanContent) -> String {
        var table = CSVText(header: header)
        for target in content.plan.targets {
            let amounts = [target.need, target.before, target.after, target.possible]
            table.add(
                [target.id, target.title, target.unit.name, target.unit.text(target.available)]
                    + amounts.map(target.unit.text)
                    + amounts.map { ReachDefinitions.percent($0, of: target.available) ?? "" }
                    + [target.need == 0 ? "objective" : target.isMet ? "yes" : "no", target.obstacle])
        }
        return table.text
    }
}

extension DemandUnit {
    /// The unit that products print.
    var name: String {
        switch self {
        case .people: "persons"
        case .length: "km"
        case .points: "key points"
        }
    }

    /// An amount, given in the smallest part, in the unit that products print.
    func text(_ amount: Int64) -> String {
        switch self {
        case .people: RegionTable.people(PersonCount(billionths: amount))
        case .length: ReachDefinitions.kilometres(amount)
        case .points: "\(amount)"
        }
    }
}
