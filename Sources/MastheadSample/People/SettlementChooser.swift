import MastheadCore
import MastheadGeo

/// Puts one town near a river mouth and villages on flat ground near water, each with its number of people.
struct SettlementChooser {
    private let survey: Survey
    private let reliefMetres: Double
    private let taste: Noise
    private var chance: SplitMix64
    private var names: NameMaker

    init(survey: Survey, reliefMetres: Double, seed: UInt64) {
        self.survey = survey
        self.reliefMetres = reliefMetres
        taste = Noise(seed: seed, stream: "taste")
        chance = SplitMix64(seed: seed, stream: "settlements")
        names = NameMaker(seed: seed, stream: "settlement names")
    }

    /// People per square kilometre of land over the whole region.
    private static let meanDensity = 125.0
    /// The share of all people who live on scattered farms.
    static let ruralShare = 0.07
    /// Land per settlement, km².
    private static let landPerSettlement = 42.0
    /// The most settlements of a large region.
    private static let mostSettlements = 2500

    /// All settlements, the largest first, and the people on the land between them.
    mutating func choose() -> (settlements: [Settlement], ruralPeople: Double) {
        let land = survey.landSquareKilometres
        let total = (land * Self.meanDensity * chance.uniform(0.92, 1.08) / 100).rounded() * 100
        let count = min(max(Int(land / Self.landPerSettlement), 10), Self.mostSettlements)
        let points = places(count: count)
        // The second place has a tenth of the town's people, the next ones fewer and fewer: sizes fall as rank^(−5/4).
        let weights = (0..<points.count).map { index in
            let rank = Double(index + 4)
            return 1 / (rank * rank.squareRoot().squareRoot())
        }
        let townShare = 0.4 * min(1, 1 / Shape.threeEighths(max(1, survey.frame.sizeKilometres / 60)))
        let settled = total * (1 - Self.ruralShare)
        let rest = weights.dropFirst().reduce(0, +)
        var settlements: [Settlement] = []
        for (index, point) in points.enumerated() {
            let share = index == 0 ? townShare : (1 - townShare) * weights[index] / rest
            let people = (settled * share * chance.uniform(0.93, 1.07) / 10).rounded() * 10
            settlements.append(
                Settlement(rank: index + 1, name: names.settlement(), point: point, people: people))
        }
        return (settlements, total * Self.ruralShare)
    }

    /// The best places, the town's first, none too near to another.
    private mutating func places(count: Int) -> [PlanePoint] {
        let lattice = survey.lattice
        let scores = (0..<lattice.count).map { score($0) }
        let town = (0..<lattice.count).max { townScore($0, scores) < townScore($1, scores) } ?? 0
        var chosen = [town]
        let keen = scores.map { $0 * chance.uniform(0.3, 1) }
        let sorted = keen.indices.filter { keen[$0] > 0.04 }.sorted { keen[$0] > keen[$1] }
        let mean = (survey.landSquareKilometres * 1e6 / Double(count)).squareRoot()
        var spacing = 0.75 * mean
        // Fewer good places than villages wanted: move them closer together.
        while chosen.count < count, spacing > 0.2 * mean {
            for node in sorted where chosen.count < count {
                let apart = spacing * (1.6 - 0.9 * min(scores[node], 1))
                let isFree = chosen.allSatisfy { other in
                    let a = lattice.point(node)
                    let b = lattice.point(other)
                    let square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
                    let need = other == town ? max(apart, min(0.075 * survey.frame.sizeMetres, 7000)) : apart
                    return square >= need * need
                }
                if isFree { chosen.append(node) }
            }
            spacing *= 0.7
        }
        return chosen.map { lattice.point($0) }
    }

    /// How well a square suits a village, 0 to about 1.3.
    private func score(_ node: Int) -> Double {
        guard survey.isMainland[node], survey.landShare[node] > 0.85, isClearOfEdge(node) else { return 0 }
        let flat = 1 / (1 + survey.slope[node] * survey.slope[node] / 0.0016)
        let low = Shape.hump(survey.height[node] / (0.5 * reliefMetres))
        let dry = Shape.rise(survey.aboveStream[node], 0.2, 3) * 0.6 + 0.4
        let river = 1 / (1 + survey.riverDistance[node] / 1500)
        let coast = 1 / (1 + survey.seaDistance[node] / 2500)
        let point = survey.lattice.point(node)
        let whim = 0.7 + 0.6 * taste.fractal(point.x / 3000, point.y / 3000, octaves: 3)
        return flat * low * dry * room(around: node) * (0.25 + 0.6 * river + 0.45 * coast) * max(whim, 0)
    }

    /// How much of the ground within a kilometre or so can be built on, 0 to 1.
    private func room(around node: Int) -> Double {
        let lattice = survey.lattice
        let reach = max(1, Int(900 / lattice.rowMetres))
        let (column, row) = (node % lattice.columns, node / lattice.columns)
        var sum = 0.0
        for r in (row - reach)...(row + reach) where r >= 0 && r < lattice.rows {
            for c in (column - reach)...(column + reach) where c >= 0 && c < lattice.columns {
                let square = r * lattice.columns + c
                sum += survey.landShare[square] / (1 + survey.slope[square] * survey.slope[square] / 0.0036)
            }
        }
        let side = Double(2 * reach + 1)
        return sum / (side * side)
    }

    /// How well a square suits the town: room, a river, and the sea near.
    private func townScore(_ node: Int, _ scores: [Double]) -> Double {
        guard scores[node] > 0.05 else { return 0 }
        let size = survey.frame.sizeMetres
        let shore = Shape.hump((survey.seaDistance[node] - 0.04 * size) / (0.06 * size))
        let river = Shape.hump((survey.riverDistance[node] - 0.012 * size) / (0.04 * size))
        let point = survey.lattice.point(node)
        let middle = Shape.hump(max(abs(point.x), abs(point.y)) / (0.42 * size))
        let room = 1 / (1 + survey.slope[node] / 0.03)
        return (0.05 + shore) * (0.05 + river) * (0.1 + middle) * room * (0.2 + scores[node])
    }

    private func isClearOfEdge(_ node: Int) -> Bool {
        let point = survey.lattice.point(node)
        let edges = survey.edges
        let margin = 0.02 * survey.frame.sizeMetres
        return point.x - edges.west > margin && edges.east - point.x > margin && point.y - edges.south > margin
            && edges.north - point.y > margin
    }
}
