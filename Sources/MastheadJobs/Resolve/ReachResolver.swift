import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadRadio

/// Reads the routes and places of a job, and decides by which service, bands and level each counts.
enum ReachResolver {
    /// Routes and places with their rules, and what was read for them.
    struct Reach: Sendable {
        let plan: ReachPlan
        let quarantined: [QuarantinedRow]
        let inputs: [InputFile]
        let caveats: Caveats
    }

    /// Reads all layers; nil for a job without any.
    ///
    /// - Parameters:
    ///   - kinds: The kinds of service of the run.
    ///   - parts: Parts of a cell in each band.
    /// - Throws: What is wrong with a layer or its rules, or `bad-layer-value` when too many features are set aside.
    static func reach(
        of spec: JobSpec, bands: [Band], kinds: [ServiceKind], parts: [Int], regions: RegionSet, terrain: TerrainSource,
        grid: Grid
    ) throws(MastheadError) -> Reach? {
        guard !spec.routes.isEmpty || !spec.places.isEmpty else { return nil }
        guard bands.count <= BandSet.limit else {
            throw MastheadError(
                .badJob, "the job has \(bands.count) bands; routes and places are judged in at most \(BandSet.limit)",
                at: .file(spec.file), remedy: "Divide the bands among several jobs.")
        }
        let rules = ReachRules(bands: bands, kinds: kinds)
        var problems = ProblemList()
        for (layers, what) in [(spec.routes, "routes"), (spec.places, "places")] {
            for layer in layers {
                _ = problems.collect { () throws(MastheadError) in try rules.check(layer, what: what) }
            }
        }
        try problems.require()
        let projected = try regions.projected(to: grid)
        let routes = try RouteSet.read(spec.routes.map(source), regions: projected, terrain: terrain)
        let places = try PlaceSet.read(spec.places.map(source), regions: projected, terrain: terrain)
        for (layer, seen) in zip(spec.routes + spec.places, routes.notes.kinds + places.notes.kinds) {
            _ = problems.collect { () throws(MastheadError) in try rules.requireKinds(of: layer, among: seen) }
        }
        try problems.require()
        let limit = spec.limits.quarantine.value
        try require(routes.notes, limit: limit, what: "route")
        try require(places.notes, limit: limit, what: "place")
        var routeRules: [ReachRule] = []
        for route in routes.routes { routeRules.append(try rules.rule(route, in: spec.routes[route.source])) }
        var placeRules: [ReachRule] = []
        for place in places.places { placeRules.append(try rules.rule(place, in: spec.places[place.source])) }
        return Reach(
            plan: ReachPlan(
                kinds: kinds, parts: parts, routes: routes, routeRules: routeRules, places: places,
                placeRules: placeRules),
            quarantined: (routes.notes.refused + places.notes.refused).map { QuarantinedRow($0) },
            inputs: inputs(spec.routes, "routes", routes.notes) + inputs(spec.places, "places", places.notes),
            caveats: caveats(routes.notes, places.notes))
    }

    private static func source(_ spec: FeatureSpec) -> FeatureSource {
        let kind: FeatureSource.Kind =
            switch spec.kind.value {
            case .column(let field): .field(field)
            case .constant(let value): .constant(value)
            }
        return FeatureSource(
            path: spec.path.value.resolved, layer: spec.layer?.value, idField: spec.idField.value,
            nameField: spec.nameField.value, requiresName: spec.nameField.isWritten, kind: kind,
            select: spec.select?.value.map(\.value), depthMetres: spec.depth.value.metres,
            keySpacingMetres: spec.keySpacing?.value.metres ?? 100)
    }

    /// Refuses a set of layers of which more is set aside than the job bears.
    private static func require(_ notes: FeatureNotes, limit: Share, what: String) throws(MastheadError) {
        let count = notes.refused.count
        guard let first = notes.refused.first,
            Double(count) > limit.fraction * Double(max(notes.featureCount, count))
        else { return }
        throw MastheadError(
            .badLayerValue,
            "\(count) of \(notes.featureCount) \(what) features cannot be used, more than \(limit); the first: "
                + first.problem,
            at: .feature(file: first.file, id: first.id.isEmpty ? "\(first.number)" : first.id),
            remedy: "\(first.remedy) Or raise limits.quarantine.")
    }

    private static func inputs(_ specs: [FeatureSpec], _ role: String, _ notes: FeatureNotes) -> [InputFile] {
        zip(specs, notes.files).flatMap { spec, files in
            InputFile.files(files, role: role, of: spec.path.value, credit: spec.credit?.value)
        }
    }

    private static func caveats(_ routes: FeatureNotes, _ places: FeatureNotes) -> Caveats {
        var caveats = Caveats()
        caveats.add(PlanningCaveats.quarantinedFeature, count: routes.refused.count + places.refused.count)
        caveats.add(PlanningCaveats.flatHeights, count: routes.flatHeights + places.flatHeights)
        caveats.add(PlanningCaveats.unknownDepth, count: routes.unknownDepths + places.unknownDepths)
        caveats.add(PlanningCaveats.routeOutside, count: routes.outside)
        caveats.add(PlanningCaveats.placeOutside, count: places.outside)
        return caveats
    }
}
