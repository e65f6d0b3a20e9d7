import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Losses from one station to all cells within its reach, radial by radial.
///
/// Each cell is computed at its own distance on its own ground, on the nearest radial or, as the audit form, on its own.
/// Masts of one height and one rule for clutter share the search; models without a last stage for radials are asked over
/// the radial's points as a profile.
struct SiteSweep {
    /// How a cell's loss came about.
    enum Outcome: UInt8 {
        /// Farther than the band's radius: not a part of the result.
        case outOfReach
        /// By the model.
        case modelled
        /// Nearer than the model holds: free space.
        case nearField
        /// Farther than the model holds: no loss.
        case beyondModel
        /// The path crosses a void, or an end lies on one: no loss.
        case void
    }

    /// Losses of one mast by swept cell.
    struct Losses {
        var lossDB: [Float] = []
        var outcomes: [Outcome] = []
    }

    private let setup: CoverageSetup
    private let group: BandGroup
    private let terrain: TerrainView
    private let raster: TerrainRaster
    private let places: CellPlaces
    private var swept = SweptCells()
    private var profile = PathProfile()
    private var tracer = PathTracer()
    private var receivers: [RadialReceiver] = []
    private var slots: [Int32] = []
    private var kernelLosses: [Float] = []
    private var lastRadial: Radial?
    /// Of the masts of the station at hand, in their order.
    private var limits: [Limits] = []
    private var gigahertz: [Double] = []

    /// What decides the outcome of a mast at a cell: plain numbers, for the inner loop.
    struct Limits: Equatable {
        let reachMetres: Double
        let nearestMetres: Double
        let farthestMetres: Double
        /// How much higher the receiver's antenna stands above its ground than the mast's above its own.
        let heightDifferenceMetres: Double

        init(_ mast: Mast, _ band: Band) {
            reachMetres = mast.reachMetres
            nearestMetres = mast.nearestMetres
            farthestMetres = mast.farthestMetres
            heightDifferenceMetres = band.receiverHeight.metres - mast.heightMetres
        }
    }

    /// - Parameter raster: The terrain's own, where it is at hand already.
    init(
        setup: CoverageSetup, group: BandGroup, terrain: TerrainView, places: CellPlaces, raster: TerrainRaster? = nil
    ) {
        self.setup = setup
        self.group = group
        self.terrain = terrain
        self.places = places
        self.raster = raster ?? terrain.raster()
    }

    /// Altitude of the ground under the last station, m.
    private(set) var footMetres = 0.0

    /// The cells that the last station reached, in the order of its losses.
    var cells: [SweptCells.Cell] { swept.cells }

    /// Computes the losses of a station's masts, in their order.
    mutating func losses(of station: SweepStation) -> [Losses] {
        let masts = station.masts.map { setup.masts[$0] }
        guard let first = masts.first else { return [] }
        limits = masts.map { Limits($0, setup.bands[$0.band]) }
        let cell = group.grid.cellMetres
        let fan = setup.rays == .ownRay ? nil : RadialFan(radiusMetres: station.reachMetres, cellMetres: cell)
        swept.find(places, mast: first, reachMetres: station.reachMetres, cellMetres: cell, fan: fan)
        var results = masts.map { _ in
            Losses(
                lossDB: Array(repeating: 0, count: swept.cells.count),
                outcomes: Array(repeating: .outOfReach, count: swept.cells.count))
        }
        let foot = terrain.sample(x: first.plane.x, y: first.plane.y)
        footMetres = foot.groundMetres
        guard !foot.groundMetres.isNaN else {
            for index in results.indices { settleWithoutFoot(limits[index], &results[index]) }
            return results
        }
        // The lanes of the last vector need room too.
        let capacity = Int(1.04 * station.reachMetres / group.terrainGrid.cellMetres) + 32
        let shared = SharedRadials(
            masts, limits: limits, bands: setup.bands, capacity: capacity,
            scans: setup.rays == .scannedRadial)
        gigahertz = masts.map { setup.bands[$0.band].carrier.frequency.gigahertz }
        var start = 0
        while start < swept.cells.count {
            var end = start
            while end < swept.cells.count, swept.cells[end].radial == swept.cells[start].radial { end += 1 }
            sweep(start..<end, masts, shared, fan, station.reachMetres, foot, &results)
            start = end
        }
        for group in shared.radials.flatMap(\.searches).flatMap(\.masts) {
            for number in group.dropFirst() { results[number].outcomes = results[group[0]].outcomes }
        }
        return results
    }

