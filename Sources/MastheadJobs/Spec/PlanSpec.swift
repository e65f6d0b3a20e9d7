public import MastheadCore

/// What a job asks of a plan: candidates, costs, objectives.
public struct PlanSpec: Sendable {
    /// The currency of costs.
    public let currency: Entry<String>
    /// SINR that is kept for neighbours' interference while sites are chosen.
    public let reserve: Entry<Decibels>
    /// Lists of masts that may be used.
    public let towers: [TowersSpec]
    /// Lists of settlements that name what stays unserved.
    public let settlements: [SettlementsSpec]
    /// How new candidates are found.
    public let generate: PlanGenerateSpec
    /// What is left out.
    public let exclude: PlanExcludeSpec
    /// What things cost.
    public let costs: PlanCostsSpec
    /// The bands that the plan may build, by name.
    public let bands: [NamedEntry<PlanBandSpec>]
    /// What is asked for, in order.
    public let objectives: [Entry<PlanObjectiveSpec>]
    /// Candidates that must be in the plan.
    public let pins: [Entry<String>]
    /// Candidates that must not.
    public let forbids: [Entry<String>]
    /// Rounds of improvement.
    public let effort: Entry<Int>
    /// Whether parts of the plan are solved exactly.
    public let exact: Entry<YesOrNo>
    /// Where the plan is asked for in the job.
    public let location: ErrorLocation
}

extension PlanSpec {
    private static let currencyKey = Key(
        "currency", ValueKind.text, .required, example: "EUR", "Currency of all costs, which are whole numbers of it.")
    private static let reserveKey = Key(
        "reserve", ValueKind.quantity(Decibels(0)...Decibels(20)), default: Decibels(3), "3 dB",
        "SINR that is kept for the interference of neighbours while sites are chosen; the run computes it after.")
    private static let towersKey = Key(
        "towers", ValueKind.list(of: .group(TowersSpec.group), atLeast: 1), .optional("none"),
        example: "[{ path: towers.csv }]", "Masts that stand and may be used, besides those of the register.")
    private static let settlementsKey = Key(
        "settlements", ValueKind.list(of: .group(SettlementsSpec.group), atLeast: 1),
        .optional("names of the job's places"), example: "[{ path: settlements.csv }]",
        "Settlements after which inhabited cells that stay unserved are called.")
    private static let generateKey = Key(
        "generate", ValueKind.group(PlanGenerateSpec.group), .empty, example: "{ lattice: { n28: 4 km } }",
        "How places for new masts are found.")
    private static let excludeKey = Key(
        "exclude", ValueKind.group(PlanExcludeSpec.group), .empty, example: "{ slope: 25 deg }",
        "Where no new mast is built. Water is always left out.")
    private static let costsKey = Key(
        "costs", ValueKind.group(PlanCostsSpec.group), .required, example: "{ mast: 90000, reuse: 20000 }",
        "What sites cost.")
    private static let bandsKey = Key(
        "bands", ValueKind.named(.group(PlanBandSpec.group)), .required, example: "{ n28: { cost: 30000 } }",
        "Bands of the job that the plan may build, with the cost of their equipment on a site.")
    private static let objectivesKey = Key(
        "objectives", ValueKind.list(of: .group(PlanObjectiveSpec.group), atLeast: 1), .required,
        example: "[{ kind: reach, share: 95 %, bands: [n28] }]", "What is asked for.")
    private static let pinKey = Key(
        "pin", ValueKind.list(of: .text, atLeast: 1), .optional("none"), example: "[T00012, T00013/n28]",
        "Candidates that must be in the plan, with all bands or, as `T00013/n28`, with one. The price is told.")
    private static let forbidKey = Key(
        "forbid", ValueKind.list(of: .text, atLeast: 1), .optional("none"), example: "[T00007]",
        "Candidates that must not be in the plan, with all bands or one. The price is told.")
    private static let effortKey = Key(
        "effort", ValueKind.integer(0...100), default: 10, "10",
        "Rounds of improvement after the greedy choice: work, not time, so that the plan is the same on any machine.")

    private static let exactKey = Key(
        "exact", ValueKind<YesOrNo>.choice, default: .yes, "yes",
        "Whether parts of the plan are solved exactly by the solver CBC (Debian package coinor-cbc), which must be there then."
    )

    static let group = KeyGroup(
        "plan",
        "Which sites, with which bands, serve what is asked for, at least cost. `masthead plan` stops after the plan; "
            + "`masthead run` goes on to its coverage.",
        [
            currencyKey.description, reserveKey.description, towersKey.description, settlementsKey.description,
            generateKey.description, excludeKey.description, costsKey.description, bandsKey.description,
            objectivesKey.description,
            pinKey.description, forbidKey.description, effortKey.description,
            exactKey.description,
        ]
    ) { reader -> PlanSpec? in
        guard let currency = reader[currencyKey], let reserve = reader[reserveKey], let generate = reader[generateKey],
            let exclude = reader[excludeKey], let costs = reader[costsKey], let bands = reader[bandsKey],
            let objectives = reader[objectivesKey], let effort = reader[effortKey],
            let exact = reader[exactKey]
        else { return nil }
        let spec = PlanSpec(
            currency: currency, reserve: reserve, towers: reader[towersKey]?.value.map(\.value) ?? [],
            settlements: reader[settlementsKey]?.value.map(\.value) ?? [], generate: generate.value,
            exclude: exclude.value, costs: costs.value, bands: bands.value,
            objectives: objectives.value, pins: reader[pinKey]?.value ?? [], forbids: reader[forbidKey]?.value ?? [],
            effort: effort, exact: exact, location: reader.location)
        spec.refuseContradictions(reader.reading.errors)
        return spec
    }

    /// Refuses bands that the job does not have; nothing is refused where its bands are not known.
    func refuseUnknownBands(_ names: [String], _ errors: ErrorList) {
        guard !names.isEmpty else { return }
        func check(_ name: String, at location: ErrorLocation, among names: [String], _ where: String) {
            guard !names.contains(name) else { return }
            errors.add(
                MastheadError(
                    .unknownName, "\(Quoted.text(name)) is not a band of \(`where`)", at: location,
                    remedy: NearestName.suggestion(for: name, among: names).map { "Write \($0)." }
                        ?? "Use one of: \(names.joined(separator: ", "))."))
        }
        for band in bands { check(band.name, at: band.entry.location, among: names, "the job") }
        let own = bands.map(\.name)
        for lattice in generate.lattice { check(lattice.name, at: lattice.entry.location, among: own, "the plan") }
        for objective in objectives {
            for band in objective.value.bands ?? [] { check(band.value, at: band.location, among: names, "the job") }
        }
    }

    private func refuseContradictions(_ errors: ErrorList) {
        let pinned = Set(pins.map(\.value))
        for forbidden in forbids where pinned.contains(forbidden.value) {
            errors.add(
                MastheadError(
                    .badJob, "\(Quoted.text(forbidden.value)) is pinned and forbidden", at: forbidden.location,
                    remedy: "Keep it in one of plan.pin and plan.forbid."))
        }
        for kind in [PlanObjectiveSpec.Kind.budget, .density] {
            let same = objectives.filter { $0.value.kind.value == kind }
            guard same.count > 1, let last = same.last else { continue }
            errors.add(
                MastheadError(
                    .badJob, "the plan has \(same.count) objectives of kind \(kind.rawValue)", at: last.location,
                    remedy: "Keep one of them."))
        }
    }
}
