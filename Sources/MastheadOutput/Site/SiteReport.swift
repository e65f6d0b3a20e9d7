public import MastheadGeo
public import MastheadPlanning

/// How the rasters of one site came about, and what they come to: `site.json`.
///
/// It holds no clock: two runs of one command write the same bytes.
public struct SiteReport: Sendable, Codable, Equatable {
    /// The site.
    public struct Site: Sendable, Codable, Equatable {
        /// Degrees.
        public var longitude: Double
        /// Degrees.
        public var latitude: Double
        /// Height of the antennas above the ground, m.
        public var heightMetres: Double
        /// Largest distance that is computed, m.
        public var radiusMetres: Double

        /// A site.
        public init(longitude: Double, latitude: Double, heightMetres: Double, radiusMetres: Double) {
            self.longitude = longitude
            self.latitude = latitude
            self.heightMetres = heightMetres
            self.radiusMetres = radiusMetres
        }
    }

    /// The cells.
    public struct Cells: Sendable, Codable, Equatable {
        /// Side of a cell, m.
        public var metres: Double
        /// Number of columns.
        public var columns: Int
        /// Number of rows.
        public var rows: Int
        /// Easting of the western edge, m.
        public var westMetres: Double
        /// Northing of the northern edge, m.
        public var northMetres: Double
        /// The equal-area projection.
        public var referenceSystem: String
        /// Whether every cell was computed on its own ray instead of the nearest radial.
        public var exactRays: Bool

        /// Cells of a grid.
        public init(_ grid: Grid, exactRays: Bool) {
            metres = grid.cellMetres
            columns = grid.columns
            rows = grid.rows
            westMetres = grid.westMetres
            northMetres = grid.northMetres
            referenceSystem = grid.referenceSystem.definition
            self.exactRays = exactRays
        }
    }

    /// The air.
    public struct Air: Sendable, Codable, Equatable {
        /// ΔN, N-units/km.
        public var deltaN: Double
        /// N₀, N-units.
        public var n0: Double
        /// Where they come from.
        public var source: String

        /// The air of a site.
        public init(deltaN: Double, n0: Double, source: String) {
            self.deltaN = deltaN
            self.n0 = n0
            self.source = source
        }
    }

    /// `"masthead coverage"`: by it an earlier result is known.
    public var command: String
    /// False while the rasters are being written.
    public var isFinished: Bool
    /// The versions that computed.
    public var software: RunManifest.Software
    /// The site.
    public var site: Site
    /// The cells.
    public var cells: Cells
    /// The air.
    public var air: Air
    /// The carriers.
    public var carriers: [SiteCarrierReport]
    /// The files that were read, by role and content.
    public var inputs: [RunManifest.Input]
    /// Counted reservations.
    public var caveats: [RunManifest.CaveatCount]

    /// The report's file.
    public static let fileName = "site.json"
    /// What a report names itself after.
    public static let commandName = "masthead coverage"

    /// A report.
    public init(
        isFinished: Bool, software: RunManifest.Software, site: Site, cells: Cells, air: Air,
        carriers: [SiteCarrierReport], inputs: [RunManifest.Input], caveats: [RunManifest.CaveatCount]
    ) {
        command = Self.commandName
        self.isFinished = isFinished
        self.software = software
        self.site = site
        self.cells = cells
        self.air = air
        self.carriers = carriers
        self.inputs = inputs
        self.caveats = caveats
    }

    /// The rasters that belong to the report.
    public var files: [String] { carriers.map(\.file) }
}

/// One carrier of a site: its definitions, and what its raster comes to.
public struct SiteCarrierReport: Sendable, Codable, Equatable {
    /// The name in files.
    public var name: String
    /// The raster.
    public var file: String
    /// The band template, where one was used.
    public var template: String?
    /// Centre, MHz.
    public var megahertz: Double
    /// The model's text with its edition.
    public var model: String
    /// Percentage of an average year for which the loss is not exceeded.
    public var timePercent: Double
    /// `"vertical"` or `"horizontal"`.
    public var polarization: String
    /// Height of the receiver above the ground, m.
    public var receiverHeightMetres: Double
    /// What the raster holds: basic transmission loss, SS-RSRP, or the power of the whole carrier.
    public var quantity: String
    /// EIRP at the antenna's peak, of that quantity, dBm; nil for losses.
    public var eirpDBm: Double?
    /// The antennas in words; nil for losses.
    public var antennas: [String]?
    /// The median level that is wanted, dBm; nil where none is stated.
    public var wantedDBm: Double?
    /// How the wanted level comes about.
    public var wantedSource: String?
    /// What the cells come to; nil before they are computed.
    public var tally: SiteTally?

    /// A carrier before it is computed.
    public init(
        name: String, file: String, template: String?, megahertz: Double, model: String, timePercent: Double,
        polarization: String, receiverHeightMetres: Double, quantity: String, eirpDBm: Double?, antennas: [String]?,
        wantedDBm: Double?, wantedSource: String?
    ) {
        self.name = name
        self.file = file
        self.template = template
        self.megahertz = megahertz
        self.model = model
        self.timePercent = timePercent
        self.polarization = polarization
        self.receiverHeightMetres = receiverHeightMetres
        self.quantity = quantity
        self.eirpDBm = eirpDBm
        self.antennas = antennas
        self.wantedDBm = wantedDBm
        self.wantedSource = wantedSource
    }
}
