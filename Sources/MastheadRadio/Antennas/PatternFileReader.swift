public import MastheadCore

/// Reads an antenna pattern from a file of either kind that jobs may name.
public enum PatternFileReader {
    /// Reads a measured pattern from a file whose name ends in `.csv`, and an MSI or Planet file from any other.
    ///
    /// - Throws: `missing-file`, or `bad-pattern` with the line.
    public static func read(path: String) throws(MastheadError) -> any AntennaPattern {
        if path.lowercased().hasSuffix(".csv") { return try MeasuredPatternReader.read(path: path) }
        return try MSIPatternReader.read(path: path)
    }
}
