public import MastheadCore

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

    /// The altitudes that ground may have, m: from below the deepest open pits and the Dead Sea to above Mount Everest.
    /// What lies outside is a void value that the file does not declare, or a sea floor.
    static let plausibleGroundMetres: ClosedRange<Double> = -500...9000

    /// The terrain of a run.
    public init(
        ground: RasterLayer, surface: RasterLayer? = nil, clutter: RasterLayer? = nil,
        clutterTable: ClutterTable? = nil, zones: ZoneSource = .inland, terrainGrid: Grid,
        edgeReach: Length = Length(metres: 0)
    ) {
        precondition((clutter == nil) == (clutterTable == nil), "classes come with their meaning")
        self.ground = ground
        self.surface = surface
        self.clutter = clutter
        self.clutterTable = clutterTable
        self.zones = zones
        self.terrainGrid = terrainGrid
        self.edgeReach = edgeReach
    }

    /// Refuses layers that cannot play their part, before any of them is read.
    ///
    /// - Throws: `bad-layer-value` for ground that is not in metres, or zones to be derived without clutter.
    public func validate() throws(MastheadError) {
        let metric = ["", "m", "metre", "metres", "meter", "meters", "unknown"]
        guard metric.contains(ground.unit.lowercased()) else {
            throw MastheadError(
                .badLayerValue, "the ground layer is in \"\(ground.unit)\", not in metres",
                at: .layer(role: ground.role, file: ground.path),
                remedy: "Convert it, for example from feet with: gdal_calc.py -A IN --calc=\"A*0.3048\" "
                    + "--type=Float32 --outfile=OUT.tif.")
        }
        if case .derived = zones, clutter == nil {
            throw MastheadError(
                .badLayerValue, "zones cannot be derived without a clutter layer, which says where water is",
                at: .layer(role: ground.role, file: ground.path),
                remedy: "Give a clutter layer, a raster of zones, or take all land as inland.")
        }
    }
}

/// The terrain of a window of the terrain grid, row-major.
public struct TerrainTile: Sendable {
    /// The cells.
    public let window: GridWindow
    /// Altitude of the bare ground at the centre of each cell, m; NaN where the layer has none.
    public let groundMetres: [Float]
    /// Representative clutter height above the ground, m; zero where nothing stands or nothing is known.
    public let clutterMetres: [Float]
    /// What the clutter is to a ray: values of ``ClutterObstacle``.
    public let clutterKinds: [UInt8]
    /// Radio-climatic zones: 1 sea, 3 coastal land, 4 inland.
    public let zones: [UInt8]
    /// How many cells have no clutter class, and so count as bare; zero for a run without clutter.
    public let clutterVoidCount: Int
}