    private func settleWithoutFoot(_ limits: Limits, _ losses: inout Losses) {
        for (index, cell) in swept.cells.enumerated() where cell.distanceMetres <= limits.reachMetres {
            losses.outcomes[index] = .void
        }
    }

    /// Fills one radial and asks it for all cells on it.
    private mutating func sweep(
        _ range: Range<Int>, _ masts: [Mast], _ shared: SharedRadials, _ fan: RadialFan?, _ reachMetres: Double,
        _ foot: PathSample, _ results: inout [Losses]
    ) {
        let ray = RadialRay(
            to: swept.cells[range.upperBound - 1], of: places, from: masts[0], fan: fan, grid: group.terrainGrid,
            reachMetres: reachMetres, window: terrain.tile.window)
        let farthest = swept.cells[range.upperBound - 1].distanceMetres / 1000
        let count = RadialReceiver.points(before: farthest, stepKilometres: ray.stepKilometres)
        for radial in shared.radials {
            let firstVoid =
                count > 0
                ? radial.radial.fill(
                    from: raster, along: ray.line, count: count, stepKilometres: ray.stepKilometres, foot: foot,
                    clutterFreeKilometres: radial.clutterFreeKilometres) : 0
            for search in radial.searches {
                ask(search, radial.radial, range, masts, ray, firstVoid, foot, &results)
            }
        }
    }

    /// Computes the cells of a radial for the masts of one search.
    private mutating func ask(
        _ search: SharedRadials.Search, _ radial: Radial, _ range: Range<Int>, _ masts: [Mast], _ ray: RadialRay,
        _ firstVoid: Int, _ foot: PathSample, _ results: inout [Losses]
    ) {
        receivers.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
        for sharing in search.masts {
            settle(sharing, range, masts, ray, firstVoid, foot, &results)
        }
        // Of the masts that share their limits; mostly all do.
        let deciding = results[search.masts[0][0]].outcomes
        let others = search.masts.dropFirst().map { results[$0[0]].outcomes }
        let first = masts[0]
        for index in range
        where deciding[index] == .modelled || others.contains(where: { $0[index] == .modelled }) {
            let cell = swept.cells[index]
            let points = RadialReceiver.points(before: cell.distanceMetres / 1000, stepKilometres: ray.stepKilometres)
            guard points >= Self.leastPoints else { continue }
            receivers.append(
                RadialReceiver(
                    lengthKilometres: cell.distanceMetres / 1000, place: places.samples[Int(cell.place)],
                    antennaMetres: search.receiverMetres,
                    latitudeDegrees: first.midpointLatitudeDegrees(
                        eastMetres: Double(cell.eastMetres), northMetres: Double(cell.northMetres))))
            slots.append(Int32(index))
        }
        lastRadial = receivers.isEmpty ? nil : radial
        guard !receivers.isEmpty else { return }
        runKernel(search, &results)
        runProfiles(search, radial, masts, &results)
    }

    /// Decides how the losses of masts that share their limits come about, and gives those that need no radial.
    private mutating func settle(
        _ sharing: [Int], _ range: Range<Int>, _ masts: [Mast], _ ray: RadialRay, _ firstVoid: Int,
        _ foot: PathSample, _ results: inout [Losses]
    ) {
        let own = limits[sharing[0]]
        // Taken out for the loop, so that no write asks who else holds them.
        var outcomes: [Outcome] = []
        swap(&outcomes, &results[sharing[0]].outcomes)
        defer { swap(&outcomes, &results[sharing[0]].outcomes) }
        for index in range {
            let cell = swept.cells[index]
            let ground = places.samples[Int(cell.place)].groundMetres
            let points = RadialReceiver.points(before: cell.distanceMetres / 1000, stepKilometres: ray.stepKilometres)
            let rise = ground - foot.groundMetres + own.heightDifferenceMetres
            outcomes[index] = Self.outcome(cell.distanceMetres, rise, own, isVoid: points > firstVoid)
            switch outcomes[index] {
            case .nearField:
                for number in sharing {
                    results[number].lossDB[index] = Float(
                        Self.freeSpaceDB(cell.distanceMetres, rise, gigahertz[number]))
                }
            case .modelled where points < Self.leastPoints:
                for number in sharing {
                    results[number].lossDB[index] = shortPathDB(cell, masts[number], &outcomes[index])
                }
            default: break
            }
        }
    }

