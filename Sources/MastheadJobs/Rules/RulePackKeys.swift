import MastheadCore
import MastheadProtection

/// The keys of a rule pack.
enum RulePackKeys {
    /// A pack as read, before it is held against its file and the masks.
    struct Read: Sendable {
        let id: Entry<String>
        let instrument: String
        let title: String
        let date: String
        let remarks: [String]
        let criteria: [CriterionDraft]
        let locations: [String: ErrorLocation]
    }

    static let id = Key("id", ValueKind.name, .required, example: "itu-ra769", "Name of the pack and of its file.")
    static let instrument = Key(
        "instrument", ValueKind.text, .required, example: "Recommendation ITU-R RA.769-2",
        "The instrument of law or practice, with its edition.")
    static let title = Key(
        "title", ValueKind.text, .required, example: "Radio astronomy: levels of detrimental interference",
        "What it is for, for lists.")
    static let date = Key(
        "date", RuleDate.kind, .required, example: "2003-05-01",
        "Date of the edition as YYYY-MM-DD; the first of the month where it is dated by month.")
    static let remarks = Key(
        "remarks", ValueKind.list(of: .text), .optional("none"), example: "[\"The annexes were not read.\"]",
        "What its user has to know: what was not read, what was assumed, what is to be filled in.")
    static let criteria = Key(
        "criteria", ValueKind.list(of: .group(CriterionDraft.group), atLeast: 1), .required,
        example: "[{ id: long-term, … }]", "The limits, each with its statistics, model and citation.")

    static let group = KeyGroup(
        "rule pack", "One instrument of law or practice.",
        [
            id.description, instrument.description, title.description, date.description, remarks.description,
            criteria.description,
        ]
    ) { reader -> Read? in
        guard let id = reader[id], let instrument = reader[instrument], let title = reader[title],
            let date = reader[date], let criteria = reader[criteria]?.value.map(\.value)
        else { return nil }
        refuseDoubles(criteria, reader.reading.errors)
        var locations = reader.locations
        for criterion in criteria {
            for (key, location) in criterion.locations { locations["\(criterion.id.value).\(key)"] = location }
        }
        return Read(
            id: id, instrument: instrument.value, title: title.value, date: date.value,
            remarks: reader[remarks]?.value.map(\.value) ?? [], criteria: criteria, locations: locations)
    }

    private static func refuseDoubles(_ criteria: [CriterionDraft], _ errors: ErrorList) {
        var seen: Set<String> = []
        for criterion in criteria where !seen.insert(criterion.id.value).inserted {
            errors.add(
                MastheadError(
                    .badJob, "two criteria of the pack are called \(Quoted.text(criterion.id.value))",
                    at: criterion.id.location, remedy: "Give one of them another id."))
        }
    }
}
