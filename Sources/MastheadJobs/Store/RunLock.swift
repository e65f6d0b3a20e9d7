#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import Foundation
import MastheadCore

/// Holds a run for one process: an advisory lock on a file in the run's folder, which the system lets go when the
/// process ends, however it ends.
struct RunLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: `run-in-use` with the name of the run and the process that holds it; `cannot-write` where the folder
    ///   takes no lock.
    init(folder: String) throws(MastheadError) {
        let path = "\(folder)/.lock"
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw MastheadError(
                .cannotWrite, "the lock file of the run cannot be opened", at: .file(path),
                remedy: "Make the output folder writable.", cause: Self.reason())
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let reason = Self.reason()
            let holder = Self.holder(path)
            close(descriptor)
            guard isHeld else {
                throw MastheadError(
                    .cannotWrite, "the run's folder takes no lock", at: .file(path),
                    remedy: "Put the output on a file system that knows locks.", cause: reason)
            }
            throw MastheadError(
                .runInUse, "\(holder) works on this run", at: .file(folder),
                remedy: "Wait until it ends, then give the same command; or end that process first.")
        }
        ftruncate(descriptor, 0)
        let note = Array("process \(getpid())\n".utf8)
        _ = unsafe note.span.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Says that the lock is held up to here.
    borrowing func hold() {}

    deinit { close(descriptor) }

    private static func reason() -> String { unsafe String(cString: strerror(errno)) }

    private static func holder(_ path: String) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return "another process" }
        return text.split(separator: "\n").first.map(String.init) ?? "another process"
    }
}
