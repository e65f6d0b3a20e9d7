public import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Computes footprints on one thread, with its own readers.
///
/// Only cells with something to serve are computed. Where a band divides the cells, people and routes of a cell count as
/// served where at least half of its parts are, and key points where all are.
public struct FootprintWorker: ~Copyable {
    private let setup: FootprintSetup
    private let readers: GroupReaders

    /// A worker that owns its readers.
    ///
    /// - Throws: As `TerrainReader`.
    public init(_ setup: FootprintSetup) throws(MastheadError) {
        self.setup = setup
        readers = try GroupReaders(setup.sweep)
    }

    /// The footprints of the emitters of some candidates, by emitter.
    ///
    /// - Parameter isStopped: Asked between candidates.
    /// - Throws: `layer-void` at a path over a void unless the job tolerates them; `interrupted` when stopped.
    public mutating func compute(
        _ candidates: [Int], isStopped: () -> Bool
    ) throws(MastheadError) -> [(emitter: Int, footprint: Footprint)] {
        var results: [(emitter: Int, footprint: Footprint)] = []
        for (index, group) in setup.sweep.groups.enumerated() {
            let emitters = candidates.flatMap { setup.ranges[$0] }.filter {
                group.bands.contains(setup.emitters[$0].band)
            }
            guard !emitters.isEmpty else { continue }
            let stations = Self.stations(emitters.map { setup.emitters[$0].swept })
            let masts = setup.sweep.masts.indices.filter {
                group.bands.contains(setup.sweep.masts[$0].band) && stations.contains(setup.sweep.masts[$0].station)
            }
            guard let cells = cells(around: masts) else { continue }
            let terrain = TerrainView(
                tile: try readers[index].reader.tile(
                    group.terrainWindow(cells: group.parts(of: cells), masts: masts.map { setup.sweep.masts[$0] })),
                grid: group.terrainGrid)
            let raster = terrain.raster()
            for station in stations {
                if isStopped() { throw TileWorker.stopped }
                let own = masts.filter { setup.sweep.masts[$0].station == station }
                results += try sweep(
                    own, emitters.filter { setup.emitters[$0].swept == station }, group, terrain, raster)
            }
        }
        return results
    }

    /// The stations, each once, in their order.
    private static func stations(_ all: [Int]) -> [Int] {
        all.reduce(into: []) { if $0.last != $1, !$0.contains($1) { $0.append($1) } }
    }

    /// The window of the study grid that some masts may reach; nil outside it.
    private func cells(around masts: [Int]) -> GridWindow? {
        let grid = setup.demand.grid
        var window: GridWindow?
        for index in masts {
            guard let own = Self.cells(around: setup.sweep.masts[index], grid: grid) else { continue }
            window = window.map { $0.union(own) } ?? own
        }
        return window
    }

    private static func cells(around mast: Mast, grid: Grid) -> GridWindow? {
        // 3 %: how far a plane distance may exceed the true one in the projections that are accepted.
        let reach = mast.reachMetres * 1.03
        let low = grid.cell(at: PlanePoint(x: mast.plane.x - reach, y: mast.plane.y + reach))
        let high = grid.cell(at: PlanePoint(x: mast.plane.x + reach, y: mast.plane.y - reach))
        return GridWindow(
            column: low.column, row: low.row, columns: high.column - low.column + 1, rows: high.row - low.row + 1
        ).intersection(grid.window)
    }

    /// Sweeps one station in a group, and finds the footprint of each of its emitters there.
    private func sweep(
        _ masts: [Int], _ emitters: [Int], _ group: BandGroup, _ terrain: TerrainView, _ raster: TerrainRaster
    ) throws(MastheadError) -> [(emitter: Int, footprint: Footprint)] {
        let reach = SweepStation.reachMetres(of: masts, setup.sweep)
        guard let first = masts.first, let window = cells(around: masts) else { return [] }
        let parts = partsWithDemand(in: window, group: group, around: setup.sweep.masts[first].plane, reach)
        let places = CellPlaces(parts.cells, grid: group.grid, terrain: terrain)
        var sweep = SiteSweep(setup: setup.sweep, group: group, terrain: terrain, places: places, raster: raster)
        let losses = sweep.losses(of: SweepStation(masts: masts, reachMetres: reach))
        var results: [(emitter: Int, footprint: Footprint)] = []
        for number in emitters {
            let emitter = setup.emitters[number]
            var served = ServedParts(parts: parts.owners.count)
            // A station that stands may have sectors of a band at several heights.
            let own = masts.indices.filter { setup.sweep.masts[masts[$0]].band == emitter.band }
            for index in own {
                try refuseVoids(losses[index], emitter: emitter)
                served.add(
                    losses[index], of: setup.sweep.masts[masts[index]], sweep: sweep,
                    ends: PathEnds(
                        setup.sweep.masts[masts[index]], places: places,
                        receiverMetres: setup.sweep.bands[emitter.band].receiverHeight.metres, sweep))
            }
            results.append((number, footprint(of: number, served, parts, group)))
        }
        return results
    }

