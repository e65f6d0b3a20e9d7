import ArgumentParser
import MastheadCore

/// `masthead list`: what a job may name.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what a job may name.",
        discussion: """
            Topics:
            \(ListTopic.all.map { "  " + $0.name + String(repeating: " ", count: 10 - $0.name.count) + $0.abstract }
                .joined(separator: "\n"))

            Examples:
              masthead list models
              masthead list bands --json
            """)

    @Argument(help: ArgumentHelp("What to list.", valueName: "topic"), completion: .list(ListTopic.all.map(\.name)))
    var topic: String

    @Flag(help: "Print the list as JSON.")
    var json = false

    mutating func run() throws {
        guard let found = ListTopic.all.first(where: { $0.name == topic }) else {
            let names = ListTopic.all.map(\.name)
            throw MastheadError(
                .usage, "there is no list of \"\(topic)\"", at: .option("list"),
                remedy: NearestName.suggestion(for: topic, among: names).map { "Write masthead list \($0)." }
                    ?? "List one of: \(names.joined(separator: ", ")).")
        }
        let rows = try found.rows()
        guard !json else {
            let objects = rows.map { row in Dictionary(uniqueKeysWithValues: zip(found.columns, row)) }
            return try Terminal.show(JSONOutput.text(objects))
        }
        guard !rows.isEmpty else { return Terminal.say("There are no \(found.name) yet.\n") }
        try Terminal.show(TextTable(rows: [found.columns] + rows).text)
    }
}
