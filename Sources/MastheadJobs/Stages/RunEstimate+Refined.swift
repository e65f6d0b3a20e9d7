import MastheadCore
import MastheadGeo
import MastheadPlanning

/// What the parts of divided cells take on the disk.
enum RefinedDisk {
    /// The side of a block of a raster's scratch file, in pixels; a block is written whole once a part of it is.
    private static let blockSide = 256

    /// A bound for the levels in the tiles, the scratch file of one raster at a time, and the products.
    ///
    /// A raster has no bytes where no site reaches, so that its size follows the sites and not the area: the disc of a site
    /// with radius R and parts of side p touches at most (2 R / (256 p) + 2)² blocks of 256 × 256 × 2 B.
    static func bytes(_ job: ResolvedJob, parts: Int) -> Int {
        var scratch = 0
        for group in job.setup.groups where group.isRefined {
            for band in group.bands {
                let reach = 2 * job.setup.bands[band].radius.metres / (Double(blockSide) * group.grid.cellMetres)
                let blocks = Int((reach + 2).rounded(.up))
                let sites = job.setup.stations.count { $0.sectors.contains { $0.band == band } }
                let whole = group.grid.cellCount * 2 + blockSide * blockSide * 2
                scratch = max(scratch, min(whole, sites * blocks * blocks * blockSide * blockSide * 2))
            }
        }
        // In the tiles, and once more in the products: levels compress to about half, overviews add a third.
        return scratch + parts * 4
    }
}

/// What the parts around a few sites take, spread evenly over the register.
struct RefinedSample {
    /// Paths per part after the exact cut.
    private(set) var evaluationsPerPart = 0.0
    /// Time per part on one thread, s.
    private(set) var secondsPerPart = 0.0

    /// The most sites that are tried.
    private static let sites = 12

    /// Computes a patch around sites until enough of them reach a part, or some seconds are spent.
    init(_ job: ResolvedJob) throws(MastheadError) {
        let setup = job.setup
        guard setup.groups.contains(where: \.isRefined) else { return }
        let refined = Set(setup.groups.filter(\.isRefined).flatMap(\.bands))
        let stations = setup.stations.filter { $0.sectors.contains { refined.contains($0.band) } }
        guard !stations.isEmpty else { return }
        var worker = try TileWorker(setup: setup, census: try CensusReader(plan: job.census))
        let clock = ContinuousClock()
        var (parts, evaluations, spent) = (0, 0, Duration.zero)
        for number in 0..<min(Self.sites, stations.count) where spent < .seconds(3) {
            let station = stations[number * stations.count / min(Self.sites, stations.count)]
            let cell = setup.studyGrid.cell(at: station.plane)
            let around = GridWindow(column: cell.column - 2, row: cell.row - 2, columns: 5, rows: 5)
            guard let patch = around.intersection(setup.studyGrid.window) else { continue }
            let start = clock.now
            let tile = try worker.compute(patch, groups: \.isRefined, isStopped: { false })
            spent += start.duration(to: clock.now)
            parts += tile.fine.reduce(0) { $0 + $1.levelHundredthsDBm.count }
            evaluations += tile.sums.evaluations
        }
        guard parts > 0 else { return }
        evaluationsPerPart = Double(evaluations) / Double(parts)
        secondsPerPart = spent / .seconds(1) / Double(parts)
    }
}
