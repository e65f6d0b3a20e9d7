import Foundation
import MastheadCore

/// The two streams of the command: results on stdout, talk on stderr.
enum Terminal {
    /// Writes results.
    ///
    /// A reader that has gone away wants no more, and is no error.
    /// - Throws: `cannot-write` when stdout cannot take them, as on a full disk.
    static func show(_ text: String) throws(MastheadError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            guard !isBrokenPipe(error) else { return }
            throw MastheadError(
                .cannotWrite, "the results cannot be written to stdout",
                remedy: "Make room where stdout is redirected to, and run the command again.",
                cause: error.localizedDescription)
        }
    }

    /// Writes talk; nobody has to listen.
    static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Whether a person sees the talk.
    static var isInteractive: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Columns of the terminal, as the environment tells, else the 80 that every terminal has.
    static var columns: Int {
        let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        return min(max(stated ?? 80, 20), 400)
    }

    private static func isBrokenPipe(_ error: any Error) -> Bool {
        let error = error as NSError
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
        return [error, underlying].contains { $0?.domain == NSPOSIXErrorDomain && $0?.code == Int(EPIPE) }
    }
}
