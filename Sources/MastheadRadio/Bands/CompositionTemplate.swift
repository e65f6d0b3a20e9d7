public import MastheadCore

/// What a band's loss at millimetre waves is put together from, as data: every value cited.
public struct CompositionTemplate: Sendable, Hashable {
    /// The model for streets, by its name in the catalogue.
    public var base: Cited<String>
    /// Whether gases count.
    public var hasGases: Cited<Bool>
    /// Rain rate exceeded for 0.01 % of an average year, mm/h.
    public var rainRate: Cited<Double>
    /// Share of the time for which the rain's attenuation is not exceeded.
    public var availability: Cited<Share>
    /// Attenuation over a very short way through vegetation, dB/m.
    public var vegetationSpecific: Cited<Double>
    /// A₁ of the largest attenuation by vegetation, A₁ f^α, f in MHz.
    public var vegetationA1: Cited<Double>
    /// α of the same.
    public var vegetationAlpha: Cited<Double>
    /// The kind of building that a receiver indoors stands in: `"traditional"` or `"thermally-efficient"`.
    public var building: Cited<String>
    /// Share of buildings and places whose entry loss is not exceeded.
    public var buildingShare: Cited<Share>

    /// A composition with all its values.
    public init(
        base: Cited<String>, hasGases: Cited<Bool>, rainRate: Cited<Double>, availability: Cited<Share>,
        vegetationSpecific: Cited<Double>, vegetationA1: Cited<Double>, vegetationAlpha: Cited<Double>,
        building: Cited<String>, buildingShare: Cited<Share>
    ) {
        self.base = base
        self.hasGases = hasGases
        self.rainRate = rainRate
        self.availability = availability
        self.vegetationSpecific = vegetationSpecific
        self.vegetationA1 = vegetationA1
        self.vegetationAlpha = vegetationAlpha
        self.building = building
        self.buildingShare = buildingShare
    }
}
