import MastheadCore

/// Takes the lines of an MSI file one by one.
struct MSIPatternParser {
    let path: String
    private var name: String?
    private var gainDBi: Double?
    private var frequencies: ClosedRange<Frequency>?
    private var statedTiltDegrees: Double?
    private var sections: [String: MSISection] = [:]
    private var open: String?
    private var lineNumber = 0

    /// What GAIN may be, dBi: dish antennas included.
    private static let gainRange = -30.0...60.0
    /// What an attenuation may be, dB. Measured cuts overshoot the stated peak by tenths; no gain exceeds the peak's.
    private static let lossRange = -0.5...200.0
    private static let tiltKeywords: Set = ["TILT", "ELECTRICAL_TILT", "ELECTRICALTILT", "ELECTRICAL_DOWNTILT"]
    private static let otherKeywords: Set = ["MAKE", "H_WIDTH", "V_WIDTH", "FRONT_TO_BACK", "POLARIZATION"]
    private static let keywords: Set = tiltKeywords.union(["NAME", "FREQUENCY", "GAIN", "HORIZONTAL", "VERTICAL"])

    init(path: String) { self.path = path }

    mutating func take(_ line: Substring, number: Int) throws(MastheadError) {
        lineNumber = number
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard let first = words.first, !Self.isComment(line) else { return }
        if Double(first) != nil || first.first == "-" || first.first == "+" {
            if let open { return try takeAngle(words, section: open) }
            // The name of an antenna may be a number.
            if name == nil, gainDBi == nil {
                name = words.joined(separator: " ")
                return
            }
            throw refuse(
                "numbers stand outside the sections HORIZONTAL and VERTICAL",
                "Write HORIZONTAL 360 or VERTICAL 360 before them, or delete the line.")
        }
        try takeKeyword(first, Array(words.dropFirst()))
    }

    private static func isComment(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " || $0 == "\t" }
        return ["#", ";", "!", "*", "//"].contains { text.hasPrefix($0) } || text.uppercased().hasPrefix("COMMENT")
    }

    private mutating func takeKeyword(_ first: Substring, _ words: [Substring]) throws(MastheadError) {
        let keyword = first.uppercased()
        if let open, let section = sections[open], !section.isComplete {
            guard !Self.keywords.contains(keyword) else { throw missingAngle(open, section) }
            throw refuse(
                "the line is not an angle and an attenuation of \(open), which has \(section.count) of its "
                    + "\(section.declared) angles",
                "Write two numbers, degrees and dB, or begin the line with # if it is a comment.")
        }
        open = nil
        switch keyword {
        case "NAME": name = words.joined(separator: " ")
        case "FREQUENCY": frequencies = MSIFields.frequencies(words)
        case "GAIN": try takeGain(words)
        case _ where Self.tiltKeywords.contains(keyword):
            statedTiltDegrees = MSIFields.tiltDegrees(words) ?? statedTiltDegrees
        case "HORIZONTAL", "VERTICAL": try begin(keyword, words)
        default:
            // Some vendors leave out NAME, and begin with the antenna's name.
            if lineNumber == 1, !Self.otherKeywords.contains(keyword) {
                name = ([first] + words).joined(separator: " ")
            }
        }
    }

    private mutating func takeGain(_ words: [Substring]) throws(MastheadError) {
        guard gainDBi == nil else { throw refuse("GAIN stands twice", "Delete one of the two.") }
        guard let gain = MSIFields.gainDBi(words) else {
            throw refuse(
                "the gain \"\(words.joined(separator: " "))\" is not a number of dBi or dBd",
                "Write GAIN with a number, decimals after a point, and dBi or dBd.")
        }
        guard Self.gainRange.contains(gain) else {
            throw refuse(
                "the gain \(PlainNumber.text(gain)) dBi is outside \(Self.text(Self.gainRange))",
                "Write GAIN with the gain at the peak and its unit, dBi or dBd.")
        }
        gainDBi = gain
    }

