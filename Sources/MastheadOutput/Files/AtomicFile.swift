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
        try replace(path) { (temporary) throws(MastheadError) in try writeWhole(bytes, to: temporary) }
    }

    /// Writes text as UTF-8.
    ///
    /// - Throws: `cannot-write`.
    public static func write(_ text: String, to path: String) throws(MastheadError) {
        try write(Array(text.utf8), to: path)
    }

    /// Has a file written under a temporary name, and gives it its name when it is whole.
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
            try flush(temporary)
        } catch {
            remove(temporary)
            throw error
        }
        guard unsafe rename(temporary, path) == 0 else {
            let reason = systemReason()
            remove(temporary)
            throw failure(path, reason)
        }
    }

    /// `folder/.name.part.ext`: hidden, on the same file system, and with the extension that drivers go by.
    static func temporaryPath(_ path: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = path[slash...]
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        return path[..<slash] + "." + name[..<dot] + ".part" + name[dot...]
    }

    private static func writeWhole(_ bytes: [UInt8], to path: String) throws(MastheadError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path, systemReason()) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.span.withUnsafeBytes { buffer in
                // SAFETY: `written` is below the count, so the rest of the buffer is valid for the call.
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path, systemReason()) }
            written += count
        }
    }

    private static func remove(_ path: String) { _ = unsafe unlink(path) }

    private static func flush(_ path: String) throws(MastheadError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, systemReason()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path, systemReason()) }
    }

    private static func systemReason() -> String { unsafe String(cString: strerror(errno)) }

    static func failure(_ path: String, _ reason: String) -> MastheadError {
        MastheadError(
            .cannotWrite, "the file cannot be written", at: .file(path),
            remedy: "Make the folder writable and free space on its disk, then give the same command again.",
            cause: reason)
    }
}
