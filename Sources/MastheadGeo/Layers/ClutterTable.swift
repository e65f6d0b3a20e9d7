import Foundation
public import MastheadCore

/// What a class of land cover is to a ray that meets it; the values are those of `ClutterKind` in MastheadPropagation.
public enum ClutterObstacle: UInt8, Sendable, Hashable, CaseIterable {
    /// Nothing that stands in the way.
    case none = 0
    /// Plants, which a ray runs through with a loss.
    case vegetation = 1
    /// Buildings, where a ray ends.
    case buildings = 2

    /// The word in tables.
    public var word: String {
        switch self {
        case .none: "none"
        case .vegetation: "vegetation"
        case .buildings: "buildings"
        }
    }
}

/// A class of land cover and what it means for radio waves.
public struct ClutterClass: Sendable, Hashable {
    /// The code in the raster.
    public let code: Int
    /// The class as its source names it.
    public let name: String
    /// The clutter category of Recommendation ITU-R P.1812 that it is taken for.
    public let category: String
    /// The representative clutter height, m above the ground.
    public let representativeHeightMetres: Double
    /// Whether the class is water.
    public let isWater: Bool
    /// What the class is to a ray at millimetre waves.
    public let obstacle: ClutterObstacle
    /// How well the height is founded.
    public let basis: Basis
    /// Where class and height come from.
    public let citation: String
}

/// What the codes of a land-cover raster mean: a table from `Geo/clutter/`.
///
/// A CSV file, one class per row, with the columns `code` (whole number, not below zero), `name`, `category`, `height_m`
/// (representative clutter height as P.1812 uses it on the profile, m), `water` (`yes` or `no`), `basis` (`verified`,
/// `derived` or `unverified`) and `citation`. A column `obstacle` (`none`, `vegetation` or `buildings`) tells what
/// millimetre waves meet there; without it, whatever has a height counts as buildings. P.1812 names five categories: water and open land 0 m, suburban 10 m, urban or
/// trees 15 m, dense urban 20 m. `esa-worldcover.csv` maps the classes of ESA WorldCover to them as crc-covlib does, trees
/// and built-up land 15 m, all else 0 m, and takes mangroves for trees. WorldCover has one class for all built-up land; a
/// job that needs villages at 10 m or city centres at 20 m brings a table, or a raster, of its own.
public struct ClutterTable: Sendable, Hashable {
    /// The file that the table was read from.
    public let file: String
    /// The classes by code.
    public let entries: [Int: ClutterClass]

    /// Reads a table.
    ///
    /// - Throws: `missing-file`, or `bad-layer-value` naming the line that cannot be used.
    public static func read(path: String) throws(MastheadError) -> ClutterTable {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw MastheadError(
                .missingFile, "there is no clutter table \(path)", at: .file(path),
                remedy: "Name a table such as Geo/clutter/esa-worldcover.csv.")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let header = ClutterRow.fields(of: lines.first ?? "")
        for column in ClutterRow.columns where !header.contains(column) {
            throw MastheadError(
                .badLayerValue, "the clutter table has no column \"\(column)\"", at: .line(file: path, line: 1),
                remedy: "Give the columns \(ClutterRow.columns.joined(separator: ", ")).")
        }
        var entries: [Int: ClutterClass] = [:]
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            let row = ClutterRow(file: path, line: index + 1, header: header, text: line)
            let entry = try row.clutterClass()
            guard entries.updateValue(entry, forKey: entry.code) == nil else {
                throw row.error("the code \(entry.code) stands twice", remedy: "Keep one row for each code.")
            }
        }
        guard !entries.isEmpty else {
            throw MastheadError(
                .badLayerValue, "the clutter table has no classes", at: .file(path),
                remedy: "Give one row for each code of the raster.")
        }
        return ClutterTable(file: path, entries: entries)
    }

    /// The highest code.
    var highestCode: Int { entries.keys.max() ?? 0 }
}

/// One line of a clutter table.
private struct ClutterRow {
    static let columns = ["code", "name", "category", "height_m", "water", "basis", "citation"]

    let file: String
    let line: Int
    let values: [String: String]

    init(file: String, line: Int, header: [String], text: String) {
        self.file = file
        self.line = line
        values = Dictionary(zip(header, Self.fields(of: text)), uniquingKeysWith: { first, _ in first })
    }

    func clutterClass() throws(MastheadError) -> ClutterClass {
        let code = value("code")
        guard let code = Int(code), (0...65535).contains(code) else {
            throw error("the code \"\(code)\" is not a whole number from 0 to 65535", remedy: "Give the raster's code.")
        }
        let height = value("height_m")
        guard let metres = Double(height), (0...100).contains(metres) else {
            throw error("the height \"\(height)\" is not a number of metres from 0 to 100", remedy: "Give metres.")
        }
        let water = value("water")
        guard ["yes", "no"].contains(water) else {
            throw error("\"\(water)\" does not say whether the class is water", remedy: "Write yes or no.")
        }
        guard let basis = Basis(rawValue: value("basis")) else {
            let known = Basis.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("\"\(value("basis"))\" is not a basis", remedy: "Write one of: \(known).")
        }
        return ClutterClass(
            code: code, name: value("name"), category: value("category"), representativeHeightMetres: metres,
            isWater: water == "yes", obstacle: try obstacle(heightMetres: metres), basis: basis,
            citation: value("citation"))
    }

    /// What the class is to a ray; a table without the column counts all that has a height as buildings.
    private func obstacle(heightMetres: Double) throws(MastheadError) -> ClutterObstacle {
        guard let word = values["obstacle"] else { return heightMetres > 0 ? .buildings : .none }
        if let obstacle = ClutterObstacle.allCases.first(where: { $0.word == word }) { return obstacle }
        let known = ClutterObstacle.allCases.map(\.word).joined(separator: ", ")
        throw error("\"\(word)\" is not a kind of obstacle", remedy: "Write one of: \(known).")
    }

    func error(_ problem: String, remedy: String) -> MastheadError {
        MastheadError(.badLayerValue, problem, at: .line(file: file, line: line), remedy: remedy)
    }

    private func value(_ column: String) -> String { values[column] ?? "" }

    /// The fields of a line of CSV; a field in quotation marks may hold commas, and doubled marks.
    static func fields(of line: String) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var previousWasQuote = false
        for character in line {
            if character == "\"" {
                if !isQuoted, previousWasQuote { field.append("\"") }
                isQuoted.toggle()
                previousWasQuote = !isQuoted
            } else {
                previousWasQuote = false
                if character == ",", !isQuoted {
                    fields.append(field)
                    field = ""
                } else if character != "\u{FEFF}" {
                    field.append(character)
                }
            }
        }
        return (fields + [field]).map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
