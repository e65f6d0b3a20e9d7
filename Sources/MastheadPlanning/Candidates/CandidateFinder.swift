import Foundation
public import MastheadCore
public import MastheadGeo

/// Finds places for base stations: masts that stand first, then high ground near people, lattices over inhabited cells,
/// points along routes, and places.
///
/// A candidate that stands is always kept. A new one is left out on water, on steep ground, in an excluded area, outside
/// all regions, and nearer than the spacing to a candidate before it, so that no two are the same. Everything follows from
/// the cells in row-major order and from the order of the layers.
public struct CandidateFinder: ~Copyable {
    private let rules: CandidateRules
    private let census: PlanCensus
    private let ground: PlanGround
    private let locator: GridLocator
    private var taken: SpacingLattice
    private var counts: [CandidateOrigin: CandidateCount] = [:]
    /// What was found so far.
    public private(set) var candidates: [Candidate] = []
    /// Places that were left out, with the reason; squares without people or high ground are no places.
    public private(set) var left: [LeftCandidate] = []

    /// Begins without candidates.
    ///
    /// - Throws: `bad-crs` where the grid's reference system cannot be read.
    public init(_ rules: CandidateRules, census: PlanCensus, ground: PlanGround) throws(MastheadError) {
        self.rules = rules
        self.census = census
        self.ground = ground
        locator = try GridLocator(census.grid)
        taken = SpacingLattice(spacing: max(1, rules.spacingMetres))
    }

    /// What was kept and left out, by kind.
    public var tallies: [CandidateCount] { CandidateOrigin.allCases.compactMap { counts[$0] } }

    // MARK: - Masts that stand

    /// Adds the masts of the register.
    public mutating func add(_ stations: [Station]) {
        var known: [String: Int] = [:]
        for (index, station) in stations.enumerated() {
            if let site = known[station.siteID] {
                candidates[site].stations.append(index)
                continue
            }
            known[station.siteID] = candidates.count
            keep(
                Candidate(
                    id: station.siteID, origin: .station, position: station.position, plane: station.plane,
                    region: station.region, mastMetres: station.sectors.map(\.heightMetres).max(), stations: [index]))
        }
    }

    /// Adds masts of a list; one that is a site of the register, by its identifier or within a metre, is there already.
    public mutating func add(_ towers: [Tower], region: (PlanePoint) -> Int?) {
        let known = Set(candidates.map(\.id))
        for tower in towers {
            let isThere = candidates.contains { other in
                other.origin == .station && hypot(other.plane.x - tower.plane.x, other.plane.y - tower.plane.y) < 1
            }
            guard !known.contains(tower.id), !isThere else {
                leave(tower, "site of the register")
                continue
            }
            guard census.grid.window.contains(census.grid.cell(at: tower.plane)) else {
                leave(tower, "outside the study grid")
                continue
            }
            keep(
                Candidate(
                    id: tower.id, origin: .tower, position: tower.position, plane: tower.plane,
                    region: region(tower.plane), mastMetres: tower.heightMetres, cost: rules.reuseCost))
        }
    }

    // MARK: - New masts

    /// Adds the highest ground of squares near people.
    public mutating func addSummits() throws(MastheadError) {
        guard let side = rules.summitMetres else { return }
        for square in squares(side) {
            let cells = cells(of: square).filter { !ground.groundMetres[$0].isNaN && !census.shares(of: $0).isEmpty }
            let heights = cells.map { ground.groundMetres[$0] }.sorted()
            guard let top = cells.max(by: { (ground.groundMetres[$0], $1) < (ground.groundMetres[$1], $0) }) else {
                continue
            }
            let prominence = Double(ground.groundMetres[top] - heights[heights.count / 2])
            guard prominence >= rules.prominenceMetres else {
                leave(.summit, "no high ground")
                continue
            }
            guard hasPeople(around: top, within: rules.summitReachMetres) else {
                leave(.summit, "no people near")
                continue
            }
            try offer(at: centre(of: top), .summit, prefix: "H")
        }
    }

    /// Adds the busiest cell of each inhabited square of a lattice, for each lattice.
    public mutating func addLattices() throws(MastheadError) {
        for side in rules.latticeMetres.sorted(by: >) {
            for square in squares(side) {
                let cells = cells(of: square)
                let people = cells.reduce(0) { $0 + census.people(in: $1) }
                guard Double(people) / 1e9 >= rules.leastPeople else {
                    if people > 0 { leave(.lattice, "few people") }
                    continue
                }
                guard let busiest = cells.max(by: { (census.people(in: $0), $1) < (census.people(in: $1), $0) }) else {
                    continue
                }
                try offer(at: centre(of: busiest), .lattice, prefix: "L")
            }
        }
    }

    /// Adds points along routes, from the start of each line on.
    public mutating func add(_ routes: RouteSet) throws(MastheadError) {
        guard let spacing = rules.routeMetres else { return }
        var along = Double.infinity
        for piece in routes.pieces {
            if !piece.continues { along = .infinity }
            if along >= spacing, !piece.isUnderground {
                try offer(at: piece.middle, .route, prefix: "R")
                along = 0
            }
            along += Double(piece.millimetres) / 1000
        }
    }

