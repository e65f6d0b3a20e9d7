public import MastheadCore

/// The routes of a run within its regions, cut into pieces at the borders of the study grid's cells.
public struct RouteSet: Sendable {
    /// The routes, in the order in which they first occur.
    public let routes: [FeatureLabel]
    /// The pieces within regions, line after line.
    public let pieces: [LinePiece]
    /// The pieces by cell.
    public let index: CellIndex
    /// Length of each route outside all regions, mm.
    public let outsideMillimetres: [Int64]
    /// What was set aside or assumed, and the files that were read.
    public let notes: FeatureNotes

    /// Reads routes, cuts them and finds what lies underground.
    ///
    /// - Parameters:
    ///   - sources: The layers.
    ///   - regions: The regions in the plane of the study grid.
    ///   - terrain: The ground, for features with heights.
    /// - Throws: What is wrong with a layer as a whole; single features are set aside in the notes.
    public static func read(
        _ sources: [FeatureSource], regions: ProjectedRegions, terrain: TerrainSource
    ) throws(MastheadError) -> RouteSet {
        var collector = RouteCollector(regions: regions)
        for (number, source) in sources.enumerated() {
            try collector.read(FeatureLayer(source, number: number, what: "route"))
        }
        return try collector.finish(terrain: terrain)
    }

    /// Routes that are cut already.
    public init(
        routes: [FeatureLabel], pieces: [LinePiece], grid: Grid, outsideMillimetres: [Int64]? = nil,
        notes: FeatureNotes = FeatureNotes()
    ) {
        self.routes = routes
        self.pieces = pieces
        self.outsideMillimetres = outsideMillimetres ?? Array(repeating: 0, count: routes.count)
        self.notes = notes
        index = CellIndex(pieces.lazy.map(\.middle), on: grid)
    }
}

/// What became of the features of some layers.
public struct FeatureNotes: Sendable {
    /// Features that were read.
    public var featureCount = 0
    /// Features that are not used, with their reasons.
    public var refused: [RefusedFeature] = []
    /// Features whose heights are all zero, which are taken for none.
    public var flatHeights = 0
    /// Pieces or key points with a height where the ground layer has none; taken as lying in the open.
    public var unknownDepths = 0
    /// Routes or places that lie outside all regions.
    public var outside = 0
    /// The kinds that occur, by source.
    public var kinds: [Set<String>] = []
    /// Every file that was read, by source.
    public var files: [[String]] = []

    /// Nothing read yet.
    public init() {}
}
