import MastheadCore
import MastheadProtection

/// The keys of a criterion.
enum CriterionKeys {
    /// Which power of a base station counts.
    enum Power: String, CaseIterable {
        case mean
        case peak
    }

    /// Keys whose values a source may leave open, so that a pack has to assume them.
    enum Assumable: String, CaseIterable {
        case services
        case band
        case referenceBandwidth = "reference-bandwidth"
        case time
        case entries
        case model
        case searchDistance = "search-distance"
        case assumedPattern = "assumed-pattern"
        case power
        case assumedFilter = "assumed-filter"
    }

    static let id = Key(
        "id", ValueKind.name, .required, example: "long-term", "Name of the criterion; no two of a pack have the same.")
    static let title = Key(
        "title", ValueKind.text, .required, example: "Long-term interference from co-primary systems",
        "What it protects, for lists and verdicts.")
    static let services = Key(
        "services", ValueKind.list(of: ValueKind<StationService>.choice.word, atLeast: 1), .required,
        example: "[fss-earth-station]", "Services whose stations it protects, as registers name them.")
    static let band = Key(
        "band", ValueKind.list(of: .quantity(Frequency(megahertz: 1)...Frequency(gigahertz: 1000)), atLeast: 2),
        .optional("all frequencies"), example: "[3700 MHz, 4200 MHz]",
        "Lowest and highest frequency of the receivers that it applies to: a station is meant where its band overlaps.")
    static let interference = Key(
        "case", ValueKind<InterferenceCase>.choice, .required, example: "co-channel",
        "The way of harm. `co-channel`: the wanted emission inside the received band; `unwanted`: out-of-band and "
            + "spurious emissions that fall into it; `saturation`: the wanted emission outside it, at the first amplifier."
    )
    static let quantity = Key(
        "quantity", ValueKind<ProtectedQuantity>.choice, .required, example: "interference-to-noise",
        "What is limited at the station.")
    static let limit = Key(
        "limit", StatedLimit.kind.orOpen, .required, example: "-12.2 dB",
        "The limit, in the unit of the quantity: `interference-to-noise` in dB, `received-power` in dBm or dBW, "
            + "`power-flux-density` in dB(W/m2), `field-strength` in dB(uV/m), each in the reference bandwidth.")
    static let referenceBandwidth = Key(
        "reference-bandwidth", StatedBandwidth.kind.orOpen, .required, example: "1 MHz",
        "Bandwidth that the limit holds for; `none` for all power at the receiver's input, as saturation has it.")
    static let time = Key(
        "time", ValueKind.quantity(Share(percent: 0.0001)...Share(percent: 100)).orOpen, .required, example: "20 %",
        "Share of time for which the limit may be exceeded. Losses are taken for the same share; it lies within the "
            + "range of the model.")
    static let entries = Key(
        "entries", ValueKind<Threshold.Entries>.choice, .required, example: "aggregate",
        "`single`: each base station alone; `aggregate`: the sum of their powers; `worst`: the strongest one, for small "
            + "shares of time, which are never added.")
    static let model = Key(
        "model", ValueKind.text, .required, example: "p452",
        "Propagation model (`masthead list models`); `composed` is for coverage only.")
    static let searchDistance = Key(
        "search-distance", ValueKind.quantity(Length(metres: 100)...Length(kilometres: 2000)).orOpen, .required,
        example: "150 km", "Base stations farther away are not considered.")
    static let assumedPattern = Key(
        "assumed-pattern", ValueKind.text, .optional("the station's own"), example: "ra769-sidelobe",
        "Off-axis pattern that the rule assumes (`masthead list off-axis`), for quantities at the receiver's input.")
    static let power = Key(
        "power", ValueKind<Power>.choice, .required, example: "mean",
        "`mean`: activity and the downlink's share of time count; `peak`: they do not, as for saturation.")
    static let assumedFilter = Key(
        "assumed-filter", ValueKind.name, .optional("the station's own"), example: "us-3650-reference-filter",
        "Selectivity of a receiver that the rule assumes (a file of Jobs/masks), for quantities at the receiver's input."
    )
    static let assumed = Key(
        "assumed", ValueKind.list(of: ValueKind<Assumable>.choice.word, atLeast: 1), .optional("none"),
        example: "[search-distance]",
        "Keys of the criterion whose values the source does not give, or was not read for: choices of the pack.")
    static let basis = Key(
        "basis", ValueKind<Basis>.choice, .required, example: "unverified",
        "How well the limit is founded. `verified`: read in the source; `derived`: computed from verified values; "
            + "`unverified`: general knowledge; it runs only where the job allows it.")

    static let document = Key(
        "document", ValueKind.text, .required, example: "Recommendation ITU-R S.1432-1", "The text with its edition.")
    static let clause = Key(
        "clause", ValueKind.text, .required, example: "recommends 2", "Article, clause or table.")
    static let citation = Key(
        "citation",
        ValueKind.group(
            KeyGroup("criteria.citation", "Where the limit comes from.", [document.description, clause.description]) {
                reader -> Citation? in
                guard let document = reader[document], let clause = reader[clause] else { return nil }
                return Citation(document.value, clause.value)
            }), .required, example: "{ document: Recommendation ITU-R RA.769-2, clause: \"Annex 1, Table 1\" }",
        "Where the limit comes from.")

    static let all = [
        id.description, title.description, services.description, band.description, interference.description,
        quantity.description, limit.description, referenceBandwidth.description, time.description,
        entries.description, model.description, searchDistance.description, assumedPattern.description,
        power.description, assumedFilter.description, citation.description, basis.description, assumed.description,
    ]
}
