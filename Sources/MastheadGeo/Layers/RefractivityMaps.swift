import Foundation
public import MastheadCore

/// The world maps of the median lapse rate ΔN and of the sea-level refractivity N₀ that go with ITU-R P.452 and P.1812.
///
/// The maps belong to the ITU and are not part of the project; an operator puts `DN50.TXT` and `N050.TXT` into a folder.
/// Each is a text of 121 rows (latitude 90° to −90°) of 241 numbers (longitude 0° to 360°), 1.5° apart.
///
/// Source: the digital maps of Recommendations ITU-R P.452 and P.1812, read by bilinear interpolation between the four
/// nearest points, as they ask.
public struct RefractivityMaps: Sendable {
    /// The median lapse rate of refractivity over the lowest kilometre, N-units/km, row-major.
    private let deltaN: [Double]
    /// The median sea-level refractivity, N-units, row-major.
    private let n0: [Double]
    /// The two files.
    public let files: [String]

    private static let rows = 121
    private static let columns = 241
    private static let stepDegrees = 1.5
    /// No value of either map lies outside; text in another unit or of another map does.
    private static let plausibleDeltaN = 0.0...200.0
    private static let plausibleN0 = 150.0...500.0

    /// Reads both maps from a folder.
    ///
    /// - Returns: nil when the folder holds neither.
    /// - Throws: `missing-file` when only one is there; `bad-layer-value` for a map of another shape, or with a value that
    ///   cannot be.
    public static func open(folder: String) throws(MastheadError) -> RefractivityMaps? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = ["DN50.TXT", "N050.TXT"].map { wanted in names.first { $0.uppercased() == wanted } }
        guard let first = found[0], let second = found[1] else {
            if found[0] == nil, found[1] == nil { return nil }
            let missing = found[0] == nil ? "DN50.TXT" : "N050.TXT"
            throw MastheadError(
                .missingFile, "the folder has one of the two refractivity maps, but not \(missing)", at: .file(folder),
                remedy: "Put \(missing) beside the other map, or remove both to use stated values.")
        }
        let paths = [first, second].map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
        return RefractivityMaps(
            deltaN: try read(paths[0], within: plausibleDeltaN), n0: try read(paths[1], within: plausibleN0),
            files: paths)
    }

    private init(deltaN: [Double], n0: [Double], files: [String]) {
        self.deltaN = deltaN
        self.n0 = n0
        self.files = files
    }

    /// ΔN in N-units/km and N₀ in N-units at a place.
    public func values(at place: GeographicPosition) -> (deltaN: Double, n0: Double) {
        let longitude = ReferenceSystem.wrapped(place.longitudeDegrees, from: 0)
        let column = min(longitude / Self.stepDegrees, Double(Self.columns - 1))
        let row = min(max((90 - place.latitudeDegrees) / Self.stepDegrees, 0), Double(Self.rows - 1))
        let left = min(Int(column), Self.columns - 2)
        let top = min(Int(row), Self.rows - 2)
        let s = column - Double(left)
        let t = row - Double(top)
        func value(_ map: [Double]) -> Double {
            let first = top * Self.columns + left
            let upper = map[first] * (1 - s) + map[first + 1] * s
            let lower = map[first + Self.columns] * (1 - s) + map[first + Self.columns + 1] * s
            return upper * (1 - t) + lower * t
        }
        return (value(deltaN), value(n0))
    }

    private static func read(_ path: String, within plausible: ClosedRange<Double>) throws(MastheadError) -> [Double] {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .isoLatin1)
        } catch {
            throw MastheadError(
                .unreadableLayer, "the refractivity map cannot be read", at: .file(path),
                remedy: "Check that it is a file, and that you may read it.", cause: "\(error.localizedDescription)")
        }
        let remedy = "Take DN50.TXT and N050.TXT of ITU-R P.452 or P.1812, 121 lines of 241 numbers each."
        var values: [Double] = []
        values.reserveCapacity(rows * columns)
        var line = 0
        for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            let words = content.split { $0.isWhitespace }
            guard !words.isEmpty else { continue }
            guard words.count == columns, values.count < rows * columns else {
                throw MastheadError(
                    .badLayerValue,
                    "line \(line) has \(words.count) numbers, and the map has \(columns) in each of \(rows) lines",
                    at: .line(file: path, line: line), remedy: remedy)
            }
            for word in words {
                guard let value = Double(word), plausible.contains(value) else {
                    throw MastheadError(
                        .badLayerValue,
                        "\"\(word)\" is not a value of this map (\(PlainNumber.text(plausible.lowerBound)) to "
                            + "\(PlainNumber.text(plausible.upperBound)))",
                        at: .line(file: path, line: line), remedy: remedy)
                }
                values.append(value)
            }
        }
        guard values.count == rows * columns else {
            throw MastheadError(
                .badLayerValue, "the map has \(values.count / columns) lines of numbers instead of \(rows)",
                at: .file(path), remedy: remedy)
        }
        return values
    }
}
