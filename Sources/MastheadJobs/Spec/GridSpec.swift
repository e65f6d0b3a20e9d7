public import MastheadCore

/// The study grid: square cells on which coverage and people meet.
public struct GridSpec: Sendable {
    /// Length of a cell's side.
    public let resolution: Entry<Length>
    /// A projected, metric reference system; nil for an equal-area one around the regions.
    public let referenceSystem: Entry<String>?
}

extension GridSpec {
    static let resolutionKey = Key(
        "resolution", ValueKind.quantity(Length(metres: 5)...Length(metres: 10_000)), .required, example: "100 m",
        "Length of a cell's side. Halving it makes four times the cells.")
    static let referenceSystemKey = Key(
        "crs", ValueKind.text, .optional("equal-area (LAEA) around the regions"), example: "EPSG:32610",
        "Projected reference system in metres, as an authority code, PROJ string or WKT. One that does not keep areas "
            + "is a caveat of the run.")

    static let group = KeyGroup(
        "grid", "The study grid: square, metric cells; coverage is computed at their centres.",
        [resolutionKey.description, referenceSystemKey.description]
    ) { reader -> GridSpec? in
        guard let resolution = reader[resolutionKey] else { return nil }
        return GridSpec(resolution: resolution, referenceSystem: reader[referenceSystemKey])
    }
}
