import Foundation
import MastheadCore
import MastheadOutput
import MastheadPlanning

/// The finished tiles of a run, one file each under the run's folder.
///
/// The folder belongs to one digest of job, inputs and version, so a tile that stands there whole is the tile that this
/// run would compute. A file that fails its own digest is not there.
struct TileStore: Sendable {
    let folder: String

    private func path(_ index: Int) -> String { "\(folder)/tile-\(index).bin" }

    /// The finished tile, or nil where there is none or its bytes are damaged.
    func tile(_ index: Int) -> CoverageTile? {
        guard let data = FileManager.default.contents(atPath: path(index)) else { return nil }
        return TileCodec.decode([UInt8](data))
    }

    /// Puts a finished tile in place, whole or not at all.
    func put(_ tile: CoverageTile, at index: Int) throws(MastheadError) {
        let bytes: [UInt8]
        do {
            bytes = try TileCodec.encode(tile)
        } catch {
            throw MastheadError(
                .internalFault, "tile \(index) cannot be encoded", remedy: "Report this with the job.",
                cause: "\(error)")
        }
        try AtomicFile.write(bytes, to: path(index))
    }

    /// Removes all tiles, once the products stand.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
