import MastheadCore
import MastheadGeo

/// A place that coverage targets name: a hospital, a transport hub, a port, an industrial park, a scenic area.
struct Place {
    let id: String
    let name: String
    let kind: String
    let point: PlanePoint
    /// Its outline; empty for a place that is a point.
    var outline: [PlanePoint] = []
    /// Whether it lies below the ground.
    var isUnderground = false
}

/// Chooses the key places of the sample and the ground that ports and industry take.
struct PlaceChooser {
    private(set) var places: [Place] = []
    private(set) var yards: [Yard] = []
    private let survey: Survey
    private let ground: CellGround
    private var chance: SplitMix64

    init(survey: Survey, ground: CellGround, settlements: [Settlement], seed: UInt64) {
        self.survey = survey
        self.ground = ground
        chance = SplitMix64(seed: seed, stream: "places")
        guard let town = settlements.first else { return }
        add("hospital", "\(town.name) General Hospital", near: town.point, within: 0.5 * town.radiusMetres)
        add("hospital", "\(town.name) West Hospital", near: town.point, within: 1.2 * town.radiusMetres)
        for other in settlements.dropFirst().prefix(max(3, settlements.count / 12)) {
            add("hospital", "\(other.name) Hospital", near: other.point, within: 0.6 * other.radiusMetres)
        }
        add("transport-hub", "\(town.name) Central Station", near: town.point, within: 0.3 * town.radiusMetres)
        for other in settlements.dropFirst().prefix(max(1, settlements.count / 30)) {
            add("transport-hub", "\(other.name) Station", near: other.point, within: 0.4 * other.radiusMetres)
        }
        addPort(town)
        addPark(town)
        addScenery(town)
        // Last, so that the places above stay where they were.
        add(
            "transport-hub", "\(town.name) Underground Station", near: town.point,
            within: 0.2 * town.radiusMetres,
            isUnderground: true)
    }

    private mutating func add(
        _ kind: String, _ name: String, near point: PlanePoint, within radius: Double, isUnderground: Bool = false
    ) {
        for attempt in 0..<40 {
            let reach = radius * (1 + 0.1 * Double(attempt))
            let candidate = PlanePoint(
                x: point.x + chance.uniform(-reach, reach), y: point.y + chance.uniform(-reach, reach))
            guard isDry(candidate) else { continue }
            append(kind, name, at: candidate)
            places[places.count - 1].isUnderground = isUnderground
            return
        }
    }

    private mutating func append(_ kind: String, _ name: String, at point: PlanePoint) {
        let number = String(places.count + 1)
        let id = "K" + String(repeating: "0", count: max(0, 3 - number.count)) + number
        places.append(Place(id: id, name: name, kind: kind, point: point))
    }

    /// The flat shore nearest to the town.
    private mutating func addPort(_ town: Settlement) {
        let best = survey.lattice.nodes.filter { node in
            survey.isMainland[node] && survey.seaDistance[node] < 1.6 * survey.lattice.columnMetres
                && survey.slope[node] < 0.06
        }.min { gap($0, town.point) < gap($1, town.point) }
        guard let best else { return }
        let point = survey.lattice.point(best)
        append("port", "Port of \(town.name)", at: dry(point))
        yards.append(Yard(centre: point, halfWidth: 450, halfHeight: 320))
    }

    /// Flat land by the town where few people live.
    private mutating func addPark(_ town: Settlement) {
        let wish = 2.4 * town.radiusMetres
        let best = survey.lattice.nodes.filter { node in
            survey.isMainland[node] && survey.landShare[node] > 0.95 && survey.slope[node] < 0.05
        }.min { abs(gap($0, town.point).squareRoot() - wish) < abs(gap($1, town.point).squareRoot() - wish) }
        guard let best else { return }
        let point = survey.lattice.point(best)
        let yard = Yard(centre: point, halfWidth: 700, halfHeight: 420)
        append("industrial-park", "\(town.name) Industrial Park", at: dry(point))
        places[places.count - 1].outline = yard.corners
        yards.append(yard)
    }

    /// The highest mountain of the region, and the cape farthest from the town.
    private mutating func addScenery(_ town: Settlement) {
        if let top = survey.lattice.nodes.filter({ survey.summit[$0] >= 0 }).max(by: { height($0) < height($1) }) {
            append("scenic-area", "High Crest Park", at: survey.point(ofCell: survey.summit[top]))
        }
        let size = survey.frame.sizeMetres
        let cape = survey.lattice.nodes.filter { node in
            survey.isMainland[node] && survey.seaDistance[node] < 2 * survey.lattice.columnMetres
                && gap(node, town.point) > 0.04 * size * size
        }.max { survey.height[$0] < survey.height[$1] }
        if let cape { append("scenic-area", "Cliff Coast Reserve", at: dry(survey.lattice.point(cape))) }
    }

    private func height(_ node: Int) -> Int16 { ground.metres[survey.summit[node]] }

    private func gap(_ node: Int, _ point: PlanePoint) -> Double {
        let place = survey.lattice.point(node)
        return (place.x - point.x) * (place.x - point.x) + (place.y - point.y) * (place.y - point.y)
    }

    private func isDry(_ point: PlanePoint) -> Bool {
        guard let cell = survey.frame.cell(at: point) else { return false }
        return ground.metres[cell] > 0 && !ground.isRiver[cell]
    }

    /// The point, or the highest cell of its square where the point itself is wet.
    private func dry(_ point: PlanePoint) -> PlanePoint {
        guard !isDry(point), let square = survey.square(at: point), survey.summit[square] >= 0 else { return point }
        return survey.point(ofCell: survey.summit[square])
    }
}
