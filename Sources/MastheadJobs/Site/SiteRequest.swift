public import MastheadCore
public import MastheadGeo
public import MastheadPropagation

/// What is asked about one site: flags as they were written, read but not yet put together with templates.
public struct SiteRequest: Sendable {
    /// The antennas as stated; nothing stated means that the site radiates alike in all directions.
    public struct Antennas: Sendable {
        /// Azimuths of the sectors, clockwise from north.
        public var azimuths: [Angle] = []
        /// A pattern of the catalogue, or a pattern file; nil for the template's.
        public var pattern: String?
        /// Half-power beamwidth in azimuth; nil for the template's.
        public var beamwidth: Angle?
        /// Half-power beamwidth in elevation; nil for the template's.
        public var verticalBeamwidth: Angle?
        /// Electrical tilt, down is positive; nil for the template's.
        public var tilt: Angle?

        /// Nothing stated.
        public init() {}

        /// Whether nothing is stated.
        public var isEmpty: Bool {
            azimuths.isEmpty && pattern == nil && beamwidth == nil && verticalBeamwidth == nil && tilt == nil
        }
    }

    /// The climate of the site.
    public struct Air: Sendable {
        /// ΔN, N-units/km.
        public let deltaN: Double
        /// N₀, N-units.
        public let n0: Double
        /// Where they come from, in words.
        public let source: String

        /// A climate with its source.
        public init(deltaN: Double, n0: Double, source: String) {
            self.deltaN = deltaN
            self.n0 = n0
            self.source = source
        }
    }

    /// The place of the site.
    public var position: GeographicPosition
    /// Height of the antennas; nil for the template's, else 30 m.
    public var height: Length?
    /// Height of the receivers; nil for the template's, else 1.5 m.
    public var receiverHeight: Length?
    /// The carriers; empty for those of the templates.
    public var carriers: [Frequency] = []
    /// Band templates by name, one for all carriers or one for each; `auto` finds one for each carrier.
    public var templates: [String] = []
    /// The propagation model; nil for the template's, else P.1812.
    public var model: String?
    /// EIRP of the whole carrier, one for all or one for each; empty for the template's.
    public var eirp: [PowerLevel] = []
    /// The median level that is wanted; nil for what the template's criterion needs outdoors.
    public var wanted: PowerLevel?
    /// The antennas.
    public var antennas = Antennas()
    /// Share of an average year; nil for the template's, else 50 %.
    public var time: Share?
    /// Polarization; nil for the template's, else vertical.
    public var polarization: LinearPolarization?
    /// The climate.
    public var air: Air
    /// The largest distance that is computed.
    public var radius: Length
    /// Side of a cell.
    public var resolution: Length
    /// Whether every cell is computed on its own ray.
    public var exactRays = false
    /// Whether cells on or behind a void of the ground are left out and counted, instead of refused.
    public var toleratesVoids = false
    /// Whether the rasters get overviews.
    public var isCloudOptimized = false
    /// The folder of the result.
    public var folder: String
    /// The layers on a grid.
    public var terrain: @Sendable (Grid) -> TerrainSource

    /// A request with what every one has.
    public init(
        position: GeographicPosition, air: Air, radius: Length, resolution: Length, folder: String,
        terrain: @escaping @Sendable (Grid) -> TerrainSource
    ) {
        self.position = position
        self.air = air
        self.radius = radius
        self.resolution = resolution
        self.folder = folder
        self.terrain = terrain
    }
}
