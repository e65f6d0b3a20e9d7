import Foundation
public import MastheadCore

/// Prints results for people and for programs.
public enum ConformanceReport {
    /// Whether any file was missed.
    public static func hasMiss(_ results: [ConformanceResult]) -> Bool { results.contains { $0.verdict == .missed } }

    /// The results as a plain table, with what was wrong below it.
    public static func text(_ results: [ConformanceResult]) -> String {
        let header = ["model", "file", "what", "cases", "worst", "99.9 %", "tolerance", "verdict", "worst at"]
        let checked = results.filter { $0.verdict == .met || $0.verdict == .missed }.map { result in
            [
                result.model, result.file, result.subject, String(result.cases),
                result.worst.map { short($0.deviation) } ?? "-", short(result.deviation999), short(result.tolerance),
                result.verdict.rawValue, result.worst.map { "\($0.caseID) \($0.column)" } ?? "",
            ]
        }
        var lines = aligned([header] + checked)
        if !checked.isEmpty { lines += ["", "editions:"] + aligned(editions(results)) }
        let missing = results.filter { $0.verdict == .notImplemented }
        if !missing.isEmpty {
            lines += ["", "not implemented:"]
            lines += aligned(missing.map { ["  " + $0.file, "\($0.cases) cases"] })
        }
        let uninstalled = results.filter { $0.verdict == .notInstalled }
        if !uninstalled.isEmpty {
            lines += ["", "not compared, for a map of the ITU is not installed (`make maps`):"]
            lines += aligned(uninstalled.map { ["  " + $0.file, "\($0.cases) cases", $0.subject] })
        }
        lines += remarks(results)
        lines += ["", summary(results)]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The results as JSON, keys in alphabetical order.
    public static func json(_ results: [ConformanceResult]) throws(MastheadError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // A deviation that is not finite is a miss, and is worth printing.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "nan")
        do {
            return String(decoding: try encoder.encode(results.map(Line.init)), as: UTF8.self) + "\n"
        } catch {
            throw MastheadError(
                .internalFault, "the results cannot be written as JSON", remedy: "Report this as a defect of Masthead.",
                cause: "\(error)")
        }
    }

    /// Each model that was compared, with its text.
    private static func editions(_ results: [ConformanceResult]) -> [[String]] {
        var seen: Set<String> = []
        return results.filter { ($0.verdict == .met || $0.verdict == .missed) && seen.insert($0.model).inserted }
            .map { ["  " + $0.model, $0.edition] }
    }

    private static func remarks(_ results: [ConformanceResult]) -> [String] {
        var lines: [String] = []
        for result in results {
            if !result.unknownColumns.isEmpty {
                lines.append(
                    "\(result.file): columns that nothing reads: \(result.unknownColumns.joined(separator: ", "))")
            }
            if !result.absentColumns.isEmpty {
                lines.append("\(result.file): columns that are absent: \(result.absentColumns.joined(separator: ", "))")
            }
            for (column, reason) in result.notCompared.sorted(by: { $0.key < $1.key }) {
                lines.append("\(result.file): \(column) is not compared: \(reason)")
            }
            lines += result.errors.map(\.description)
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    private static func summary(_ results: [ConformanceResult]) -> String {
        func files(_ verdict: ConformanceResult.Verdict) -> Int {
            Set(results.filter { $0.verdict == verdict }.map(\.file)).count
        }
        let met = Set(results.map(\.file)).count - files(.missed) - files(.notImplemented) - files(.notInstalled)
        let uninstalled = files(.notInstalled)
        return "files: \(met) met, \(files(.missed)) missed, \(files(.notImplemented)) not implemented"
            + (uninstalled > 0 ? ", \(uninstalled) without their maps" : "")
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, text) in row.enumerated() {
                line += text + String(repeating: " ", count: max(0, widths[column] - text.count)) + "  "
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// Two digits with an exponent: `3.1e-10`.
    private static func short(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        guard value != 0 else { return "0" }
        var exponent = Int(log10(abs(value)).rounded(.down))
        var tenths = Int((abs(value) / pow(10, Double(exponent)) * 10).rounded())
        if tenths >= 100 {
            tenths = 10
            exponent += 1
        }
        return "\(value < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)e\(exponent)"
    }
}

/// A result as JSON writes it.
private struct Line: Encodable {
    let model, edition, file, subject, reason, verdict: String
    let cases, comparisons: Int
    let worst: ConformanceResult.Deviation?
    let deviation999, tolerance: Double
    let unknownColumns, absentColumns, errors: [String]
    let notCompared: [String: String]

    init(_ result: ConformanceResult) {
        model = result.model
        edition = result.edition
        file = result.file
        subject = result.subject
        reason = result.reason
        verdict = result.verdict.rawValue
        cases = result.cases
        comparisons = result.comparisons
        worst = result.worst
        deviation999 = result.deviation999
        tolerance = result.tolerance
        unknownColumns = result.unknownColumns
        absentColumns = result.absentColumns
        notCompared = result.notCompared
        errors = result.errors.map(\.description)
    }
}
