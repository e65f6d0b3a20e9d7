public import MastheadCore

/// A filter told by the distance from the edges of the band that it passes, so that one curve serves stations of any band.
public struct EdgeSelectivity: Sendable, Hashable {
    /// The filter's name, that of its file.
    public let id: String
    /// The points from the edge outwards; the first is at the edge, and its attenuation holds inside the band as well.
    public let points: [SelectivityMask.Point]

    /// A filter from its points.
    ///
    /// - Throws: `outside-validity` for points that ``SelectivityMask`` refuses.
    public init(id: String, points: [SelectivityMask.Point]) throws(MastheadError) {
        _ = try SelectivityMask(id: id, points: points)
        self.id = id
        self.points = points
    }

    /// The curve of a receiver that passes a band of a width, by offset from its middle.
    ///
    /// - Throws: `outside-validity` for a width that is none.
    public func mask(passband width: Frequency) throws(MastheadError) -> SelectivityMask {
        try SpectralDensity.bandwidthRange.require(width)
        guard let edge = points.first else { return try SelectivityMask(id: id, points: points) }
        let moved = points.map { point in
            SelectivityMask.Point(
                offset: Frequency(hertz: point.offset.hertz + width.hertz / 2), attenuation: point.attenuation)
        }
        let middle = SelectivityMask.Point(offset: Frequency(hertz: 0), attenuation: edge.attenuation)
        return try SelectivityMask(id: id, points: [middle] + moved)
    }
}

extension MaskReader {
    /// The filter in a file, told from the edges of its band.
    ///
    ///     filter        offset_from_edge_mhz,attenuation_db,basis,citation
    ///
    /// - Throws: `missing-file`, or `bad-mask` with the line, or `outside-validity` where the points make no curve.
    public static func edgeSelectivity(path: String) throws(MastheadError) -> EdgeSelectivity {
        let table = try MaskTable(
            MaskTable.text(path), path: path,
            columns: ["offset_from_edge_mhz", "attenuation_db", "basis", "citation"])
        let points = try selectivityPoints(table, offset: "offset_from_edge_mhz")
        do throws(MastheadError) {
            return try EdgeSelectivity(id: name(path), points: points)
        } catch { throw error.located(at: .file(path)) }
    }

    /// The points of a curve of attenuation, by the column of their offsets.
    static func selectivityPoints(
        _ table: MaskTable, offset column: String
    ) throws(MastheadError) -> [SelectivityMask.Point] {
        var points: [SelectivityMask.Point] = []
        for row in table.rows {
            _ = try row.source()
            points.append(
                SelectivityMask.Point(
                    offset: Frequency(megahertz: try row.number(column, in: offsets)),
                    attenuation: Decibels(try row.number("attenuation_db", in: 0...200))))
        }
        return points
    }
}
