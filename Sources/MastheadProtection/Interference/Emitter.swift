public import MastheadCore
public import MastheadGeo
public import MastheadRadio

/// A sector of a base station as a source of interference.
public struct Emitter: Sendable {
    /// The sector's identifier in the register of base stations.
    public let id: String
    /// The base station it belongs to.
    public let stationID: String
    /// Position of the mast on WGS 84.
    public let position: GeographicPosition
    /// Position of the mast in the plane of the terrain grid.
    public let plane: PlanePoint
    /// What it radiates, and at what height.
    public let transmitter: SectorTransmitter
    /// What it emits by offset from its carrier: channel, out-of-band and spurious, at the antenna's input before the
    /// feeder; unwanted emissions are those outside the channel.
    public let emission: SpectralDensity
    /// Polarization that is emitted: `"vertical"`, `"horizontal"` or `"slant"`.
    public let polarization: String
    /// Share of the time in which the carrier is loaded, where mean power applies.
    public let activity: Share
    /// Share of the time in which a TDD carrier is on the downlink; 1 for FDD.
    public let downlinkShare: Share

    /// An emitter with everything decided.
    public init(
        id: String, stationID: String, position: GeographicPosition, plane: PlanePoint,
        transmitter: SectorTransmitter, emission: SpectralDensity, polarization: String, activity: Share,
        downlinkShare: Share
    ) {
        self.id = id
        self.stationID = stationID
        self.position = position
        self.plane = plane
        self.transmitter = transmitter
        self.emission = emission
        self.polarization = polarization
        self.activity = activity
        self.downlinkShare = downlinkShare
    }
}
