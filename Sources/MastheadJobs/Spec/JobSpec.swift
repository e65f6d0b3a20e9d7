public import MastheadCore

/// What is asked: a job exactly as the user wrote it, every value with its place.
public struct JobSpec: Sendable {
    /// The job file, as it was named.
    public let file: String
    /// The file as it was read, for digests.
    public let bytes: [UInt8]
    /// The job's name; the folder of its runs is called after it.
    public let name: Entry<String>
    /// The title of its maps; the name where none is written.
    public let title: Entry<String>
    /// The regions that figures are given for.
    public let regions: RegionsSpec
    /// The study grid.
    public let grid: GridSpec
    /// The rasters.
    public let layers: LayersSpec
    /// The refractivity of the air.
    public let atmosphere: AtmosphereSpec
    /// The bands to compute, at least one.
    public let bands: [BandSpec]
    /// Kinds of vehicles with the loss into them; nil for the usual ones.
    public let vehicles: [NamedEntry<Decibels>]?
    /// The registers of base stations; at least one where there is no plan.
    public let register: [RegisterSpec]
    /// The layers of routes; none where their reach is not asked for.
    public let routes: [FeatureSpec]
    /// The layers of places.
    public let places: [FeatureSpec]
    /// Counting rule and target.
    public let density: DensitySpec
    /// The sites to be chosen; nil for a run of what stands.
    public let plan: PlanSpec?
    /// What a run bears.
    public let limits: LimitsSpec
    /// The products to write, by name; nil for all.
    public let products: Entry<[Entry<String>]>?
    /// The folder that runs are written into.
    public let output: Entry<JobPath>
    /// How the work is done.
    public let run: RunSpec

    /// Reads a job file.
    ///
    /// - Throws: `missing-file`, or `bad-job` and `bad-quantity` with all errors of the file together.
    public static func read(path: String) throws(MastheadError) -> JobSpec {
        try decode(YAMLDocument(path: path, what: "job"))
    }

    /// Reads the text of a job file; relative paths are relative to the folder of `path`.
    public static func read(bytes: [UInt8], path: String) throws(MastheadError) -> JobSpec {
        try decode(YAMLDocument(bytes: bytes, path: path, what: "job"))
    }

    private static func decode(_ document: YAMLDocument) throws(MastheadError) -> JobSpec {
        let errors = ErrorList()
        let reading = NodeReading(node: document.root, place: document.place, errors: errors, example: "")
        let parts = JobKeys.group.read(reading)
        if let error = errors.combined(file: document.place.file) { throw error }
        guard let parts else {
            throw MastheadError(
                .internalFault, "the job was not read, and no error says why", at: .file(document.place.file),
                remedy: "Report this with the job file.")
        }
        return parts.spec(of: document)
    }
}