    /// Paths with fewer points before the receiver are drawn finer, on the cell's own ray.
    static let leastPoints = 4

    /// How the loss over a distance comes about, to a receiver's antenna that stands `rise` metres higher.
    @inline(__always)
    private static func outcome(_ distance: Double, _ rise: Double, _ limits: Limits, isVoid: Bool) -> Outcome {
        guard distance <= limits.reachMetres else { return .outOfReach }
        guard !rise.isNaN else { return .void }
        // The longer of both lengths that a text may mean: along the ground, and between the antennas.
        guard distance * distance + rise * rise <= limits.farthestMetres * limits.farthestMetres else {
            return .beyondModel
        }
        if distance < limits.nearestMetres { return .nearField }
        return isVoid ? .void : .modelled
    }

    /// Free-space loss; a receiver under the antenna stands at least a metre away from it.
    private static func freeSpaceDB(_ distance: Double, _ rise: Double, _ gigahertz: Double) -> Double {
        let slant = (distance * distance + rise * rise).squareRoot()
        return FreeSpace.lossDB(distanceKilometres: max(1, slant) / 1000, frequencyGigahertz: gigahertz)
    }

    private mutating func shortPathDB(_ cell: SweptCells.Cell, _ mast: Mast, _ outcome: inout Outcome) -> Float {
        guard
            tracer.trace(
                from: mast.plane, to: places.centres[Int(cell.place)], lengthMetres: cell.distanceMetres, over: terrain)
        else {
            outcome = .void
            return 0
        }
        return Float(mast.model.lossDB(over: tracer.profile, terminals: terminals(mast, cell)))
    }

    /// The points of the path to the only cell of a sweep, as its loss was computed.
    func pathToFirst(of mast: Mast) -> PathProfile {
        guard let radial = lastRadial, let receiver = receivers.first else { return tracer.profile }
        var path = PathProfile()
        path.refill(along: radial, over: raster, to: receiver)
        return path
    }

    func terminals(_ mast: Mast, _ cell: SweptCells.Cell) -> PathTerminals {
        PathTerminals(
            transmitterHeightMetres: mast.heightMetres,
            receiverHeightMetres: setup.bands[mast.band].receiverHeight.metres,
            midpointLatitudeDegrees: mast.midpointLatitudeDegrees(
                eastMetres: Double(cell.eastMetres), northMetres: Double(cell.northMetres)))
    }

    /// The masts whose models have a last stage for radials.
    private mutating func runKernel(_ search: SharedRadials.Search, _ results: inout [Losses]) {
        guard let kernel = search.kernel else { return }
        let needed = kernel.count * receivers.count
        if kernelLosses.count < needed {
            kernelLosses.append(contentsOf: repeatElement(0, count: needed - kernelLosses.count))
        }
        kernel.look(antennaMetres: search.antennaMetres)
        let asked = receivers
        var span = kernelLosses.mutableSpan
        kernel.losses(of: asked.span, into: &span)
        for (row, number) in search.kernelMasts.enumerated() {
            let outcomes = results[search.deciding(number)].outcomes
            var lossDB = results[number].lossDB.mutableSpan
            let slots = slots.span
            let found = kernelLosses.span.extracting(row * receivers.count..<(row + 1) * receivers.count)
            // Receivers are asked for where a mast needs them; where all masts agree, each does.
            guard search.masts.count > 1 else {
                for index in found.indices { lossDB[Int(slots[index])] = found[index] }
                continue
            }
            for index in found.indices {
                let slot = Int(slots[index])
                if outcomes[slot] == .modelled { lossDB[slot] = found[index] }
            }
        }
    }

    /// The masts whose models are asked over a profile.
    private mutating func runProfiles(
        _ search: SharedRadials.Search, _ radial: Radial, _ masts: [Mast], _ results: inout [Losses]
    ) {
        guard !search.profileMasts.isEmpty else { return }
        // The arrays of the profile are lent to this loop, so that no path allocates.
        var path = PathProfile()
        swap(&path, &profile)
        defer { swap(&path, &profile) }
        for number in search.profileMasts {
            let outcomes = results[search.deciding(number)].outcomes
            for index in receivers.indices {
                let slot = Int(slots[index])
                guard outcomes[slot] == .modelled else { continue }
                path.refill(along: radial, over: raster, to: receivers[index])
                results[number].lossDB[slot] = Float(
                    masts[number].model.lossDB(over: path, terminals: terminals(masts[number], swept.cells[slot])))
            }
        }
    }
}
