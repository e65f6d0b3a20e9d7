import MastheadCore
import MastheadPropagation
import MastheadRadio

/// Turns the composition and the building of a band template into what the models read.
enum CompositionResolver {
    /// What `model` is put together from; nil for a model that is not.
    ///
    /// - Throws: `bad-job` where it is and the template does not say from what.
    static func composition(
        of template: BandTemplate, model: ModelEntry, at location: ErrorLocation
    ) throws(MastheadError) -> Composition? {
        guard model.readsComposition else { return nil }
        guard let composition = composition(of: template) else {
            throw MastheadError(
                .badJob,
                "the model \"\(model.id)\" is put together from parts, and the template \(template.id) names none",
                at: location,
                remedy: "Use a template with a composition, such as n258-26, or another model.")
        }
        return composition
    }

    /// The composition of a template; nil where it has none.
    static func composition(of template: BandTemplate) -> Composition? {
        guard let stated = template.composition else { return nil }
        return Composition(
            base: stated.base.value, hasGases: stated.hasGases?.value ?? false,
            rain: stated.rain.map {
                Composition.Rain(rate: $0.rate.value, availabilityPercent: $0.availability.value.percent)
            },
            vegetation: stated.vegetation.map {
                Composition.Vegetation(
                    specificDBPerMetre: $0.specific.value, a1: $0.a1.value, alpha: $0.alpha.value)
            })
    }

    /// The loss between the street and a receiver indoors, with the text that gives it, if one does.
    struct Penetration {
        var loss: Decibels
        var source: Citation?
    }

    /// Nothing outdoors; indoors what the job states, else P.2109 for the template's building, else the template's value.
    ///
    /// The wave meets the façade level, since streets are narrow and antennas low.
    static func penetration(
        of template: BandTemplate, stated: BandSpec, at location: ErrorLocation
    ) throws(MastheadError) -> Penetration {
        guard template.environment.value == "indoor" else { return Penetration(loss: Decibels(0)) }
        return try indoorPenetration(of: template, stated: stated, at: location)
    }

    /// What a receiver indoors loses, wherever the band's own criterion holds.
    static func indoorPenetration(
        of template: BandTemplate, stated: BandSpec, at location: ErrorLocation
    ) throws(MastheadError) -> Penetration {
        guard stated.overrides.penetration == nil, let building = template.buildingEntry else {
            return Penetration(loss: template.penetration.value)
        }
        let kind = building.buildingClass.value
        let share = building.probability.value
        let loss = try BuildingEntry.lossDB(
            frequencyGigahertz: template.carrier.value.gigahertz, probabilityPercent: share.percent,
            building: kind == "traditional" ? .traditional : .thermallyEfficient, at: location)
        let text = BuildingEntry.entry.citation
        return Penetration(
            loss: Decibels(loss),
            source: Citation(text.document, "\(text.clause), \(kind) building, not exceeded with \(share)"))
    }
}
