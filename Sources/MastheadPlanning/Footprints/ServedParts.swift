import MastheadPropagation
import MastheadRadio

/// Losses and directions from the masts of an emitter to parts of cells, from which levels follow for any antennas.
struct ServedParts {
    private struct Reach {
        var parts: [Int32]
        var lossDB: [Float]
        var azimuthRadians: [Double]
        var elevationRadians: [Double]
        var beams: [Mast.Beam]
    }

    private let count: Int
    private var reaches: [Reach] = []

    /// - Parameter parts: How many parts there are.
    init(parts: Int) { count = parts }

    /// Takes in the losses of a mast.
    mutating func add(_ losses: SiteSweep.Losses, of mast: Mast, sweep: SiteSweep, ends: PathEnds) {
        var reach = Reach(parts: [], lossDB: [], azimuthRadians: [], elevationRadians: [], beams: mast.sectors)
        for (index, cell) in sweep.cells.enumerated() {
            guard losses.outcomes[index] == .modelled || losses.outcomes[index] == .nearField else { continue }
            let ray = ends.ray(to: cell)
            reach.parts.append(cell.place)
            reach.lossDB.append(losses.lossDB[index])
            reach.azimuthRadians.append(ray.azimuthRadians)
            reach.elevationRadians.append(ray.elevationRadians)
        }
        reaches.append(reach)
    }

    /// The level of each part, hundredths of a dBm; ``CoverageTile/noLevel`` where no path was computed.
    ///
    /// - Parameter antennas: In place of those of the masts' own sectors; nil for these.
    func levels(antennas: [MountedAntenna]?) -> [Int16] {
        var levels = [Int16](repeating: CoverageTile.noLevel, count: count)
        for reach in reaches {
            var best = [Float](repeating: -.infinity, count: reach.parts.count)
            var gains = [Double](repeating: 0, count: reach.parts.count)
            let power = reach.beams.first?.resourceElementDBm ?? 0
            let beams =
                antennas.map { $0.map { ($0, power) } } ?? reach.beams.map { ($0.antenna, $0.resourceElementDBm) }
            for (antenna, power) in beams {
                var span = gains.mutableSpan
                antenna.gains(
                    azimuthRadians: reach.azimuthRadians.span, elevationRadians: reach.elevationRadians.span,
                    into: &span)
                // As the coverage of a run adds them up, to the last bit.
                for index in best.indices {
                    best[index] = max(best[index], Float(power + gains[index]) - reach.lossDB[index])
                }
            }
            for index in best.indices {
                let part = Int(reach.parts[index])
                levels[part] = max(levels[part], Level.hundredths(Double(best[index])))
            }
        }
        return levels
    }
}

/// Turns levels into items that are served.
struct FootprintCounter {
    let demand: PlanDemand
    /// The least level of each layer; nil where it does not count.
    let least: [Int?]
    /// The cell of each part.
    let owners: [Int32]
    /// Parts of a cell.
    let parts: Int

    /// The weight of the items that are served in the first layer that counts.
    func value(_ levels: [Int16]) -> Double {
        guard let layer = least.firstIndex(where: { $0 != nil }) else { return 0 }
        var value: Int64 = 0
        forEach(servedIn: layer, levels) { cell in
            for item in demand.layers[layer].items(in: cell) { value += demand.weights[Int(item)] }
        }
        return Double(value)
    }

    /// The mean over the people who are served, in the first layer of people that counts, of what a level gives.
    func meanMegabits(_ levels: [Int16], _ throughput: (Int16) -> Double) -> Double {
        guard let layer = least.indices.first(where: { least[$0] != nil && demand.layers[$0].unit == .people }) else {
            return 0
        }
        var sum = 0.0
        var people = 0.0
        var part = 0
        forEach(servedIn: layer, levels) { cell in
            while Int(owners[part]) != cell { part += parts }
            var own = 0.0
            for item in demand.layers[layer].items(in: cell) { own += Double(demand.weights[Int(item)]) }
            sum += own * throughput(levels[part + parts / 2])
            people += own
        }
        return people > 0 ? sum / people : 0
    }

    /// The items that are served, as runs of one group each.
    func runs(_ levels: [Int16]) -> [PlacementProblem.Run] {
        var runs: [PlacementProblem.Run] = []
        for layer in demand.layers.indices where least[layer] != nil {
            forEach(servedIn: layer, levels) { cell in
                for item in demand.layers[layer].items(in: cell) {
                    if let last = runs.last, last.first + last.count == item,
                        demand.groups[Int(last.first)] == demand.groups[Int(item)]
                    {
                        runs[runs.count - 1].count += 1
                    } else {
                        runs.append(PlacementProblem.Run(first: item, count: 1))
                    }
                }
            }
        }
        return runs
    }

    /// The cells in which a layer is served, in row-major order.
    private func forEach(servedIn layer: Int, _ levels: [Int16], _ body: (Int) -> Void) {
        guard let least = least[layer] else { return }
        let needed = demand.layers[layer].unit == .points ? parts : (parts + 1) / 2
        for start in stride(from: 0, to: owners.count, by: parts) {
            var served = 0
            for part in start..<start + parts
            where levels[part] != CoverageTile.noLevel && Int(levels[part]) >= least { served += 1 }
            if served >= needed { body(Int(owners[start])) }
        }
    }
}
