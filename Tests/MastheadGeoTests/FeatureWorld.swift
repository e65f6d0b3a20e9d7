import MastheadCore
import MastheadGeo
import MastheadTestSupport

/// Two regions side by side on flat ground of 100 m, and layers of routes and places upon them.
struct FeatureWorld {
    let folder: ScratchFolder
    let projected: ProjectedRegions
    let terrain: TerrainSource

    init() throws {
        folder = try ScratchFolder()
        let regions = try folder.regions([
            VectorFixture.polygon("west", rings: [VectorFixture.box(10, 50, 10.1, 50.1)]),
            VectorFixture.polygon("east", rings: [VectorFixture.box(10.1, 50, 10.2, 50.1)]),
        ])
        let grid = try GridChooser.studyGrid(
            coveringRings: regions.geographicRings(), crs: nil, cell: Length(metres: 250), at: .none)
        projected = try regions.projected(to: grid)
        let ground = try SyntheticRaster.write(
            folder.file("ground.tif"), west: 9.9, north: 50.2, pixel: 0.01, columns: 40, rows: 30
        ) { _, _ in Int16(100) }
        terrain = TerrainSource(
            ground: try RasterLayer.open(role: "ground", path: ground), terrainGrid: grid,
            edgeReach: Length(metres: 200))
    }

    /// A feature with an identifier, a kind, further properties as JSON, and a geometry's type and coordinates as JSON.
    static func feature(_ id: String, kind: String = "road", more: String = "", _ geometry: String?) -> String {
        let shape = geometry.map { "{\"type\": \($0)}" } ?? "null"
        return "{\"type\": \"Feature\", \"properties\": {\"id\": \"\(id)\", \"kind\": \"\(kind)\"\(more)}, "
            + "\"geometry\": \(shape)}"
    }

    static func line(_ points: String) -> String { "\"LineString\", \"coordinates\": [\(points)]" }

    private func source(_ features: [String], crs: String?, select: [String]?, spacing: Double) throws -> FeatureSource
    {
        FeatureSource(
            path: try folder.text("features.geojson", VectorFixture.collection(features, crs: crs)), idField: "id",
            kind: .field("kind"), select: select, depthMetres: 10, keySpacingMetres: spacing)
    }

    func routes(_ features: [String], crs: String? = nil, select: [String]? = nil) throws -> RouteSet {
        try RouteSet.read(
            [source(features, crs: crs, select: select, spacing: 100)], regions: projected, terrain: terrain)
    }

    func places(_ features: [String], spacing: Double = 100) throws -> PlaceSet {
        try PlaceSet.read(
            [source(features, crs: nil, select: nil, spacing: spacing)], regions: projected, terrain: terrain)
    }
}
