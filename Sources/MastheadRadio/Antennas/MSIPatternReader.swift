import Foundation
public import MastheadCore

/// Reads MSI (Planet) pattern files.
///
/// A file has keyword lines (NAME, FREQUENCY, GAIN, TILT …) and the sections `HORIZONTAL 360` and `VERTICAL 360`, each
/// followed by so many lines of angle and attenuation, in any order, attenuations below the peak positive. A section
/// may state another number of angles, which divide the circle evenly. GAIN carries dBi or dBd; without a unit it is
/// dBd, as the format has it. Lines that begin with #, ;, !, * or // are comments; keywords not named here are passed
/// over.
public enum MSIPatternReader {
    /// Gain of a half-wave dipole over the isotropic antenna, dB: what tells dBd from dBi.
    static let dipoleGainDB = 2.15
    /// Larger files are no patterns.
    static let sizeLimit = 1 << 20

    /// Reads a file.
    ///
    /// - Throws: `missing-file`, or `bad-pattern` with the line.
    public static func read(path: String) throws(MastheadError) -> MSIPattern {
        guard let data = contents(path) else {
            throw MastheadError(
                .missingFile, "the antenna pattern file cannot be read", at: .file(path),
                remedy: "Correct the path of antenna.file, or make the file readable.")
        }
        guard data.count <= sizeLimit else {
            throw MastheadError(
                .badPattern, "the file is larger than \(sizeLimit) bytes, the most that a pattern file has",
                at: .file(path), remedy: "Name an MSI pattern file.")
        }
        // Older files are in Latin-1; their names are the only text that it matters for.
        let text = String(data: data, encoding: .utf8) ?? String(decoding: data.map(UInt16.init), as: UTF16.self)
        return try parse(text, path: path)
    }

    /// Reads the text of a file.
    ///
    /// - Throws: `bad-pattern` with the line.
    public static func parse(_ text: String, path: String) throws(MastheadError) -> MSIPattern {
        var parser = MSIPatternParser(path: path)
        let withoutMark = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        // A carriage return with its line feed is one character; other characters that break lines may stand in names.
        let lines = withoutMark.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        for (index, line) in lines.enumerated() {
            try parser.take(line, number: index + 1)
        }
        return try parser.finish()
    }

    /// The bytes of a file, and not more of a huge one than tells that it is huge.
    static func contents(_ path: String, limit: Int = sizeLimit) -> Data? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var data = Data()
        do {
            while data.count <= limit, let part = try file.read(upToCount: limit + 1 - data.count),
                !part.isEmpty
            {
                data.append(part)
            }
        } catch {
            return nil
        }
        return data
    }
}
