public import MastheadCore

/// A band that may be put on a candidate, and in which forms.
public struct PlanOffer: Sendable {
    /// The candidate, as an index.
    public var candidate: Int
    /// The band, as an index into those of the run.
    public var band: Int
    /// Height of the antennas above the ground, m.
    public var heightMetres: Double
    /// Number of sectors.
    public var sectorCount: Int
    /// The forms that are tried, at least one.
    public var forms: [Form]
    /// Conducted power of the whole carrier at each sector, by the band or less where a limit asks for it.
    public var power: PowerLevel
    /// Cost of the equipment.
    public var cost: Int64

    /// How the sectors stand.
    public struct Form: Sendable, Hashable {
        /// Azimuth of the first sector, degrees clockwise from north; the others are spread evenly.
        public var azimuthDegrees: Double
        /// Mechanical tilt of all sectors, degrees, down is positive.
        public var tiltDegrees: Double

        /// A form by its angles.
        public init(azimuthDegrees: Double, tiltDegrees: Double) {
            self.azimuthDegrees = azimuthDegrees
            self.tiltDegrees = tiltDegrees
        }

        /// All pairs of some azimuths and tilts, tilt after tilt.
        public static func all(azimuthDegrees: [Double], tiltDegrees: [Double]) -> [Form] {
            tiltDegrees.flatMap { tilt in azimuthDegrees.map { Form(azimuthDegrees: $0, tiltDegrees: tilt) } }
        }
    }

    /// An offer by its parts.
    public init(
        candidate: Int, band: Int, heightMetres: Double, sectorCount: Int, forms: [Form], power: PowerLevel, cost: Int64
    ) {
        self.candidate = candidate
        self.band = band
        self.heightMetres = heightMetres
        self.sectorCount = sectorCount
        self.forms = forms
        self.power = power
        self.cost = cost
    }
}
