public import MastheadCore

/// What is said about an antenna beside the name of its off-axis pattern.
public struct OffAxisParameters: Sendable, Hashable {
    /// G_max: gain on the axis.
    public var peakGain: Decibels
    /// D/λ.
    public var aperture: ApertureSize
    /// The frequency that the pattern is asked for.
    public var frequency: Frequency

    /// Parameters of an antenna by its gain and its diameter in wavelengths.
    public init(peakGain: Decibels, aperture: ApertureSize, frequency: Frequency) {
        self.peakGain = peakGain
        self.aperture = aperture
        self.frequency = frequency
    }

    /// Parameters of a dish by its gain and its diameter.
    public init(peakGain: Decibels, diameter: Length, frequency: Frequency) {
        self.init(
            peakGain: peakGain, aperture: ApertureSize(diameter: diameter, at: frequency), frequency: frequency)
    }

    private static let practice = Citation("what dish antennas have")

    /// Gains on the axis that dishes have.
    public static let gainRange = ValidRange(Decibels(-10)...Decibels(100), of: "antenna gain", by: practice)
    /// Diameters in wavelengths that dishes have.
    public static let apertureRange = ValidRange(
        ApertureSize(wavelengths: 0.63)...ApertureSize(wavelengths: 100_000), of: "aperture", by: practice)

    /// Refuses values that no dish has.
    ///
    /// - Throws: `outside-validity` with the value and its range.
    func check() throws(MastheadError) {
        try Self.gainRange.require(peakGain)
        try Self.apertureRange.require(aperture)
    }
}
