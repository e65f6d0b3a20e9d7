public import MastheadCore
import MastheadGeo
public import MastheadPlanning
import MastheadPropagation
import MastheadRadio

/// Turns a job as written into a job that can run.
///
/// Independent parts are tried all, so that a user sees every problem of a job at once.
public enum JobResolver {
    /// Resolves a job.
    ///
    /// - Parameter rays: Along which line the terrain of paths is taken.
    /// - Throws: All problems found, as one error that carries the others.
    public static func resolve(_ spec: JobSpec, rays: RayForm = .nearestRadial) throws(MastheadError) -> ResolvedJob {
        var problems = ProblemList()
        let bands = problems.collect { () throws(MastheadError) in try BandResolver.bands(of: spec) }
        let layers = problems.collect { () throws(MastheadError) in try LayerResolver.layers(of: spec) }
        let regions = problems.collect { () throws(MastheadError) in try regionSet(spec.regions) }
        let air = problems.collect { () throws(MastheadError) in try AtmosphereResolver.air(of: spec) }
        let tables = problems.collect { () throws(MastheadError) in try RegisterResolver.tables(of: spec) }
        try problems.require()
        guard let bands, let layers, let regions, let air, let tables else {
            throw MastheadError(
                .internalFault, "a part of the job was not resolved, and no error says why", at: .file(spec.file),
                remedy: "Report this with the job file.")
        }

        let grids = try GridResolver.grids(of: spec, regions: regions)
        let register = try RegisterResolver.stations(
            tables, spec: spec, bands: bands.bands, knownBandNames: bands.knownNames, regions: regions,
            grid: grids.study)
        let terrain = layers.terrain(on: grids.terrain, edgeReach: Length(metres: grids.study.cellMetres * 0.75))
        let kinds = [.outdoor, .indoor] + (spec.vehicles.map { $0.map(vehicle) } ?? ServiceKind.usualVehicles)
        var setup = try CoverageSetup(
            studyGrid: grids.study, terrain: terrain, bands: bands.bands, stations: register.stations,
            toleratesVoids: spec.layers.ground.voids.value == .caveat, rays: rays, kinds: kinds,
            refractivity: air.values)
        let reach = try ReachResolver.reach(
            of: spec, bands: bands.bands, kinds: kinds, parts: bands.bands.map(\.parts),
            regions: regions, terrain: terrain, grid: grids.study)
        setup.reach = reach?.plan
        let plan = try PlanResolver.plan(
            of: spec, bands: bands.bands, kinds: kinds, regions: regions, grid: grids.study)
        var caveats = register.caveats
        caveats.add(PlanningCaveats.quarantinedRow, count: plan?.quarantined.count ?? 0)
        if let reach { caveats.merge(reach.caveats) }
        caveats.merge(bands.caveats)
        if !grids.study.referenceSystem.isEqualArea { caveats.add(PlanningCaveats.notEqualArea) }
        return ResolvedJob(
            spec: spec,
            inputs: inputs(of: spec, layers: layers, regions: regions, air: air, tables: tables, bands: bands)
                + (reach?.inputs ?? []) + (plan?.inputs ?? []),
            setup: setup, regions: regions,
            census: try CensusPlan(source: layers.population, regions: regions, grid: grids.study),
            register: register,
            quarantined: register.quarantined + (reach?.quarantined ?? []) + (plan?.quarantined ?? []), plan: plan,
            refractivity: air.values,
            definitions: definitions(spec, setup: setup),
            caveats: caveats, decisions: air.decisions.merging(grids.decisions) { first, _ in first })
    }

    private static func vehicle(_ stated: NamedEntry<Decibels>) -> ServiceKind {
        ServiceKind(id: stated.name, title: "in a \(stated.name)", penetrationDB: stated.entry.value.value)
    }

    private static func regionSet(_ spec: RegionsSpec) throws(MastheadError) -> RegionSet {
        try RegionSet.read(
            path: spec.path.value.resolved, layer: spec.layer?.value, idField: spec.idField.value,
            nameField: spec.nameField.value, select: spec.select?.value.map(\.value))
    }

    private static func definitions(_ spec: JobSpec, setup: CoverageSetup) -> Definitions {
        Definitions(
            countingRule: spec.density.count.value, targetPerTenThousand: spec.density.target.value,
            populationSource: spec.layers.population.name?.value ?? fileName(spec.layers.population.path.value.written),
            bands: setup.bands.indices.map { definition(of: $0, setup: setup) }, services: setup.kinds, rays: setup.rays
        )
    }

    private static func definition(of index: Int, setup: CoverageSetup) -> Definitions.Band {
        let band = setup.bands[index]
        var definition = Definitions.Band(
            id: band.id, carrierMegahertz: band.carrier.frequency.megahertz, model: band.model.edition,
            timePercent: band.timePercent, thresholdDBm: band.criterion.threshold.dBm,
            probability: band.criterion.probability.fraction, sigmaDB: band.criterion.sigma.value,
            marginDB: band.criterion.margin.value, environment: band.environment,
            penetrationDB: band.criterion.penetration.value, receiverHeightMetres: band.receiverHeight.metres,
            radiusMetres: band.radius.metres, refinement: band.refinement > 1 ? band.refinement : nil,
            clutterHeights: band.asksForSight ? setup.group(of: index).terrain.clutterHeights.rawValue : nil)
        definition.link = band.link.map(Definitions.Link.init)
        definition.servicePenetrationsDB = setup.kinds.map { band.penetration(of: $0).value }
        return definition
    }

    private static func fileName(_ path: String) -> String {
        String(path.split(separator: "/").last ?? Substring(path))
    }

    private static func inputs(
        of spec: JobSpec, layers: LayerResolver.Layers, regions: RegionSet, air: AtmosphereResolver.Air,
        tables: [RegisterResolver.Table], bands: BandResolver.Bands
    ) -> [InputFile] {
        var inputs = layers.inputs
        let regionFolder = spec.regions.path.value
        inputs += InputFile.files(regions.files, role: "regions", of: regionFolder, credit: nil)
        for table in tables {
            inputs += InputFile.files(table.table.files, role: "register", of: table.spec.path.value, credit: nil)
        }
        return inputs + air.inputs + bands.inputs
    }
}

extension InputFile {
    /// The files of a layer: named as the job names it, and below it where the job names a folder.
    static func files(_ files: [String], role: String, of path: JobPath, credit: String?) -> [InputFile] {
        files.map { file in
            let isBelow = file != path.resolved && file.hasPrefix(path.resolved + "/")
            let name = isBelow ? path.written + file.dropFirst(path.resolved.count) : path.written
            let isSibling = file != path.resolved && !isBelow
            return InputFile(
                role: role, name: isSibling ? sibling(of: path.written, named: file) : name, path: file, credit: credit)
        }
    }

    /// A file that a layer reads beside its own, such as a VRT's source.
    private static func sibling(of written: String, named file: String) -> String {
        let folder = written.lastIndex(of: "/").map { String(written[...$0]) } ?? ""
        return folder + (file.split(separator: "/").last.map(String.init) ?? file)
    }
}
