import ArgumentParser
import MastheadCore
import MastheadJobs

/// `masthead explain`: how a number of a finished run came about.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a number of a finished run, term by term, offline.",
        discussion: """
            At a place: the link budget of the best server, every term of its loss with the equation it comes from, \
            and the servers that came next. For a site or station: what stands there and whom it serves. For a region or the \
            study area: how density and reach follow from people, stations and the counting rule.

            Examples:
              masthead explain Output/quickstart/1f2e3d4c5b6a --at -121.6,36.7
              masthead explain Output/quickstart/1f2e3d4c5b6a --region 06053 --json
              masthead explain Output/quickstart/1f2e3d4c5b6a --station T0001
            """)

    @Argument(help: ArgumentHelp("The folder of a finished run.", valueName: "run"), completion: .directory)
    var runFolder: String

    // Unconditional: a western longitude starts with the sign of an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A place: longitude and latitude in degrees.", valueName: "lon,lat"))
    var at: String?

    @Option(help: ArgumentHelp("A site, by its identifier.", valueName: "id"))
    var site: String?

    @Option(help: ArgumentHelp("A base station, by its identifier in the register.", valueName: "id"))
    var station: String?

    @Option(help: ArgumentHelp("A region, by its identifier.", valueName: "id"))
    var region: String?

    @Flag(help: "The whole study area.")
    var studyArea = false

    @Option(help: ArgumentHelp("The band, where the run has several; with --at.", valueName: "name"))
    var band: String?

    @Flag(help: "Print the ledgers as JSON.")
    var json = false

    /// The one question that the options ask.
    func question() throws(MastheadError) -> ExplainQuestion {
        var questions: [ExplainQuestion] = []
        if let at { questions.append(.place(try OptionValue.position(at, option: "--at"), band: band)) }
        if let site { questions.append(.site(site)) }
        if let station { questions.append(.station(station)) }
        if let region { questions.append(.region(region)) }
        if studyArea { questions.append(.studyArea) }
        guard let question = questions.first, questions.count == 1 else {
            throw MastheadError(
                .usage, questions.isEmpty ? "nothing is asked of the run" : "more than one thing is asked of the run",
                at: .option("--at"),
                remedy: "Give exactly one of --at LON,LAT, --site ID, --station ID, --region ID and --study-area.")
        }
        return question
    }

    mutating func run() throws {
        let answer = try self.answer(to: question())
        try Terminal.show(json ? JSONOutput.text(answer) : ReportText.text(answer))
    }
}
