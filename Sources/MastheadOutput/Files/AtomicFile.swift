import Foundation
public import MastheadCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that appear whole or not at all: written beside their name, flushed to the disk, then renamed.
public enum AtomicFile {
    /// Writes bytes to a path, in place of what stands there.
    ///
    /// - Throws: `cannot-write` with the path and the system's reason; nothing is left behind.
    public static func write(_ bytes: [UInt8], to path: String) throws(MastheadError) {
        try replace(path) { (temporary) throws(MastheadError) in
            try writeWhole(bytes, to: temporary, for: path)
        }
    }

    /// Writes text as UTF-8.
    ///
    /// - Throws: `cannot-write`.
    public static func write(_ text: String, to path: String) throws(MastheadError) {
        try write(Array(text.utf8), to: path)
    }

    /// Has a file written under a temporary name, and gives it its name when it is whole and on the disk.
    ///
    /// - Parameter writer: Writes the whole file to the path it gets; the path has the final name's extension.
    /// - Throws: What `writer` throws, or `cannot-write`; the temporary file goes either way.
    public static func replace(_ path: String, by writer: (String) throws(MastheadError) -> Void)
        throws(MastheadError)
    {
        let temporary = temporaryPath(path)
        remove(temporary)
        do throws(MastheadError) {
            try writer(temporary)
            try flush(temporary, for: path)
            guard unsafe rename(temporary, path) == 0 else { throw WriteFailure.error(path, errno) }
        } catch {
            remove(temporary)
            throw error
        }
        // The new name itself reaches the disk with its folder; where a file system cannot do that, the file still stands.
        try? flush(folder(of: path), for: path)
    }

    /// Removes what a process that was killed while it wrote has left in a folder.
    ///
    /// To be called by the one process that writes there.
    public static func removeLeftovers(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(".") && name.contains("\(mark).") { remove("\(folder)/\(name)") }
    }

    /// What marks a temporary name.
    private static let mark = ".masthead-part"

    /// `folder/.name.masthead-part.ext`: hidden, on the same file system, and with the extension that drivers go by.
    static func temporaryPath(_ path: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = path[slash...]
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return path[..<slash] + "." + name[..<dot] + mark + (dot == name.endIndex ? "." : name[dot...])
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Writes bytes to one path, and reports failures as those of another, the one that the user knows.
    package static func writeWhole(_ bytes: [UInt8], to path: String, for known: String) throws(MastheadError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WriteFailure.error(known, errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.span.withUnsafeBytes { buffer in
                // SAFETY: `written` is below the count, so the rest of the buffer is valid for the call.
                unsafe send(buffer.baseAddress?.advanced(by: written), bytes.count - written, to: descriptor)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw WriteFailure.error(known, errno) }
            written += count
        }
    }

    /// The system's `write`, whose name the methods of this type hide.
    private static func send(_ start: UnsafeRawPointer?, _ count: Int, to descriptor: Int32) -> Int {
        #if canImport(Glibc)
            unsafe Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
            unsafe Musl.write(descriptor, start, count)
        #else
            unsafe Darwin.write(descriptor, start, count)
        #endif
    }

    private static func remove(_ path: String) { _ = unsafe unlink(path) }

    private static func flush(_ path: String, for known: String) throws(MastheadError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WriteFailure.error(known, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw WriteFailure.error(known, errno) }
    }
}
