import Foundation
import Logging
import MastheadCore

/// Log lines as JSON objects, for schedulers: one object on each line, with time, level, message and fields.
struct JSONLines: Sendable {
    private let logger: Logger

    init(write: @escaping @Sendable (String) -> Void) {
        logger = Logger(label: "masthead") { _ in JSONLinesHandler(write: write) }
    }

    /// Writes a line at the level of information.
    func note(_ message: String, _ fields: Logger.Metadata) {
        logger.info("\(message)", metadata: fields)
    }

    /// Writes an error with its code, place and remedy.
    func note(_ error: MastheadError) {
        var fields: Logger.Metadata = ["code": .string(error.code.rawValue), "fix": .string(error.remedy)]
        let place = error.location.description
        if !place.isEmpty { fields["at"] = .string(place) }
        if let cause = error.cause { fields["said"] = .string(cause) }
        logger.error("\(error.problem)", metadata: fields)
    }
}

/// Turns log events into JSON lines.
struct JSONLinesHandler: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    let write: @Sendable (String) -> Void

    init(write: @escaping @Sendable (String) -> Void) { self.write = write }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields: [(String, JSONText)] = [
            ("time", .string(Date.now.formatted(.iso8601))), ("level", .string(event.level.rawValue)),
            ("message", .string(event.message.description)),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { fields.append((key, Self.json(value))) }
        write(JSONText.object(fields).compact + "\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> JSONText {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let number as Int): .integer(number)
        case .stringConvertible(let number as Double): .number(number)
        case .stringConvertible(let other): .string(other.description)
        case .array(let values): .array(values.map(json))
        case .dictionary(let values): .object(values.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
        }
    }
}
