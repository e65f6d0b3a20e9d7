public import MastheadCore
public import MastheadGeo
public import MastheadPlanning

/// A site plan as a file for programs: whole numbers, keys sorted, with the version of its form.
public struct PlanFile: Sendable, Codable {
    /// The version that this program writes and reads; it grows when a key changes its meaning or goes.
    public static let currentFormat = 1

    /// The name of the file.
    public static let fileName = "plan.json"

    /// The version of the file's form.
    public var format: Int
    /// The job's name.
    public var job: String
    /// The program that computed, with its version.
    public var software: String
    /// The study grid, in whose plane positions are given.
    public var grid: Grid
    /// What the figures mean.
    public var definitions: Definitions
    /// People of the study area.
    public var people: PersonCount
    /// The plan.
    public var plan: SitePlan

    /// The file of a plan.
    public init(_ content: PlanContent) {
        format = Self.currentFormat
        job = content.job
        software = content.software
        grid = content.grid
        definitions = content.definitions
        people = content.people
        plan = content.plan
    }

    /// Reads a plan from the folder of its products.
    ///
    /// - Throws: `bad-run` when the file is missing, damaged, or of another version.
    public static func read(from folder: String) throws(MastheadError) -> PlanFile {
        let path = "\(folder)/\(fileName)"
        let version = try JSONFile.read(Version.self, from: path).format
        guard version == currentFormat else {
            throw MastheadError(
                .badRun, "the plan has format \(version), and this program reads format \(currentFormat)",
                at: .file(path), remedy: "Make the plan again with this program.")
        }
        return try JSONFile.read(PlanFile.self, from: path)
    }

    /// The part that every version has.
    private struct Version: Decodable {
        var format: Int
    }

    static let entry = PlanProductEntry(
        id: "plan-json", fileName: fileName, format: "JSON, whole numbers, keys sorted",
        unit: "billionths of a person, mm",
        summary: "The plan itself, exact, with definitions, grid and format version; always written.",
        opening: "Any browser or program.", isAlwaysWritten: true
    ) { (content, folder) throws(MastheadError) in
        try AtomicFile.write(JSONFile.text(PlanFile(content)), to: "\(folder)/\(fileName)")
        return [fileName]
    }
}
