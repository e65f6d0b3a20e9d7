import MastheadCore
import MastheadRadio

/// The keys of a template's composition: what a loss at millimetre waves is put together from.
enum CompositionKeys {
    private enum Answer: String, CaseIterable {
        case yes
        case no
    }

    private static let base = Key(
        "base", ValueKind.text, .required, example: "tr38901-umi",
        "The street model: one that can be told whether a path is in sight (`masthead list models`)."
    ).cited
    private static let gases = Key<Bool>(
        "gases", ValueKind<Answer>.choice.map { answer, _ in answer == .yes }, .optional("no"), example: "yes",
        "Whether the attenuation by gases counts (P.676)."
    ).cited(.optional("no"))

    private static let rainRate = Key(
        "rate", ValueKind.number(0...300, of: "mm/h"), .required, example: "32",
        "Rain rate exceeded for 0.01 % of an average year, mm/h (P.837 maps it)."
    ).cited
    private static let availability = Key(
        "availability", ValueKind.quantity(Share(percent: 99)...Share(percent: 99.999)), .required, example: "99.9 %",
        "Share of an average year for which the rain's attenuation is not exceeded (P.530)."
    ).cited
    private static let rain = Key(
        "rain",
        ValueKind.group(
            KeyGroup(
                "composition.rain", "Rain along the path.", [rainRate.description, availability.description]
            ) { reader -> CompositionTemplate.Rain? in
                guard let rate = reader[rainRate], let availability = reader[availability] else { return nil }
                return CompositionTemplate.Rain(rate: rate.value, availability: availability.value)
            }), .optional("a dry sky"), example: "{ rate: …, availability: … }", "Rain along the path (P.530, P.838).")

    private static let specific = Key(
        "specific", ValueKind.number(0...20, of: "dB/m"), .required, example: "0.8",
        "Attenuation over a very short way through vegetation, dB/m (P.833)."
    ).cited
    private static let a1 = Key(
        "a1", ValueKind.number(0.01...100, of: "dB"), .required, example: "0.18",
        "A₁ of the largest attenuation A₁ f^α, dB with f in MHz (P.833)."
    ).cited
    private static let alpha = Key(
        "alpha", ValueKind.number(0...2, of: "the exponent"), .required, example: "0.752", "α of the same."
    ).cited
    private static let vegetation = Key(
        "vegetation",
        ValueKind.group(
            KeyGroup(
                "composition.vegetation", "Vegetation in the line.",
                [specific.description, a1.description, alpha.description]
            ) { reader -> CompositionTemplate.Vegetation? in
                guard let specific = reader[specific], let a1 = reader[a1], let alpha = reader[alpha] else {
                    return nil
                }
                return CompositionTemplate.Vegetation(specific: specific.value, a1: a1.value, alpha: alpha.value)
            }), .optional("vegetation hides a path as buildings do"),
        example: "{ specific: …, a1: …, alpha: … }", "Vegetation in the line (P.833).")

    static let group = KeyGroup(
        "composition", "What the loss at millimetre waves is put together from.",
        [base.description, gases.description, rain.description, vegetation.description]
    ) { reader -> CompositionTemplate? in
        // A part that is written and cannot be read is an error already, and leaves the template unread.
        guard let base = reader[base] else { return nil }
        return CompositionTemplate(
            base: base.value, hasGases: reader[gases]?.value, rain: reader[rain]?.value,
            vegetation: reader[vegetation]?.value)
    }
}

/// The keys of the building that receivers indoors stand in.
enum BuildingEntryKeys {
    private enum BuildingClass: String, CaseIterable {
        case traditional
        case thermallyEfficient = "thermally-efficient"
    }

    private static let buildingClass = Key<String>(
        "class", ValueKind<BuildingClass>.choice.word, .required, example: "traditional",
        "Class of building of P.2109."
    ).cited
    private static let probability = Key(
        "probability", ValueKind.quantity(Share(percent: 1)...Share(percent: 99)), .required, example: "50 %",
        "Share of buildings, and of places in them, whose entry loss is not exceeded."
    ).cited

    static let group = KeyGroup(
        "building-entry", "The building that receivers indoors stand in.",
        [buildingClass.description, probability.description]
    ) { reader -> BuildingEntryTemplate? in
        guard let buildingClass = reader[buildingClass], let probability = reader[probability] else { return nil }
        return BuildingEntryTemplate(buildingClass: buildingClass.value, probability: probability.value)
    }
}
