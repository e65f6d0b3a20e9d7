import CGDAL
import Foundation

/// A file inside a zip archive, read through GDAL's virtual file system.
enum ArchiveMember {
    /// Larger members are none of ours, bytes.
    private static let sizeLimit = 1 << 28

    /// Whether there is a file.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The bytes of a member; nil where archive or member cannot be read.
    static func read(_ member: String, of archive: String) -> [UInt8]? {
        guard exists(archive) else { return nil }
        GDALRuntime.prepare()
        // Braces tell GDAL where the archive's name ends, whatever it is called.
        guard let file = unsafe VSIFOpenL("/vsizip/{\(archive)}/\(member)", "rb") else { return nil }
        defer { _ = unsafe VSIFCloseL(file) }
        guard unsafe VSIFSeekL(file, 0, SEEK_END) == 0 else { return nil }
        let size = Int(clamping: unsafe VSIFTellL(file))
        guard size > 0, size <= sizeLimit, unsafe VSIFSeekL(file, 0, SEEK_SET) == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        let read = unsafe bytes.withUnsafeMutableBytes { unsafe VSIFReadL($0.baseAddress, 1, size, file) }
        return read == size ? bytes : nil
    }
}
