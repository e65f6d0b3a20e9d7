import Foundation
import MastheadCore

/// Values as JSON for programs: keys in alphabetical order, so that equal values are equal bytes.
enum JSONOutput {
    static func text(_ value: some Encodable) throws(MastheadError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "nan")
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw MastheadError(
                .internalFault, "the result cannot be written as JSON",
                remedy: "Report this as a defect of Masthead, with the command.", cause: "\(error)")
        }
    }
}
