import MastheadGeo

/// The roads that join all settlements, one railway and one high-speed line.
struct RouteNetwork {
    private(set) var routes: [Route] = []
    /// Squares that a road runs through.
    private(set) var roadSquares: Set<Int> = []
    /// The points of all roads by the square they lie in.
    private var roadPoints: [Int: [PlanePoint]] = [:]
    private let survey: Survey
    private let ground: CellGround
    private let finder: RouteFinder

    init(
        _ survey: Survey, ground: CellGround, settlements: [Settlement], seed: UInt64,
        alongCoast: (PlanePoint) -> Double
    ) {
        self.survey = survey
        self.ground = ground
        finder = RouteFinder(survey, seed: seed)
        joinAll(settlements)
        joinLargest(settlements)
        layRailway(settlements, alongCoast: alongCoast)
        layHighSpeedLine(settlements, alongCoast: alongCoast)
    }

    /// Each settlement, the largest first, is joined to the roads that are there.
    private mutating func joinAll(_ settlements: [Settlement]) {
        guard let town = settlements.first else { return }
        var home = [survey.lattice.nearestNode(to: town.point): town.name]
        roadSquares = Set(home.keys)
        for settlement in settlements.dropFirst() {
            let start = survey.lattice.nearestNode(to: settlement.point)
            let known = roadSquares
            guard let way = finder.way(from: start, taste: .road, to: { known.contains($0) }), let end = way.last
            else { continue }
            if way.count > 1 {
                let other = home[end] ?? town.name
                add(way, from: settlement.point, name: "\(settlement.name) – \(other)", kind: .road)
            }
            for square in way where home[square] == nil { home[square] = settlement.name }
            roadSquares.formUnion(way)
        }
    }

    /// The six largest places get direct roads to each next one, where those that are there go far around.
    private mutating func joinLargest(_ settlements: [Settlement]) {
        let largest = settlements.prefix(6)
        for (a, b) in zip(largest, largest.dropFirst()) {
            let goal = survey.lattice.nearestNode(to: b.point)
            let start = survey.lattice.nearestNode(to: a.point)
            guard let way = finder.way(from: start, taste: .secondRoad, used: roadSquares, to: { $0 == goal }) else {
                continue
            }
            // Only the stretches that are new are built.
            var stretch: [Int] = []
            for square in way {
                stretch.append(square)
                guard roadSquares.contains(square) else { continue }
                if stretch.count > 4 { add(stretch, from: nil, name: "\(a.name) – \(b.name)", kind: .road) }
                stretch = [square]
            }
            roadSquares.formUnion(way)
        }
    }

    /// Through the five largest places, from one end of the coast to the other, and out over the border.
    private mutating func layRailway(_ settlements: [Settlement], alongCoast: (PlanePoint) -> Double) {
        let lattice = survey.lattice
        let stops = settlements.prefix(5).sorted { alongCoast($0.point) < alongCoast($1.point) }
        for (a, b) in zip(stops, stops.dropFirst()) {
            let goal = lattice.nearestNode(to: b.point)
            let start = lattice.nearestNode(to: a.point)
            guard let way = finder.way(from: start, taste: .railway, to: { $0 == goal }) else { continue }
            add(way, from: a.point, to: b.point, name: "\(a.name) – \(b.name)", kind: .railway)
        }
        guard let last = stops.last, let before = stops.dropLast().last else { return }
        let (dx, dy) = (last.point.x - before.point.x, last.point.y - before.point.y)
        let way = finder.way(from: lattice.nearestNode(to: last.point), taste: .railway) { node in
            let point = lattice.point(node)
            let ahead = (point.x - last.point.x) * dx + (point.y - last.point.y) * dy
            return isOnEdge(node) && ahead > 0
        }
        if let way { add(way, from: last.point, name: "\(last.name) – border", kind: .railway) }
    }

    /// Through the main town along the coast from border to border, as straight as money buys.
    private mutating func layHighSpeedLine(_ settlements: [Settlement], alongCoast: (PlanePoint) -> Double) {
        guard let town = settlements.first else { return }
        let lattice = survey.lattice
        let start = lattice.nearestNode(to: town.point)
        let home = alongCoast(town.point)
        for side in [-1.0, 1.0] {
            let way = finder.way(from: start, taste: .highSpeedRail) { node in
                isOnEdge(node) && (alongCoast(lattice.point(node)) - home) * side > 0.2
            }
            guard let way else { continue }
            add(way, from: town.point, name: "\(town.name) – border, high speed", kind: .highSpeedRail)
        }
    }

    private mutating func add(
        _ way: [Int], from start: PlanePoint?, to end: PlanePoint? = nil, name: String, kind: Route.Kind
    ) {
        var points = way.map { survey.lattice.point($0) }
        // Roads begin and end in a settlement, or on the line of the road that they meet.
        points[0] = start ?? meeting(way[0], kind: kind)
        points[points.count - 1] = end ?? meeting(way[way.count - 1], kind: kind)
        let side = survey.lattice.rowMetres
        let tolerance = kind == .highSpeedRail ? 1.2 * side : (kind == .railway ? 0.8 * side : 0.35 * side)
        let corners = SmoothLine.kept(points, tolerance: tolerance).map { points[$0] }
        let line = SmoothLine.rounded(Self.halved(corners), times: 3)
        for stretch in RouteProfile(line, kind: kind, ground: ground).stretches() {
            let kept = SmoothLine.kept(stretch.points, tolerance: 12).map { stretch.points[$0] }
            routes.append(Route(name: name, kind: kind, points: kept, isTunnel: stretch.isTunnel))
            guard kind == .road else { continue }
            for point in stretch.points {
                if let square = survey.square(at: point) { roadPoints[square, default: []].append(point) }
            }
        }
    }

    /// The point of a road that is nearest to the middle of a square; the middle itself where no road is near.
    private func meeting(_ square: Int, kind: Route.Kind) -> PlanePoint {
        let middle = survey.lattice.point(square)
        guard kind == .road else { return middle }
        var near = roadPoints[square, default: []]
        survey.lattice.forEachNeighbour(of: square) { neighbour, _ in near += roadPoints[neighbour, default: []] }
        func gap(_ point: PlanePoint) -> Double {
            (point.x - middle.x) * (point.x - middle.x) + (point.y - middle.y) * (point.y - middle.y)
        }
        return near.min { gap($0) < gap($1) } ?? middle
    }

    /// A point in the middle of each side, so that rounding keeps near the corners.
    private static func halved(_ points: [PlanePoint]) -> [PlanePoint] {
        var result: [PlanePoint] = []
        for (a, b) in zip(points, points.dropFirst()) {
            result.append(a)
            result.append(PlanePoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
        }
        if let last = points.last { result.append(last) }
        return result
    }

    private func isOnEdge(_ node: Int) -> Bool {
        let column = node % survey.lattice.columns
        let row = node / survey.lattice.columns
        return column == 0 || row == 0 || column == survey.lattice.columns - 1 || row == survey.lattice.rows - 1
    }
}
