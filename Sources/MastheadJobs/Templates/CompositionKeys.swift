import MastheadCore
import MastheadRadio

/// The keys of a template's composition: what a loss at millimetre waves is put together from.
enum CompositionKeys {
    /// Whether something counts.
    private enum Answer: String, CaseIterable {
        case yes
        case no
    }

    /// A kind of building of Recommendation ITU-R P.2109.
    private enum Building: String, CaseIterable {
        case traditional
        case thermallyEfficient = "thermally-efficient"
    }

    private static let base = Key(
        "base", ValueKind.text, .required, example: "tr38901-umi",
        "Model for streets, one that can be told whether a path is in sight (`masthead list models`)."
    ).cited
    private static let gases = Key<Bool>(
        "gases", ValueKind<Answer>.choice.map { answer, _ in answer == .yes }, .required, example: "yes",
        "Whether the attenuation by gases counts (P.676)."
    ).cited
    private static let rainRate = Key(
        "rain-rate", ValueKind.number(0...300, of: "mm/h"), .required, example: "32",
        "Rain rate exceeded for 0.01 % of an average year, mm/h (P.837); 0 for no rain."
    ).cited
    private static let availability = Key(
        "availability", ValueKind.quantity(Share(percent: 99)...Share(percent: 99.999)), .required,
        example: "99.9 %", "Share of the time for which the rain's attenuation is not exceeded (P.530)."
    ).cited
    private static let specific = Key(
        "vegetation-specific", ValueKind.number(0...20, of: "dB/m"), .required, example: "2.5",
        "Attenuation over a very short way through vegetation, dB/m (P.833)."
    ).cited
    private static let a1 = Key(
        "vegetation-a1", ValueKind.number(0.01...100, of: "dB"), .required, example: "0.25",
        "A₁ of the largest attenuation by vegetation, A₁ f^α, f in MHz (P.833)."
    ).cited
    private static let alpha = Key(
        "vegetation-alpha", ValueKind.number(0...2, of: ""), .required, example: "0.39", "α of the same."
    ).cited
    private static let building = Key<String>(
        "building", ValueKind<Building>.choice.word, .required, example: "traditional",
        "Kind of building that a receiver indoors stands in (P.2109); it gives the band's penetration loss."
    ).cited
    private static let buildingShare = Key(
        "building-share", ValueKind.quantity(Share(percent: 1)...Share(percent: 99)), .required, example: "50 %",
        "Share of buildings and places whose entry loss is not exceeded."
    ).cited

    static let group = KeyGroup(
        "composition", "What the loss at millimetre waves is put together from.",
        [
            base.description, gases.description, rainRate.description, availability.description,
            specific.description, a1.description, alpha.description, building.description, buildingShare.description,
        ]
    ) { reader -> CompositionTemplate? in
        guard let base = reader[base], let gases = reader[gases], let rate = reader[rainRate],
            let availability = reader[availability], let specific = reader[specific], let a1 = reader[a1],
            let alpha = reader[alpha], let building = reader[building], let share = reader[buildingShare]
        else { return nil }
        return CompositionTemplate(
            base: base.value, hasGases: gases.value, rainRate: rate.value, availability: availability.value,
            vegetationSpecific: specific.value, vegetationA1: a1.value, vegetationAlpha: alpha.value,
            building: building.value, buildingShare: share.value)
    }
}
