public import MastheadOutput

/// A file that a run depends on: it enters the run's digest by its content.
public struct InputFile: Sendable, Hashable {
    /// What it is for: `"ground"`, `"register"`, `"band template"`.
    public let role: String
    /// The path as the job names it, or the file's path below the folder that the job names.
    public let name: String
    /// The folder that `name` starts from.
    public let base: PathBase
    /// The path that is opened.
    public let path: String
    /// Source and licence as the job states them; nil where it does not.
    public let credit: String?

    /// A file by role, name and path.
    public init(role: String, name: String, base: PathBase = .job, path: String, credit: String? = nil) {
        self.role = role
        self.name = name
        self.base = base
        self.path = path
        self.credit = credit
    }
}
