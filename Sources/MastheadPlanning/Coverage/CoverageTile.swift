public import MastheadCore
public import MastheadGeo

/// Levels and best servers of one tile of the study grid, with the sums that the figures are made of.
public struct CoverageTile: Sendable, Equatable {
    /// No sector reaches the cell, or it lies outside the study area.
    public static let noLevel = Int16.min

    /// One band of a tile; one value per cell, row-major.
    public struct Layer: Sendable, Equatable {
        /// SS-RSRP of the best server in hundredths of a dBm; ``CoverageTile/noLevel`` where there is none.
        public var levelHundredthsDBm: [Int16]
        /// SS-SINR in hundredths of a dB; ``CoverageTile/noLevel`` where there is no level, or no link terms.
        public var sinrHundredthsDB: [Int16]
        /// Ordinal of the best server's sector; 0 where there is none.
        public var bestServer: [UInt32]
        /// 1 where the criterion is met, 0 where it is not, 255 outside the study area.
        public var covered: [UInt8]
        /// What keeps the service outdoors away, by ``ServiceLimit``; 255 outside the study area, and where nothing is
        /// received.
        public var limits: [UInt8]
        /// One array for each kind of service of the run: how many of the cell's parts are served; 255 outside the study
        /// area.
        public var services: [[UInt8]] = []

        /// A layer by its values.
        ///
        /// SINR and limits that are not given are those of a band without link terms.
        public init(
            levelHundredthsDBm: [Int16], bestServer: [UInt32], covered: [UInt8], sinrHundredthsDB: [Int16]? = nil,
            limits: [UInt8]? = nil, services: [[UInt8]] = []
        ) {
            self.levelHundredthsDBm = levelHundredthsDBm
            self.sinrHundredthsDB =
                sinrHundredthsDB ?? Array(repeating: CoverageTile.noLevel, count: levelHundredthsDBm.count)
            self.limits = limits ?? Array(repeating: 255, count: levelHundredthsDBm.count)
            self.bestServer = bestServer
            self.covered = covered
            self.services = services
        }
    }

    /// The cells.
    public var window: GridWindow
    /// One layer for each band of the run.
    public var layers: [Layer]
    /// What the tile adds to the figures.
    public var sums: TileSums
    /// The levels of bands that divide the cells, where a sector reaches them.
    public var fine: [FineLevels] = []

    /// A tile by its cells, layers and sums.
    public init(window: GridWindow, layers: [Layer], sums: TileSums) {
        self.window = window
        self.layers = layers
        self.sums = sums
    }
}

/// What one tile adds to the figures of a run: whole numbers only, so that any order of adding gives the same totals.
public struct TileSums: Sendable, Equatable, Codable {
    /// One region's part of the tile.
    public struct Region: Sendable, Equatable, Codable {
        /// Index of the region.
        public var region: Int
        /// People of the region in the tile.
        public var people: PersonCount
        /// Area of the region in the tile, cm².
        public var squareCentimetres: Int64
        /// One entry for each band.
        public var bands: [Band]
        /// What any of the bands serves, one entry for each kind of service.
        public var anyBand: [Service] = []
    }

    /// One band in one region of the tile.
    public struct Band: Sendable, Equatable, Codable {
        /// People in covered cells.
        public var coveredPeople = PersonCount.zero
        /// People weighted by the probability of their cell.
        public var expectedPeople = PersonCount.zero
        /// Covered area, cm².
        public var coveredSquareCentimetres: Int64 = 0
        /// People in cells whose every path crosses a void.
        public var unknownPeople = PersonCount.zero
        /// One entry for each kind of service of the run.
        public var services: [Service] = []
    }

    /// What a service reaches.
    public struct Service: Sendable, Equatable, Codable {
        /// People in cells, or parts of cells, that are served.
        public var people = PersonCount.zero
        /// Area of them, cm².
        public var squareCentimetres: Int64 = 0

        /// Nothing.
        public init() {}

        /// Adds another's.
        public static func += (sum: inout Service, other: Service) {
            sum.people += other.people
            sum.squareCentimetres += other.squareCentimetres
        }
    }

    /// What one sector serves in the tile.
    public struct Sector: Sendable, Equatable, Codable {
        /// Ordinal of the sector.
        public var ordinal: UInt32
        /// Covered cells it is the best server of.
        public var cells: Int
        /// People in them.
        public var people: PersonCount
    }

    /// The regions that meet the tile, by index.
    public var regions: [Region]
    /// The sectors that serve in the tile, by ordinal.
    public var sectors: [Sector]
    /// Cells of the study area in the tile.
    public var areaCells: Int
    /// Paths that were computed.
    public var evaluations: Int
    /// Reservations of the tile.
    public var caveats: Caveats
    /// What is served of the routes in the tile, by route and region; nil for a run without routes and places.
    public var routes: [RouteSum]?
    /// What is served of the places in the tile; nil for a run without routes and places.
    public var places: [PlaceSum]?
}
