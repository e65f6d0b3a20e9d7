import MastheadGeo

/// A set of bands by index, at most 64.
public struct BandSet: Sendable, Hashable {
    /// The most bands that a set can hold.
    public static let limit = 64

    private var bits: UInt64 = 0

    /// Bands by index.
    init(_ bands: some Sequence<Int>) { for band in bands { bits |= 1 << UInt64(band) } }

    /// Whether a band is among them.
    public func contains(_ band: Int) -> Bool { bits & (1 << UInt64(band)) != 0 }
}

/// For each piece of a route and each key point, the bands that serve it in the service that counts; for maps.
public struct ReachAnswers: Sendable {
    /// One set for each piece.
    public private(set) var routes: [BandSet]
    /// One set for each key point.
    public private(set) var places: [BandSet]
    private let plan: ReachPlan

    /// No answers yet.
    public init(plan: ReachPlan) {
        self.plan = plan
        routes = Array(repeating: BandSet([]), count: plan.routes.pieces.count)
        places = Array(repeating: BandSet([]), count: plan.places.keyPoints.count)
    }

    /// Takes in one tile.
    public mutating func add(_ tile: CoverageTile) {
        let evaluator = ReachEvaluator(plan: plan, layers: tile.layers, window: tile.window)
        plan.routes.index.forEach(in: tile.window) { item, cell in
            let piece = plan.routes.pieces[item]
            guard !piece.isUnderground else { return }
            let rule = plan.routeRules[Int(piece.route)]
            routes[item] = BandSet(evaluator.mostlyServingBands(kind: rule.service, cell: cell, rule: rule))
        }
        plan.places.index.forEach(in: tile.window) { item, cell in
            let point = plan.places.keyPoints[item]
            guard !point.isUnderground else { return }
            let rule = plan.placeRules[Int(point.place)]
            places[item] = BandSet(evaluator.servingBands(kind: rule.service, cell: cell, rule: rule))
        }
    }
}
