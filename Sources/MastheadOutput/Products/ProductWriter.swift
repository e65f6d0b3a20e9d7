public import MastheadCore
import MastheadGeo
import MastheadPlanning

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
    ///   - isStopped: Asked before each product and each tile that one reads.
    /// - Throws: `cannot-write`, or `interrupted` when stopped.
    public static func write(
        _ content: RunContent, products: [ProductEntry], to folder: String,
        isStopped: @escaping @Sendable () -> Bool, onProduct: (Int) -> Void
    ) throws(MastheadError) -> [WrittenFile] {
        var content = content
        content.tiles = StoppableTiles(tiles: content.tiles, isStopped: isStopped)
        return try writeEach(products, of: content, to: folder, isStopped: isStopped, onProduct: onProduct)
    }

    /// Writes products of any content one after the other, and looks at each file that they leave.
    static func writeEach<Content>(
        _ products: [CatalogueEntry<Content>], of content: Content, to folder: String,
        isStopped: @Sendable () -> Bool, onProduct: (Int) -> Void
    ) throws(MastheadError) -> [WrittenFile] {
        AtomicFile.removeLeftovers(in: folder)
        var files: [WrittenFile] = []
        for (index, product) in products.enumerated() {
            guard !isStopped() else { throw stopped }
            for name in try product.write(content, folder) {
                let (bytes, sha256) = try FileDigest.digest(ofFile: "\(folder)/\(name)")
                files.append(WrittenFile(name: name, bytes: bytes, sha256: sha256))
            }
            onProduct(index + 1)
        }
        return files
    }

    /// What is thrown once the run is asked to stop.
    fileprivate static let stopped = MastheadError(
        .interrupted, "the run was asked to stop", remedy: "Give the same command again; it goes on from there.")
}

/// Tiles that end with an error once the run is asked to stop, so that a large product does not hold it up.
private struct StoppableTiles: CoverageTiles {
    let tiles: any CoverageTiles
    let isStopped: @Sendable () -> Bool

    var grid: Grid { tiles.grid }
    var windows: [GridWindow] { tiles.windows }

    func tile(_ index: Int) throws(MastheadError) -> CoverageTile {
        guard !isStopped() else { throw ProductWriter.stopped }
        return try tiles.tile(index)
    }
}
