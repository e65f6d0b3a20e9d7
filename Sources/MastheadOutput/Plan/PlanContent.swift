import MastheadCore
public import MastheadGeo
public import MastheadPlanning

/// Everything that the products of a site plan are made from.
public struct PlanContent: Sendable {
    /// A region with its area.
    public struct Region: Sendable {
        /// Identifier in its source.
        public var id: String
        /// Name in its source.
        public var name: String
        /// Its polygons in the plane of the grid.
        public var polygons: [VectorPolygon]

        /// A region by its parts.
        public init(id: String, name: String, polygons: [VectorPolygon]) {
            self.id = id
            self.name = name
            self.polygons = polygons
        }
    }

    /// The job's name.
    public var job: String
    /// The program that computed, with its version.
    public var software: String
    /// The title of map and plot.
    public var title: String
    /// The plan.
    public var plan: SitePlan
    /// What its figures mean.
    public var definitions: Definitions
    /// People of the study area, served or not: what shares of people are shares of.
    public var people: PersonCount
    /// The study grid.
    public var grid: Grid
    /// The regions, in the order of the job.
    public var regions: [Region]
    /// The stations that stand before the plan, for their places on the map.
    public var stations: [Station]
    /// The ground, for relief on the map.
    public var ground: RasterLayer
    /// Sources and licences as the job states them.
    public var credits: [String]
    /// Every candidate with what came of it; none where only the plan is known.
    public var candidates: [ReviewedCandidate] = []
    /// The bands that the plan may build, by name.
    public var planBands: [String] = []

    /// The content of a plan.
    public init(
        job: String, software: String, title: String, plan: SitePlan, definitions: Definitions, people: PersonCount,
        grid: Grid, regions: [Region], stations: [Station], ground: RasterLayer, credits: [String]
    ) {
        self.job = job
        self.software = software
        self.title = title
        self.plan = plan
        self.definitions = definitions
        self.people = people
        self.grid = grid
        self.regions = regions
        self.stations = stations
        self.ground = ground
        self.credits = credits
    }

    /// The name of a region; its identifier where it is not among the content's regions.
    func regionName(_ id: String) -> String { regions.first { $0.id == id }?.name ?? id }
}
