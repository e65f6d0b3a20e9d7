import Foundation
import MastheadCore
import Yams

/// One YAML file, read into nodes that know their line and column.
struct YAMLDocument {
    /// Larger files are no jobs: a national job with every key written out has a few thousand characters.
    static let sizeLimit = 1 << 20
    /// Aliases of aliases grow without bound; this many can make a file at most a few hundred times larger.
    static let aliasLimit = 16

    /// The file as it was read, for digests.
    let bytes: [UInt8]
    /// The top of the document.
    let root: Node
    /// Where the root stands.
    let place: KeyPlace

    /// Reads a file.
    ///
    /// - Parameter what: What the file is, for messages: `"job"`.
    init(path: String, what: String) throws(MastheadError) {
        try self.init(bytes: Self.read(path, what: what), path: path, what: what)
    }

    /// Reads the text of a file.
    init(bytes: [UInt8], path: String, what: String) throws(MastheadError) {
        guard bytes.count <= Self.sizeLimit else {
            throw MastheadError(
                .badJob, "the file has \(bytes.count) bytes; a \(what) file has at most \(Self.sizeLimit)",
                at: .file(path), remedy: "Name a YAML \(what) file; long lists belong in a register or a region file.")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            let line = 1 + bytes.prefix(Self.validLength(bytes)).count { $0 == UInt8(ascii: "\n") }
            throw MastheadError(
                .badJob, "the file is not UTF-8 text", at: .job(file: path, key: "", line: line),
                remedy: "Save the \(what) file as UTF-8 text.")
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        try Self.refuseManyAliases(text, path: path)
        self.bytes = bytes
        place = KeyPlace(file: path)
        do {
            guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                throw MastheadError(
                    .badJob, "the \(what) file is empty", at: .job(file: path, key: "", line: 1, column: 1),
                    remedy: "Write a \(what), or start from Jobs/examples/quickstart.yaml.")
            }
            self.root = root
        } catch let error as MastheadError {
            throw error
        } catch {
            throw Self.translated(error, text: text, path: path)
        }
    }

    private static func read(_ path: String, what: String) throws(MastheadError) -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw MastheadError(
                .missingFile, "there is no \(what) file", at: .file(path),
                remedy: "Check the path; it is read from the working directory "
                    + "\(FileManager.default.currentDirectoryPath).")
        }
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let type = (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
        guard type != .typeDirectory else {
            throw MastheadError(
                .missingFile, "the path is a folder, not a \(what) file", at: .file(path),
                remedy: "Name the YAML file itself.")
        }
        do {
            // One byte more than allowed tells a file that is too long, without reading all of it.
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            return try [UInt8](handle.read(upToCount: sizeLimit + 1) ?? Data())
        } catch {
            throw MastheadError(
                .missingFile, "the \(what) file cannot be read", at: .file(path),
                remedy: "Make the file readable for this user.", cause: error.localizedDescription)
        }
    }

    private static func validLength(_ bytes: [UInt8]) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            let middle = (low + high + 1) / 2
            // A cut inside a character is not the fault that is looked for.
            let isValid = (0..<4).contains { cut in
                middle >= cut && String(validating: bytes[..<(middle - cut)], as: UTF8.self) != nil
            }
            if isValid { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private static func refuseManyAliases(_ text: String, path: String) throws(MastheadError) {
        var count = 0
        var line = 1
        var previous: UInt8 = UInt8(ascii: "\n")
        var aliasStart = false
        for byte in text.utf8 {
            if aliasStart, byte > UInt8(ascii: " ") { count += 1 }
            let opens = previous <= UInt8(ascii: " ") || "[{,".utf8.contains(previous)
            aliasStart = byte == UInt8(ascii: "*") && opens
            if count > aliasLimit {
                throw MastheadError(
                    .badJob, "the file has more than \(aliasLimit) YAML aliases (*name)",
                    at: .job(file: path, key: "", line: line), remedy: "Write the values out.")
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            previous = byte
        }
    }
}
