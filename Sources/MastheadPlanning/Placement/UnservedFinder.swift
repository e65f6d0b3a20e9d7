import Foundation
import MastheadCore
import MastheadGeo

/// Finds what a plan leaves unserved: inhabited cells side by side, stretches of routes, and places, each with the cheapest
/// candidate that would serve it.
struct UnservedFinder {
    private let plan: PlanProblem
    private let setup: FootprintSetup
    private let requirements: PlanRequirements
    private let question: PlanQuestion
    private let reach: ReachPlan?
    private let locator: Shelf

    /// A locator by reference: structures that are copied hold no handles.
    private final class Shelf {
        let locator: GridLocator
        init(_ locator: consuming GridLocator) { self.locator = locator }
    }

    /// The most entries of each kind.
    static let limit = 500
    /// How far a place may be to lend its name to a settlement, m.
    private static let nameReach = 10_000.0

    init(
        _ plan: PlanProblem, setup: FootprintSetup, requirements: PlanRequirements, question: PlanQuestion,
        reach: ReachPlan?
    ) throws(MastheadError) {
        self.plan = plan
        self.setup = setup
        self.requirements = requirements
        self.question = question
        self.reach = reach
        locator = Shelf(try GridLocator(requirements.demand.grid))
    }

    private var demand: PlanDemand { requirements.demand }

    /// Items that belong together.
    private struct Cluster {
        var kind: UnservedDemand.Kind
        var items: [Int]
        var name = ""
        /// What it is ranked by after people.
        var weight: Int64 = 0
    }

    /// What a selection leaves unserved, by people, then by weight.
    func unserved(_ selection: Selection) throws(MastheadError) -> [UnservedDemand] {
        var clusters = settlements(selection)
        clusters += sections(selection)
        clusters += places(selection)
        let remedies = remedies(for: clusters, selection)
        var found: [UnservedDemand] = []
        for (index, cluster) in clusters.enumerated() {
            found.append(try demand(of: cluster, remedy: remedies[index], selection))
        }
        return found.enumerated().sorted {
            ($1.element.people, $1.element.millimetres, $0.offset) < (
                $0.element.people, $0.element.millimetres, $1.offset
            )
        }.map(\.element)
    }

    // MARK: - Clusters

    /// The layer of people that figures are counted by.
    private var peopleLayer: PlanDemand.Layer? {
        demand.layers.first {
            $0.unit == .people && !$0.items.isEmpty
                && requirements.peopleGroups.contains(Int(demand.groups[$0.items.lowerBound]))
        }
    }

    private func settlements(_ selection: Selection) -> [Cluster] {
        guard let layer = peopleLayer else { return [] }
        let grid = demand.grid
        var unserved: Set<Int> = []
        for item in layer.items where selection.counts[item] == 0 { unserved.insert(Int(demand.cells[item])) }
        var clusters: [Cluster] = []
        for start in unserved.sorted() where unserved.contains(start) {
            var items: [Int] = []
            var open = [start]
            unserved.remove(start)
            while let cell = open.popLast() {
                items += layer.items(in: cell).map { Int($0) }
                let (column, row) = (cell % grid.columns, cell / grid.columns)
                for y in max(0, row - 1)...min(grid.rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(grid.columns - 1, column + 1) {
                        if unserved.remove(y * grid.columns + x) != nil { open.append(y * grid.columns + x) }
                    }
                }
            }
            items.sort()
            clusters.append(
                Cluster(kind: .settlement, items: items, weight: items.reduce(0) { $0 + demand.weights[$1] }))
        }
        return Self.largest(clusters)
    }

    private func sections(_ selection: Selection) -> [Cluster] {
        guard let reach else { return [] }
        var clusters: [Cluster] = []
        for layer in demand.layers where layer.unit == .length {
            // In the order of the pieces, so that a section follows its line.
            let order = layer.items.sorted { demand.sources[$0] < demand.sources[$1] }
            var last = -2
            for item in order where selection.counts[item] == 0 {
                let piece = Int(demand.sources[item])
                if piece == last + 1, reach.routes.pieces[piece].continues, !clusters.isEmpty {
                    clusters[clusters.count - 1].items.append(item)
                    clusters[clusters.count - 1].weight += demand.weights[item]
                } else {
                    clusters.append(
                        Cluster(
                            kind: .section, items: [item],
                            name: reach.routes.routes[Int(reach.routes.pieces[piece].route)].name,
                            weight: demand.weights[item]))
                }
                last = piece
            }
        }
        return Self.largest(clusters)
    }

