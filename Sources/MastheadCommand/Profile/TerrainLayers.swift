import MastheadCore
import MastheadGeo
import MastheadJobs

/// The layers that a path is read from.
struct TerrainLayers: Sendable {
    let ground: RasterLayer
    let surface: RasterLayer?
    let clutter: RasterLayer?
    let clutterTable: ClutterTable?
    let zones: ZoneSource

    /// Opens the layers.
    ///
    /// - Parameters:
    ///   - classes: A class table that comes with Masthead, by name, or the path of one.
    ///   - seaBelow: Water whose ground lies at or below this altitude is sea.
    ///   - surface: Altitudes of the tops of what stands on the ground.
    ///   - zones: A raster of zones, in place of those that follow from clutter.
    init(
        ground: String, clutter: String?, classes: String, seaBelow: Length, surface: String? = nil,
        zones: String? = nil
    ) throws(MastheadError) {
        self.ground = try RasterLayer.open(role: "ground", path: ground)
        self.surface = try surface.map { path throws(MastheadError) in
            try RasterLayer.open(role: "surface", path: path)
        }
        let stated = try zones.map { path throws(MastheadError) in
            ZoneSource.raster(try RasterLayer.open(role: "zones", path: path))
        }
        guard let clutter else {
            self.clutter = nil
            clutterTable = nil
            self.zones = stated ?? .inland
            return
        }
        self.clutter = try RasterLayer.open(role: "clutter", path: clutter)
        let isPath = classes.contains("/") || classes.contains(".")
        guard let path = isPath ? classes : ProjectData.clutterTable(named: classes) else {
            throw MastheadError(
                .unknownName, "there is no clutter table \"\(classes)\" in or above the working directory",
                at: .option("--clutter-classes"),
                remedy: "Change to the project's folder, or give the path of a class table.")
        }
        clutterTable = try ClutterTable.read(path: path)
        self.zones = stated ?? .derived(seaBelowMetres: seaBelow.metres)
    }

    /// The layers on a terrain grid.
    func source(on grid: Grid) -> TerrainSource {
        TerrainSource(
            ground: ground, surface: surface, clutter: clutter, clutterTable: clutterTable, zones: zones,
            terrainGrid: grid)
    }

    /// The spacing of the ground's own pixels, in whole metres, not below 5 m.
    var naturalStep: Length {
        // A degree of latitude on the ITU's sphere; only the order of magnitude matters here.
        let metresPerDegree = PhysicalConstants.ituEarthRadiusKilometres * 1000 * .pi / 180
        let pixel = ground.pixelHeight * (ground.referenceSystem.isGeographic ? metresPerDegree : 1)
        return Length(metres: max(5, pixel.rounded()))
    }
}
