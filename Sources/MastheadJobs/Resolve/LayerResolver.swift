import MastheadCore
import MastheadGeo
import MastheadOutput

/// Opens the rasters of a job.
enum LayerResolver {
    /// The opened layers.
    struct Layers: Sendable {
        let ground: RasterLayer
        let surface: RasterLayer?
        let clutter: RasterLayer?
        let clutterTable: ClutterTable?
        let zones: ZoneSource
        let population: PopulationSource
        let inputs: [InputFile]

        /// Ground, surface, clutter and zones on a terrain grid.
        func terrain(on grid: Grid, edgeReach: Length) -> TerrainSource {
            TerrainSource(
                ground: ground, surface: surface, clutter: clutter, clutterTable: clutterTable, zones: zones,
                terrainGrid: grid, edgeReach: edgeReach)
        }
    }

    /// Opens all layers; those that cannot be opened are all named.
    static func layers(of spec: JobSpec) throws(MastheadError) -> Layers {
        let layers = spec.layers
        var problems = ProblemList()
        let ground = problems.collect { () throws(MastheadError) in
            try open("ground", layers.ground.path, credit: layers.ground.credit)
        }
        let surface = problems.collect { () throws(MastheadError) in
            try open("surface", layers.surface?.path, credit: layers.surface?.credit)
        }
        let clutter = problems.collect { () throws(MastheadError) in
            try open("clutter", layers.clutter?.path, credit: layers.clutter?.credit)
        }
        let classes = problems.collect { () throws(MastheadError) in try clutterTable(layers.clutter, spec: spec) }
        let population = problems.collect { () throws(MastheadError) in
            try open("population", layers.population.path, credit: layers.population.credit)
        }
        let zones = problems.collect { () throws(MastheadError) in try zoneSource(layers) }
        try problems.require()
        guard let ground, let groundLayer = ground.layer, let surface, let clutter, let classes, let population,
            let populationLayer = population.layer, let zones
        else {
            throw MastheadError(
                .internalFault, "a layer was not opened, and no error says why", at: .file(spec.file),
                remedy: "Report this with the job file.")
        }
        return Layers(
            ground: groundLayer, surface: surface.layer, clutter: clutter.layer, clutterTable: classes.table,
            zones: zones.source,
            population: PopulationSource(
                layer: populationLayer, kind: layers.population.kind.value == .count ? .count : .density),
            inputs: ground.inputs + surface.inputs + clutter.inputs + classes.inputs + population.inputs + zones.inputs)
    }

    /// A layer with its files; neither where the job names none.
    private static func open(
        _ role: String, _ path: Entry<JobPath>?, credit: Entry<String>?
    ) throws(MastheadError) -> (layer: RasterLayer?, inputs: [InputFile]) {
        guard let path else { return (nil, []) }
        let layer = try RasterLayer.open(role: role, path: path.value.resolved)
        return (layer, InputFile.files(layer.files, role: role, of: path.value, credit: credit?.value))
    }

    private static func clutterTable(
        _ clutter: ClutterSpec?, spec: JobSpec
    ) throws(MastheadError) -> (table: ClutterTable?, inputs: [InputFile]) {
        guard let clutter else { return (nil, []) }
        let path: String
        let name: String
        let base: PathBase
        switch clutter.classes.value {
        case .file(let file):
            path = file.resolved
            name = file.written
            base = .job
        case .builtIn(let table):
            name = "Geo/clutter/\(table).csv"
            base = .project
            guard let found = ProjectFolders.find(name, forJob: spec.file) else {
                throw MastheadError(
                    .unknownName, "there is no clutter table \"\(table)\"", at: clutter.classes.location,
                    remedy: "Write esa-worldcover, or the path of a class table of your own.")
            }
            path = found
        }
        let input = InputFile(role: "clutter classes", name: name, base: base, path: path)
        return (try ClutterTable.read(path: path), [input])
    }

    private static func zoneSource(_ layers: LayersSpec) throws(MastheadError) -> (
        source: ZoneSource, inputs: [InputFile]
    ) {
        switch layers.zones.from.value {
        case .inland: return (.inland, [])
        case .clutter:
            let limit = layers.zones.seaBelow.value.metres
            return (layers.clutter == nil ? .inland : .derived(seaBelowMetres: limit), [])
        case .file(let path):
            let layer = try RasterLayer.open(role: "zones", path: path.resolved)
            return (.raster(layer), InputFile.files(layer.files, role: "zones", of: path, credit: nil))
        }
    }
}
