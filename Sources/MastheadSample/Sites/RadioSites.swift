import MastheadGeo

/// Masts near people and on high ground, and the 700 MHz base stations on them.
struct RadioSites {
    private(set) var masts: [Mast] = []
    private(set) var stations: [BaseStation] = []
    private let survey: Survey
    private let ground: CellGround
    private let population: PopulationMap
    private var chance: SplitMix64

    /// The invented operators.
    static let networks = ["Operator A", "Operator B", "Operator C"]

    init(
        survey: Survey, ground: CellGround, population: PopulationMap, partition: RegionPartition, seed: UInt64
    ) {
        self.survey = survey
        self.ground = ground
        self.population = population
        chance = SplitMix64(seed: seed, stream: "sites")
        var people = [Double](repeating: 0, count: survey.lattice.count)
        for cell in population.persons.indices where population.persons[cell] > 0 {
            guard let square = survey.square(at: survey.point(ofCell: cell)) else { continue }
            people[square] += Double(population.persons[cell])
        }
        for region in partition.chiefs.indices {
            let squares = people.indices.filter { partition.label[$0] == region && survey.isMainland[$0] }
            // Sparse networks in the town's region, where cells are full; denser ones where people are scattered.
            let density = region == 0 ? chance.uniform(7.4, 9) : chance.uniform(8.5, 17.5)
            equip(region: region, squares: squares, people: people, stationsPerTenThousand: density)
        }
    }

    private mutating func equip(region: Int, squares: [Int], people: [Double], stationsPerTenThousand: Double) {
        var sums: [Double] = []
        var sum = 0.0
        for square in squares {
            sum += people[square]
            sums.append(sum)
        }
        let first = masts.count
        let wanted = max(1, Int((sum * stationsPerTenThousand / 10_000).rounded()))
        var networks: [Int: [String]] = [:]
        var count = 0
        while count < wanted {
            // Every fifth station shares a mast that another operator put up.
            if masts.count > first, chance.uniform() < 0.2 {
                let host = first + chance.index(below: masts.count - first)
                let free = Self.networks.filter { !networks[host, default: []].contains($0) }
                if !free.isEmpty, masts[host].kind != .rooftop {
                    let network = chance.pick(free)
                    networks[host, default: []].append(network)
                    addStation(on: masts[host], network: network, level: networks[host, default: []].count - 1)
                    count += 1
                    continue
                }
            }
            guard let cell = place(first: first, squares: squares, people: people, sums: sums) else { break }
            let network = chance.pick(Self.networks)
            networks[masts.count] = [network]
            masts.append(mast(at: cell, region: region))
            addStation(on: masts[masts.count - 1], network: network, level: 0)
            count += 1
        }
        // Masts of other services that a plan may use.
        for _ in 0..<(1 + wanted / 8) {
            guard let cell = place(first: first, squares: squares, people: people, sums: sums) else { break }
            masts.append(mast(at: cell, region: region))
        }
    }

    /// A cell for a mast: people near, other masts far, high ground where there is room to choose.
    private mutating func place(first: Int, squares: [Int], people: [Double], sums: [Double]) -> Int? {
        guard let total = sums.last, total > 0 else { return nil }
        let persons = population.persons
        var closeness = 1.0
        for attempt in 0..<120 {
            if attempt % 12 == 11 { closeness *= 0.75 }
            let target = chance.uniform() * total
            let square = squares[min(Self.firstIndex(in: sums, above: target), squares.count - 1)]
            let density = people[square] / (survey.lattice.nodeArea / 1e6)
            let isTown = density > 1200
            let found = isTown ? cell(in: square, tries: 4) { persons[$0] } : highCell(near: square)
            guard let cell = found else { continue }
            let point = survey.point(ofCell: cell)
            let apart = closeness * min(max(900 / (1 + density / 900).squareRoot(), 260), 900)
            let isFree = masts[first...].allSatisfy { mast in
                let (dx, dy) = (mast.point.x - point.x, mast.point.y - point.y)
                return dx * dx + dy * dy > apart * apart
            }
            if isFree { return cell }
        }
        return nil
    }

