import Foundation
public import MastheadCore

/// Reads measured patterns from one CSV file, as cuts or over the whole sphere.
///
/// The first line states the gain at the peak, then a header and one row per angle follow:
///
///     peak_gain_dbi,17.5                    peak_gain_dbi,17.5
///     cut,angle_deg,gain_db                 azimuth_deg,elevation_deg,gain_db
///     azimuth,0,0                           -180,-90,-28.1
///     azimuth,5,-0.4                        -170,-90,-28.1
///     elevation,-90,-22.6                   …
///
/// `gain_db` is relative to the peak, 0 or negative. Azimuths run clockwise seen from above, elevations upwards, both
/// from the boresight, from −180 to 180 or from 0 to 360. Each cut goes around the whole antenna, so that elevations
/// beyond ±90 are its back; a table over the sphere has each azimuth at each elevation from −90 to 90. The steps may
/// differ, but are not wider than 10°. The rows may stand in any order; lines that begin with # are comments.
public enum MeasuredPatternReader {
    /// Larger files are no patterns.
    static let sizeLimit = 1 << 24
    /// Between angles further apart the gain is not known, degrees.
    static let widestStepDegrees = 10.0
    /// What the gains straight up, or straight down, may differ, dB: they are of one direction.
    static let poleToleranceDB = 0.5
    /// What the strongest direction may be below the stated peak, dB.
    static let peakToleranceDB = 0.5

    /// Reads a file.
    ///
    /// - Throws: `missing-file`, or `bad-pattern` with the line.
    public static func read(path: String) throws(MastheadError) -> any AntennaPattern {
        guard let data = MSIPatternReader.contents(path, limit: sizeLimit) else {
            throw MastheadError(
                .missingFile, "the antenna pattern file cannot be read", at: .file(path),
                remedy: "Correct the path, or make the file readable.")
        }
        guard data.count <= sizeLimit, let text = String(data: data, encoding: .utf8) else {
            throw MastheadError(
                .badPattern, "the file is not text in UTF-8 of at most \(sizeLimit) bytes", at: .file(path),
                remedy: "Name a CSV file of a measured pattern.")
        }
        return try parse(text, path: path)
    }

    /// Reads the text of a file.
    ///
    /// - Throws: `bad-pattern` with the line.
    public static func parse(_ text: String, path: String) throws(MastheadError) -> any AntennaPattern {
        let table = try MeasuredPatternTable(text, path: path)
        guard let peak = table.peakGainDBi else {
            throw table.refuseWhole(
                "the file states no gain at the peak", "Write peak_gain_dbi and its number as the first line.")
        }
        guard table.rows.contains(where: { $0.gainDB >= -peakToleranceDB }) else {
            throw table.refuseWhole(
                "no direction has a gain near 0 dB", "Write gains relative to the peak, which has 0 dB.")
        }
        let source = path.split(separator: "/").last.map(String.init) ?? path
        if table.isSphere { return try sphere(table, peak, source) }
        for row in table.rows where row.cut != "azimuth" && row.cut != "elevation" {
            throw table.refuse(
                "there is no cut \"\(row.cut)\"", "Write azimuth or elevation in the column cut.", line: row.line)
        }
        return MeasuredCutPattern(
            peakGainDBi: peak, azimuth: try cut("azimuth", table), elevation: try cut("elevation", table),
            source: source)
    }

    private static func cut(_ name: String, _ table: MeasuredPatternTable) throws(MastheadError) -> AngleTable {
        let rows = table.rows.filter { $0.cut == name }
        guard !rows.isEmpty else {
            throw table.refuseWhole("the file has no \(name) cut", "Add rows that begin with \(name).")
        }
        return try circle(rows, of: "the \(name) cut", table)
    }

    private static func sphere(_ table: MeasuredPatternTable, _ peak: Double, _ source: String)
        throws(MastheadError) -> MeasuredSpherePattern
    {
        for row in table.rows where abs(row.angles[1]) > 90 {
            throw table.refuse(
                "the elevation \(PlainNumber.text(row.angles[1])) is outside −90 to 90",
                "Write directions behind the antenna by their azimuth.", line: row.line)
        }
        let byElevation = Dictionary(grouping: table.rows) { $0.angles[1] == 0 ? 0 : $0.angles[1] }
        let elevations = byElevation.keys.sorted()
        guard elevations.first == -90, elevations.last == 90 else {
            throw table.refuseWhole(
                "the elevations do not go from −90 to 90", "Add the rows straight down and straight up.")
        }
        var rows: [AngleTable] = []
        for (index, elevation) in elevations.enumerated() {
            let group = byElevation[elevation] ?? []
            let name = "the elevation \(PlainNumber.text(elevation))"
            if index > 0, elevation - elevations[index - 1] > widestStepDegrees {
                throw table.refuse(
                    "\(name) is \(PlainNumber.text(elevation - elevations[index - 1]))° above the one before",
                    "Add elevations at steps of \(PlainNumber.text(widestStepDegrees))° or less.",
                    line: group.first?.line ?? 0)
            }
            rows.append(try circle(group, of: name, table))
            if let first = rows.first, let last = rows.last, last.degrees != first.degrees {
                throw table.refuse(
                    "\(name) has other azimuths than the elevation -90", "Give the same azimuths at each elevation.",
                    line: group.first?.line ?? 0)
            }
            if let last = rows.last, abs(elevation) == 90, last.largest - last.smallest > poleToleranceDB {
                throw table.refuse(
                    "the gains at \(name) differ by more than \(PlainNumber.text(poleToleranceDB)) dB, and are of one "
                        + "direction", "Write one gain for all azimuths there.", line: group.first?.line ?? 0)
            }
        }
        return MeasuredSpherePattern(peakGainDBi: peak, elevations: elevations, rows: rows, source: source)
    }

    /// The angles of one circle: none twice, none missing.
    private static func circle(_ rows: [MeasuredPatternTable.Row], of name: String, _ table: MeasuredPatternTable)
        throws(MastheadError) -> AngleTable
    {
        let sorted = rows.map { (angle: AngleTable.turned($0.angles[0]), row: $0) }
            .sorted { ($0.angle, $0.row.line) < ($1.angle, $1.row.line) }
        var points: [(degrees: Double, value: Double)] = []
        var last: MeasuredPatternTable.Row?
        for (angle, row) in sorted {
            if let earlier = last, points.last?.degrees == angle {
                // 180 and −180 close a circle, and so do 0 and 360.
                guard earlier.angles[0] != row.angles[0], earlier.gainDB == row.gainDB else {
                    throw table.refuse(
                        "\(name) has \(PlainNumber.text(row.angles[0]))° a second time, after line \(earlier.line)",
                        "Delete one of the two rows.", line: row.line)
                }
                continue
            }
            if let before = points.last?.degrees, angle - before > widestStepDegrees {
                throw gap(before, angle, name, table, line: row.line)
            }
            points.append((angle, row.gainDB))
            last = row
        }
        if let first = sorted.first, let end = points.last, first.angle + 360 - end.degrees > widestStepDegrees {
            throw gap(end.degrees, first.angle, name, table, line: first.row.line)
        }
        return AngleTable(points)
    }

    private static func gap(
        _ from: Double, _ to: Double, _ name: String, _ table: MeasuredPatternTable, line: Int
    ) -> MastheadError {
        table.refuse(
            "\(name) has no angle between \(PlainNumber.text(from))° and \(PlainNumber.text(to))°",
            "Add angles around the whole circle at steps of \(PlainNumber.text(widestStepDegrees))° or less.",
            line: line)
    }
}
