public import MastheadCore
public import MastheadPlanning

/// How a run is to be done, from the command line; of these, only the form of the rays changes a result.
public struct RunOptions: Sendable, Equatable {
    /// Worker threads; nil for what the job says.
    public var threads: Int?
    /// The engine that computes the tiles, by name.
    public var engine: String
    /// Along which line the terrain of paths is taken.
    public var rays: RayForm

    /// Options of a run.
    public init(threads: Int? = nil, engine: String = "local", rays: RayForm = .nearestRadial) {
        self.threads = threads
        self.engine = engine
        self.rays = rays
    }
}

/// A line of a report: what, how much, and in which unit.
public struct ReportLine: Sendable, Codable, Equatable {
    /// What the line is about: `"population"`.
    public var name: String
    /// The value as it is printed, with its unit.
    public var value: String

    /// A line of a report.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What `masthead check` finds: the job is sound, and this is what it will take.
public struct CheckReport: Sendable, Codable {
    /// The job's name.
    public var job: String
    /// The folder that the run will be written into.
    public var runFolder: String
    /// Cells of the study grid.
    public var cells: Int
    /// Tiles of the study grid.
    public var tiles: Int
    /// Base stations of the register in reach of the study area.
    public var stations: Int
    /// Sectors of these stations.
    public var sectors: Int
    /// Paths for which a loss will be computed, estimated.
    public var evaluations: Int
    /// Peak memory, bytes, estimated.
    public var memoryBytes: Int
    /// Space for the products and unfinished work, bytes, estimated.
    public var diskBytes: Int
    /// Time on this machine, seconds, estimated; nil where no estimate can be made.
    public var seconds: Double?
    /// What was found about the inputs: layers, reference systems, people, rows set aside.
    public var inputs: [ReportLine]
    /// Reservations with their counts and meaning.
    public var caveats: [ReportLine]
    /// What the plan will take; nil for a job without one. The figures above are those of what stands.
    public var plan: PlanCheck?

    /// A report with all its parts.
    public init(
        job: String, runFolder: String, cells: Int, tiles: Int, stations: Int, sectors: Int, evaluations: Int,
        memoryBytes: Int, diskBytes: Int, seconds: Double?, inputs: [ReportLine] = [], caveats: [ReportLine] = [],
        plan: PlanCheck? = nil
    ) {
        self.job = job
        self.runFolder = runFolder
        self.cells = cells
        self.tiles = tiles
        self.stations = stations
        self.sectors = sectors
        self.evaluations = evaluations
        self.memoryBytes = memoryBytes
        self.diskBytes = diskBytes
        self.seconds = seconds
        self.inputs = inputs
        self.caveats = caveats
        self.plan = plan
    }
}

/// What the plan of a job will take, estimated before any path is computed.
public struct PlanCheck: Sendable, Codable, Equatable {
    /// Candidates: counted, or not more than so many where ``isBound`` says so.
    public var candidates: Int
    /// Whether the figures are upper bounds, because the area is too large to look at every cell.
    public var isBound: Bool
    /// Bands on candidates whose footprints are computed, those that stand among them.
    public var footprints: Int
    /// Cells with something to serve in reach of each, added up over the footprints.
    public var cells: Int
    /// Paths for which a loss will be computed.
    public var evaluations: Int
    /// Peak memory of the plan, bytes.
    public var memoryBytes: Int
    /// Time of the plan on this machine, s; nil where no estimate is made.
    public var seconds: Double?
}

/// What a finished run has to say.
public struct RunSummary: Sendable, Codable {
    /// The job's name.
    public var job: String
    /// The folder of the run.
    public var runFolder: String
    /// True where the run was already finished, and nothing was computed.
    public var wasFinished: Bool
    /// Tiles that were taken over from an earlier, interrupted run.
    public var resumedTiles: Int
    /// Paths for which a loss was computed.
    public var evaluations: Int
    /// Wall-clock time, seconds.
    public var seconds: Double
    /// Peak memory, bytes.
    public var peakMemoryBytes: Int
    /// The headline figures, in the order to print.
    public var figures: [ReportLine]
    /// The rows of the table of regions, the header first.
    public var table: [[String]]
    /// Reservations with their counts and meaning.
    public var caveats: [ReportLine]
    /// What the result says no to: a target unmet.
    public var findings: [String]
    /// The map's file; nil where the job writes none.
    public var mapPath: String?
    /// The products, by path.
    public var products: [String]

    /// A summary with all its parts.
    public init(
        job: String, runFolder: String, wasFinished: Bool = false, resumedTiles: Int = 0, evaluations: Int = 0,
        seconds: Double = 0, peakMemoryBytes: Int = 0, figures: [ReportLine] = [], table: [[String]] = [],
        caveats: [ReportLine] = [], findings: [String] = [], mapPath: String? = nil, products: [String] = []
    ) {
        self.job = job
        self.runFolder = runFolder
        self.wasFinished = wasFinished
        self.resumedTiles = resumedTiles
        self.evaluations = evaluations
        self.seconds = seconds
        self.peakMemoryBytes = peakMemoryBytes
        self.figures = figures
        self.table = table
        self.caveats = caveats
        self.findings = findings
        self.mapPath = mapPath
        self.products = products
    }
}

/// What is asked of a finished run.
public enum ExplainQuestion: Sendable, Equatable {
    /// The level at a place.
    case place(GeographicPosition, band: String?)
    /// A site: what stands on it and what it serves.
    case site(String)
    /// A station of the register.
    case station(String)
    /// The density and reach of a region.
    case region(String)
    /// The density and reach of the whole study area.
    case studyArea
}

/// The answer: what is said in words, and the numbers as ledgers.
public struct ExplainAnswer: Sendable, Codable {
    /// The heading: what was asked.
    public var title: String
    /// What is said in words, line by line.
    public var lines: [ReportLine]
    /// The numbers, each with its terms.
    public var ledgers: [Ledger]

    /// An answer with all its parts.
    public init(title: String, lines: [ReportLine] = [], ledgers: [Ledger] = []) {
        self.title = title
        self.lines = lines
        self.ledgers = ledgers
    }
}
