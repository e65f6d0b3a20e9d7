public import MastheadCore
public import MastheadGeo
public import MastheadRadio

/// A base station of the register: the sectors of one operator's equipment on one mast.
public struct Station: Sendable {
    /// Identifier in the register.
    public let id: String
    /// Identifier of the mast it stands on.
    public let siteID: String
    /// Position of the mast.
    public let position: GeographicPosition
    /// Position of the mast in the plane of the study grid.
    public let plane: PlanePoint
    /// Index of the region it stands in; nil outside all.
    public let region: Int?
    /// Its sectors, all bands, in the order of the register.
    public var sectors: [Sector]

    /// A station by its parts.
    public init(
        id: String, siteID: String, position: GeographicPosition, plane: PlanePoint, region: Int?, sectors: [Sector]
    ) {
        self.id = id
        self.siteID = siteID
        self.position = position
        self.plane = plane
        self.region = region
        self.sectors = sectors
    }
}

/// One antenna direction of a station in one band.
public struct Sector: Sendable {
    /// From 1 over the whole register; the value in the best-server raster.
    public let ordinal: UInt32
    /// Station and number: `"T0001/2"`; with the band where the station has several.
    public let id: String
    /// Index into the bands of the run.
    public let band: Int
    /// Height of the antenna above the ground, m.
    public let heightMetres: Double
    /// What it radiates.
    public let transmitter: SectorTransmitter
    /// Azimuth of the boresight; nil for an antenna without direction.
    public let azimuth: Angle?
    /// Mechanical plus electrical tilt, down is positive.
    public let tilt: Angle

    /// A sector by its parts.
    public init(
        ordinal: UInt32, id: String, band: Int, heightMetres: Double, transmitter: SectorTransmitter, azimuth: Angle?,
        tilt: Angle
    ) {
        self.ordinal = ordinal
        self.id = id
        self.band = band
        self.heightMetres = heightMetres
        self.transmitter = transmitter
        self.azimuth = azimuth
        self.tilt = tilt
    }
}

/// The stations that a run uses, and the rows that it refused.
public struct StationRegister: Sendable {
    /// The stations, in the order of their first rows.
    public let stations: [Station]
    /// Rows with a reason against them.
    public let quarantined: [QuarantinedRow]
    /// Number of rows read.
    public let rowCount: Int
    /// Reservations: azimuths that were assumed, rows of bands that the job does not compute.
    public let caveats: Caveats

    /// Number of sectors.
    public var sectorCount: Int { stations.reduce(0) { $0 + $1.sectors.count } }
}
