import MastheadCore
import MastheadGeo
import MastheadRadio

/// A cell of the study area within a tile.
struct AreaCell {
    /// Column and row of the study grid.
    let column: Int
    let row: Int
    /// Row-major index within the tile.
    let index: Int
}

/// Collects the results of a tile's cells into layers and sums.
struct TileTally {
    let areaCells: [AreaCell]
    var caveats = Caveats()

    private let window: GridWindow
    private let shares: [CellShare]
    /// Index of the first share of each cell; one more entry than cells.
    private let firstShare: [Int32]
    private let bands: [Band]
    private let services: [BandService]
    private let kinds: Int
    private var layers: [CoverageTile.Layer]
    private var regions: [Int32: TileSums.Region] = [:]
    private var sectors: [UInt32: TileSums.Sector] = [:]
    private var evaluations = 0

    init(window: GridWindow, census: CensusTile, bands: [Band], kinds: [ServiceKind] = ServiceKind.usual) {
        self.window = window
        self.bands = bands
        shares = census.shares
        services = bands.map { BandService(band: $0, kinds: kinds) }
        self.kinds = kinds.count
        var first = [Int32](repeating: 0, count: window.cellCount + 1)
        for share in census.shares { first[Int(share.cell) + 1] += 1 }
        for index in 1..<first.count { first[index] += first[index - 1] }
        firstShare = first
        areaCells = (0..<window.cellCount).filter { first[$0 + 1] > first[$0] }.map {
            AreaCell(column: window.column + $0 % window.columns, row: window.row + $0 / window.columns, index: $0)
        }
        var covered = [UInt8](repeating: 255, count: window.cellCount)
        for cell in areaCells { covered[cell.index] = 0 }
        layers = bands.map { _ in
            CoverageTile.Layer(
                levelHundredthsDBm: Array(repeating: CoverageTile.noLevel, count: window.cellCount),
                bestServer: Array(repeating: 0, count: window.cellCount), covered: covered,
                services: Array(repeating: covered, count: kinds.count))
        }
        var empty = TileSums.Band()
        empty.services = Array(repeating: TileSums.Service(), count: kinds.count)
        for share in census.shares {
            var sum =
                regions[share.region]
                ?? TileSums.Region(
                    region: Int(share.region), people: .zero, squareCentimetres: 0,
                    bands: Array(repeating: empty, count: bands.count),
                    anyBand: Array(repeating: TileSums.Service(), count: kinds.count))
            sum.people += share.people
            sum.squareCentimetres += share.squareCentimetres
            regions[share.region] = sum
        }
    }

    /// Takes in the result of one cell in one band.
    ///
    /// What is decided is decided on the level as it is published, in hundredths of a dB, so that tables and rasters
    /// agree.
    ///
    /// - Parameters:
    ///   - parts: One signal for each part of the cell, row-major; one for a cell that is left whole.
    ///   - centre: The part whose level, server and cover are those of the cell.
    mutating func record(parts: some Collection<CellSignal>, centre: Int, at cell: Int, band: Int) {
        evaluations += parts.reduce(0) { $0 + $1.evaluations }
        if parts.contains(where: \.crossedVoid) { caveats.add(PlanningCaveats.voidPath) }
        if parts.contains(where: \.isBeyondModel) { caveats.add(PlanningCaveats.beyondModel) }
        if parts.contains(where: \.isNearField) { caveats.add(PlanningCaveats.nearField) }
        var (covered, unknown, probability) = (0, 0, 0.0)
        /// Parts in which each kind is served.
        var served = [Int](repeating: 0, count: kinds)
        /// Parts that each sector covers.
        var servers: [UInt32: Int] = [:]
        for part in parts {
            guard part.bestServer != 0 else {
                if part.crossedVoid { unknown += 1 }
                continue
            }
            let outcome = services[band].outcome(of: PublishedSignal(part, link: bands[band].link))
            probability += outcome.probability
            for kind in 0..<kinds where outcome.served & (1 << UInt8(kind)) != 0 { served[kind] += 1 }
            guard outcome.isCovered else { continue }
            covered += 1
            servers[part.bestServer, default: 0] += 1
        }
        for kind in 0..<kinds { layers[band].services[kind][cell] = UInt8(served[kind]) }
        record(centre: parts[parts.index(parts.startIndex, offsetBy: centre)], at: cell, band: band)
        let count = parts.count
        var servedPeople = PersonCount.zero
        for share in shares[Int(firstShare[cell])..<Int(firstShare[cell + 1])] {
            let people = Self.share(share.people.billionths, covered, of: count)
            regions[share.region]?.bands[band].unknownPeople += PersonCount(
                billionths: Self.share(share.people.billionths, unknown, of: count))
            regions[share.region]?.bands[band].expectedPeople += PersonCount(
                billionths: Int64((Double(share.people.billionths) * (probability / Double(count))).rounded()))
            regions[share.region]?.bands[band].coveredPeople += PersonCount(billionths: people)
            regions[share.region]?.bands[band].coveredSquareCentimetres += Self.share(
                share.squareCentimetres, covered, of: count)
            servedPeople += PersonCount(billionths: people)
            for kind in 0..<kinds {
                regions[share.region]?.bands[band].services[kind] += Self.part(share, served[kind], of: count)
            }
        }
        // The sector that covers most of the parts has the cell; the lower ordinal wins a tie.
        guard let best = servers.max(by: { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key })?.key
        else { return }
        var sector = sectors[best] ?? TileSums.Sector(ordinal: best, cells: 0, people: .zero)
        sector.cells += 1
        sector.people += servedPeople
        sectors[best] = sector
    }

