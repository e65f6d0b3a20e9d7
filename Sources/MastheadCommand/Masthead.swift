import ArgumentParser
import Foundation
import MastheadCore
import MastheadJobs

/// The command: parses its arguments, does the work, and answers with an exit status.
@main
struct Masthead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "masthead",
        abstract: "Plan base stations: coverage, reach and density from terrain, people and a register.",
        discussion: """
            From files to a map in one command:

              masthead sample Output/sample-region --size 60km --seed 7
              masthead run Jobs/examples/quickstart.yaml

            Results go to stdout, talk goes to stderr. Exit status: 0 done, 1 a published vector was missed (verify), \
            2 done with findings, 64 usage, 65 bad job or data, 66 missing input, 70 a defect of Masthead, 73 cannot \
            write, 75 interrupted (the same command goes on from there).
            """,
        version: "masthead \(SoftwareVersion.masthead)",
        groupedSubcommands: [
            CommandGroup(
                name: "Runs",
                subcommands: [
                    RunCommand.self, PlanCommand.self, CheckCommand.self, ExplainCommand.self, VerifyPlanCommand.self,
                ]),
            CommandGroup(
                name: "Single questions",
                subcommands: [
                    CoverageCommand.self, ProfileCommand.self, PathsCommand.self, VerifyCommand.self, ListCommand.self,
                ]),
            CommandGroup(
                name: "Setting up",
                subcommands: [SampleCommand.self, SchemaCommand.self]),
        ])

    static func main() {
        Signals.ignoreBrokenPipe()
        Foundation.exit(status(of: Array(CommandLine.arguments.dropFirst())))
    }

    /// Does what the arguments ask and gives the exit status.
    static func status(of arguments: [String]) -> Int32 {
        do {
            try requireKnownSubcommand(arguments)
            var command = try parseAsRoot(arguments)
            try command.run()
            return ExitStatus.done.rawValue
        } catch let error as MastheadError {
            Terminal.say(error.description + "\n")
            return error.code.exitStatus.rawValue
        } catch let answer as Answer {
            return answer.status.rawValue
        } catch {
            return answer(to: error)
        }
    }

    /// Names the nearest subcommand where there is none of the name given.
    private static func requireKnownSubcommand(_ arguments: [String]) throws(MastheadError) {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let name = arguments.first, !name.hasPrefix("-"), !names.contains(name) else { return }
        throw MastheadError(
            .usage, "there is no subcommand \"\(name)\"",
            remedy: NearestName.suggestion(for: name, among: names).map { "Write masthead \($0)." }
                ?? "Use one of: \(names.joined(separator: ", ")).")
    }

    /// Help, version, and what the argument parser refuses.
    private static func answer(to error: any Error) -> Int32 {
        let text = fullMessage(for: error)
        let code = exitCode(for: error)
        guard code.isSuccess else {
            Terminal.say(text + "\n")
            return code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.internalFault.rawValue
        }
        do throws(MastheadError) {
            try Terminal.show(text + "\n")
            return ExitStatus.done.rawValue
        } catch {
            Terminal.say(error.description + "\n")
            return error.code.exitStatus.rawValue
        }
    }
}

/// Ends a command that has said all it had to say.
struct Answer: Error {
    let status: ExitStatus
}
