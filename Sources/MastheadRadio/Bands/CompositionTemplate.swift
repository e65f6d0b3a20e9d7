public import MastheadCore

/// What a band's loss at millimetre waves is put together from, as data: every value cited.
public struct CompositionTemplate: Sendable, Hashable {
    /// Rain along the path.
    public struct Rain: Sendable, Hashable {
        /// Rain rate exceeded for 0.01 % of an average year, mm/h.
        public var rate: Cited<Double>
        /// Share of an average year for which the rain's attenuation is not exceeded.
        public var availability: Cited<Share>

        /// Rain by its values.
        public init(rate: Cited<Double>, availability: Cited<Share>) {
            self.rate = rate
            self.availability = availability
        }
    }

    /// Trees in the line.
    public struct Vegetation: Sendable, Hashable {
        /// Attenuation over a very short way, dB/m.
        public var specific: Cited<Double>
        /// A₁ of the largest attenuation A₁ f^α, dB with f in MHz.
        public var a1: Cited<Double>
        /// α of the same.
        public var alpha: Cited<Double>

        /// Vegetation by its values.
        public init(specific: Cited<Double>, a1: Cited<Double>, alpha: Cited<Double>) {
            self.specific = specific
            self.a1 = a1
            self.alpha = alpha
        }
    }

    /// The street model, by its name in the catalogue.
    public var base: Cited<String>
    /// Whether gases count; nil for no.
    public var hasGases: Cited<Bool>?
    /// Rain; nil for a dry sky.
    public var rain: Rain?
    /// Vegetation; nil lets it hide a path as buildings do.
    public var vegetation: Vegetation?

    /// A composition by its parts.
    public init(
        base: Cited<String>, hasGases: Cited<Bool>? = nil, rain: Rain? = nil, vegetation: Vegetation? = nil
    ) {
        self.base = base
        self.hasGases = hasGases
        self.rain = rain
        self.vegetation = vegetation
    }
}
