import MastheadCore

/// Reads the values of an MSI file's keywords.
enum MSIFields {
    /// Gain in dBi of `18 dBi`, `15.85 dBd`, `15.85`; nil where it cannot be read.
    static func gainDBi(_ words: [Substring]) -> Double? {
        let text = words.joined(separator: " ").lowercased()
        let number = text.prefix { $0.isNumber || ".-+".contains($0) }
        let unit = text.dropFirst(number.count).drop { $0 == " " }
        guard let value = Double(number), value.isFinite else { return nil }
        switch unit {
        case "dbi": return value
        case "", "dbd": return value + MSIPatternReader.dipoleGainDB
        default: return nil
        }
    }

    /// The tilt of `6`, `ELECTRICAL 6`, `6T`, `2.5 DEG`; nil for words alone.
    static func tiltDegrees(_ words: [Substring]) -> Double? {
        let numbers = words.compactMap { word in Double(word.prefix { $0.isNumber || ".-+".contains($0) }) }
        return numbers.first.flatMap { $0.isFinite && abs($0) <= 45 ? $0 : nil }
    }

    /// The range of `773`, `773 MHz`, `0.773 GHz`, `758-803 MHz`, `758 - 803`; nil where it cannot be read. The
    /// frequency changes no gain, so that a text of the vendor's own making is no reason to refuse the file.
    static func frequencies(_ words: [Substring]) -> ClosedRange<Frequency>? {
        let text = words.joined().lowercased()
        let digits = text.prefix { $0.isNumber || ".-".contains($0) }
        let unit = text.dropFirst(digits.count)
        let scales = ["": 1e6, "mhz": 1e6, "ghz": 1e9, "khz": 1e3, "hz": 1]
        guard let scale = scales[String(unit)] else { return nil }
        let parts = digits.split(separator: "-").map { Double($0) }
        guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2, first > 0, last >= first
        else { return nil }
        return Frequency(hertz: first * scale)...Frequency(hertz: last * scale)
    }
}
