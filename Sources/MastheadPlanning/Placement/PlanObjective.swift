/// What a job asks of a plan.
public enum PlanObjective: Sendable {
    /// A share of the people is to be served at least cost.
    ///
    /// - Parameters:
    ///   - millionths: The share, parts in a million.
    ///   - kind: Index of the kind of service.
    ///   - bands: The bands that count, any one of them.
    ///   - perRegion: Whether every region must reach the share, besides all together.
    ///   - denserThan: Only cells with at least so many persons per km² count; nil for all.
    case reach(millionths: Int, kind: Int, bands: [Bool], perRegion: Bool, denserThan: Double?)
    /// As many people as possible are to be served within a budget.
    case budget(PlacementBudget, kind: Int, bands: [Bool])
    /// A share of the length of each route is to be served, by the route's own rule; nil for the rule's share.
    case routes(millionths: Int?)
    /// All key points of each place are to be served, by the place's own rule.
    case places
    /// Each region is to have the target's base stations, those added that carry most of the busy hour's traffic.
    ///
    /// - Parameter megabits: Traffic of a person in the busy hour, Mbit/s.
    case density(megabits: Double)
    /// A share of the busy hour's traffic that other bands leave is to be carried by some bands.
    case hotSpots(millionths: Int, bands: [Bool], megabits: Double)
}

extension PlanObjective {
    /// Traffic of a person in the busy hour where the objective is about traffic.
    var megabits: Double? {
        switch self {
        case .density(let megabits): megabits
        case .hotSpots(_, _, let megabits): megabits
        default: nil
        }
    }
}
