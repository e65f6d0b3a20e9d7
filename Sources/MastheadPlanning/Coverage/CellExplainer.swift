public import MastheadCore
public import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Computes one cell again, the same way as the run, and keeps every term.
public struct CellExplainer: ~Copyable {
    private let setup: CoverageSetup
    private let terrainReaders: GroupReaders

    /// An explainer that owns its readers.
    ///
    /// - Throws: As `TerrainReader`.
    public init(setup: CoverageSetup) throws(MastheadError) {
        terrainReaders = try GroupReaders(setup)
        self.setup = setup
    }

    /// Explains the place of a point in one band: its cell of the study grid, or its part of the cell where the band
    /// divides cells.
    public mutating func explain(at point: PlanePoint, band: Int) throws(MastheadError) -> CellExplanation {
        let group = setup.group(of: band)
        let own = group.grid.cell(at: point)
        var explanation = try explain(partColumn: own.column, partRow: own.row, band: band)
        guard group.isRefined else { return explanation }
        let k = group.refinement
        let cell = try explain(
            partColumn: explanation.column * k + k / 2, partRow: explanation.row * k + k / 2, band: band)
        explanation.part = CellExplanation.Part(
            column: own.column, row: own.row, metres: group.grid.cellMetres, cellLevelDBm: cell.levelDBm,
            cellIsCovered: cell.isCovered)
        return explanation
    }

    /// Explains a cell of the grid of a band's group.
    private mutating func explain(
        partColumn: Int, partRow: Int, band index: Int
    ) throws(MastheadError) -> CellExplanation {
        let band = setup.bands[index]
        let number = setup.groups.firstIndex { $0.bands.contains(index) } ?? 0
        let group = setup.groups[number]
        let (column, row) = (partColumn / group.refinement, partRow / group.refinement)
        let window = GridWindow(column: column, row: row, columns: 1, rows: 1)
        let near = setup.masts(near: window, group: group).filter { setup.masts[$0].band == index }
        let terrain = TerrainView(
            tile: try terrainReaders[number].reader.tile(
                group.terrainWindow(cells: group.parts(of: window), masts: near.map { setup.masts[$0] })),
            grid: group.terrainGrid)
        let servers = CellServers(setup: setup, masts: near, terrain: terrain)
        let required = band.criterion.requiredMedian.dBm
        var explanation = CellExplanation(
            column: column, row: row, requiredDBm: required, isCovered: false, contenders: [],
            clutterHeights: band.asksForSight ? group.terrain.clutterHeights.rawValue : nil)
        let centre = group.grid.centre(column: partColumn, row: partRow)
        let ground = terrain.sample(x: centre.x, y: centre.y).groundMetres
        guard !ground.isNaN else { return explanation }

        var tracer = PathTracer()
        var noted = CellServers.Result()
        var results: [(bid: CellServers.Bid, level: Double)] = []
        for bid in servers.bids(for: centre, groundMetres: ground, band: band, result: &noted) {
            if let loss = servers.loss(of: bid, to: centre, band: band, tracer: &tracer) {
                results.append((bid, bid.eirpDBm - loss.lossDB))
            }
        }
        results.sort { $0.level != $1.level ? $0.level > $1.level : $0.bid.ordinal < $1.bid.ordinal }
        explanation.contenders = results.prefix(5).map {
            CellExplanation.Contender(
                sectorID: sector($0.bid.ordinal)?.id ?? "", levelDBm: $0.level, distanceMetres: $0.bid.distanceMetres)
        }
        guard let best = results.first, let sector = sector(best.bid.ordinal) else { return explanation }
        let level = Double(Level.hundredths(best.level)) / 100
        explanation.sectorID = sector.id
        explanation.levelDBm = level
        explanation.isCovered = level >= required
        explanation.requirement = band.criterion.requirement
        explanation.distanceMetres = best.bid.distanceMetres
        try addBudget(
            to: &explanation, bid: best.bid, sector: sector, servers: servers, centre: centre, groundMetres: ground,
            band: band, tracer: &tracer)
        return explanation
    }

    private func sector(_ ordinal: UInt32) -> Sector? {
        for station in setup.stations {
            if let sector = station.sectors.first(where: { $0.ordinal == ordinal }) { return sector }
        }
        return nil
    }

    private func addBudget(
        to explanation: inout CellExplanation, bid: CellServers.Bid, sector: Sector, servers: CellServers,
        centre: PlanePoint, groundMetres: Double, band: Band, tracer: inout PathTracer
    ) throws(MastheadError) {
        let standing = servers.standings[bid.standing]
        let mast = standing.mast
        let ray = mast.ray(
            to: centre, groundMetres: groundMetres, receiverHeightMetres: band.receiverHeight.metres,
            mastGroundMetres: standing.groundMetres)
        explanation.azimuthDegrees = ray.azimuthRadians * 180 / .pi
        explanation.elevationDegrees = ray.elevationRadians * 180 / .pi
        guard let loss = servers.loss(of: bid, to: centre, band: band, tracer: &tracer) else { return }
        explanation.budget = sector.transmitter.budget(
            azimuthRadians: ray.azimuthRadians, elevationRadians: ray.elevationRadians, lossDB: loss.lossDB)
        if loss.isNearField {
            var ledger = Ledger(
                "free-space loss to sector \(sector.id), nearer than \(band.model.edition) holds", unit: "dB")
            ledger.add(
                "free-space basic transmission loss", loss.lossDB, symbol: "Lbf",
                from: Citation("Recommendation ITU-R P.525-4", "eq. (4)"))
            explanation.loss = ledger
        } else {
            explanation.loss = try mast.model.ledger(
                over: tracer.profile, terminals: servers.terminals(mast, bid, centre, band))
        }
    }
}