    /// The one of a few cells of a square that ranks first: by people, or by height.
    private mutating func cell(in square: Int, tries: Int, rank: (Int) -> Float) -> Int? {
        let centre = survey.lattice.point(square)
        var best: Int?
        for _ in 0..<tries {
            let point = PlanePoint(
                x: centre.x + chance.uniform(-0.5, 0.5) * survey.lattice.columnMetres,
                y: centre.y + chance.uniform(-0.5, 0.5) * survey.lattice.rowMetres)
            guard let cell = survey.frame.cell(at: point), isDry(cell), isInside(cell) else { continue }
            if let known = best, rank(cell) <= rank(known) { continue }
            best = cell
        }
        return best
    }

    /// The highest ground within a kilometre or so, more often the nearest hillock than the top of a mountain.
    private mutating func highCell(near square: Int) -> Int? {
        let heights = ground.metres
        // In the wide squares of a large region a few tries stay nearer to the people than the summit would.
        if survey.lattice.rowMetres > 600 { return cell(in: square, tries: 6) { Float(heights[$0]) } }
        let reach = max(1, Int((chance.uniform(200, 1100) / survey.lattice.rowMetres).rounded()))
        let (column, row) = (square % survey.lattice.columns, square / survey.lattice.columns)
        var best = survey.summit[square]
        for dr in -reach...reach {
            for dc in -reach...reach {
                let (c, r) = (column + dc, row + dr)
                guard c >= 0, r >= 0, c < survey.lattice.columns, r < survey.lattice.rows else { continue }
                let cell = survey.summit[r * survey.lattice.columns + c]
                guard cell >= 0, isDry(cell), isInside(cell) else { continue }
                if best < 0 || !isDry(best) || ground.metres[cell] > ground.metres[best] { best = cell }
            }
        }
        return best >= 0 && isDry(best) ? best : nil
    }

    /// Whether the middle of a cell lies in the rectangle of the regions.
    private func isInside(_ cell: Int) -> Bool { survey.square(at: survey.point(ofCell: cell)) != nil }

    private func isDry(_ cell: Int) -> Bool { ground.metres[cell] > 0 && !ground.isRiver[cell] }

    private mutating func mast(at cell: Int, region: Int) -> Mast {
        let density = Double(max(population.persons[cell], 0)) / survey.frame.cellSquareKilometres
        let luck = chance.uniform()
        let inTown: Mast.Kind = luck < 0.8 ? .rooftop : .monopole
        let outside: Mast.Kind = luck < 0.35 ? .monopole : .lattice
        let kind = density > 1200 ? inTown : outside
        let heights: [Int]
        switch kind {
        case .rooftop: heights = [20, 25, 25, 30, 35]
        case .monopole: heights = [25, 30, 30, 35]
        case .lattice: heights = [35, 40, 40, 45, 50, 60]
        }
        let number = String(masts.count + 1)
        return Mast(
            id: "T" + String(repeating: "0", count: max(0, 5 - number.count)) + number, cell: cell,
            point: survey.point(ofCell: cell), kind: kind, heightMetres: chance.pick(heights),
            azimuthDegrees: chance.index(below: 24) * 5, region: region)
    }

    private mutating func addStation(on mast: Mast, network: String, level: Int) {
        let number = String(stations.count + 1)
        let isHigh = mast.kind == .lattice
        stations.append(
            BaseStation(
                id: "N28-" + String(repeating: "0", count: max(0, 5 - number.count)) + number, mast: mast,
                network: network, heightMetres: max(15, mast.heightMetres - 4 * level),
                azimuthDegrees: (mast.azimuthDegrees + 20 * level) % 360,
                mechanicalDowntiltDegrees: chance.pick([0, 0, 0, 0, 1, 2]),
                electricalTiltDegrees: isHigh ? chance.pick([2, 2, 3, 3, 4]) : chance.pick([3, 4, 5, 6, 7]),
                sectors: isHigh && chance.uniform() < 0.12 ? 2 : 3))
    }

    private static func firstIndex(in sums: [Double], above target: Double) -> Int {
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
