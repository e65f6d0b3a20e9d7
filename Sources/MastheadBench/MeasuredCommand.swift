import Foundation
import MastheadCore

/// Runs commands and asks the system what they took.
enum MeasuredCommand {
    /// What a command took.
    struct Cost {
        /// Processor time, s.
        let seconds: Double
        /// Time by the clock on the wall, s.
        let wall: Double
        /// The most memory that it held, MB.
        let megabytes: Double
    }

    /// GNU time, which tells of one child what getrusage would tell of all.
    private static let time = "/usr/bin/time"

    /// Whether GNU time is installed.
    static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: time) }

    /// What the table says where it is not.
    static let whyNot = "not measured: GNU time is not installed (Debian package time)"

    /// The `masthead` command beside the bench.
    static var masthead: String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "masthead").path
    }

    /// The run with the median processor time.
    static func median(of rounds: Int, _ program: String, _ arguments: [String], accepting: Set<Int32> = [0]) throws
        -> Cost
    {
        let costs = try (0..<rounds).map { _ in try cost(program, arguments, accepting: accepting) }
        return costs.sorted { $0.seconds < $1.seconds }[rounds / 2]
    }

    /// Runs a command once.
    static func cost(_ program: String, _ arguments: [String], accepting: Set<Int32> = [0]) throws -> Cost {
        let process = Process()
        process.executableURL = URL(filePath: time)
        process.arguments = ["-f", "%U %S %e %M", program] + arguments
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let numbers = (said.split(separator: "\n").last ?? "").split(separator: " ").compactMap { Double($0) }
        guard accepting.contains(process.terminationStatus), numbers.count == 4 else {
            throw MastheadError(
                .internalFault, "\(program) ended with status \(process.terminationStatus)",
                remedy: "Run it by hand to see why.", cause: said)
        }
        return Cost(seconds: numbers[0] + numbers[1], wall: numbers[2], megabytes: numbers[3] * 1024 / 1e6)
    }

    /// A line of a table.
    static func show(_ what: String, _ cost: Cost) {
        print(
            what.padding(toLength: 26, withPad: " ", startingAt: 0)
                + String(
                    format: "%7.2f s of processor, %6.2f s, peak memory %.0f MB", cost.seconds, cost.wall,
                    cost.megabytes))
    }
}

/// A folder for one measurement.
enum ScratchFolder {
    static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "masthead-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
