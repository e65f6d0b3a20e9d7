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
        let nearest = setup.masts(near: window, group: group)
        let near = nearest.filter { setup.masts[$0].band == index }
        let terrain = TerrainView(
            tile: try terrainReaders[number].reader.tile(
                group.terrainWindow(cells: group.parts(of: window), masts: nearest.map { setup.masts[$0] })),
            grid: group.terrainGrid)
        let required = band.criterion.requiredMedian.dBm
        var explanation = CellExplanation(
            column: column, row: row, requiredDBm: required, isCovered: false, contenders: [],
            clutterHeights: band.asksForSight ? group.terrain.clutterHeights.rawValue : nil)
        let cell = AreaCell(column: partColumn, row: partRow, index: 0)
        var sweep = GroupSweep(setup: setup, group: group, cells: [cell], terrain: terrain)
        var results = sweep.bids(masts: near)
        results.sort { $0.levelDBm != $1.levelDBm ? $0.levelDBm > $1.levelDBm : $0.ordinal < $1.ordinal }
        explanation.contenders = results.prefix(5).map {
            CellExplanation.Contender(
                sectorID: sector($0.ordinal)?.id ?? "", levelDBm: $0.levelDBm, distanceMetres: $0.ray.distanceMetres)
        }
        guard let best = results.first, let sector = sector(best.ordinal) else { return explanation }
        let level = Double(Level.hundredths(best.levelDBm)) / 100
        explanation.sectorID = sector.id
        explanation.levelDBm = level
        explanation.requirement = band.criterion.requirement
        explanation.distanceMetres = best.ray.distanceMetres
        explanation.azimuthDegrees = best.ray.azimuthRadians * 180 / .pi
        explanation.elevationDegrees = best.ray.elevationRadians * 180 / .pi
        explanation.budget = sector.transmitter.budget(
            azimuthRadians: best.ray.azimuthRadians, elevationRadians: best.ray.elevationRadians, lossDB: best.lossDB)
        explanation.loss = try lossLedger(best, sector: sector, band: band)
        let signals = try sweep.signals(masts: nearest, isStopped: { false })
        addServices(signals[group.bands.firstIndex(of: index) ?? 0][0], band, to: &explanation)
        return explanation
    }

    /// What is served at a place, decided as the run decides it.
    private func addServices(_ signal: CellSignal, _ band: Band, to explanation: inout CellExplanation) {
        let published = PublishedSignal(signal, link: band.link)
        let service = BandService(band: band, kinds: setup.kinds)
        let outcome = service.outcome(of: published)
        explanation.isCovered = outcome.isCovered
        explanation.services = setup.kinds.indices.filter { outcome.served & (1 << UInt8($0)) != 0 }.map {
            setup.kinds[$0].title
        }
        guard let link = band.link, let sinr = published.sinrDB else { return }
        explanation.sinrDB = sinr
        explanation.downlinkKilobitsPerSecond = link.downlinkKilobitsPerSecond(sinrDB: sinr)
        explanation.limit = outcome.limit
        explanation.uplink = link.uplink.budget(couplingDB: published.levelDBm - signal.resourceElementDBm)
    }

    private func sector(_ ordinal: UInt32) -> Sector? {
        for station in setup.stations {
            if let sector = station.sectors.first(where: { $0.ordinal == ordinal }) { return sector }
        }
        return nil
    }

    private func lossLedger(_ bid: GroupSweep.Bid, sector: Sector, band: Band) throws(MastheadError) -> Ledger {
        let mast = setup.masts[bid.mast]
        if let profile = bid.profile { return try mast.model.ledger(over: profile, terminals: bid.terminals) }
        var ledger = Ledger(
            "free-space loss to sector \(sector.id), nearer than \(band.model.edition) holds", unit: "dB")
        ledger.add(
            "free-space basic transmission loss", bid.lossDB, symbol: "Lbf",
            from: Citation("Recommendation ITU-R P.525-4", "eq. (4)"))
        return ledger
    }
}
