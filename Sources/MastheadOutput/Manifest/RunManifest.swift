import MastheadCore
public import MastheadGeo
public import MastheadPlanning

/// The folder that a path of a manifest starts from.
public enum PathBase: String, Sendable, Codable, Hashable {
    /// The folder of the job file; an absolute path stands for itself.
    case job
    /// The folder of the project that holds `Jobs` and `Geo`.
    case project
}

/// How every number of a run came about; written last, so that a run with a manifest is complete.
///
/// Everything but `clock` is the same for two runs of one job.
public struct RunManifest: Sendable, Codable {
    /// A file that the run depended on.
    public struct Input: Sendable, Codable, Equatable {
        /// What it is for.
        public var role: String
        /// The path as the job names it.
        public var name: String
        /// The folder that `name` starts from.
        public var base: PathBase
        /// Size in bytes.
        public var bytes: Int
        /// SHA-256 as hexadecimal digits.
        public var sha256: String
        /// Source and licence as the job states them.
        public var credit: String?

        /// A file by role, name and content.
        public init(role: String, name: String, base: PathBase, bytes: Int, sha256: String, credit: String?) {
            self.role = role
            self.name = name
            self.base = base
            self.bytes = bytes
            self.sha256 = sha256
            self.credit = credit
        }
    }

    /// The program that computed.
    public struct Software: Sendable, Codable, Equatable {
        /// Version of Masthead.
        public var masthead: String
        /// Version of GDAL.
        public var gdal: String
        /// Version of PROJ.
        public var proj: String

        /// Versions by name.
        public init(masthead: String, gdal: String, proj: String) {
            self.masthead = masthead
            self.gdal = gdal
            self.proj = proj
        }
    }

    /// A counted reservation with its meaning.
    public struct CaveatCount: Sendable, Codable, Equatable {
        /// Stable name.
        public var code: String
        /// How many cells, rows or paths it touches.
        public var count: Int
        /// What it means for the reader.
        public var meaning: String

        /// A reservation by name, count and meaning.
        public init(code: String, count: Int, meaning: String) {
            self.code = code
            self.count = count
            self.meaning = meaning
        }
    }

    /// The check of the people in the study area against their source.
    public struct Population: Sendable, Codable, Equatable {
        /// People of the source over the regions, added up in the source's own cells.
        public var sourcePersons: Double
        /// People in the cells of the study grid.
        public var studyAreaPersons: Double
        /// Their difference as a share of the source; the run refuses above 1e-6.
        public var relativeDifference: Double

        /// The two totals.
        public init(source: PersonCount, studyArea: PersonCount) {
            sourcePersons = source.persons
            studyAreaPersons = studyArea.persons
            relativeDifference = source.persons > 0 ? abs((studyArea - source).persons) / source.persons : 0
        }
    }

    /// The register's rows.
    public struct Register: Sendable, Codable, Equatable {
        /// Rows read.
        public var rows: Int
        /// Rows set aside; quarantine.csv tells why.
        public var quarantined: Int
        /// Stations used.
        public var stations: Int
        /// Sectors used.
        public var sectors: Int

        /// Counts of a register.
        public init(rows: Int, quarantined: Int, stations: Int, sectors: Int) {
            self.rows = rows
            self.quarantined = quarantined
            self.stations = stations
            self.sectors = sectors
        }
    }

    /// Everything about the run that depends on the machine and the hour.
    public struct Clock: Sendable, Codable {
        /// When the run began, UTC, ISO 8601.
        public var started: String
        /// When the manifest was written, UTC, ISO 8601.
        public var finished: String
        /// Seconds spent in each stage by the process that finished the run.
        public var stageSeconds: [String: Double]
        /// Threads of that process.
        public var threads: Int
        /// The most memory that it held, bytes.
        public var peakMemoryBytes: Int
        /// Tiles that an earlier, interrupted process had finished.
        public var resumedTiles: Int
        /// The machine's name.
        public var host: String

        /// What the clock and the machine say.
        public init(
            started: String, finished: String, stageSeconds: [String: Double], threads: Int, peakMemoryBytes: Int,
            resumedTiles: Int, host: String
        ) {
            self.started = started
            self.finished = finished
            self.stageSeconds = stageSeconds
            self.threads = threads
            self.peakMemoryBytes = peakMemoryBytes
            self.resumedTiles = resumedTiles
            self.host = host
        }
    }

    /// The job's name.
    public var job: String
    /// The run's identifier: a digest of the job, its inputs and the versions.
    public var run: String
    /// The job file, seen from the run's folder.
    public var jobFile: String
    /// The program.
    public var software: Software
    /// Every file that the run depended on.
    public var inputs: [Input]
    /// Every value of the resolved job by its key, with its unit; nil where the job file alone tells.
    public var parameters: [String: String]?
    /// What was decided by default or found in place of a stated value.
    public var decisions: [String: String]
    /// What every figure means.
    public var definitions: Definitions
    /// The study grid.
    public var grid: Grid
    /// Spacing of the terrain along paths, m.
    public var terrainStepMetres: Double
    /// Cells of the study area.
    public var areaCells: Int
    /// Paths whose loss was computed.
    public var evaluations: Int
    /// The check of the people.
    public var population: Population
    /// The register's rows.
    public var register: Register
    /// Reach and density of the study area.
    public var total: RegionFigures
    /// Reservations, by name.
    public var caveats: [CaveatCount]
    /// What the result says no to.
    public var findings: [String]
    /// The products with their digests.
    public var products: [ProductWriter.WrittenFile]
    /// What depends on the machine and the hour; everything else does not.
    public var clock: Clock

    /// A manifest with all its parts.
    public init(
        job: String, run: String, jobFile: String, software: Software, inputs: [Input],
        parameters: [String: String]? = nil, decisions: [String: String],
        definitions: Definitions, grid: Grid, terrainStepMetres: Double, areaCells: Int, evaluations: Int,
        population: Population, register: Register, total: RegionFigures, caveats: [CaveatCount],
        findings: [String], products: [ProductWriter.WrittenFile], clock: Clock
    ) {
        self.job = job
        self.run = run
        self.jobFile = jobFile
        self.software = software
        self.inputs = inputs
        self.parameters = parameters
        self.decisions = decisions
        self.definitions = definitions
        self.grid = grid
        self.terrainStepMetres = terrainStepMetres
        self.areaCells = areaCells
        self.evaluations = evaluations
        self.population = population
        self.register = register
        self.total = total
        self.caveats = caveats
        self.findings = findings
        self.products = products
        self.clock = clock
    }
}
