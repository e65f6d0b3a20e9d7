import MastheadCore
import MastheadRadio

/// The keys of a band template: those of a band in a job, each with its citation and basis.
enum TemplateKeys {
    /// A template and where its values are written.
    struct Read: Sendable {
        let template: BandTemplate
        let locations: [String: ErrorLocation]
    }

    static let id = Key("id", ValueKind.name, .required, example: "n28-700", "Name of the template and of its file.")
    static let title = Key(
        "title", ValueKind.text, .required, example: "700 MHz FDD (n28), wide-area macro", "What it is, for lists.")
    static let values = Key(
        "values", ValueKind.group(TemplateValues.group), .required,
        example: "{ carrier: { value: 763 MHz, citation: \"licence\", basis: verified } }",
        "The values, each with its citation and basis.")
    static let composition = Key(
        "composition", ValueKind.group(CompositionKeys.group), .optional("none"),
        example: "{ base: { value: tr38901-umi, citation: \"3GPP TR 38.901\", basis: verified } }",
        "What the loss is put together from, where `model` is `composed`.")
    static let link = Key(
        "link", ValueKind.group(LinkKeys.group), .optional("the level alone decides"),
        example: "{ load: { value: 50 %, citation: \"…\", basis: unverified } }",
        "Noise, load, interference and the way back: for SINR, throughput and the uplink.")
    static let buildingEntry = Key(
        "building-entry", ValueKind.group(BuildingEntryKeys.group), .optional("values.penetration holds indoors"),
        example: "{ class: { value: traditional, citation: \"…\", basis: unverified } }",
        "The building that receivers indoors stand in: P.2109 gives the penetration loss then.")

    static let group = KeyGroup(
        "band template", "A band and the way it is deployed.",
        [
            id.description, title.description, values.description, composition.description, link.description,
            buildingEntry.description,
        ]
    ) { reader -> Read? in
        guard let id = reader[id], let title = reader[title], let values = reader[values]?.value else { return nil }
        var template = values.template(id: id.value, title: title.value)
        template.composition = reader[composition]?.value
        template.link = reader[link]?.value
        template.buildingEntry = reader[buildingEntry]?.value
        return Read(template: template, locations: values.locations)
    }
}

extension ValueKind where Value: Hashable {
    /// The value with its citation and basis: `{ value: 763 MHz, citation: "licence", basis: verified }`.
    func cited(_ name: String, example: String) -> ValueKind<Cited<Value>> {
        let value = Key("value", self, .required, example: example, "The value.")
        let citation = Key(
            "citation", ValueKind<String>.text, .required, example: "\"3GPP TS 38.101-1, Table 5.2-1\"",
            "Where the value comes from.")
        let basis = Key(
            "basis", ValueKind<Basis>.choice, .required, example: "unverified",
            "`verified`: read in the source; `derived`: computed from verified values; `unverified`: confirm before use."
        )
        return ValueKind<Cited<Value>>.group(
            KeyGroup(
                "values.\(name)", "A value with its citation and basis.",
                [value.description, citation.description, basis.description]
            ) { reader -> Cited<Value>? in
                guard let value = reader[value], let citation = reader[citation], let basis = reader[basis] else {
                    return nil
                }
                return Cited(value.value, citation: citation.value, basis: basis.value)
            })
    }
}

extension Key where Value: Hashable {
    /// The same key in a template: required, with citation and basis.
    var cited: Key<Cited<Value>> { cited(.required) }

    /// The same key in a template, with citation and basis.
    func cited(_ absence: Key<Cited<Value>>.Absence) -> Key<Cited<Value>> {
        Key<Cited<Value>>(
            name, kind.cited(name, example: example), absence,
            example: "{ value: \(example), citation: \"…\", basis: unverified }", doc)
    }
}

extension ValueKind where Value: RawRepresentable, Value.RawValue == String {
    /// The word itself.
    var word: ValueKind<String> { map { value, _ in value.rawValue } }
}
