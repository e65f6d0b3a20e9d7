import ArgumentParser
import MastheadCore
import MastheadJobs

/// `masthead schema`: the keys of a job, for editors and for the documentation.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of job files (draft 2020-12).",
        discussion: """
            Editors with YAML support check and complete jobs with it: put the line
              # yaml-language-server: $schema=../job.schema.json
            at the top of a job, or name Jobs/job.schema.json in the editor's settings.

            Examples:
              masthead schema > Jobs/job.schema.json
              masthead schema --table
              masthead schema --rules
            """)

    @Flag(help: "Print the table of keys for Jobs/README.md instead, in Markdown.")
    var table = false

    @Flag(help: "Print the table of the keys of rule packs for Jobs/README.md instead, in Markdown.")
    var rules = false

    mutating func run() throws {
        guard !rules else { return try Terminal.show(JobKeyTable.rulePackText) }
        try Terminal.show(table ? JobKeyTable.text : JobSchema.text)
    }
}
