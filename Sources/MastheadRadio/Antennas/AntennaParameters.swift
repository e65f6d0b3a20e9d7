public import MastheadCore

/// What a template or a job says about an antenna beside its pattern's name.
public struct AntennaParameters: Sendable, Hashable {
    /// Gain at the peak.
    public var gain: Decibels
    /// Half-power beamwidth in azimuth.
    public var horizontalBeamwidth: Angle
    /// Half-power beamwidth in elevation.
    public var verticalBeamwidth: Angle
    /// Front-to-back attenuation.
    public var frontToBack: Decibels
    /// Vertical side-lobe attenuation.
    public var verticalSidelobe: Decibels

    /// Parameters of an antenna.
    public init(
        gain: Decibels, horizontalBeamwidth: Angle, verticalBeamwidth: Angle, frontToBack: Decibels = Decibels(30),
        verticalSidelobe: Decibels = Decibels(30)
    ) {
        self.gain = gain
        self.horizontalBeamwidth = horizontalBeamwidth
        self.verticalBeamwidth = verticalBeamwidth
        self.frontToBack = frontToBack
        self.verticalSidelobe = verticalSidelobe
    }

    private static let practice = Citation("what antennas of base stations have")

    /// Gains that antennas of base stations have.
    public static let gainRange = ValidRange(Decibels(-10)...Decibels(40), of: "antenna gain", by: practice)
    /// Half-power beamwidths in azimuth.
    public static let horizontalRange = ValidRange(
        Angle(degrees: 1)...Angle(degrees: 360), of: "horizontal beamwidth", by: practice)
    /// Half-power beamwidths in elevation.
    public static let verticalRange = ValidRange(
        Angle(degrees: 0.5)...Angle(degrees: 180), of: "vertical beamwidth", by: practice)
    /// Attenuations of back and side lobes.
    public static let attenuationRange = ValidRange(
        Decibels(0)...Decibels(100), of: "attenuation of back or side lobes", by: practice)

    /// Refuses values that no antenna has.
    ///
    /// - Throws: `outside-validity` with the value and its range.
    public func check() throws(MastheadError) {
        try Self.gainRange.require(gain, remedy: "Write a gain of \(Self.gainRange).")
        try Self.horizontalRange.require(
            horizontalBeamwidth, remedy: "Write a horizontal-beamwidth of \(Self.horizontalRange).")
        try Self.verticalRange.require(
            verticalBeamwidth, remedy: "Write a vertical-beamwidth of \(Self.verticalRange).")
        for attenuation in [frontToBack, verticalSidelobe] { try Self.attenuationRange.require(attenuation) }
    }
}