    private func places(_ selection: Selection) -> [Cluster] {
        guard let reach else { return [] }
        var items: [Int: [Int]] = [:]
        for layer in demand.layers where layer.unit == .points {
            for item in layer.items where selection.counts[item] == 0 {
                items[Int(reach.places.keyPoints[Int(demand.sources[item])].place), default: []].append(item)
            }
        }
        return Self.largest(
            items.sorted { $0.key < $1.key }.map {
                Cluster(
                    kind: .place, items: $0.value, name: reach.places.places[$0.key].name, weight: Int64($0.value.count)
                )
            })
    }

    private static func largest(_ clusters: [Cluster]) -> [Cluster] {
        Array(
            clusters.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
                .prefix(limit).map(\.element))
    }

    // MARK: - What would serve them

    private struct Remedy {
        var option: Int
        var cost: Int64
    }

    /// For each cluster, the option that serves nine tenths of it at least cost.
    private func remedies(for clusters: [Cluster], _ selection: Selection) -> [Remedy?] {
        var owner = [Int32](repeating: -1, count: demand.weights.count)
        for (index, cluster) in clusters.enumerated() {
            for item in cluster.items { owner[item] = Int32(index) }
        }
        var best = [Remedy?](repeating: nil, count: clusters.count)
        var sums = [Int64](repeating: 0, count: clusters.count)
        for option in plan.problem.options.indices where !selection.isTaken[option] {
            var touched: [Int] = []
            for run in plan.problem.runs[plan.problem.options[option].runs] {
                for item in Int(run.first)..<Int(run.first + run.count) where owner[item] >= 0 {
                    let cluster = Int(owner[item])
                    if sums[cluster] == 0 { touched.append(cluster) }
                    sums[cluster] += demand.weights[item]
                }
            }
            let cost = selection.marginalCost(option)
            for cluster in touched {
                // Without a product that could overflow: a tenth may be left.
                let all = clusters[cluster].items.reduce(Int64(0)) { $0 + demand.weights[$1] }
                if all - sums[cluster] <= all / 10, cost < best[cluster]?.cost ?? .max {
                    best[cluster] = Remedy(option: option, cost: cost)
                }
                sums[cluster] = 0
            }
        }
        return best
    }

    private func demand(
        of cluster: Cluster, remedy: Remedy?, _ selection: Selection
    ) throws(MastheadError) -> UnservedDemand {
        let middle = middle(of: cluster)
        let region = region(of: middle)
        let cell = Int(demand.cells[middle])
        let centre = demand.grid.centre(column: cell % demand.grid.columns, row: cell / demand.grid.columns)
        let people =
            cluster.kind == .settlement
            ? cluster.weight : peopleNear(Set(cluster.items.map { Int(demand.cells[$0]) }))
        return UnservedDemand(
            kind: cluster.kind, name: cluster.kind == .settlement ? nearestName(to: centre) : cluster.name,
            region: region, position: try locator.locator.geographic(of: centre),
            people: PersonCount(billionths: people), millimetres: cluster.kind == .section ? cluster.weight : 0,
            remedy: remedy.map { name(of: $0.option) }, remedyCost: remedy?.cost,
            why: remedy == nil
                ? "no candidate serves nine tenths of it alone"
                : "not needed for what the job asks, or too dear for its budget")
    }

    private func name(of option: Int) -> String {
        let emitter = setup.emitters[plan.meanings[option].emitter]
        return "\(setup.candidates[emitter.candidate].id)/\(setup.sweep.bands[emitter.band].id)"
    }

    /// The item with most weight, the earlier of equal ones; of a section the one halfway.
    private func middle(of cluster: Cluster) -> Int {
        if cluster.kind == .section { return cluster.items[cluster.items.count / 2] }
        return cluster.items.max { (demand.weights[$0], $1) < (demand.weights[$1], $0) } ?? cluster.items[0]
    }

    private func region(of item: Int) -> String {
        let source = Int(demand.sources[item])
        let index: Int
        switch demand.layers.first(where: { $0.items.contains(item) })?.unit {
        case .length: index = reach.map { Int($0.routes.pieces[source].region) } ?? 0
        case .points: index = reach.map { Int($0.places.keyPoints[source].region) } ?? 0
        default: index = Int(demand.groups[item]) - requirements.peopleGroups.lowerBound
        }
        return question.regions.indices.contains(index) ? question.regions[index].id : ""
    }

    private func peopleNear(_ cells: Set<Int>) -> Int64 {
        guard let layer = peopleLayer else { return 0 }
        return cells.reduce(0) { sum, cell in
            sum + layer.items(in: cell).reduce(0) { $0 + demand.weights[Int($1)] }
        }
    }

    private func nearestName(to point: PlanePoint) -> String {
        guard let reach else { return "" }
        var best = (distance: Self.nameReach, name: "")
        for key in reach.places.keyPoints {
            let distance = hypot(key.point.x - point.x, key.point.y - point.y)
            if distance < best.distance { best = (distance, reach.places.places[Int(key.place)].name) }
        }
        return best.name
    }
}
