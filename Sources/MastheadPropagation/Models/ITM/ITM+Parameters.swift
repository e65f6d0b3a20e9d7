public import MastheadCore

extension ITM {
    /// The percentages for which the loss is not exceeded, in either form of NTIA's software.
    public enum Variability: Sendable, Hashable {
        /// Percentages of time, locations and situations.
        case timeLocationSituation(time: Double, location: Double, situation: Double)
        /// Confidence in the prediction and reliability of the service, percent: situations and time, over half of the
        /// locations.
        case confidenceReliability(confidence: Double, reliability: Double)

        /// Percentage of time.
        var time: Double {
            switch self {
            case .timeLocationSituation(let time, _, _): time
            case .confidenceReliability(_, let reliability): reliability
            }
        }

        /// Percentage of locations.
        var location: Double {
            switch self {
            case .timeLocationSituation(_, let location, _): location
            case .confidenceReliability: 50
            }
        }

        /// Percentage of situations.
        var situation: Double {
            switch self {
            case .timeLocationSituation(_, _, let situation): situation
            case .confidenceReliability(let confidence, _): confidence
            }
        }

        /// What the software returns for percentages that it refuses; 0 for none.
        var code: Int {
            switch self {
            case .timeLocationSituation:
                if !percentages.contains(situation) { return 1005 }
                if !percentages.contains(time) { return 1003 }
                return percentages.contains(location) ? 0 : 1004
            case .confidenceReliability(let confidence, let reliability):
                if !percentages.contains(confidence) { return 1006 }
                return percentages.contains(reliability) ? 0 : 1007
            }
        }
    }

    /// What the model asks for, the same for many paths, in its own terms.
    public struct Parameters: Sendable, Hashable {
        /// Carrier frequency.
        public var frequency: Frequency
        /// Polarization of the wave.
        public var polarization: LinearPolarization
        /// N₀, surface refractivity at sea level, N-units.
        public var n0: Double
        /// ε, relative permittivity of the ground.
        public var permittivity: Double
        /// σ, conductivity of the ground, S/m.
        public var conductivity: Double
        /// The radio climate.
        public var climate: Climate
        /// mdvar: which percentages vary together, as in ``Options/variabilityCode``.
        public var variabilityCode: Int
        /// The percentages for which the loss is not exceeded.
        public var variability: Variability

        /// Parameters by name; the defaults are those of ``Options`` and medians.
        public init(
            frequency: Frequency, polarization: LinearPolarization = .vertical, n0: Double = 325,
            permittivity: Double = 15, conductivity: Double = 0.005, climate: Climate = .continentalTemperate,
            variabilityCode: Int = 3,
            variability: Variability = .timeLocationSituation(time: 50, location: 50, situation: 50)
        ) {
            self.frequency = frequency
            self.polarization = polarization
            self.n0 = n0
            self.permittivity = permittivity
            self.conductivity = conductivity
            self.climate = climate
            self.variabilityCode = variabilityCode
            self.variability = variability
        }

        /// What the common parameters of all models say in the terms of this one.
        public init(_ parameters: PropagationParameters) {
            let options = parameters.itm
            self.init(
                frequency: parameters.frequency, polarization: parameters.polarization, n0: parameters.n0,
                permittivity: options.permittivity, conductivity: options.conductivity, climate: options.climate,
                variabilityCode: options.variabilityCode,
                variability: .timeLocationSituation(
                    time: parameters.timePercent, location: parameters.locationPercent,
                    situation: options.situationPercent))
        }

        /// What the software returns for parameters that it refuses, in the order in which it looks at them; 0 for none.
        var code: Int {
            if !ITM.refractivities.contains(n0) { return ITM.refractivityCode }
            if !(frequency.megahertz >= 20 && frequency.megahertz <= 20_000) { return 1009 }
            if !ITM.permittivities.contains(permittivity) { return 1011 }
            if !ITM.conductivities.contains(conductivity) { return 1012 }
            return ITM.isVariability(variabilityCode) ? variability.code : 1014
        }
    }
}
