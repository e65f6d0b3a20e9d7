public import MastheadCore
public import MastheadGeo
public import MastheadPlanning

/// The finished tiles of a run, read one at a time.
public protocol CoverageTiles: Sendable {
    /// The study grid.
    var grid: Grid { get }
    /// The cells of each tile; together they are the grid.
    var windows: [GridWindow] { get }
    /// The tile of an index.
    ///
    /// - Throws: `bad-run` when it is not there whole.
    func tile(_ index: Int) throws(MastheadError) -> CoverageTile
}

/// Everything that the products of a run are made from.
public struct RunContent: Sendable {
    /// The job's name.
    public var job: String
    /// The program that computed, with its version.
    public var software: String
    /// The title of maps.
    public var title: String
    /// All figures, with their definitions.
    public var figures: RunFigures
    /// Levels, best servers and coverage.
    public var tiles: any CoverageTiles
    /// The polygons of each region, in the order of the figures and in the plane of the grid.
    public var borders: [[VectorPolygon]]
    /// The stations of the run, for their places on maps.
    public var stations: [Station]
    /// The ground, for relief on maps.
    public var ground: RasterLayer
    /// Register rows that were set aside.
    public var quarantined: [QuarantinedRow]
    /// Sources and licences as the job states them.
    public var credits: [String]
    /// Folder for scratch files, removed after the run.
    public var scratch: String
    /// Routes and places with their figures; nil for a job without either.
    public var reach: ReachContent?

    /// The content of a run.
    public init(
        job: String, software: String, title: String, figures: RunFigures, tiles: any CoverageTiles,
        borders: [[VectorPolygon]],
        stations: [Station], ground: RasterLayer, quarantined: [QuarantinedRow], credits: [String], scratch: String
    ) {
        self.job = job
        self.software = software
        self.title = title
        self.figures = figures
        self.tiles = tiles
        self.borders = borders
        self.stations = stations
        self.ground = ground
        self.quarantined = quarantined
        self.credits = credits
        self.scratch = scratch
    }
}
