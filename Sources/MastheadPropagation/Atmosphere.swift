/// The air along a path near the ground, as the methods that count gaseous attenuation need it.
public struct Atmosphere: Sendable, Hashable {
    /// Pressure of the dry air, hPa.
    public var dryPressureHectopascals: Double
    /// Temperature, K.
    public var temperatureKelvin: Double
    /// Water-vapour density, g/m³; nil for the one that the method's text gives, 7.5 where it gives none.
    public var vapourDensityGramsPerCubicMetre: Double?

    /// Air by its pressure, temperature and humidity; the defaults are the mean global reference at sea level.
    ///
    /// Source: Recommendation ITU-R P.835-6, §1.
    public init(
        dryPressureHectopascals: Double = 1013.25, temperatureKelvin: Double = 288.15,
        vapourDensityGramsPerCubicMetre: Double? = nil
    ) {
        self.dryPressureHectopascals = dryPressureHectopascals
        self.temperatureKelvin = temperatureKelvin
        self.vapourDensityGramsPerCubicMetre = vapourDensityGramsPerCubicMetre
    }
}
