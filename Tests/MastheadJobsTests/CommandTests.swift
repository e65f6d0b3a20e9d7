import Foundation
import MastheadCore
import MastheadJobs
import MastheadTestSupport
import Testing

@Suite("The command", .enabled(if: CommandRunner.path != nil, Comment(rawValue: CommandRunner.absence)))
struct CommandTests {
    static let subcommands = ["run", "check", "explain", "profile", "paths", "verify", "list", "sample", "schema"]

    /// A job file in a folder of its own, removed at the end.
    private func withJob<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-job-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "job.yaml")
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }

    @Test("the help names every subcommand, and every subcommand has a help with examples")
    func help() throws {
        let root = try CommandRunner.run(["--help"])
        #expect(root.status == 0)
        #expect(root.err.isEmpty)
        for name in Self.subcommands {
            #expect(root.out.contains("\n  \(name) "), "\(name)")
            let help = try CommandRunner.run(["help", name])
            #expect(help.status == 0)
            #expect(help.out.contains("OVERVIEW: ") && help.out.contains("Examples:"), "\(name)")
            #expect(help.out.contains("masthead \(name)"), "\(name)")
            let option = try CommandRunner.run([name, "--help"])
            #expect(option.status == 0)
            #expect(option.out == help.out)
        }
    }

    @Test("--version goes to stdout and is one line")
    func version() throws {
        let result = try CommandRunner.run(["--version"])
        #expect(result.status == 0)
        #expect(result.out.hasPrefix("masthead ") && result.out.split(separator: "\n").count == 1)
    }

    @Test(
        "what cannot be read on the command line is usage: status 64, nothing on stdout, a remedy or the usage on stderr",
        arguments: [
            ["rnu"], ["run"], ["run", "a.yaml", "--threads", "0"], ["run", "a.yaml", "--threads", "many"],
            ["run", "a.yaml", "--engine", "slurm"], ["run", "a.yaml", "b.yaml"], ["check", "--nothing"],
            ["explain", "run"], ["explain", "run", "--site", "a", "--station", "b"], ["explain", "run", "--at", "1"],
            ["explain", "run", "--at", "36.7,-121.6"], ["list"], ["list", "modles"], ["profile"],
            ["profile", "--from", "1,2", "--to", "3", "--carrier", "1 GHz", "--ground", "x"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "763", "--ground", "x"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "763 MHz", "--ground", "x", "--time", "50"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "763 MHz", "--ground", "x", "--plot", "a.gif"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "763 MHz", "--ground", "x", "--ledgers"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "-1 MHz", "--ground", "x"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "1 GHz", "--ground", "x", "--time", "100 %"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "1 GHz", "--ground", "x", "--pressure", "0 hPa"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "1 GHz", "--ground", "x", "--temperature", "15"],
            ["profile", "--from", "1,2", "--to", "1,3", "--carrier", "1 GHz", "--ground", "x", "--sightline", "both"],
            [
                "profile", "--from", "1,2", "--to", "1,3", "--carrier", "1 GHz", "--ground", "x", "--horizon-gain-tx",
                "3",
            ],
            ["schema", "--all"],
        ])
    func usage(arguments: [String]) throws {
        let result = try CommandRunner.run(arguments)
        #expect(result.status == ExitStatus.usage.rawValue, "\(result)")
        #expect(result.out.isEmpty)
        #expect(result.err.contains("  fix  ") || result.err.contains("Usage: "), "\(result.err)")
        #expect(!result.err.contains("Fatal error"))
    }

    @Test("a slip in a subcommand or topic leads to the nearest name")
    func nearestNames() throws {
        #expect(try CommandRunner.run(["chekc", "a"]).err.contains("Write masthead check."))
        #expect(try CommandRunner.run(["list", "antenas"]).err.contains("Write masthead list antennas."))
    }

    @Test("a job that is not there is missing input, a job with errors is bad data and tells all of them")
    func badJobs() throws {
        for command in ["run", "check"] {
            let missing = try CommandRunner.run([command, "no/such/job.yaml"])
            #expect(missing.status == ExitStatus.missingInput.rawValue)
            let bad = try withJob("job: x\nbnads: []\n") { try CommandRunner.run([command, $0]) }
            #expect(bad.status == ExitStatus.badData.rawValue)
            #expect(bad.out.isEmpty)
            #expect(bad.err.contains("job.yaml:2:1") && bad.err.contains("Write \"bands\"."), "\(bad.err)")
            #expect(bad.err.components(separatedBy: "error: ").count > 4, "\(bad.err)")
        }
    }

    @Test("with --log-format json, errors are JSON lines on stderr")
    func jsonLog() throws {
        let result = try withJob("job: x\nbnads: []\n") {
            try CommandRunner.run(["check", $0, "--log-format", "json"])
        }
        #expect(result.status == ExitStatus.badData.rawValue)
        let lines = result.err.split(separator: "\n")
        #expect(lines.count > 3)
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object["level"] as? String == "error")
            #expect((object["fix"] as? String)?.isEmpty == false)
        }
    }

    @Test("schema prints the schema and the table of keys")
    func schema() throws {
        #expect(try CommandRunner.run(["schema"]).out == JobSchema.text)
        #expect(try CommandRunner.run(["schema", "--table"]).out == JobKeyTable.text)
    }

    @Test(
        "every list is a table with a header, and JSON with the same rows",
        arguments: ["models", "effects", "bands", "products", "antennas", "rules", "layers"])
    func lists(topic: String) throws {
        let table = try CommandRunner.run(["list", topic])
        #expect(table.status == 0)
        let rows = table.out.split(separator: "\n").count - 1
        #expect(rows >= 2)
        let json = try CommandRunner.run(["list", topic, "--json"])
        let objects = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [[String: String]]
        #expect(objects?.count == rows)
    }

    @Test("a reader that goes away early is no error, and no trap")
    func brokenPipe() throws {
        let result = try CommandRunner.bash("\"$MASTHEAD\" schema | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}")
        #expect(result.out == "0\n")
        #expect(result.err.isEmpty)
    }

    @Test(
        "results that cannot be written are an error that says so",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
    func fullDisk() throws {
        let result = try CommandRunner.bash("\"$MASTHEAD\" schema > /dev/full; echo $? >&2")
        #expect(result.err.hasSuffix("\n73\n"), "\(result.err)")
    }
}
