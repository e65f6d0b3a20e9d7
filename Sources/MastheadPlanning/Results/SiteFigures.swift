public import MastheadCore
public import MastheadGeo

/// A sector of a run with what it serves; its ordinal is the value in the best-server raster.
public struct SectorFigures: Sendable, Codable, Equatable {
    /// From 1, in the order of the register and of the sectors; the value in the best-server raster of its band.
    public var ordinal: Int
    /// Identifier: station and sector, `"T0001/2"`.
    public var id: String
    /// The station's identifier in the register.
    public var stationID: String
    /// The site's identifier.
    public var siteID: String
    /// The band's name in the job.
    public var band: String
    /// Position of the mast.
    public var position: GeographicPosition
    /// Height of the antenna above the ground, m.
    public var heightMetres: Double
    /// Azimuth of the boresight, degrees clockwise from north; nil for an antenna without direction.
    public var azimuthDegrees: Double?
    /// Mechanical plus electrical tilt, degrees, down is positive.
    public var tiltDegrees: Double
    /// EIRP of the whole carrier at the pattern's peak, dBm.
    public var eirpDBm: Double
    /// The region in which the mast stands; nil outside all.
    public var regionID: String?
    /// Cells for which this sector is the best server, and that meet the criterion.
    public var servedCells: Int
    /// People in those cells.
    public var servedPeople: PersonCount

    /// A sector and what it serves.
    public init(
        ordinal: Int, id: String, stationID: String, siteID: String, band: String, position: GeographicPosition,
        heightMetres: Double, azimuthDegrees: Double?, tiltDegrees: Double, eirpDBm: Double, regionID: String?,
        servedCells: Int = 0, servedPeople: PersonCount = .zero
    ) {
        self.ordinal = ordinal
        self.id = id
        self.stationID = stationID
        self.siteID = siteID
        self.band = band
        self.position = position
        self.heightMetres = heightMetres
        self.azimuthDegrees = azimuthDegrees
        self.tiltDegrees = tiltDegrees
        self.eirpDBm = eirpDBm
        self.regionID = regionID
        self.servedCells = servedCells
        self.servedPeople = servedPeople
    }
}

/// All figures of a run.
public struct RunFigures: Sendable, Codable, Equatable {
    /// What every figure means.
    public var definitions: Definitions
    /// The regions, in the order of their source.
    public var regions: [RegionFigures]
    /// The study area: all regions together. Its people, area and stations are the sums over the regions.
    public var total: RegionFigures
    /// The sectors of all bands, by ordinal.
    public var sectors: [SectorFigures]
    /// Base stations of the register that stand outside all regions, by the counting rule; in no density.
    public var stationsOutside: Int
    /// People of the population source over the same polygons, added up in the source's own cells.
    public var sourcePeople: PersonCount

    /// All figures of a run.
    public init(
        definitions: Definitions, regions: [RegionFigures], total: RegionFigures, sectors: [SectorFigures],
        stationsOutside: Int, sourcePeople: PersonCount
    ) {
        self.definitions = definitions
        self.regions = regions
        self.total = total
        self.sectors = sectors
        self.stationsOutside = stationsOutside
        self.sourcePeople = sourcePeople
    }
}
