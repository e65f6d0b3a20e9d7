public import MastheadCore

/// The polarization of a linearly polarized wave.
public enum LinearPolarization: String, Sendable, Hashable, Codable, CaseIterable {
    /// Electric field parallel to the ground.
    case horizontal
    /// Electric field in the vertical plane.
    case vertical
}

/// What a propagation model is asked for, the same for many paths: carrier, statistics and climate.
///
/// A model reads what its text uses and checks it in its `prepare`.
public struct PropagationParameters: Sendable, Hashable {
    /// Carrier frequency.
    public var frequency: Frequency
    /// Percentage of an average year for which the loss is not exceeded.
    public var timePercent: Double
    /// Percentage of locations for which the loss is not exceeded.
    public var locationPercent: Double
    /// Standard deviation of the location variability; nil for the one that the model's text gives.
    public var locationSigma: Decibels?
    /// Side of the square over which the model's own location variability applies.
    public var locationResolution: Length
    /// Polarization of the wave.
    public var polarization: LinearPolarization
    /// ΔN: mean decrease of refractivity through the lowest kilometre at the middle of the path, N-units/km, positive.
    public var deltaN: Double
    /// N₀: surface refractivity at sea level at the middle of the path, N-units.
    public var n0: Double
    /// The air near the ground.
    public var atmosphere: Atmosphere
    /// Gain of the transmitting antenna towards its horizon along the path, dBi; counts where a method couples
    /// antennas to the troposphere.
    public var transmitterHorizonGainDBi: Double
    /// Gain of the receiving antenna towards its horizon along the path, dBi.
    public var receiverHorizonGainDBi: Double
    /// What stands around the receivers; counts where a method knows only kinds of settlement.
    public var environment: SettlementKind
    /// How models that tell paths in sight from hidden ones are told which one they have.
    public var sightline: SightlineRule
    /// What the Irregular Terrain Model asks for beside.
    public var itm: ITM.Options
    /// What the model `composed` is put together from.
    public var composition: Composition?

    /// Parameters by name; the defaults are a median in time and place in a temperate climate.
    public init(
        frequency: Frequency, timePercent: Double = 50, locationPercent: Double = 50, locationSigma: Decibels? = nil,
        locationResolution: Length = Length(metres: 100), polarization: LinearPolarization = .vertical,
        deltaN: Double = 45, n0: Double = 325, atmosphere: Atmosphere = Atmosphere(),
        transmitterHorizonGainDBi: Double = 0, receiverHorizonGainDBi: Double = 0,
        environment: SettlementKind = .suburban,
        sightline: SightlineRule = .profile, itm: ITM.Options = ITM.Options(),
        composition: Composition? = nil
    ) {
        self.frequency = frequency
        self.timePercent = timePercent
        self.locationPercent = locationPercent
        self.locationSigma = locationSigma
        self.locationResolution = locationResolution
        self.polarization = polarization
        self.deltaN = deltaN
        self.n0 = n0
        self.atmosphere = atmosphere
        self.transmitterHorizonGainDBi = transmitterHorizonGainDBi
        self.receiverHorizonGainDBi = receiverHorizonGainDBi
        self.environment = environment
        self.sightline = sightline
        self.itm = itm
        self.composition = composition
    }
}
