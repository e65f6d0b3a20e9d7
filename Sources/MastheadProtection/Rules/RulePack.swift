/// One instrument of law or practice as data: its date, and the criteria that its articles set.
public struct RulePack: Sendable, Hashable {
    /// The pack's name, that of its file.
    public let id: String
    /// The instrument in words: `"Recommendation ITU-R RA.769-2"`.
    public let instrument: String
    /// What it is for, one sentence.
    public let title: String
    /// Date of the edition, as `YYYY-MM-DD`.
    public let date: String
    /// What its user has to know: what was not read, what must be filled in; empty where there is nothing.
    public let remarks: [String]
    /// The criteria, in the order of the file.
    public let criteria: [Criterion]
    /// The criteria of which a number is still to be set, in the order of the file; nothing is judged by them.
    public let openCriteria: [OpenCriterion]

    /// A pack by its parts.
    package init(
        id: String, instrument: String, title: String, date: String, remarks: [String], criteria: [Criterion],
        openCriteria: [OpenCriterion] = []
    ) {
        self.id = id
        self.instrument = instrument
        self.title = title
        self.date = date
        self.remarks = remarks
        self.criteria = criteria
        self.openCriteria = openCriteria
    }
}