    private mutating func begin(_ section: String, _ words: [Substring]) throws(MastheadError) {
        guard sections[section] == nil else {
            throw refuse("the section \(section) stands twice", "Delete one of the two.")
        }
        let count = words.first.map { Int($0) } ?? 360
        guard let count, MSISection.counts.contains(count) else {
            throw refuse(
                "\(section) has \"\(words.first ?? "")\" angles, not a number of "
                    + "\(MSISection.counts.lowerBound) to \(MSISection.counts.upperBound)",
                "Write \(section) 360, and one attenuation for each degree.")
        }
        sections[section] = MSISection(declared: count, line: lineNumber)
        open = section
    }

    private mutating func takeAngle(_ words: [Substring], section: String) throws(MastheadError) {
        guard words.count == 2, let angle = Double(words[0]), let loss = Double(words[1]), loss.isFinite,
            angle.isFinite
        else {
            throw refuse(
                "the line is not an angle and an attenuation",
                "Write two numbers, degrees and dB, with a space between them and decimals after a point.")
        }
        guard Self.lossRange.contains(loss) else {
            throw refuse(
                "the attenuation \(words[1]) dB is outside \(Self.text(Self.lossRange))",
                "Write attenuations below the peak as positive numbers of dB.")
        }
        if let refusal = sections[section]?.take(angle: angle, lossDB: loss) {
            throw refuse("the angle \(words[0]) in \(section) \(refusal.problem)", refusal.remedy)
        }
    }

    func finish() throws(MastheadError) -> MSIPattern {
        guard let gainDBi else {
            throw refuseWhole("the file states no GAIN", "Add a line GAIN with a number and dBi or dBd.")
        }
        let horizontal = try cut("HORIZONTAL")
        let vertical = try cut("VERTICAL")
        guard min(horizontal.smallestDB, vertical.smallestDB) <= 0.5 else {
            throw refuseWhole(
                "no direction has an attenuation near 0 dB",
                "Write attenuations below the peak, not gains; the peak has 0 dB.")
        }
        return MSIPattern(
            name: name ?? "", peakGainDBi: gainDBi, frequencies: frequencies, horizontal: horizontal,
            vertical: vertical, electricalTilt: Angle(degrees: try tiltDegrees(of: vertical)),
            source: path.split(separator: "/").last.map(String.init) ?? path)
    }

    private func cut(_ name: String) throws(MastheadError) -> AntennaCut {
        guard let section = sections[name] else {
            throw refuseWhole(
                "the file has no section \(name)", "Add a line \(name) 360 and one attenuation for each degree.")
        }
        guard section.isComplete else { throw missingAngle(name, section) }
        return AntennaCut(attenuationsDB: section.lossesDB)
    }

    private func missingAngle(_ name: String, _ section: MSISection) -> MastheadError {
        MastheadError(
            .badPattern,
            "the section \(name) has \(section.count) of its \(section.declared) angles, and none at "
                + "\(PlainNumber.text(section.firstMissingDegrees ?? 0))°",
            at: .line(file: path, line: section.line),
            remedy: "Give one attenuation every \(PlainNumber.text(section.stepDegrees))°.")
    }

    /// The tilt in the vertical cut: where it peaks, or what the file states where that agrees to a degree.
    private func tiltDegrees(of vertical: AntennaCut) throws(MastheadError) -> Double {
        let peak = vertical.frontPeakDegrees
        guard let stated = statedTiltDegrees else { return peak }
        if abs(stated - peak) <= 1 { return stated }
        if abs(stated) > 1, abs(stated + peak) <= 1 {
            throw refuseWhole(
                "the file states a tilt of \(PlainNumber.text(stated))°, and its vertical cut peaks at "
                    + "\(PlainNumber.text(peak))°: its angles run upwards",
                "Mirror the vertical cut, so that 90 is straight down.")
        }
        return peak
    }

    private static func text(_ range: ClosedRange<Double>) -> String {
        "\(PlainNumber.text(range.lowerBound)) to \(PlainNumber.text(range.upperBound))"
    }

    private func refuse(_ problem: String, _ remedy: String) -> MastheadError {
        MastheadError(.badPattern, problem, at: .line(file: path, line: lineNumber), remedy: remedy)
    }

    private func refuseWhole(_ problem: String, _ remedy: String) -> MastheadError {
        MastheadError(.badPattern, problem, at: .file(path), remedy: remedy)
    }
}
