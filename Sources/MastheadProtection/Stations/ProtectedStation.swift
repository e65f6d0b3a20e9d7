public import MastheadCore
public import MastheadRadio

/// A receiver that base stations must not harm.
public struct ProtectedStation: Sendable {
    /// A value that the register does not give and that was assumed on the safe side; verdicts repeat it.
    public struct Assumption: Sendable, Hashable, Codable {
        /// The column that is empty.
        public let field: String
        /// What was assumed, with its unit.
        public let value: String
        /// Why that is on the safe side.
        public let reason: String

        /// An assumption.
        public init(field: String, value: String, reason: String) {
            self.field = field
            self.value = value
            self.reason = reason
        }
    }

    /// Where the main beam points, and how that is known.
    public struct Pointing: Sendable, Hashable {
        /// Azimuth of the beam, clockwise from true north.
        public let azimuth: Angle
        /// Elevation of the beam above the horizontal.
        public let elevation: Angle
        /// The geostationary satellite that the beam was computed for, degrees east; nil where angles were given.
        public let satelliteLongitudeDegrees: Double?

        /// A pointing.
        public init(azimuth: Angle, elevation: Angle, satelliteLongitudeDegrees: Double? = nil) {
            self.azimuth = azimuth
            self.elevation = elevation
            self.satelliteLongitudeDegrees = satelliteLongitudeDegrees
        }
    }

    /// Identifier in the register.
    public let id: String
    /// Name as in the licence.
    public let name: String
    /// The service, as registers name it: `"fss-earth-station"`.
    public let service: String
    /// Position on WGS 84.
    public let position: GeographicPosition
    /// Centre of the antenna above the ground.
    public let antennaHeight: Length
    /// Where the antenna points; nil where the direction is not known and gain on the axis holds everywhere around.
    public let pointing: Pointing?
    /// The band that is received.
    public let band: ClosedRange<Frequency>
    /// Gain by angle from the axis, at the middle of the band.
    public let pattern: any OffAxisPattern
    /// Diameter of the reflector; nil for antennas without one.
    public let dishDiameter: Length?
    /// Noise temperature of the receiving system, K; nil where no criterion of the service needs it.
    public let noiseTemperatureKelvin: Double?
    /// The filter before the first amplifier, by offset from the middle of the band; nil for none.
    public let filter: SelectivityMask?
    /// Polarization that is received; nil where it is not known, so that no discrimination is counted.
    public let polarization: String?
    /// What the register does not give.
    public let assumptions: [Assumption]
    /// Which of the values are real and which are assumed, in the register's words.
    public let basis: String
    /// The register's file, and the row as a spreadsheet counts it.
    public let file: String
    /// The row as a spreadsheet counts it.
    public let row: Int

    /// A station with everything decided.
    public init(
        id: String, name: String, service: String, position: GeographicPosition, antennaHeight: Length,
        pointing: Pointing?, band: ClosedRange<Frequency>, pattern: any OffAxisPattern, dishDiameter: Length?,
        noiseTemperatureKelvin: Double?, filter: SelectivityMask?, polarization: String?, assumptions: [Assumption],
        basis: String, file: String, row: Int
    ) {
        self.id = id
        self.name = name
        self.service = service
        self.position = position
        self.antennaHeight = antennaHeight
        self.pointing = pointing
        self.band = band
        self.pattern = pattern
        self.dishDiameter = dishDiameter
        self.noiseTemperatureKelvin = noiseTemperatureKelvin
        self.filter = filter
        self.polarization = polarization
        self.assumptions = assumptions
        self.basis = basis
        self.file = file
        self.row = row
    }
}
