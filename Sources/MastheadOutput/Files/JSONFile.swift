import Foundation
public import MastheadCore

/// JSON with sorted keys: the same value gives the same bytes.
public enum JSONFile {
    /// The text of a value.
    ///
    /// - Throws: `internal-fault` when the value cannot be encoded.
    public static func text(_ value: some Encodable) throws(MastheadError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw MastheadError(
                .internalFault, "a product cannot be written as JSON", remedy: "Report this with the job.",
                cause: "\(error)")
        }
    }

    /// Reads a value from a file.
    ///
    /// - Throws: `bad-run` when the file is missing or does not hold the value.
    public static func read<Value: Decodable>(_ type: Value.Type, from path: String) throws(MastheadError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw MastheadError(
                .badRun, "the file does not hold what a finished run writes there", at: .file(path),
                remedy: "Name the folder of a finished run, or run the job again.", cause: "\(error)")
        }
    }
}
