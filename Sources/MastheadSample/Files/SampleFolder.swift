import Foundation
import MastheadCore

/// The folder of a sample: written beside its place and moved there whole.
struct SampleFolder {
    private let path: String

    init(_ path: String) {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.path = trimmed
    }

    /// The note that tells a sample from any other folder.
    static let note = "sample.json"

    /// Refuses a place that holds anything but an earlier sample.
    ///
    /// - Throws: `usage` without a folder, or `cannot-write`.
    func requireFree() throws(MastheadError) {
        guard !path.isEmpty else {
            throw MastheadError(
                .usage, "no folder is named for the sample", at: .option("DIR"),
                remedy: "Name a folder, such as: masthead sample Output/sample-region --size 60km --seed 7.")
        }
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        // A link may stand for a folder; whether it does shows when it is read.
        guard facts[.type] as? FileAttributeType != .typeRegular else {
            throw MastheadError(
                .cannotWrite, "there is a file where the sample should go", at: .file(path),
                remedy: "Name another folder, or move the file away.")
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw MastheadError(
                .cannotWrite, "the folder cannot be read", at: .file(path),
                remedy: "Name another folder, or give yourself the right to read this one.")
        }
        guard !names.isEmpty else { return }
        guard names.contains(Self.note) else {
            throw MastheadError(
                .cannotWrite, "the folder holds \(names.sorted()[0]) and is not a sample (it has no \(Self.note))",
                at: .file(path), remedy: "Name a new folder, or empty this one.")
        }
        if let stranger = names.filter({ !SampleFiles.names.contains($0) }).min() {
            throw MastheadError(
                .cannotWrite, "the sample's folder also holds \(stranger), which a new sample would remove",
                at: .file(path), remedy: "Move \(stranger) to another folder, or name a new one for the sample.")
        }
    }

    /// Lets `body` write into a folder beside the target, and moves that into place when it has ended well.
    ///
    /// - Throws: What `body` throws, or `cannot-write`; the target is then as it was.
    func write<Result>(_ body: (_ scratch: String) throws(MastheadError) -> Result) throws(MastheadError) -> Result {
        let manager = FileManager.default
        let process = ProcessInfo.processInfo.processIdentifier
        let scratch = "\(path).\(process).tmp"
        do throws(MastheadError) {
            try attempt { try manager.createDirectory(atPath: scratch, withIntermediateDirectories: true) }
            let result = try body(scratch)
            try move(scratch, aside: "\(path).\(process).old.tmp")
            return result
        } catch {
            try? manager.removeItem(atPath: scratch)
            throw error
        }
    }

    private func move(_ scratch: String, aside: String) throws(MastheadError) {
        let manager = FileManager.default
        let stands = manager.fileExists(atPath: path)
        if stands { try attempt { try manager.moveItem(atPath: path, toPath: aside) } }
        do throws(MastheadError) {
            try attempt { try manager.moveItem(atPath: scratch, toPath: path) }
        } catch {
            if stands { try? manager.moveItem(atPath: aside, toPath: path) }
            throw error
        }
        if stands { try? manager.removeItem(atPath: aside) }
    }

    private func attempt(_ step: () throws -> Void) throws(MastheadError) {
        do {
            try step()
        } catch {
            throw MastheadError(
                .cannotWrite, "the sample cannot be written", at: .file(path),
                remedy: "Make room on the disk, and check that the folder above exists and may be written to.",
                cause: "\(error.localizedDescription)")
        }
    }
}
