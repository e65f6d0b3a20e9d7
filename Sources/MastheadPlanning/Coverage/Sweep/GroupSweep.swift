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
    /// Swept cells that get a level from the mast at hand.
    private var chosen: [Int] = []

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
            let levels = mast.sectors.map { ($0.ordinal, Double(Float($0.eirpDBm(towards: ray)) - losses.lossDB[0])) }
            guard let best = levels.max(by: { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }) else { continue }
            bids.append(
                Bid(
                    mast: index, ordinal: best.0, levelDBm: best.1, lossDB: Double(losses.lossDB[0]), ray: ray,
                    profile: losses.outcomes[0] == .modelled ? sweep.pathToFirst(of: mast) : nil,
                    terminals: sweep.terminals(mast, cell)))
        }
        return bids
    }

    /// Adds the sectors of one mast to the field of its band: where even the peak of their patterns would change nothing,
    /// they are not looked at.
    private mutating func add(_ losses: SiteSweep.Losses, of mast: Mast, to field: inout SignalField) {
        chosen.removeAll(keepingCapacity: true)
        for (index, cell) in sweep.cells.enumerated() {
            switch losses.outcomes[index] {
            case .outOfReach: continue
            case .beyondModel: field.note(Int(cell.place), crossedVoid: false)
            case .void: field.note(Int(cell.place), crossedVoid: true)
            case .modelled, .nearField:
                field.count(Int(cell.place))
                // 0.001 dB: more than a level is rounded by.
                let most = mast.peakDBm - Double(losses.lossDB[index]) + 1e-3
                if !field.ignores(Int(cell.place), levelDBm: most) { chosen.append(index) }
            }
        }
        let ends = PathEnds(
            mast, places: places, receiverMetres: setup.bands[mast.band].receiverHeight.metres, sweep)
        var directions = Directions(count: chosen.count)
        for (number, index) in chosen.enumerated() { directions.set(ends.ray(to: sweep.cells[index]), number) }
        for beam in mast.sectors {
            directions.look(along: beam.antenna)
            for start in stride(from: 0, to: chosen.count, by: 16) {
                let lanes = min(16, chosen.count - start)
                var levels = Wide(repeating: -300)
                for lane in 0..<lanes {
                    let gain = directions.gainDBi[start + lane]
                    levels[lane] = Float(beam.resourceElementDBm + gain) - losses.lossDB[chosen[start + lane]]
                }
                let powers = WideFunctions.exp10(levels * Wide(repeating: 0.1))
                for lane in 0..<lanes {
                    let index = chosen[start + lane]
                    field.add(
                        Int(sweep.cells[index].place), ordinal: beam.ordinal, part: beam.part,
                        levelDBm: Double(levels[lane]), milliwatts: Double(powers[lane]),
                        resourceElementDBm: beam.resourceElementDBm,
                        isNearField: losses.outcomes[index] == .nearField)
                }
            }
        }
    }
}

/// Directions from a mast to many cells, and the gains of an antenna towards them.
private struct Directions {
    private var azimuthRadians: [Double]
    private var elevationRadians: [Double]
    private(set) var gainDBi: [Double]

    init(count: Int) {
        azimuthRadians = Array(repeating: 0, count: count)
        elevationRadians = Array(repeating: 0, count: count)
        gainDBi = Array(repeating: 0, count: count)
    }

    mutating func set(_ ray: Mast.Ray, _ index: Int) {
        azimuthRadians[index] = ray.azimuthRadians
        elevationRadians[index] = ray.elevationRadians
    }

    mutating func look(along antenna: MountedAntenna) {
        let (azimuths, elevations) = (azimuthRadians, elevationRadians)
        var gains = gainDBi.mutableSpan
        antenna.gains(azimuthRadians: azimuths.span, elevationRadians: elevations.span, into: &gains)
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
