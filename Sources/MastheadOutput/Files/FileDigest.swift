import Crypto
import Foundation
public import MastheadCore

/// SHA-256 digests, as 64 hexadecimal digits.
public enum FileDigest {
    /// A file's size and digest; nothing but one block of it is held in memory.
    ///
    /// - Throws: `missing-file` when it cannot be read.
    public static func digest(ofFile path: String) throws(MastheadError) -> (bytes: Int, sha256: String) {
        var hasher = SHA256()
        var count = 0
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty {
                hasher.update(data: block)
                count += block.count
            }
        } catch {
            throw MastheadError(
                .missingFile, "the file cannot be read", at: .file(path),
                remedy: "Make the file readable for this user.", cause: error.localizedDescription)
        }
        return (count, hexadecimal(hasher.finalize()))
    }

    /// The digest of bytes.
    public static func digest(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
