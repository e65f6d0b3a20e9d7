import MastheadCore

/// What a loss at millimetre waves is put together from, as data: a model for streets, and the effects that count beside
/// it.
public struct Composition: Sendable, Hashable {
    /// Rain along the path, for a share of the time.
    public struct Rain: Sendable, Hashable {
        /// R₀.₀₁, the rain rate exceeded for 0.01 % of an average year, mm/h.
        public var rate: Double
        /// Percentage of an average year for which the rain's attenuation is not exceeded; 99 to 99.999.
        public var availabilityPercent: Double

        /// Rain by its rate and the availability that is asked for.
        public init(rate: Double, availabilityPercent: Double) {
            self.rate = rate
            self.availabilityPercent = availabilityPercent
        }

        /// p = 100 − availability, the percentage of time that is given up.
        var timePercent: Double { 100 - availabilityPercent }

        /// The availabilities whose p P.530 covers.
        static let availabilities = OpenRange(
            "availability", unit: "%",
            within: (100 - RainAttenuation.percentages.upper)...(100 - RainAttenuation.percentages.lower),
            by: RainAttenuation.document)

        /// The rain's attenuation for a carrier.
        func attenuation(
            _ parameters: PropagationParameters, _ location: ErrorLocation
        ) throws(MastheadError) -> RainAttenuation {
            try Self.availabilities.require(availabilityPercent, at: location)
            return try RainAttenuation(
                frequency: parameters.frequency, rainRate: rate,
                tiltDegrees: RainSpecificAttenuation.tiltDegrees(of: parameters.polarization), at: location)
        }
    }

    /// Trees in the line.
    public struct Vegetation: Sendable, Hashable {
        /// γ, attenuation over a very short way, dB/m.
        public var specificDBPerMetre: Double
        /// A₁ of the largest attenuation A₁ f^α, dB with f in MHz.
        public var a1: Double
        /// α of the same.
        public var alpha: Double

        /// Vegetation by the three parameters of Recommendation ITU-R P.833.
        public init(specificDBPerMetre: Double, a1: Double, alpha: Double) {
            self.specificDBPerMetre = specificDBPerMetre
            self.a1 = a1
            self.alpha = alpha
        }

        /// The vegetation's attenuation for a carrier.
        func attenuation(
            _ parameters: PropagationParameters, _ location: ErrorLocation
        ) throws(MastheadError) -> WoodlandAttenuation {
            try WoodlandAttenuation(
                specificDBPerMetre: specificDBPerMetre,
                largestDB: WoodlandAttenuation.largestDB(
                    frequency: parameters.frequency, a1: a1, alpha: alpha, at: location),
                at: location)
        }
    }

    /// The street model, by its name in the catalogue: one that can be told whether a path is in sight.
    public var base: String
    /// Whether the attenuation by gases counts.
    public var hasGases: Bool
    /// Rain; nil for a dry sky.
    public var rain: Rain?
    /// Vegetation; nil lets it hide a path as buildings do.
    public var vegetation: Vegetation?

    /// A composition by its parts.
    public init(base: String, hasGases: Bool = true, rain: Rain? = nil, vegetation: Vegetation? = nil) {
        self.base = base
        self.hasGases = hasGases
        self.rain = rain
        self.vegetation = vegetation
    }
}
