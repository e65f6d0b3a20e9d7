public import MastheadGeo

/// When a route or place counts as served and as covered.
public struct ReachRule: Sendable, Hashable, Codable {
    /// Index of the service that counts, in the run's list of kinds.
    public var service: Int
    /// The bands that count for any band, one entry for each band of the run.
    public var bands: [Bool]
    /// The kind's own least SS-RSRP outdoors, margin included, in hundredths of a dBm, one entry for each band; nil where
    /// the band's own criterion is all.
    public var leastHundredthsDBm: [Int?]
    /// Parts in a million of a route's length in the open that must be served; a place needs all its key points.
    public var coveredAtMillionths: Int

    /// A rule by its parts.
    public init(service: Int, bands: [Bool], leastHundredthsDBm: [Int?]? = nil, coveredAtMillionths: Int = 950_000) {
        self.service = service
        self.bands = bands
        self.leastHundredthsDBm = leastHundredthsDBm ?? Array(repeating: nil, count: bands.count)
        self.coveredAtMillionths = coveredAtMillionths
    }

    /// Whether a level as published suffices the kind's own threshold in a band.
    func suffices(_ levelHundredthsDBm: Int16, band: Int) -> Bool {
        leastHundredthsDBm[band].map { Int(levelHundredthsDBm) >= $0 } ?? true
    }
}

/// Routes and places of a run with the rules that they are judged by; read only, shared by all workers.
public struct ReachPlan: Sendable {
    /// The kinds of service, in the order of the tiles' arrays.
    public let kinds: [ServiceKind]
    /// Parts of a cell in each band; 1 for ordinary bands.
    public let parts: [Int]
    /// The routes.
    public let routes: RouteSet
    /// The rule of each route.
    public let routeRules: [ReachRule]
    /// The places.
    public let places: PlaceSet
    /// The rule of each place.
    public let placeRules: [ReachRule]

    /// A plan by its parts.
    public init(
        kinds: [ServiceKind], parts: [Int], routes: RouteSet, routeRules: [ReachRule], places: PlaceSet,
        placeRules: [ReachRule]
    ) {
        precondition(
            routeRules.count == routes.routes.count && placeRules.count == places.places.count,
            "one rule for each route and place")
        self.kinds = kinds
        self.parts = parts
        self.routes = routes
        self.routeRules = routeRules
        self.places = places
        self.placeRules = placeRules
    }

    /// Columns of a count of what is served: one for each kind in each band, then one for each kind in any band.
    public var columnCount: Int { (parts.count + 1) * kinds.count }

    /// What the pieces and key points take in memory, bytes: 64 for a piece and 56 for a key point with their places in
    /// the index, and 8 for the answers that the map layers are written from.
    public var memoryBytes: Int { 72 * routes.pieces.count + 64 * places.keyPoints.count }

    /// The tile with what it adds to routes and places; without either, the tile as it was.
    public func adding(to tile: CoverageTile) -> CoverageTile {
        guard !routes.pieces.isEmpty || !places.keyPoints.isEmpty else { return tile }
        let evaluator = ReachEvaluator(plan: self, layers: tile.layers, window: tile.window)
        var tile = tile
        tile.sums.routes = evaluator.routeSums()
        tile.sums.places = evaluator.placeSums()
        return tile
    }
}