    /// The best form of an emitter: the azimuth and tilt with which it serves most alone.
    private func footprint(
        of number: Int, _ served: ServedParts, _ parts: Parts, _ group: BandGroup
    ) -> Footprint {
        let emitter = setup.emitters[number]
        let counter = FootprintCounter(
            demand: setup.demand, least: setup.least[number], owners: parts.owners, parts: group.parts)
        let link = setup.sweep.bands[emitter.band].link
        let reserve = setup.reserveDB
        func throughput(_ hundredths: Int16) -> Double {
            link.map { $0.downlinkKilobitsPerSecond(sinrDB: Double(hundredths) / 100 - $0.noiseDBm - reserve) / 1000 }
                ?? 0
        }
        guard let index = emitter.offer else {
            let levels = served.levels(antennas: nil)
            let sectors = setup.sweep.stations[emitter.swept].sectors.count { $0.band == emitter.band }
            return Footprint(
                azimuthDegrees: [], tiltDegrees: 0,
                megabits: Double(sectors) * counter.meanMegabits(levels, throughput),
                runs: counter.runs(levels))
        }
        let offer = setup.offers[index]
        let band = setup.sweep.bands[emitter.band]
        var best: (value: Double, form: PlanOffer.Form, levels: [Int16])?
        for form in offer.forms {
            let levels = served.levels(antennas: FootprintSetup.antennas(of: offer, band: band, form: form))
            let value = counter.value(levels)
            if value > best?.value ?? -1 { best = (value, form, levels) }
        }
        guard let best else { return Footprint(azimuthDegrees: [], tiltDegrees: 0, megabits: 0, runs: []) }
        return Footprint(
            azimuthDegrees: band.pattern.isDirectional
                ? PlannedAzimuths.degrees(first: best.form.azimuthDegrees, sectors: offer.sectorCount) : [],
            tiltDegrees: best.form.tiltDegrees,
            megabits: Double(offer.sectorCount) * counter.meanMegabits(best.levels, throughput),
            runs: counter.runs(best.levels))
    }

    /// Parts of cells with something to serve, row by row of the cells, and the cell that each belongs to.
    struct Parts {
        var cells: [AreaCell] = []
        var owners: [Int32] = []
    }

    private func partsWithDemand(
        in window: GridWindow, group: BandGroup, around plane: PlanePoint, _ reachMetres: Double
    ) -> Parts {
        let grid = setup.demand.grid
        // A cell's parts lie within its diagonal.
        let reach = reachMetres * 1.03 + 1.5 * grid.cellMetres
        var parts = Parts()
        let k = group.refinement
        for row in window.row..<window.row + window.rows {
            for column in window.column..<window.column + window.columns {
                let cell = row * grid.columns + column
                guard setup.isDemand[cell] else { continue }
                let centre = grid.centre(column: column, row: row)
                let (dx, dy) = (centre.x - plane.x, centre.y - plane.y)
                guard dx * dx + dy * dy <= reach * reach else { continue }
                for y in 0..<k {
                    for x in 0..<k {
                        parts.cells.append(
                            AreaCell(column: column * k + x, row: row * k + y, index: parts.cells.count))
                        parts.owners.append(Int32(cell))
                    }
                }
            }
        }
        return parts
    }

    private func refuseVoids(_ losses: SiteSweep.Losses, emitter: FootprintSetup.Emitter) throws(MastheadError) {
        guard !setup.sweep.toleratesVoids, losses.outcomes.contains(.void) else { return }
        throw MastheadError(
            .layerVoid,
            "a path from candidate \(setup.candidates[emitter.candidate].id) crosses a void of the ground layer",
            remedy: "Fill the void in the ground layer, or set layers.ground.voids to caveat.")
    }
}
