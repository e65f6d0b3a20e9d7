package import Foundation
package import MastheadCore

/// The solver CBC of COIN-OR, run as a program of its own.
///
/// A search is limited by its nodes, so that the same programme has the same answer on a fast and on a slow machine. CBC's
/// own limit on time is not used: it is not kept within one node, and it would make heuristics depend on the clock. In its
/// place the child is killed at a hard stop, which the outcome tells. Version 2.10 is what the options are for.
package struct CBCProgram: Sendable {
    /// Path of the program.
    package let path: String
    /// Where folders for single searches are made.
    package let scratch: URL

    /// The program at a path.
    package init(path: String, scratch: URL = FileManager.default.temporaryDirectory) {
        self.path = path
        self.scratch = scratch
    }

    /// Whether the program `cbc` is in a folder of PATH.
    package static var isAvailable: Bool { find(in: searchPath) != nil }

    /// The program `cbc` in the first folder of PATH that has it.
    ///
    /// - Throws: `missing-program`.
    package static func installed(searching folders: String = searchPath) throws(MastheadError) -> CBCProgram {
        guard let path = find(in: folders) else {
            throw MastheadError(
                .missingProgram, "the solver cbc is in no folder of PATH",
                remedy: "Install it (Debian: apt-get install coinor-cbc), or add its folder to PATH.")
        }
        return CBCProgram(path: path)
    }

    /// PATH as the user has it.
    package static var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }

    /// Folders that are not named from the root are left out: the solver runs in a folder of its own.
    private static func find(in folders: String) -> String? {
        folders.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { "\($0)/cbc" }.first { path in
            let file = URL(filePath: path).resolvingSymlinksInPath()
            let isFile = (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
            return isFile && FileManager.default.isExecutableFile(atPath: path)
        }
    }

    /// Solves a programme.
    ///
    /// - Parameters:
    ///   - start: A solution that is known, a value for each variable; CBC begins with it.
    ///   - maximumNodes: How many nodes of the search tree are looked at; 0 or more.
    ///   - hardStopSeconds: After how long the child is killed, s; above zero.
    ///   - isStopped: Asked 20 times a second.
    /// - Throws: `cannot-write` where the scratch folder cannot be made, `failed-program` where CBC ends without an answer,
    ///   `interrupted` where `isStopped` answers true.
    package func solve(
        _ program: IntegerProgram, from start: [Double]? = nil, maximumNodes: Int, hardStopSeconds: Double,
        isStopped: () -> Bool = { false }
    ) throws(MastheadError) -> CBCOutcome {
        precondition(maximumNodes >= 0 && hardStopSeconds > 0, "a search has limits")
        precondition(start.map { $0.count == program.variables.count } ?? true, "a value for each variable")
        let folder = scratch.appending(path: "masthead-cbc-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(program.mps.utf8).write(to: folder.appending(path: Self.model))
            if let start { try Data(program.start(start).utf8).write(to: folder.appending(path: Self.start)) }
        } catch {
            throw MastheadError(
                .cannotWrite, "the model for the solver cannot be written", at: .file(folder.path),
                remedy: "Free space there, or set TMPDIR to a folder that can be written to.", cause: "\(error)")
        }
        let log = folder.appending(path: "log")
        let child = ChildProgram(
            path: path, arguments: Self.arguments(maximumNodes: maximumNodes, hasStart: start != nil), folder: folder,
            log: log)
        let end = try child.run(hardStopSeconds: hardStopSeconds, isStopped: isStopped)
        guard end != .stopped else { return .stopped }
        let said = Self.text(of: log)
        guard end == .exited(0),
            let outcome = CBCOutcome(
                solution: Self.text(of: folder.appending(path: Self.solution)), log: said,
                variables: program.variables.count)
        else { throw failure(end, said: said) }
        return outcome
    }

    private static let model = "model.mps"
    private static let start = "start"
    private static let solution = "solution"

    /// What CBC is told, in the order in which it does it. Names are those of files in its folder: it takes an argument
    /// with a leading slash or dash for something else.
    private static func arguments(maximumNodes: Int, hasStart: Bool) -> [String] {
        // "threads 1" would mean a second thread beside the first; seed 0 would mean the time of day.
        [model, "-threads", "0", "-randomSeed", "1", "-randomCbcSeed", "1"]
            + ["-allowableGap", "0", "-ratioGap", "0", "-maxNodes", "\(maximumNodes)"]
            + (hasStart ? ["-mipstart", start] : [])
            + ["-solve", "-solution", solution, "-quit"]
    }

    private static func text(of file: URL) -> String {
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func failure(_ end: ChildProgram.End, said: String) -> MastheadError {
        let how =
            switch end {
            case .exited(let status): "ended with status \(status)"
            case .died(let signal): "was ended by signal \(signal)"
            case .stopped: "was stopped"
            }
        return MastheadError(
            .failedProgram, "the solver \(how) and left no solution file of CBC 2.10", at: .file(path),
            remedy: "Check that \(path) is CBC 2.10 (Debian: coinor-cbc), and that memory and disk are not full.",
            cause: said.split(separator: "\n").suffix(3).joined(separator: " | "))
    }
}
