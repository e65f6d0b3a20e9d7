import MastheadCore
import MastheadGeo

/// Opens the rasters of a job.
enum LayerResolver {
    /// The opened layers.
    struct Layers: Sendable {
        let ground: RasterLayer
        let clutter: RasterLayer?
        let clutterTable: ClutterTable?
        let zones: ZoneSource
        let population: PopulationSource
        let inputs: [InputFile]

        /// Ground, clutter and zones on a terrain grid.
        func terrain(on grid: Grid, edgeReach: Length) -> TerrainSource {
            TerrainSource(
                ground: ground, clutter: clutter, clutterTable: clutterTable, zones: zones, terrainGrid: grid,
                edgeReach: edgeReach)
        }
    }

    static func layers(of spec: JobSpec) throws(MastheadError) -> Layers {
        let layers = spec.layers
        var inputs: [InputFile] = []
        let ground = try open("ground", layers.ground.path, credit: layers.ground.credit, inputs: &inputs)
        if let surface = layers.surface {
            _ = try open("surface", surface.path, credit: surface.credit, inputs: &inputs)
        }
        var clutter: RasterLayer?
        var table: ClutterTable?
        if let stated = layers.clutter {
            clutter = try open("clutter", stated.path, credit: stated.credit, inputs: &inputs)
            table = try clutterTable(stated, spec: spec, inputs: &inputs)
        }
        let populationRaster = try open(
            "population", layers.population.path, credit: layers.population.credit, inputs: &inputs)
        return Layers(
            ground: ground, clutter: clutter, clutterTable: table,
            zones: try zones(layers, hasClutter: clutter != nil, inputs: &inputs),
            population: PopulationSource(
                layer: populationRaster, kind: layers.population.kind.value == .count ? .count : .density),
            inputs: inputs)
    }

    private static func open(
        _ role: String, _ path: Entry<JobPath>, credit: Entry<String>?, inputs: inout [InputFile]
    ) throws(MastheadError) -> RasterLayer {
        let layer = try RasterLayer.open(role: role, path: path.value.resolved)
        inputs += InputFile.files(layer.files, role: role, of: path.value, credit: credit?.value)
        return layer
    }

    private static func clutterTable(
        _ clutter: ClutterSpec, spec: JobSpec, inputs: inout [InputFile]
    ) throws(MastheadError) -> ClutterTable {
        let path: String
        let name: String
        switch clutter.classes.value {
        case .file(let file):
            path = file.resolved
            name = file.written
        case .builtIn(let table):
            name = "Geo/clutter/\(table).csv"
            guard let found = ProjectFolders.find(name, forJob: spec.file) else {
                throw MastheadError(
                    .unknownName, "there is no clutter table \"\(table)\"", at: clutter.classes.location,
                    remedy: "Write esa-worldcover, or the path of a class table of your own.")
            }
            path = found
        }
        inputs.append(InputFile(role: "clutter classes", name: name, path: path))
        return try ClutterTable.read(path: path)
    }

    private static func zones(
        _ layers: LayersSpec, hasClutter: Bool, inputs: inout [InputFile]
    ) throws(MastheadError) -> ZoneSource {
        switch layers.zones.from.value {
        case .inland: return .inland
        case .clutter: return hasClutter ? .derived(seaBelowMetres: layers.zones.seaBelow.value.metres) : .inland
        case .file(let path):
            let layer = try RasterLayer.open(role: "zones", path: path.resolved)
            inputs += InputFile.files(layer.files, role: "zones", of: path, credit: nil)
            return .raster(layer)
        }
    }
}
