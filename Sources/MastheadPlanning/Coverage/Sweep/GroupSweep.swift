import MastheadCore
import MastheadGeo
import MastheadPropagation
import MastheadRadio

/// Computes all bands of a group at some cells: every station is swept once for all of them.
struct GroupSweep {
    private let setup: CoverageSetup
    private let group: BandGroup
    private let places: CellPlaces
    private var sweep: SiteSweep

    init(setup: CoverageSetup, group: BandGroup, cells: [AreaCell], terrain: TerrainView) {
        self.setup = setup
        self.group = group
        places = CellPlaces(cells, grid: group.grid, terrain: terrain)
        sweep = SiteSweep(setup: setup, group: group, terrain: terrain, places: places)
    }

    /// The signals of the group's bands, in their order; in each, those of the cells in theirs.
    ///
    /// - Parameters:
    ///   - masts: Those that may reach the cells, in the order of the register.
    ///   - isStopped: Asked between stations.
    /// - Throws: `interrupted` when stopped.
    mutating func signals(masts: [Int], isStopped: () -> Bool) throws(MastheadError) -> [[CellSignal]] {
        var fields = group.bands.map { SignalField(places: places.centres.count, sharing: setup.bands[$0].sharing) }
        for place in places.samples.indices where places.samples[place].groundMetres.isNaN {
            for band in fields.indices { fields[band].note(place, crossedVoid: true) }
        }
        for station in SweepStation.stations(masts, setup) {
            if isStopped() { throw TileWorker.stopped }
            let losses = sweep.losses(of: station)
            for (index, mast) in station.masts.enumerated() {
                guard let band = group.bands.firstIndex(of: setup.masts[mast].band) else { continue }
                add(losses[index], of: setup.masts[mast], to: &fields[band])
            }
        }
        return fields.map { $0.signals() }
    }

    /// One mast's offer to the only cell of a sweep, for explanations.
    struct Bid {
        var mast: Int
        var ordinal: UInt32
        var levelDBm: Double
        var lossDB: Double
        var ray: Mast.Ray
        /// The path's points; nil where free space was taken.
        var profile: PathProfile?
        var terminals: PathTerminals
    }

    /// The strongest sector of every mast at the first cell, with its path.
    mutating func bids(masts: [Int]) -> [Bid] {
        var bids: [Bid] = []
        for index in masts {
            let mast = setup.masts[index]
            // All masts of the station in the group decide where its radials run.
            let sharing = setup.masts.indices.filter {
                setup.masts[$0].station == mast.station && group.bands.contains(setup.masts[$0].band)
            }
            let station = SweepStation(masts: [index], reachMetres: SweepStation.reachMetres(of: sharing, setup))
            let losses = sweep.losses(of: station)[0]
            guard let cell = sweep.cells.first, losses.outcomes[0] == .modelled || losses.outcomes[0] == .nearField
            else { continue }
            let ends = PathEnds(
                mast, places: places, receiverMetres: setup.bands[mast.band].receiverHeight.metres, sweep)
            let ray = ends.ray(to: cell)
            let levels = mast.sectors.map { ($0.ordinal, $0.eirpDBm(towards: ray) - Double(losses.lossDB[0])) }
            guard let best = levels.max(by: { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }) else { continue }
            bids.append(
                Bid(
                    mast: index, ordinal: best.0, levelDBm: best.1, lossDB: Double(losses.lossDB[0]), ray: ray,
                    profile: losses.outcomes[0] == .modelled ? sweep.pathToFirst(of: mast) : nil,
                    terminals: sweep.terminals(mast, cell)))
        }
        return bids
    }

    /// Adds the sectors of one mast to the field of its band.
    private func add(_ losses: SiteSweep.Losses, of mast: Mast, to field: inout SignalField) {
        let ends = PathEnds(mast, places: places, receiverMetres: setup.bands[mast.band].receiverHeight.metres, sweep)
        for (index, cell) in sweep.cells.enumerated() {
            let place = Int(cell.place)
            switch losses.outcomes[index] {
            case .outOfReach: continue
            case .beyondModel: field.note(place, crossedVoid: false)
            case .void: field.note(place, crossedVoid: true)
            case .modelled, .nearField:
                field.count(place)
                let ray = ends.ray(to: cell)
                for beam in mast.sectors {
                    let level =
                        beam.eirpDBm(towards: ray) - Double(losses.lossDB[index])
                    field.add(
                        place, ordinal: beam.ordinal, part: beam.part, levelDBm: level,
                        milliwatts: Self.milliwatts(level), resourceElementDBm: beam.resourceElementDBm,
                        isNearField: losses.outcomes[index] == .nearField)
                }
            }
        }
    }

    private static func milliwatts(_ dBm: Double) -> Double {
        Double(WideFunctions.exp10(Wide(repeating: Float(dBm) / 10))[0])
    }
}

/// The antennas at both ends of the paths from a mast.
struct PathEnds {
    private let mast: Mast
    private let places: CellPlaces
    private let receiverMetres: Double
    private let antennaAltitude: Double

    init(_ mast: Mast, places: CellPlaces, receiverMetres: Double, _ sweep: SiteSweep) {
        self.mast = mast
        self.places = places
        self.receiverMetres = receiverMetres
        antennaAltitude = sweep.footMetres + mast.heightMetres
    }

    /// The ray from the mast to a cell.
    @inline(__always)
    func ray(to cell: SweptCells.Cell) -> Mast.Ray {
        mast.ray(
            eastMetres: Double(cell.eastMetres), northMetres: Double(cell.northMetres),
            riseMetres: places.samples[Int(cell.place)].groundMetres + receiverMetres - antennaAltitude)
    }
}
