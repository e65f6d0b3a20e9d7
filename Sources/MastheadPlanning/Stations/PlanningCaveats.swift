public import MastheadCore

/// The reservations that planning counts.
public enum PlanningCaveats {
    /// A row of a band that the job does not compute.
    public static let otherBandRow = Caveat(
        "other-band-row", "Register rows of bands that the job does not compute; they are in no figure.")
    /// A row that cannot be used.
    public static let quarantinedRow = Caveat(
        "quarantined-row", "Register rows that cannot be used; quarantine.csv tells each with its reason and remedy.")
    /// A station outside all regions.
    public static let stationOutside = Caveat(
        "station-outside", "Stations that stand outside all regions: they serve people, but are in no density.")
    /// A directional antenna without an azimuth.
    public static let assumedAzimuth = Caveat(
        "assumed-azimuth", "Stations with directional antennas and no azimuth; the first sector is taken to look north."
    )
    /// A pattern file for another frequency.
    public static let otherPatternFrequency = Caveat(
        "pattern-frequency", "Bands whose antenna pattern file is for another frequency than their carrier.")
    /// A cell so near its best server that the model does not hold.
    public static let nearField = Caveat(
        "near-field",
        "Cells whose best server is nearer than its model holds, 250 m for P.1812; free space (ITU-R P.525) is used there."
    )
    /// A cell with a sector in its radius that is farther than the model holds.
    public static let beyondModel = Caveat(
        "beyond-model",
        "Cells within the radius of a sector that is farther than its model holds; that sector gives them no level.")
    /// A cell that no path reaches because the ground has a void.
    public static let voidPath = Caveat(
        "void-path", "Cells where a path crosses a void of the ground layer; that path is left out.")
    /// A cell whose clutter class is not known.
    public static let clutterVoid = Caveat(
        "clutter-void", "Cells of the terrain grid without a clutter class; taken as open land, per tile.")
    /// A place whose surface is not known.
    public static let surfaceVoid = Caveat(
        "surface-void",
        "Cells, or parts of divided cells, where the surface layer has a void; the clutter class gives the height there."
    )
    /// A cell at the rim of the study area that reaches beyond the ground layer.
    public static let edgeCell = Caveat(
        "edge-cell",
        "Cells at the rim of the study area that reach beyond the ground layer by less than a cell; the ground "
            + "at its edge is taken there.")
    /// The study grid does not keep areas.
    public static let notEqualArea = Caveat(
        "not-equal-area", "The study grid's projection does not keep areas; areas are those of the plane.")

    /// A route or place that cannot be used.
    public static let quarantinedFeature = Caveat(
        "quarantined-feature",
        "Features of routes and places that cannot be used; quarantine.csv tells each with its reason and remedy.")
    /// A feature whose heights are all zero.
    public static let flatHeights = Caveat(
        "flat-heights", "Features of routes and places whose heights are all zero; they are taken to have none.")
    /// A height where the ground is not known.
    public static let unknownDepth = Caveat(
        "unknown-depth",
        "Pieces of routes and key points with a height where the ground layer has none; taken as lying in the open.")
    /// A route outside all regions.
    public static let routeOutside = Caveat("route-outside", "Routes outside all regions; they are in no figure.")
    /// A place outside all regions.
    public static let placeOutside = Caveat("place-outside", "Places outside all regions; they are in no figure.")
    /// A search of the solver without an end.
    public static let givenUpSearch = Caveat(
        "given-up-search",
        "Exact searches for a better choice of sites that were given up at their hard stop, or that the solver ended without an answer; another machine may choose otherwise."
    )

    /// All of them, for the manifest.
    public static let all = [
        otherBandRow, quarantinedRow, stationOutside, assumedAzimuth, otherPatternFrequency, nearField, beyondModel,
        voidPath,
        clutterVoid, surfaceVoid, edgeCell, notEqualArea, quarantinedFeature, flatHeights, unknownDepth,
        routeOutside, placeOutside, givenUpSearch,
    ]
}
