public import MastheadCore

/// Writes the products of a run, each whole or not at all.
///
/// Writing again from the same content gives the same bytes, so a run that was killed while it wrote writes them anew.
public enum ProductWriter {
    /// A file that was written.
    public struct WrittenFile: Sendable, Codable, Equatable {
        /// Name within the run's folder.
        public var name: String
        /// Size in bytes.
        public var bytes: Int
        /// SHA-256 as hexadecimal digits.
        public var sha256: String

        /// A file by name and content.
        public init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// Writes products into a folder.
    ///
    /// - Parameters:
    ///   - onProduct: Called after each product with the number written so far.
    ///   - isStopped: Asked before each product.
    /// - Throws: `cannot-write`, or `interrupted` when stopped.
    public static func write(
        _ content: RunContent, products: [ProductEntry], to folder: String, isStopped: () -> Bool,
        onProduct: (Int) -> Void
    ) throws(MastheadError) -> [WrittenFile] {
        var files: [WrittenFile] = []
        for (index, product) in products.enumerated() {
            guard !isStopped() else {
                throw MastheadError(
                    .interrupted, "the run was asked to stop",
                    remedy: "Give the same command again; it goes on from there.")
            }
            for name in try product.write(content, folder) {
                let (bytes, sha256) = try FileDigest.digest(ofFile: "\(folder)/\(name)")
                files.append(WrittenFile(name: name, bytes: bytes, sha256: sha256))
            }
            onProduct(index + 1)
        }
        return files
    }
}
