import MastheadCore
import MastheadPropagation
import MastheadRadio

/// Turns the composition of a band template into what the models read.
enum CompositionResolver {
    /// The composition of a template; nil where it has none.
    static func composition(of template: BandTemplate) -> Composition? {
        guard let stated = template.composition else { return nil }
        let rain = Composition.Rain(
            rate: stated.rainRate.value, availabilityPercent: stated.availability.value.percent)
        return Composition(
            base: stated.base.value, hasGases: stated.hasGases.value, rain: rain.rate > 0 ? rain : nil,
            vegetation: Composition.Vegetation(
                specificDBPerMetre: stated.vegetationSpecific.value, a1: stated.vegetationA1.value,
                alpha: stated.vegetationAlpha.value))
    }

    /// The loss between the street and a receiver indoors: what the job states, else that of P.2109 for the composition's
    /// building, else the template's.
    static func penetration(
        of template: BandTemplate, stated: BandSpec, at location: ErrorLocation
    ) throws(MastheadError) -> Decibels {
        guard stated.overrides.penetration == nil, let building = template.composition else {
            return template.penetration.value
        }
        return Decibels(
            try BuildingEntry.lossDB(
                frequencyGigahertz: template.carrier.value.gigahertz,
                probabilityPercent: building.buildingShare.value.percent,
                building: building.building.value == "traditional" ? .traditional : .thermallyEfficient, at: location))
    }
}