    private mutating func record(centre: CellSignal, at cell: Int, band: Int) {
        guard centre.bestServer != 0 else { return }
        let published = PublishedSignal(centre, link: bands[band].link)
        let outcome = services[band].outcome(of: published)
        layers[band].levelHundredthsDBm[cell] = published.levelHundredthsDBm
        layers[band].sinrHundredthsDB[cell] = published.sinrHundredthsDB ?? CoverageTile.noLevel
        layers[band].bestServer[cell] = centre.bestServer
        layers[band].covered[cell] = outcome.isCovered ? 1 : 0
        layers[band].limits[cell] = bands[band].link == nil ? 255 : outcome.limit.rawValue
    }

    /// A share of the people and the area of a cell in a region.
    private static func part(_ share: CellShare, _ some: Int, of all: Int) -> TileSums.Service {
        var service = TileSums.Service()
        service.people = PersonCount(billionths: Self.share(share.people.billionths, some, of: all))
        service.squareCentimetres = Self.share(share.squareCentimetres, some, of: all)
        return service
    }

    /// Adds what any band serves, once all bands are recorded: of a cell, as many parts as the band that serves most.
    mutating func recordAnyBand() {
        for cell in areaCells {
            for kind in 0..<kinds {
                var best = (served: 0, parts: 1)
                for (band, layer) in layers.enumerated() {
                    let served = Int(layer.services[kind][cell.index])
                    let parts = bands[band].parts
                    if served * best.parts > best.served * parts { best = (served, parts) }
                }
                guard best.served > 0 else { continue }
                for share in shares[Int(firstShare[cell.index])..<Int(firstShare[cell.index + 1])] {
                    regions[share.region]?.anyBand[kind] += Self.part(share, best.served, of: best.parts)
                }
            }
        }
    }

    /// A number's share of some parts among all, to the nearest whole.
    private static func share(_ number: Int64, _ some: Int, of all: Int) -> Int64 {
        // 225 parts of 10¹⁴ billionths stay well inside 64 bits.
        (number * Int64(some) + Int64(all) / 2) / Int64(all)
    }

    /// The finished tile.
    func tile() -> CoverageTile {
        CoverageTile(
            window: window, layers: layers,
            sums: TileSums(
                regions: regions.values.sorted { $0.region < $1.region },
                sectors: sectors.values.sorted { $0.ordinal < $1.ordinal },
                areaCells: areaCells.count, evaluations: evaluations, caveats: caveats))
    }
}

/// Levels as they are published.
enum Level {
    /// A level in hundredths of a dBm, to the nearest; what lies beyond the format's ±327 dBm is held at its end.
    @inline(__always)
    static func hundredths(_ dBm: Double) -> Int16 {
        // To the nearest, halves away from zero, without a call of the C library.
        let scaled = max(-32767, min(32767, dBm * 100))
        return Int16(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    }
}
