public import MastheadCore

/// Where the height of what stands on the ground comes from.
public enum ClutterHeights: String, Sendable, Hashable, Codable {
    /// The representative height of the clutter class, as P.1812 and P.452 want it.
    case classes = "clutter heights"
    /// The surface less the ground; where the surface has a void, the height of the class.
    case surface = "surface layer"
}

/// What stands along the paths of a run: ground, clutter and zones, on the terrain grid.
public struct TerrainSource: Sendable {
    /// Altitude of the bare ground, m.
    public let ground: RasterLayer
    /// Altitude of the tops of what stands on the ground, m; nil where there is none.
    public let surface: RasterLayer?
    /// Land-cover classes; nil leaves the land bare.
    public let clutter: RasterLayer?
    /// What the classes mean; given where `clutter` is.
    public let clutterTable: ClutterTable?
    /// Where the zones come from.
    public let zones: ZoneSource
    /// The study grid, refined by a whole number.
    public let terrainGrid: Grid
    /// How far beyond the layers' outer edges their outermost pixels still hold: enough for the centre of a cell at the
    /// rim of the study area.
    public let edgeReach: Length
    /// Where the height of what stands on the ground comes from; never the surface where there is none.
    public let clutterHeights: ClutterHeights

    /// The altitudes that ground may have, m: from below the deepest open pits and the Dead Sea to above Mount Everest.
    /// What lies outside is a void value that the file does not declare, or a sea floor.
    static let plausibleGroundMetres: ClosedRange<Double> = -500...9000
    /// The altitudes that tops may have, m: as the ground, and up to the highest buildings above it.
    static let plausibleSurfaceMetres: ClosedRange<Double> = -500...10_000

    /// The terrain of a run.
    public init(
        ground: RasterLayer, surface: RasterLayer? = nil, clutter: RasterLayer? = nil,
        clutterTable: ClutterTable? = nil, zones: ZoneSource = .inland, terrainGrid: Grid,
        edgeReach: Length = Length(metres: 0), clutterHeights: ClutterHeights = .classes
    ) {
        precondition((clutter == nil) == (clutterTable == nil), "classes come with their meaning")
        self.ground = ground
        self.surface = surface
        self.clutter = clutter
        self.clutterTable = clutterTable
        self.zones = zones
        self.terrainGrid = terrainGrid
        self.edgeReach = edgeReach
        self.clutterHeights = surface == nil ? .classes : clutterHeights
    }

    /// The same layers on another terrain grid, read in another way.
    public func on(_ grid: Grid, edgeReach: Length, clutterHeights: ClutterHeights) -> TerrainSource {
        TerrainSource(
            ground: ground, surface: surface, clutter: clutter, clutterTable: clutterTable, zones: zones,
            terrainGrid: grid, edgeReach: edgeReach, clutterHeights: clutterHeights)
    }

    /// Refuses layers that cannot play their part, before any of them is read.
    ///
    /// - Throws: `bad-layer-value` for ground or surface that is not in metres, or zones to be derived without clutter.
    public func validate() throws(MastheadError) {
        try Self.requireMetres(ground)
        if let surface { try Self.requireMetres(surface) }
        if case .derived = zones, clutter == nil {
            throw MastheadError(
                .badLayerValue, "zones cannot be derived without a clutter layer, which says where water is",
                at: .layer(role: ground.role, file: ground.path),
                remedy: "Give a clutter layer, a raster of zones, or take all land as inland.")
        }
    }

    private static func requireMetres(_ layer: RasterLayer) throws(MastheadError) {
        let metric = ["", "m", "metre", "metres", "meter", "meters", "unknown"]
        guard !metric.contains(layer.unit.lowercased()) else { return }
        throw MastheadError(
            .badLayerValue, "the \(layer.role) layer is in \"\(layer.unit)\", not in metres",
            at: .layer(role: layer.role, file: layer.path),
            remedy: "Convert it, for example from feet with: gdal_calc.py -A IN --calc=\"A*0.3048\" "
                + "--type=Float32 --outfile=OUT.tif.")
    }
}

/// The terrain of a window of the terrain grid, row-major.
public struct TerrainTile: Sendable {
    /// The cells.
    public let window: GridWindow
    /// Altitude of the bare ground at the centre of each cell, m; NaN where the layer has none.
    public let groundMetres: [Float]
    /// Altitude of the tops of what stands on the ground, m, NaN where the layer has none; nil where the heights are those
    /// of the clutter's classes.
    public let surfaceMetres: [Float]?
    /// Height of the clutter above the ground, m, of its class or from the surface; zero where nothing stands or nothing
    /// is known.
    public let clutterMetres: [Float]
    /// What the clutter is to a ray: values of ``ClutterObstacle``.
    public let clutterKinds: [UInt8]
    /// Radio-climatic zones: 1 sea, 3 coastal land, 4 inland.
    public let zones: [UInt8]
    /// How many cells have no clutter class, and so count as bare; zero for a run without clutter.
    public let clutterVoidCount: Int
}
