public import MastheadCore

/// Reads masks from CSV files; the file's name without its ending is the mask's.
///
///     emission      offset_from_mhz,offset_to_mhz,level_from_dbm,level_to_dbm,measurement_bandwidth_khz,basis,citation
///     spurious      from_mhz,to_mhz,level_dbm,measurement_bandwidth_khz,basis,citation
///     selectivity   offset_mhz,attenuation_db,basis,citation
///
/// Rows of emission and spurious masks follow one another without gap or overlap. `basis` is `verified`, `derived` or
/// `unverified`, as in band templates.
public enum MaskReader {
    static let offsets = 0.0...100_000.0
    private static let frequencies = 0.0...1_000_000.0
    private static let levels = -200.0...100.0
    private static let bandwidths = 0.001...1_000_000.0

    /// The mask of unwanted emissions in a file.
    ///
    /// - Throws: `missing-file`, or `bad-mask` with the line.
    public static func emission(path: String) throws(MastheadError) -> EmissionMask {
        try emission(MaskTable.text(path), path: path)
    }

    /// The mask of unwanted emissions in a text.
    ///
    /// - Throws: `bad-mask` with the line.
    public static func emission(_ text: String, path: String) throws(MastheadError) -> EmissionMask {
        let table = try MaskTable(
            text, path: path,
            columns: [
                "offset_from_mhz", "offset_to_mhz", "level_from_dbm", "level_to_dbm", "measurement_bandwidth_khz",
                "basis", "citation",
            ])
        var segments: [EmissionMask.Segment] = []
        for row in table.rows {
            let (from, to) = try bounds(
                row, "offset_from_mhz", "offset_to_mhz", in: offsets, after: segments.last?.to, first: 0)
            let (citation, basis) = try row.source()
            segments.append(
                EmissionMask.Segment(
                    from: from, to: to, fromLevel: PowerLevel(dBm: try row.number("level_from_dbm", in: levels)),
                    toLevel: PowerLevel(dBm: try row.number("level_to_dbm", in: levels)),
                    measurementBandwidth: try bandwidth(row), citation: citation, basis: basis))
        }
        return EmissionMask(id: name(path), segments: segments)
    }

    /// The mask of spurious emissions in a file.
    ///
    /// - Throws: `missing-file`, or `bad-mask` with the line.
    public static func spurious(path: String) throws(MastheadError) -> SpuriousMask {
        try spurious(MaskTable.text(path), path: path)
    }

    /// The mask of spurious emissions in a text.
    ///
    /// - Throws: `bad-mask` with the line.
    public static func spurious(_ text: String, path: String) throws(MastheadError) -> SpuriousMask {
        let table = try MaskTable(
            text, path: path,
            columns: ["from_mhz", "to_mhz", "level_dbm", "measurement_bandwidth_khz", "basis", "citation"])
        var ranges: [SpuriousMask.Range] = []
        for row in table.rows {
            let (from, to) = try bounds(row, "from_mhz", "to_mhz", in: frequencies, after: ranges.last?.to)
            let (citation, basis) = try row.source()
            ranges.append(
                SpuriousMask.Range(
                    from: from, to: to, level: PowerLevel(dBm: try row.number("level_dbm", in: levels)),
                    measurementBandwidth: try bandwidth(row), citation: citation, basis: basis))
        }
        return SpuriousMask(id: name(path), ranges: ranges)
    }

    /// The selectivity of a receiver in a file.
    ///
    /// - Throws: `missing-file`, or `bad-mask` with the line.
    public static func selectivity(path: String) throws(MastheadError) -> SelectivityMask {
        try selectivity(MaskTable.text(path), path: path)
    }

    /// The selectivity of a receiver in a text.
    ///
    /// - Throws: `bad-mask` with the line, or `outside-validity` where the points make no curve.
    public static func selectivity(_ text: String, path: String) throws(MastheadError) -> SelectivityMask {
        let table = try MaskTable(
            text, path: path, columns: ["offset_mhz", "attenuation_db", "basis", "citation"])
        let points = try selectivityPoints(table, offset: "offset_mhz")
        do throws(MastheadError) {
            return try SelectivityMask(id: name(path), points: points)
        } catch { throw error.located(at: .file(path)) }
    }

    /// A row's ends: it ends above its beginning, and begins where the one before ended.
    private static func bounds(
        _ row: MaskTable.Row, _ fromColumn: String, _ toColumn: String, in range: ClosedRange<Double>,
        after: Frequency?, first: Double? = nil
    ) throws(MastheadError) -> (Frequency, Frequency) {
        let from = Frequency(megahertz: try row.number(fromColumn, in: range))
        let to = Frequency(megahertz: try row.number(toColumn, in: range))
        guard from < to else {
            throw row.refusal("the row ends at or below its beginning", "Write \(toColumn) above \(fromColumn).")
        }
        if let begin = after ?? first.map({ Frequency(megahertz: $0) }), from != begin {
            throw row.refusal(
                "the row begins at \(from), and the mask is known up to \(begin)",
                "Write \(fromColumn) \(PlainNumber.text(begin.megahertz)).")
        }
        return (from, to)
    }

    private static func bandwidth(_ row: MaskTable.Row) throws(MastheadError) -> Frequency {
        Frequency(hertz: 1000 * (try row.number("measurement_bandwidth_khz", in: bandwidths)))
    }

    static func name(_ path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    }
}
