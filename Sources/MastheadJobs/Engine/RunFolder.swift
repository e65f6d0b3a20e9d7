import Crypto
import Foundation
import MastheadCore
import MastheadOutput

/// Where a run keeps what it makes: `<output>/<job>/<run>`, named by what it depends on and never by a clock.
struct RunFolder: Sendable {
    /// The folder of the products and the manifest.
    let path: String
    /// The run's identifier.
    let id: String

    /// The folder of a run that depends on `key`.
    init(output: String, job: String, key: String) {
        id = Self.identifier(of: key)
        path = "\(output)/\(job)/\(id)"
    }

    /// Twelve hexadecimal digits of the SHA-256 of a text: 48 bits, enough to keep the runs of one job apart.
    static func identifier(of key: String) -> String {
        SHA256.hash(data: Data(key.utf8)).prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Unfinished work.
    var tiles: TileStore { TileStore(folder: "\(path)/.work/tiles") }
    /// The folder of unfinished work.
    var work: String { "\(path)/.work" }
    /// Whether every needed pixel was looked at by an earlier process of this run, and found good.
    var isSurveyed: Bool { FileManager.default.fileExists(atPath: "\(work)/surveyed") }

    /// Remembers that every needed pixel was found good.
    func markSurveyed() throws(MastheadError) { try AtomicFile.write("", to: "\(work)/surveyed") }

    /// A file's path as seen from this folder.
    func relativePath(of file: String) -> String {
        func parts(_ path: String) -> [String] {
            URL(filePath: path).standardizedFileURL.path.split(separator: "/").map(String.init)
        }
        let from = parts(path)
        let to = parts(file)
        let shared = zip(from, to).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared)).joined(separator: "/")
    }

    /// The manifest, written last: where it stands, the run is complete.
    var manifestPath: String { "\(path)/manifest.json" }

    /// Makes the folders.
    func create() throws(MastheadError) {
        do {
            try FileManager.default.createDirectory(atPath: tiles.folder, withIntermediateDirectories: true)
        } catch {
            throw MastheadError(
                .cannotWrite, "the run's folder cannot be made", at: .file(path),
                remedy: "Make the output folder writable, or name another under output in the job.",
                cause: error.localizedDescription)
        }
    }

    /// Removes unfinished work, once the manifest stands.
    func removeWork() { try? FileManager.default.removeItem(atPath: work) }
}
