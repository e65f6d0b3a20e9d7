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
    private let requiredDBm: [Double]
    private var layers: [CoverageTile.Layer]
    private var regions: [Int32: TileSums.Region] = [:]
    private var sectors: [UInt32: TileSums.Sector] = [:]
    private var evaluations = 0

    init(window: GridWindow, census: CensusTile, bands: [Band], kinds: Int = 0) {
        self.window = window
        self.bands = bands
        shares = census.shares
        requiredDBm = bands.map { $0.criterion.requiredMedian.dBm }
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
                services: Array(repeating: covered, count: kinds))
        }
        for share in census.shares {
            var sum =
                regions[share.region]
                ?? TileSums.Region(
                    region: Int(share.region), people: .zero, squareCentimetres: 0,
                    bands: Array(repeating: TileSums.Band(), count: bands.count))
            sum.people += share.people
            sum.squareCentimetres += share.squareCentimetres
            regions[share.region] = sum
        }
    }

    /// Takes in the result of one cell in one band.
    ///
    /// What is decided is decided on the level as it is published, in hundredths of a dB, so that tables and rasters
    /// agree.
    mutating func record(_ result: CellServers.Result, at cell: Int, band: Int) {
        evaluations += result.evaluations
        if result.crossedVoid { caveats.add(PlanningCaveats.voidPath) }
        if result.isBeyondModel { caveats.add(PlanningCaveats.beyondModel) }
        if result.isNearField { caveats.add(PlanningCaveats.nearField) }
        let shareRange = Int(firstShare[cell])..<Int(firstShare[cell + 1])
        guard result.bestServer != 0 else {
            if result.crossedVoid {
                for share in shares[shareRange] {
                    regions[share.region]?.bands[band].unknownPeople += share.people
                }
            }
            return
        }
        let hundredths = Level.hundredths(result.levelDBm)
        let level = Double(hundredths) / 100
        let isCovered = level >= requiredDBm[band]
        layers[band].levelHundredthsDBm[cell] = hundredths
        layers[band].bestServer[cell] = result.bestServer
        layers[band].covered[cell] = isCovered ? 1 : 0
        for kind in layers[band].services.indices { layers[band].services[kind][cell] = isCovered ? 1 : 0 }
        let probability = bands[band].criterion.probability(atMedian: PowerLevel(dBm: level)).fraction
        var served = PersonCount.zero
        for share in shares[shareRange] {
            regions[share.region]?.bands[band].expectedPeople += PersonCount(
                billionths: Int64((Double(share.people.billionths) * probability).rounded()))
            guard isCovered else { continue }
            regions[share.region]?.bands[band].coveredPeople += share.people
            regions[share.region]?.bands[band].coveredSquareCentimetres += share.squareCentimetres
            served += share.people
        }
        if isCovered {
            var sector =
                sectors[result.bestServer]
                ?? TileSums.Sector(ordinal: result.bestServer, cells: 0, people: .zero)
            sector.cells += 1
            sector.people += served
            sectors[result.bestServer] = sector
        }
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
    static func hundredths(_ dBm: Double) -> Int16 {
        Int16(max(-32767, min(32767, (dBm * 100).rounded())))
    }
}