    /// Adds the points that stand for places.
    public mutating func add(_ places: PlaceSet) throws(MastheadError) {
        guard rules.usesPlaces else { return }
        var seen: Set<Int32> = []
        for point in places.keyPoints where !point.isUnderground && seen.insert(point.place).inserted {
            try offer(at: point.point, .place, prefix: "P")
        }
    }

    /// Prices of all new masts: the mast, and its way to the nearest one that stands.
    public mutating func settleCosts() {
        let standing = candidates.filter(\.origin.isExisting).map(\.plane)
        for index in candidates.indices where !candidates[index].origin.isExisting {
            let own = candidates[index].plane
            let nearest = standing.map { hypot($0.x - own.x, $0.y - own.y) }.min() ?? 0
            candidates[index].backhaulMetres = nearest
            candidates[index].cost =
                rules.mastCost + Int64((Double(rules.backhaulCost) * nearest / 1000).rounded(.up))
        }
    }

    // MARK: - One candidate

    private mutating func offer(at point: PlanePoint, _ origin: CandidateOrigin, prefix: String) throws(MastheadError) {
        let position = try locator.geographic(of: point)
        let (region, reason) = judgement(of: point)
        guard reason.isEmpty else {
            left.append(LeftCandidate(origin: origin, plane: point, position: position, reason: reason))
            return leave(origin, reason)
        }
        let number = (counts[origin]?.kept ?? 0) + 1
        let digits = String(number)
        keep(
            Candidate(
                id: prefix + String(repeating: "0", count: max(0, 5 - digits.count)) + digits, origin: origin,
                position: position, plane: point, region: region))
    }

    /// The region of a place for a new mast, and why it is left out; no words where it is kept.
    private func judgement(of point: PlanePoint) -> (region: Int?, reason: String) {
        guard let cell = ground.cell(at: point), let region = census.region(of: cell) else {
            return (nil, "outside the regions")
        }
        if ground.isWater[cell] { return (region, "water") }
        if ground.groundMetres[cell].isNaN { return (region, "no ground") }
        if ground.slopeDegrees(of: cell) > rules.slopeDegrees { return (region, "slope") }
        if rules.isExcluded(point) { return (region, "excluded area") }
        return (region, taken.holds(nearer: rules.spacingMetres, to: point) ? "spacing" : "")
    }

    private mutating func keep(_ candidate: Candidate) {
        counts[candidate.origin, default: CandidateCount(origin: candidate.origin, kept: 0, left: [:])].kept += 1
        taken.add(candidate.plane)
        candidates.append(candidate)
    }

    private mutating func leave(_ tower: Tower, _ reason: String) {
        left.append(
            LeftCandidate(
                id: tower.id, origin: .tower, plane: tower.plane, position: tower.position, reason: reason))
        leave(.tower, reason)
    }

    private mutating func leave(_ origin: CandidateOrigin, _ reason: String) {
        counts[origin, default: CandidateCount(origin: origin, kept: 0, left: [:])].left[reason, default: 0] += 1
    }

    // MARK: - Cells

    private func squares(_ side: Double) -> [GridWindow] {
        census.grid.window.tiles(side: max(1, Int((side / census.grid.cellMetres).rounded())))
    }

    private func cells(of window: GridWindow) -> [Int] {
        (window.row..<window.row + window.rows).flatMap { row in
            (window.column..<window.column + window.columns).map { row * census.grid.columns + $0 }
        }
    }

    private func centre(of cell: Int) -> PlanePoint {
        census.grid.centre(column: cell % census.grid.columns, row: cell / census.grid.columns)
    }

    private func hasPeople(around cell: Int, within metres: Double) -> Bool {
        let reach = Int(metres / census.grid.cellMetres)
        let (column, row) = (cell % census.grid.columns, cell / census.grid.columns)
        var people: Int64 = 0
        for y in max(0, row - reach)...min(census.grid.rows - 1, row + reach) {
            for x in max(0, column - reach)...min(census.grid.columns - 1, column + reach) {
                people += census.people(in: y * census.grid.columns + x)
            }
            if Double(people) / 1e9 >= rules.leastPeople { return true }
        }
        return false
    }
}

extension GridWindow {
    /// Whether a cell lies in the window.
    fileprivate func contains(_ cell: (column: Int, row: Int)) -> Bool { contains(column: cell.column, row: cell.row) }
}

/// Points by squares as wide as a spacing, to tell whether one lies too near.
private struct SpacingLattice {
    private let spacing: Double
    private var points: [Key: [PlanePoint]] = [:]

    private struct Key: Hashable {
        var column: Int
        var row: Int
    }

    init(spacing: Double) { self.spacing = spacing }

    mutating func add(_ point: PlanePoint) { points[key(point), default: []].append(point) }

    func holds(nearer distance: Double, to point: PlanePoint) -> Bool {
        let own = key(point)
        for row in own.row - 1...own.row + 1 {
            for column in own.column - 1...own.column + 1 {
                let near = points[Key(column: column, row: row)] ?? []
                if near.contains(where: { hypot($0.x - point.x, $0.y - point.y) < distance }) { return true }
            }
        }
        return false
    }

    private func key(_ point: PlanePoint) -> Key {
        Key(column: Int((point.x / spacing).rounded(.down)), row: Int((point.y / spacing).rounded(.down)))
    }
}
