import ArgumentParser
import MastheadCore
import MastheadJobs

/// How the command talks.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One JSON object on each line, for schedulers.
    case json

    /// A reporter that talks in this way.
    func progress() -> RunProgress {
        let style: RunProgress.Style =
            switch self {
            case .json: .json
            case .text: Terminal.isInteractive ? .terminal(columns: Terminal.columns) : .lines
            }
        return RunProgress(style: style) { Terminal.say($0) }
    }
}

/// The option that chooses how the command talks.
struct LogOptions: ParsableArguments {
    @Option(help: "How to talk on stderr: text, or json for one JSON object on each line.")
    var logFormat: LogFormat = .text

    /// Does the work, and tells what stopped it in the chosen way.
    func reporting(_ work: (RunProgress) throws(MastheadError) -> ExitStatus) throws {
        let progress = logFormat.progress()
        let status: ExitStatus
        do throws(MastheadError) {
            status = try work(progress)
            progress.close()
        } catch {
            progress.close()
            progress.report(error)
            status = error.code.exitStatus
        }
        guard status == .done else { throw Answer(status: status) }
    }
}
