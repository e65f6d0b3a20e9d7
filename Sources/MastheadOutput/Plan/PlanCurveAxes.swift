import Foundation
import MastheadCore
import MastheadGeo
import MastheadPlanning

/// The upright axis of a plan's curve: people on the left, their share of all on the right.
struct PlanPeopleAxis {
    /// Served after each point of the curve, persons.
    let persons: [Double]
    /// All people of the study area, persons.
    let all: Double
    /// Ends of the axis, persons.
    let low: Double
    let high: Double

    /// The share of a count; nil where no one lives.
    func share(_ persons: Double) -> Double? { all > 0 ? persons / all : nil }

    /// An axis that shows curve and needs; it begins above zero where much is served before the first site.
    init(_ content: PlanContent, needs: [PlanNeed]) {
        persons = content.plan.curve.map(\.served.people.persons)
        all = content.people.persons
        let least = persons.min() ?? 0
        let most = max((persons + needs.map(\.persons)).max() ?? 0, 1)
        let isCut = least > 0.4 * most
        let span = isCut ? max(most - least, most * 0.02) : most
        // Down to a round number; a curve that hardly rises keeps some room below.
        low = isCut ? max(0, AxisTicks.between(0, least - span * 0.25).last ?? 0, least - span * 0.5) : 0
        high = most + span * 0.12
    }
}

/// The unit in which an axis shows costs.
struct PlanCostAxis {
    /// Units of the currency for each unit of the axis.
    let unit: Double
    /// The unit of the axis: `"million EUR"`.
    let name: String

    init(_ plan: SitePlan) {
        let most = plan.curve.map { abs(Double($0.cost)) }.max() ?? 0
        let words: [(unit: Double, word: String)] = [(1e9, "thousand million "), (1e6, "million "), (1e3, "thousand ")]
        let scale = words.first { most >= $0.unit } ?? (1, "")
        unit = scale.unit
        name = scale.word + plan.currency
    }
}
