import Foundation
public import MastheadCore

/// Reads MSI (Planet) pattern files.
///
/// A file has keyword lines (NAME, FREQUENCY, GAIN, …) and the sections `HORIZONTAL 360` and `VERTICAL 360`, each followed
/// by 360 lines of angle and attenuation. GAIN carries dBi or dBd; without a unit it is dBd, as the format has it.
public enum MSIPatternReader {
    /// Gain of a half-wave dipole over the isotropic antenna, dB.
    static let dipoleGainDB = 2.15
    /// Larger files are no patterns.
    static let sizeLimit = 1 << 20

    /// Reads a file.
    ///
    /// - Throws: `missing-file`, or `bad-pattern` with the line.
    public static func read(path: String) throws(MastheadError) -> MSIPattern {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MastheadError(
                .missingFile, "the antenna pattern file cannot be read", at: .file(path),
                remedy: "Check the path of antenna.file and that the file is readable.")
        }
        guard data.count <= sizeLimit else {
            throw MastheadError(
                .badPattern, "the file has \(data.count) bytes; a pattern file has at most \(sizeLimit)",
                at: .file(path),
                remedy: "Name an MSI pattern file.")
        }
        // Older files are in Latin-1; their names are the only text that it matters for.
        let text = String(data: data, encoding: .utf8) ?? String(decoding: data.map(UInt16.init), as: UTF16.self)
        return try parse(text, path: path)
    }

    /// Reads the text of a file.
    public static func parse(_ text: String, path: String) throws(MastheadError) -> MSIPattern {
        var parser = Parser(path: path)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            try parser.take(line, number: index + 1)
        }
        return try parser.finish()
    }

    private struct Parser {
        let path: String
        private var name = ""
        private var gainDBi: Double?
        private var frequency: Double?
        private var cuts: [String: [Double?]] = [:]
        private var open: String?
        private var lineNumber = 0

        init(path: String) { self.path = path }

        mutating func take(_ line: Substring, number: Int) throws(MastheadError) {
            lineNumber = number
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," })
            guard let first = words.first else { return }
            if Double(first) != nil, let section = open { return try takeAngle(words, section: section) }
            switch first.uppercased() {
            case "NAME": name = words.dropFirst().joined(separator: " ")
            case "FREQUENCY": frequency = words.dropFirst().first.flatMap { Double($0) }
            case "GAIN": gainDBi = try gain(words)
            case "HORIZONTAL", "VERTICAL": try begin(first.uppercased(), words)
            default: open = nil
            }
        }

        private func gain(_ words: [Substring]) throws(MastheadError) -> Double {
            let text = words.dropFirst().joined().lowercased()
            let number = text.prefix { $0.isNumber || ".-+".contains($0) }
            let unit = text.dropFirst(number.count)
            guard let value = Double(number), value.isFinite, ["", "dbd", "dbi"].contains(unit) else {
                throw refuse(
                    "the gain \"\(words.dropFirst().joined(separator: " "))\" is not a number of dBi or dBd",
                    "Write GAIN with a number and dBi or dBd.")
            }
            return unit == "dbi" ? value : value + MSIPatternReader.dipoleGainDB
        }

        private mutating func begin(_ section: String, _ words: [Substring]) throws(MastheadError) {
            guard words.count < 2 || words[1] == "360" else {
                throw refuse(
                    "the section \(section) has \(words[1]) angles, not 360", "Give one attenuation per degree.")
            }
            guard cuts[section] == nil else {
                throw refuse("the section \(section) stands twice", "Remove one of the two.")
            }
            cuts[section] = Array(repeating: nil, count: 360)
            open = section
        }

        private mutating func takeAngle(_ words: [Substring], section: String) throws(MastheadError) {
            guard words.count >= 2, let angle = Double(words[0]), let loss = Double(words[1]), loss.isFinite,
                angle.isFinite
            else {
                throw refuse("the line is not an angle and an attenuation", "Write two numbers: degrees and dB.")
            }
            guard angle == angle.rounded(), angle >= 0, angle <= 360 else {
                throw refuse(
                    "the angle \(words[0]) is not a whole number of degrees from 0 to 359",
                    "Give one attenuation for each whole degree.")
            }
            guard loss >= -0.5, loss <= 200 else {
                throw refuse(
                    "the attenuation \(words[1]) dB is outside 0 to 200",
                    "Give attenuations below the peak as positive numbers of dB.")
            }
            let index = Int(angle) % 360
            if angle < 360, cuts[section]?[index] != nil {
                throw refuse("the angle \(words[0]) stands twice in \(section)", "Remove one of the two lines.")
            }
            // Files that close the circle repeat angle 0 as 360; the first one counts.
            if cuts[section]?[index] == .some(nil) { cuts[section]?[index] = max(0, loss) }
        }

        func finish() throws(MastheadError) -> MSIPattern {
            guard let gainDBi else {
                throw refuse("the file states no GAIN", "Add a line GAIN with a number and dBi or dBd.", whole: true)
            }
            return MSIPattern(
                name: name, peakGainDBi: gainDBi, frequencyMegahertz: frequency,
                horizontalDB: try complete("HORIZONTAL"), verticalDB: try complete("VERTICAL"),
                source: path.split(separator: "/").last.map(String.init) ?? path)
        }

        private func complete(_ section: String) throws(MastheadError) -> [Double] {
            guard let cut = cuts[section] else {
                throw refuse(
                    "the file has no section \(section)", "Add a line \(section) 360 and 360 attenuations.", whole: true
                )
            }
            if let missing = cut.firstIndex(of: nil) {
                throw refuse(
                    "the section \(section) has no attenuation at \(missing)°",
                    "Give one attenuation for each whole degree from 0 to 359.", whole: true)
            }
            return cut.compactMap { $0 }
        }

        private func refuse(_ problem: String, _ remedy: String, whole: Bool = false) -> MastheadError {
            MastheadError(
                .badPattern, problem, at: whole ? .file(path) : .line(file: path, line: lineNumber), remedy: remedy)
        }
    }
}
