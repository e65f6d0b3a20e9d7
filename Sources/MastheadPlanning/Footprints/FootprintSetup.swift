public import MastheadCore
import MastheadGeo
import MastheadRadio

/// Everything that footprints of candidates share: read only, prepared before the first path.
public struct FootprintSetup: Sendable {
    /// A band on a candidate whose footprint is asked for.
    public struct Emitter: Sendable {
        /// The candidate.
        public let candidate: Int
        /// The band.
        public let band: Int
        /// The station of the register; nil for an offer.
        public let station: Int?
        /// The offer, as an index; nil for a station that stands.
        public let offer: Int?
        /// The station among those of the sweep.
        let swept: Int
    }

    /// The candidates.
    public let candidates: [Candidate]
    /// The offers.
    public let offers: [PlanOffer]
    /// What footprints are asked for, candidate after candidate: what stands there first, then the offers.
    public let emitters: [Emitter]
    /// What is to be served.
    public let demand: PlanDemand

    let sweep: CoverageSetup
    /// SINR that is kept for neighbours' interference, dB.
    let reserveDB: Double
    /// By emitter, and in it by layer of demand: the least level that serves, hundredths of a dBm; nil where the band does
    /// not count for the layer, or never serves.
    let least: [[Int?]]
    /// Emitters of each candidate.
    let ranges: [Range<Int>]
    /// Whether each cell of the grid holds an item.
    let isDemand: [Bool]

    /// Prepares masts and models of all candidates.
    ///
    /// - Parameters:
    ///   - run: The run's setup, with the stations of the register.
    ///   - offers: Sorted by candidate.
    ///   - reserveDB: SINR that is kept for neighbours' interference, dB.
    /// - Throws: `outside-validity` when an antenna's height is beyond the band's model.
    public init(
        run: CoverageSetup, candidates: [Candidate], offers: [PlanOffer], demand: PlanDemand, reserveDB: Double,
        refractivity: (GeographicPosition) -> (deltaN: Double, n0: Double)
    ) throws(MastheadError) {
        self.candidates = candidates
        self.offers = offers
        self.demand = demand
        self.reserveDB = reserveDB
        var stations = run.stations
        var emitters: [Emitter] = []
        var ranges: [Range<Int>] = []
        var next = 0
        for (index, candidate) in candidates.enumerated() {
            let start = emitters.count
            for station in candidate.stations {
                var bands: [Int] = []
                for sector in run.stations[station].sectors where !bands.contains(sector.band) {
                    bands.append(sector.band)
                }
                emitters += bands.map {
                    Emitter(candidate: index, band: $0, station: station, offer: nil, swept: station)
                }
            }
            let first = next
            while next < offers.count, offers[next].candidate == index { next += 1 }
            if next > first {
                let own = (first..<next).map { ($0, offers[$0]) }
                emitters += own.map { number, offer in
                    Emitter(candidate: index, band: offer.band, station: nil, offer: number, swept: stations.count)
                }
                stations.append(
                    Station(
                        id: candidate.id, siteID: candidate.id, position: candidate.position, plane: candidate.plane,
                        region: candidate.region,
                        sectors: own.flatMap { Self.sectors($0.1, band: run.bands[$0.1.band], id: candidate.id) }))
            }
            ranges.append(start..<emitters.count)
        }
        self.emitters = emitters
        self.ranges = ranges
        sweep = try CoverageSetup(
            studyGrid: run.studyGrid, terrain: run.terrain, bands: run.bands, stations: stations,
            toleratesVoids: run.toleratesVoids, rays: run.rays, kinds: run.kinds, refractivity: refractivity)
        least = Self.levels(emitters, stations: stations, demand: demand, run: run, reserveDB: reserveDB)
        isDemand = (0..<demand.grid.cellCount).map { cell in
            demand.layers.contains { !$0.items(in: cell).isEmpty }
        }
    }

    /// Sectors of an offer in its first form; other azimuths and tilts differ in nothing that decides a loss.
    private static func sectors(_ offer: PlanOffer, band: Band, id: String) -> [Sector] {
        antennas(of: offer, band: band, form: offer.forms[0]).enumerated().map {
            Sector(
                ordinal: UInt32($0 + 1), id: "\(id)-\(band.id)/\($0 + 1)", band: offer.band,
                heightMetres: offer.heightMetres,
                transmitter: SectorTransmitter(
                    carrier: band.carrier, power: offer.power, feederLoss: band.feederLoss, antenna: $1,
                    height: Length(metres: offer.heightMetres)),
                azimuth: band.pattern.isDirectional ? $1.azimuth : nil,
                tilt: Angle(radians: $1.mechanicalTilt.radians + $1.electricalTilt.radians))
        }
    }

    /// The antennas of an offer's sectors in one of its forms.
    static func antennas(of offer: PlanOffer, band: Band, form: PlanOffer.Form) -> [MountedAntenna] {
        PlannedAzimuths.degrees(first: form.azimuthDegrees, sectors: offer.sectorCount).map {
            MountedAntenna(
                pattern: band.pattern, azimuth: Angle(degrees: $0), mechanicalTilt: Angle(degrees: form.tiltDegrees),
                electricalTilt: band.electricalTilt)
        }
    }

    private static func levels(
        _ emitters: [Emitter], stations: [Station], demand: PlanDemand, run: CoverageSetup, reserveDB: Double
    ) -> [[Int?]] {
        let served = run.bands.map { ServedLevel($0, kinds: run.kinds, reserveDB: reserveDB) }
        // Few powers occur, so that few levels are looked for.
        var known: [Question: Int?] = [:]
        return emitters.map { emitter in
            let power =
                stations[emitter.swept].sectors.filter { $0.band == emitter.band }
                .map(\.transmitter.resourceElementPowerDBm).min() ?? 0
            return demand.layers.map { layer in
                guard layer.criterion.bands[emitter.band] else { return nil }
                let question = Question(band: emitter.band, kind: layer.criterion.kind, power: power)
                let own: Int?
                if let answer = known[question] {
                    own = answer
                } else {
                    own = served[emitter.band].leastHundredths(kind: question.kind, resourceElementDBm: power)
                    known[question] = own
                }
                return own.map { max($0, layer.criterion.leastHundredthsDBm[emitter.band] ?? .min) }
            }
        }
    }

    private struct Question: Hashable {
        var band: Int
        var kind: Int
        var power: Double
    }

    /// Candidates in pieces of work: those of a square half as wide as the largest radius, so that they share terrain.
    public func blocks() -> [[Int]] {
        let side = max(1000, (sweep.bands.map(\.radius.metres).max() ?? 0) / 2)
        var squares: [Square: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() where !ranges[index].isEmpty {
            let square = Square(
                row: Int((candidate.plane.y / side).rounded(.down)),
                column: Int((candidate.plane.x / side).rounded(.down)))
            squares[square, default: []].append(index)
        }
        // A large square is shared out further: the last threads would wait for it.
        return squares.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.flatMap { _, members in
            stride(from: 0, to: members.count, by: 16).map { Array(members[$0..<min($0 + 16, members.count)]) }
        }
    }

    private struct Square: Hashable {
        var row: Int
        var column: Int
    }
}

/// The azimuths of a station's sectors.
public enum PlannedAzimuths {
    /// Sectors spread evenly from the first one, degrees clockwise from north, 0 up to 360.
    public static func degrees(first: Double, sectors: Int) -> [Double] {
        (0..<sectors).map { (first + 360 * Double($0) / Double(sectors)).truncatingRemainder(dividingBy: 360) }
    }
}
