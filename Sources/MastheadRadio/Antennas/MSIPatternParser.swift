import MastheadCore

/// Takes the lines of an MSI file one after another.
struct MSIPatternParser {
    /// Gain of a half-wave dipole over the isotropic antenna, dB.
    private static let dipoleGainDB = 2.15
    /// Gains that an antenna can have, dBi.
    private static let gainRange = -30.0...60.0
    /// Attenuations that a file may hold, dB; measured cuts overshoot the stated peak by tenths, which count as 0.
    private static let attenuationRange = -0.5...200.0
    private static let keywords: Set<String> = ["NAME", "FREQUENCY", "GAIN", "HORIZONTAL", "VERTICAL"]

    /// One cut, and the line where it begins.
    private struct Section {
        let line: Int
        var attenuations: [Double?] = Array(repeating: nil, count: 360)
        var isComplete: Bool { !attenuations.contains(nil) }
    }

    private let path: String
    private var name = ""
    private var gainDBi: Double?
    private var frequency: Double?
    private var sections: [String: Section] = [:]
    private var open: String?
    private var lineNumber = 0

    init(path: String) { self.path = path }

    /// Takes the next line.
    mutating func take(_ line: Substring, number: Int) throws(MastheadError) {
        lineNumber = number
        let words = line.split { $0 == " " || $0 == "\t" }
        guard let first = words.first else { return }
        let keyword = first.uppercased()
        guard Self.keywords.contains(keyword) else {
            guard let open, let section = sections[open] else { return }
            // Free text may follow a complete section, as it may precede the first one.
            guard section.isComplete, Double(first) == nil else { return try takeAngle(words, section: open) }
            self.open = nil
            return
        }
        open = nil
        switch keyword {
        case "NAME": name = words.dropFirst().joined(separator: " ")
        case "FREQUENCY": frequency = words.dropFirst().first.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
        case "GAIN": try takeGain(words)
        default: try begin(keyword, words)
        }
    }

    private mutating func takeGain(_ words: [Substring]) throws(MastheadError) {
        guard gainDBi == nil else { throw refuse("GAIN stands twice", "Remove one of the two lines.") }
        let stated = words.dropFirst().joined(separator: " ")
        let text = stated.lowercased()
        let number = text.prefix { $0.isNumber || ".-+".contains($0) }
        let unit = text.dropFirst(number.count).drop { $0 == " " }
        guard let value = Double(number), value.isFinite, ["", "dbd", "dbi"].contains(unit) else {
            throw refuse(
                "the gain \"\(stated)\" is not a number of dBi or dBd",
                "Write GAIN with a number, with a decimal point where it has one, and dBi or dBd.")
        }
        let gain = unit == "dbi" ? value : value + Self.dipoleGainDB
        guard Self.gainRange.contains(gain) else {
            throw refuse(
                "the gain \"\(stated)\" is outside \(Self.text(Self.gainRange)) dBi",
                "Write GAIN with the gain at the peak and its unit, dBi or dBd.")
        }
        gainDBi = gain
    }

    private mutating func begin(_ section: String, _ words: [Substring]) throws(MastheadError) {
        guard words.count < 2 || words[1] == "360" else {
            throw refuse("the section \(section) has \(words[1]) angles, not 360", "Give one attenuation per degree.")
        }
        guard sections[section] == nil else {
            throw refuse("the section \(section) stands twice", "Remove one of the two.")
        }
        sections[section] = Section(line: lineNumber)
        open = section
    }

    private mutating func takeAngle(_ words: [Substring], section: String) throws(MastheadError) {
        guard words.count == 2, let angle = Double(words[0]), let loss = Double(words[1]), loss.isFinite,
            angle.isFinite
        else {
            throw refuse(
                "the line is not an angle and an attenuation of \(section)",
                "Write two numbers, degrees and dB, with a space between them and decimal points.")
        }
        guard angle == angle.rounded(), angle >= 0, angle <= 360 else {
            throw refuse(
                "the angle \(words[0]) is not a whole number of degrees from 0 to 359",
                "Give one attenuation for each whole degree.")
        }
        guard Self.attenuationRange.contains(loss) else {
            throw refuse(
                "the attenuation \(words[1]) dB is outside \(Self.text(Self.attenuationRange))",
                "Give attenuations below the peak as positive numbers of dB.")
        }
        let index = Int(angle) % 360
        let attenuation = max(0, loss)
        if let standing = sections[section]?.attenuations[index] {
            // Files that close the circle repeat angle 0 as 360.
            guard angle == 360, standing == attenuation else {
                throw refuse(
                    "the angle \(words[0]) stands twice in \(section)\(angle == 360 ? ", as 0 and as 360" : "")",
                    "Remove one of the two lines.")
            }
        }
        sections[section]?.attenuations[index] = attenuation
    }

    /// The pattern, when all lines are taken.
    func finish() throws(MastheadError) -> MSIPattern {
        guard let gainDBi else {
            throw refuse("the file states no GAIN", "Add a line GAIN with a number and dBi or dBd.", at: .file(path))
        }
        return MSIPattern(
            name: name, peakGainDBi: gainDBi, frequencyMegahertz: frequency,
            horizontalDB: try complete("HORIZONTAL"), verticalDB: try complete("VERTICAL"),
            source: path.split(separator: "/").last.map(String.init) ?? path)
    }

    private func complete(_ name: String) throws(MastheadError) -> [Double] {
        guard let section = sections[name] else {
            throw refuse(
                "the file has no section \(name)", "Add a line \(name) 360 and 360 attenuations.", at: .file(path))
        }
        if let missing = section.attenuations.firstIndex(of: nil) {
            throw refuse(
                "the section \(name) has no attenuation at \(missing)°",
                "Give one attenuation for each whole degree from 0 to 359.", at: .line(file: path, line: section.line))
        }
        return section.attenuations.compactMap { $0 }
    }

    private func refuse(_ problem: String, _ remedy: String, at location: ErrorLocation? = nil) -> MastheadError {
        MastheadError(.badPattern, problem, at: location ?? .line(file: path, line: lineNumber), remedy: remedy)
    }

    private static func text(_ range: ClosedRange<Double>) -> String {
        "\(PlainNumber.text(range.lowerBound)) to \(PlainNumber.text(range.upperBound))"
    }
}
