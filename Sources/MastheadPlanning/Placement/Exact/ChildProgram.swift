import Dispatch
import Foundation
import Glibc
import MastheadCore

/// A program that runs as a child, in a process group of its own, and never longer than it may.
struct ChildProgram {
    /// Path of the program.
    var path: String
    /// What it is told.
    var arguments: [String]
    /// The folder in which it runs.
    var folder: URL
    /// The file that takes all it says.
    var log: URL

    /// How a child ended.
    enum End: Equatable {
        /// By itself, with an exit status.
        case exited(Int32)
        /// By a signal that did not come from here.
        case died(signal: Int32)
        /// At the hard stop.
        case stopped
    }

    /// How long the child runs until it is asked again whether to go on, s.
    private static let pause = 0.05

    /// Runs the program to its end.
    ///
    /// Should Masthead itself be killed meanwhile, the child goes on until it has used one minute of processor time more
    /// than the hard stop allows: no child stays for good.
    ///
    /// - Throws: `failed-program` where it cannot be started, `interrupted` where `isStopped` answers true.
    func run(hardStopSeconds: Double, isStopped: () -> Bool) throws(MastheadError) -> End {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let processorSeconds = Int(min(hardStopSeconds, 1e6).rounded(.up)) + 60
        process.arguments = ["-c", "ulimit -t \(processorSeconds); exec \"$0\" \"$@\"", path] + arguments
        process.currentDirectoryURL = folder
        // One thread, and numbers with a point, whatever the user's settings are.
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LC_ALL": "C", "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        ]
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try Data().write(to: log)
            let said = try FileHandle(forWritingTo: log)
            defer { try? said.close() }
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = said
            process.standardError = said
            try process.run()
        } catch {
            throw MastheadError(
                .failedProgram, "\(path) cannot be started", at: .file(path),
                remedy: "Check that the file is a program that you may run.", cause: "\(error)")
        }
        let deadline = DispatchTime.now() + hardStopSeconds
        while ended.wait(timeout: min(.now() + Self.pause, deadline)) == .timedOut {
            let isInterrupted = isStopped()
            guard isInterrupted || .now() >= deadline else { continue }
            Self.kill(process)
            ended.wait()
            if isInterrupted {
                throw MastheadError(
                    .interrupted, "the run was asked to stop",
                    remedy: "Give the same command again; it goes on from there.")
            }
            return .stopped
        }
        process.waitUntilExit()
        let status = process.terminationStatus
        return process.terminationReason == .exit ? .exited(status) : .died(signal: status)
    }

    /// Ends the child with all that it has started.
    private static func kill(_ process: Process) {
        let id = process.processIdentifier
        // Foundation gives a child its own group; where it did not, the group would be ours.
        if getpgid(id) == id {
            _ = Glibc.kill(-id, SIGKILL)
        } else {
            _ = Glibc.kill(id, SIGKILL)
        }
    }
}
