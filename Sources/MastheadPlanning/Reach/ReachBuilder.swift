import MastheadGeo

/// Adds the sums of all tiles to the reach of routes and places; tiles may come in any order.
public struct ReachBuilder: Sendable {
    private let plan: ReachPlan
    private let bands: [String]
    private var parts: [[Int: RouteLengths]]
    private var servedPoints: [[Int]]

    /// A builder for the routes and places of a plan.
    public init(plan: ReachPlan, bands: [String]) {
        self.plan = plan
        self.bands = bands
        parts = Array(repeating: [:], count: plan.routes.routes.count)
        servedPoints = Array(
            repeating: Array(repeating: 0, count: plan.columnCount), count: plan.places.places.count)
        for piece in plan.routes.pieces {
            let route = Int(piece.route)
            let region = Int(piece.region)
            var lengths = parts[route].removeValue(forKey: region) ?? RouteLengths(columns: plan.columnCount)
            if piece.isUnderground {
                lengths.undergroundMillimetres += Int64(piece.millimetres)
            } else {
                lengths.openMillimetres += Int64(piece.millimetres)
            }
            parts[route][region] = lengths
        }
    }

    /// Adds one tile.
    public mutating func add(_ sums: TileSums) {
        for sum in sums.routes ?? [] {
            for (column, served) in sum.servedMillimetres.enumerated() {
                parts[sum.route][sum.region]?.servedMillimetres[column] += served
            }
        }
        for sum in sums.places ?? [] {
            for (column, served) in sum.servedPoints.enumerated() { servedPoints[sum.place][column] += served }
        }
    }

    /// The figures, once every tile is added.
    public func figures() -> ReachFigures {
        ReachFigures(kinds: plan.kinds, bands: bands, routes: routeFigures(), places: placeFigures())
    }

    private func routeFigures() -> [RouteFigures] {
        plan.routes.routes.indices.map { route in
            let own = parts[route].sorted { $0.key < $1.key }.map {
                RouteFigures.Part(region: $0.key, lengths: $0.value)
            }
            var whole = RouteLengths(columns: plan.columnCount)
            for part in own { whole.add(part.lengths) }
            return RouteFigures(
                label: plan.routes.routes[route], rule: plan.routeRules[route],
                outsideMillimetres: plan.routes.outsideMillimetres[route], lengths: whole, parts: own)
        }
    }

    private func placeFigures() -> [PlaceFigures] {
        var figures = plan.places.places.indices.map { place in
            PlaceFigures(
                label: plan.places.places[place], rule: plan.placeRules[place], region: -1, openPoints: 0,
                undergroundPoints: 0, outsidePoints: plan.places.outsidePoints[place],
                servedPoints: servedPoints[place])
        }
        for point in plan.places.keyPoints {
            let place = Int(point.place)
            if figures[place].region < 0 { figures[place].region = Int(point.region) }
            if point.isUnderground { figures[place].undergroundPoints += 1 } else { figures[place].openPoints += 1 }
        }
        return figures
    }
}
