import Foundation
import MastheadTestSupport

/// Runs the built command as a user does.
enum CommandRunner {
    /// What came of one call.
    struct Result {
        let status: Int32
        let out: String
        let err: String
    }

    /// The command beside the test that runs, where it has been built.
    static let path: String? = {
        ["release", "debug"].map { SharedData.root.appending(path: ".build/\($0)/masthead").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static let absence = "the command is not built: run swift build -c release --build-tests"

    /// Calls the command in the project's folder and waits for its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        try launch(path ?? "", arguments, environment: environment)
    }

    /// Runs a line of bash in which `$MASTHEAD` is the command.
    static func bash(_ line: String) throws -> Result {
        try launch("/bin/bash", ["-c", line], environment: ["MASTHEAD": path ?? ""])
    }

    private static func launch(_ program: String, _ arguments: [String], environment: [String: String]) throws -> Result
    {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = SharedData.root
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: two full pipes would stop each other.
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try ["out", "err"].map { name in
            let file = folder.appending(path: name)
            try Data().write(to: file)
            return file
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            out: try String(contentsOf: files[0], encoding: .utf8),
            err: try String(contentsOf: files[1], encoding: .utf8))
    }
}
