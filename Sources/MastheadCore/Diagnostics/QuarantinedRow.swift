/// A register row that is not used, with the reason.
public struct QuarantinedRow: Error, Sendable, Codable, Equatable {
    /// The register's file.
    public let file: String
    /// Row as a spreadsheet counts it.
    public let row: Int
    /// Identifier in the row; empty where it has none.
    public let id: String
    /// Stable name of the reason.
    public let code: String
    /// The value and what is wrong with it.
    public let problem: String
    /// What would mend it.
    public let remedy: String

    /// A row that is set aside.
    public init(file: String, row: Int, id: String, code: String, problem: String, remedy: String) {
        self.file = file
        self.row = row
        self.id = id
        self.code = code
        self.problem = problem
        self.remedy = remedy
    }
}
