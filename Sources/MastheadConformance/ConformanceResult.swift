public import MastheadCore

/// What came of one file of vectors under one tolerance.
public struct ConformanceResult: Sendable {
    /// Whether the file was met.
    public enum Verdict: String, Sendable, Codable {
        /// All values are within their tolerance.
        case met
        /// A value is beyond its tolerance, or a row could not be computed.
        case missed
        /// A map that may not be passed on is not installed, so that nothing was compared.
        case notInstalled = "map not installed"
        /// No model of Masthead computes this file yet.
        case notImplemented = "not implemented"
    }

    /// A value that was compared.
    public struct Deviation: Sendable, Codable, Equatable {
        /// The case.
        public let caseID: String
        /// The column.
        public let column: String
        /// What the file says.
        public let expected: Double
        /// What Masthead computed.
        public let computed: Double
        /// The deviation in units of the tolerance: equal to it where it is just allowed.
        public let deviation: Double
    }

    /// The model, or the file's folder where none is there.
    public let model: String
    /// The text with its edition.
    public let edition: String
    /// The file below the folder.
    public let file: String
    /// What was compared: `"loss"`, `"intermediates"`.
    public let subject: String
    /// The number of rows.
    public let cases: Int
    /// The number of values compared.
    public let comparisons: Int
    /// The largest deviation, with its case and column; nil where nothing was compared.
    public let worst: Deviation?
    /// The deviation that 99.9 % of the values do not exceed.
    public let deviation999: Double
    /// The deviation that is allowed.
    public let tolerance: Double
    /// Why this much.
    public let reason: String
    /// Whether the file was met.
    public let verdict: Verdict
    /// Columns of the file that nothing knows.
    public let unknownColumns: [String]
    /// Columns that are known, and are not in the file.
    public let absentColumns: [String]
    /// Columns that are known and are not compared, with the reason.
    public let notCompared: [String: String]
    /// Rows that could not be read or computed.
    public let errors: [MastheadError]
}
