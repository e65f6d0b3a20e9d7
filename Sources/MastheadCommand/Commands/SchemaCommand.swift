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
            """)

    @Flag(help: "Print the table of keys for Jobs/README.md instead, in Markdown.")
    var table = false

    mutating func run() throws {
        try Terminal.show(table ? JobKeyTable.text : JobSchema.text)
    }
}
