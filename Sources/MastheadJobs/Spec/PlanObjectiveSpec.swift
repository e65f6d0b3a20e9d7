public import MastheadCore

/// One thing that a plan is asked for.
public struct PlanObjectiveSpec: Sendable {
    /// What kind of thing.
    public enum Kind: String, Sendable, CaseIterable {
        /// A share of the people, at least cost.
        case reach
        /// As many people as possible within a budget.
        case budget
        /// A share of the length of each route.
        case routes
        /// All key points of each place.
        case places
        /// Base stations for each region.
        case density
        /// Traffic that other bands leave.
        case hotSpots = "hot-spots"
    }

    /// Whom a share is of.
    public enum Per: String, Sendable, CaseIterable {
        /// All regions together.
        case total
        /// Each region, and all together.
        case region
    }

    /// What kind of thing.
    public let kind: Entry<Kind>
    /// The share that is asked for.
    public let share: Entry<Share>?
    /// The service that counts.
    public let service: Entry<String>
    /// The bands that count; nil for all of the plan.
    public let bands: [Entry<String>]?
    /// Whom the share is of.
    public let per: Entry<Per>
    /// Only cells with so many persons per km² count.
    public let denserThan: Entry<Double>?
    /// Sites that may be added.
    public let sites: Entry<Int>?
    /// Money that may be spent.
    public let cost: Entry<Int>?
    /// Traffic of a person in the busy hour, Mbit/s.
    public let traffic: Entry<Double>

    private static let kindKey = Key(
        "kind", ValueKind<Kind>.choice, .required, example: "reach",
        "`reach`: a share of the people at least cost; `budget`: most people for `sites` or `cost`; `routes` and `places`: "
            + "those of the job, by their own rules; `density`: the target of the key density in each region; `hot-spots`: "
            + "traffic that other bands leave.")
    private static let shareKey = Key(
        "share", ValueKind.quantity(Share(percent: 1)...Share(percent: 100)),
        .optional("for routes the job's `covered-at`, for hot-spots 90 %"), example: "95 %",
        "With reach, routes and hot-spots: the share that is asked for.")
    private static let serviceKey = Key(
        "service", ValueKind.name, default: "outdoor", "outdoor",
        "With reach and budget: the service that counts, `outdoor`, `indoor` or a vehicle of the job.")
    private static let bandsKey = Key(
        "bands", ValueKind.list(of: .text, atLeast: 1), .optional("all bands of the job"), example: "[n28]",
        "With reach, budget and hot-spots: the bands that count; any one of them suffices.")
    private static let perKey = Key(
        "per", ValueKind<Per>.choice, default: .total, "total",
        "With reach: `total` for the people of all regions together, `region` for each region as well.")
    private static let denserKey = Key(
        "denser-than", ValueKind.number(0...1e6, of: "persons per km²"), .optional("all cells"), example: "400",
        "With reach: only cells with at least so many people count, such as those of towns.")
    private static let sitesKey = Key(
        "sites", ValueKind.integer(0...1_000_000), .optional("no such limit"), example: "30",
        "With budget: sites that may be added or extended.")
    private static let costKey = Key(
        "cost", ValueKind.integer(0...PlanCostsSpec.most), .optional("no such limit"), example: "3000000",
        "With budget: money that may be spent.")
    private static let trafficKey = Key(
        "traffic", ValueKind.number(0.0001...10, of: "Mbit/s for each person in the busy hour"), default: 0.05, "0.05",
        "With density and hot-spots: traffic of a person in the busy hour.")

    static let group = KeyGroup(
        "plan.objectives", "One thing that the plan is asked for.",
        [
            kindKey.description, shareKey.description, serviceKey.description, bandsKey.description,
            perKey.description, denserKey.description, sitesKey.description, costKey.description,
            trafficKey.description,
        ]
    ) { reader -> PlanObjectiveSpec? in
        guard let kind = reader[kindKey], let service = reader[serviceKey], let per = reader[perKey],
            let traffic = reader[trafficKey]
        else { return nil }
        let spec = PlanObjectiveSpec(
            kind: kind, share: reader[shareKey], service: service, bands: reader[bandsKey]?.value, per: per,
            denserThan: reader[denserKey], sites: reader[sitesKey], cost: reader[costKey], traffic: traffic)
        spec.refuseForeign(reader)
        return spec
    }

    /// Refuses keys that mean nothing for the kind, and what it lacks.
    private func refuseForeign(_ reader: MappingReader) {
        let written: [(String, Bool, [Kind])] = [
            ("share", share != nil, [.reach, .routes, .hotSpots]),
            ("service", service.isWritten, [.reach, .budget]),
            ("bands", bands != nil, [.reach, .budget, .hotSpots]), ("per", per.isWritten, [.reach]),
            ("denser-than", denserThan != nil, [.reach]), ("sites", sites != nil, [.budget]),
            ("cost", cost != nil, [.budget]), ("traffic", traffic.isWritten, [.density, .hotSpots]),
        ]
        let errors = reader.reading.errors
        for (name, isWritten, kinds) in written where isWritten && !kinds.contains(kind.value) {
            let owners = kinds.map(\.rawValue).joined(separator: ", ")
            errors.add(
                .badJob, "\(name) means nothing for an objective of kind \(kind.value.rawValue)",
                at: reader.reading.place, remedy: "Remove it; it belongs to objectives of kind \(owners).")
        }
        if kind.value == .reach, share == nil {
            errors.add(
                .badJob, "the objective says no share of the people", at: reader.reading.place,
                remedy: "Add share: 95 %")
        }
        if kind.value == .budget, (sites == nil) == (cost == nil) {
            errors.add(
                .badJob,
                "the budget is \(sites == nil ? "neither a number of sites nor money" : "of sites and of money")",
                at: reader.reading.place, remedy: "Write exactly one of sites: 30 and cost: 3000000")
        }
    }
}
