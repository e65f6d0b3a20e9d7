public import MastheadCore
public import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Computes one cell again, the same way as the run, and keeps every term.
public struct CellExplainer: ~Copyable {
    private let setup: CoverageSetup
    private var terrainReader: TerrainReader

    /// An explainer that owns its reader.
    public init(setup: CoverageSetup, terrain: consuming TerrainReader) {
        self.setup = setup
        terrainReader = terrain
    }

    /// Explains a cell of the study grid in one band.
    public mutating func explain(column: Int, row: Int, band index: Int) throws(MastheadError) -> CellExplanation {
        let band = setup.bands[index]
        let window = GridWindow(column: column, row: row, columns: 1, rows: 1)
        let near = setup.masts(near: window).filter { setup.masts[$0].band == index }
        let terrain = TerrainView(
            tile: try terrainReader.tile(setup.terrainWindow(tile: window, masts: near)), grid: setup.terrainGrid)
        let servers = CellServers(setup: setup, masts: near, terrain: terrain)
        let required = band.criterion.requiredMedian.dBm
        var explanation = CellExplanation(
            column: column, row: row, requiredDBm: required, isCovered: false, contenders: [])
        let centre = setup.studyGrid.centre(column: column, row: row)
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
