public import MastheadGeo

/// What a plan is to serve, as items of a ``PlacementProblem``, and where in the grid each lies.
public struct PlanDemand: Sendable {
    /// When an item counts as served.
    public struct Criterion: Sendable, Hashable {
        /// Index of the kind of service.
        public var kind: Int
        /// The bands of the run that count, any one of them.
        public var bands: [Bool]
        /// A level that is asked for besides, hundredths of a dBm, by band.
        public var leastHundredthsDBm: [Int?]

        /// A criterion by its parts.
        public init(kind: Int, bands: [Bool], leastHundredthsDBm: [Int?]? = nil) {
            self.kind = kind
            self.bands = bands
            self.leastHundredthsDBm = leastHundredthsDBm ?? Array(repeating: nil, count: bands.count)
        }
    }

    /// Items that are judged alike, in row-major order of their cells.
    public struct Layer: Sendable {
        /// When they count as served.
        public let criterion: Criterion
        /// What they are.
        public let unit: DemandUnit
        /// The items.
        public let items: Range<Int>
        /// First item of each cell of the grid, row-major; one more entry than cells.
        let first: [Int32]

        /// The items in a cell.
        func items(in cell: Int) -> Range<Int32> { first[cell]..<first[cell + 1] }
    }

    /// The grid.
    public let grid: Grid
    /// The layers, by the order in which they were added.
    public private(set) var layers: [Layer] = []
    /// Weight of each item.
    public private(set) var weights: [Int64] = []
    /// Group of each item.
    public private(set) var groups: [Int32] = []
    /// Number of groups.
    public private(set) var groupCount = 0
    /// What each item is in its source: the share of the census, the piece of a route, or the key point.
    private(set) var sources: [Int32] = []
    /// The row-major cell of each item.
    private(set) var cells: [Int32] = []

    /// Nothing to serve.
    public init(grid: Grid) { self.grid = grid }

    /// Adds people, one item for each region of each cell.
    ///
    /// - Parameter densest: Only cells with at least so many persons per km² count; nil for all.
    /// - Returns: The groups, one for each region, in their order.
    public mutating func addPeople(
        _ census: PlanCensus, _ criterion: Criterion, denserThan least: Double? = nil
    ) -> Range<Int> {
        let base = groupCount
        let squareKilometres = grid.cellMetres * grid.cellMetres / 1e6
        var entries: [Entry] = []
        for cell in 0..<grid.cellCount {
            if let least, Double(census.people(in: cell)) / 1e9 / squareKilometres < least { continue }
            for share in census.shares(of: cell) where census.people[share] > 0 {
                entries.append(
                    Entry(
                        cell: cell, weight: census.people[share], group: base + Int(census.regions[share]),
                        source: share))
            }
        }
        groupCount += census.regionPeople.count
        add(entries, criterion, .people)
        return base..<groupCount
    }

    /// Adds the pieces in the open of some routes.
    ///
    /// - Returns: The groups, one for each route, in their order.
    public mutating func addRoutes(_ set: RouteSet, _ routes: [Int], _ criterion: Criterion) -> Range<Int> {
        let base = groupCount
        var number: [Int32: Int] = [:]
        for (index, route) in routes.enumerated() { number[Int32(route)] = index }
        var entries: [Entry] = []
        set.index.forEach(in: grid.window) { item, cell in
            let piece = set.pieces[item]
            guard let index = number[piece.route], !piece.isUnderground, piece.millimetres > 0 else { return }
            entries.append(Entry(cell: cell, weight: Int64(piece.millimetres), group: base + index, source: item))
        }
        groupCount += routes.count
        add(entries, criterion, .length)
        return base..<groupCount
    }

    /// Adds the key points in the open of some places.
    ///
    /// - Returns: The groups, one for each place, in their order.
    public mutating func addPlaces(_ set: PlaceSet, _ places: [Int], _ criterion: Criterion) -> Range<Int> {
        let base = groupCount
        var number: [Int32: Int] = [:]
        for (index, place) in places.enumerated() { number[Int32(place)] = index }
        var entries: [Entry] = []
        set.index.forEach(in: grid.window) { item, cell in
            let point = set.keyPoints[item]
            guard let index = number[point.place], !point.isUnderground else { return }
            entries.append(Entry(cell: cell, weight: 1, group: base + index, source: item))
        }
        groupCount += places.count
        add(entries, criterion, .points)
        return base..<groupCount
    }

    private struct Entry {
        var cell: Int
        var weight: Int64
        var group: Int
        var source: Int
    }

    /// Entries come in row-major order of their cells.
    private mutating func add(_ entries: [Entry], _ criterion: Criterion, _ unit: DemandUnit) {
        let start = weights.count
        var first = [Int32](repeating: 0, count: grid.cellCount + 1)
        for entry in entries {
            first[entry.cell + 1] += 1
            weights.append(entry.weight)
            groups.append(Int32(entry.group))
            sources.append(Int32(entry.source))
            cells.append(Int32(entry.cell))
        }
        first[0] = Int32(start)
        for index in 1..<first.count { first[index] += first[index - 1] }
        layers.append(Layer(criterion: criterion, unit: unit, items: start..<weights.count, first: first))
    }
}
