import MastheadCore
import MastheadGeo
import MastheadPlanning

/// A need of people with the point of the curve that first meets it.
struct PlanNeed {
    /// The share that is needed, 0 to 1; nil where no one is counted.
    let share: Double?
    /// Persons that are needed.
    let persons: Double
    /// Index of the point of the curve; nil where none meets it.
    let point: Int?

    /// The needs that the curve shows, the lowest first.
    ///
    /// The curve counts people by one criterion, over the whole study area. Needs of single regions and other criteria
    /// cannot be read off it; those that can begin and end with it.
    static func all(_ plan: SitePlan) -> [PlanNeed] {
        var needs: Set<Int64> = []
        return targets(plan).filter { $0.need > 0 && needs.insert($0.need).inserted }.sorted { $0.need < $1.need }
            .map { target in
                PlanNeed(
                    share: target.available > 0 ? Double(target.need) / Double(target.available) : nil,
                    persons: PersonCount(billionths: target.need).persons,
                    point: plan.curve.firstIndex { $0.served.people.billionths >= target.need })
            }
    }

    /// The targets whose people the curve counts.
    static func targets(_ plan: SitePlan) -> [PlanTarget] {
        guard let first = plan.curve.first, let last = plan.curve.last else { return [] }
        return plan.targets.filter {
            $0.unit == .people && $0.before == first.served.people.billionths
                && $0.after == last.served.people.billionths
        }
    }
}
