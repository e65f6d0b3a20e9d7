import MastheadCore
import MastheadGeo
import MastheadPlanning
import MastheadRadio

/// Turns the plan of a job into a question.
enum PlanResolver {
    static func plan(
        of spec: JobSpec, bands: [Band], kinds: [ServiceKind], regions: RegionSet, grid: Grid
    ) throws(MastheadError) -> ResolvedPlan? {
        guard let plan = spec.plan else { return nil }
        var reader = try TowerReader(areaBounds: regions.bounds, grid: grid)
        var inputs: [InputFile] = []
        for list in plan.towers {
            let source = RegisterSource(
                path: list.path.value, layer: list.layer?.value, referenceSystem: list.referenceSystem.value,
                columns: list.columns, fields: TowersSpec.fields.map { ($0.name, $0.usualColumns) },
                key: "plan.towers[].columns.id", location: list.location)
            let (table, rules) = try source.read(rows: .station)
            reader.read(table, by: rules)
            inputs += InputFile.files(table.files, role: "towers", of: list.path.value, credit: nil)
        }
        try reader.require(limit: spec.limits.quarantine.value)
        let settlements = try settlements(plan, spec: spec, regions: regions, grid: grid, inputs: &inputs)
        let areas = try excluded(plan.exclude.areas, grid: grid, inputs: &inputs)
        let names = Names(bands: bands, kinds: kinds)
        var objectives: [PlanObjective] = []
        for objective in plan.objectives { objectives.append(try names.objective(objective)) }
        try requireFeatures(plan, spec: spec)
        var offers: [ResolvedPlan.BandOffer] = []
        for band in plan.bands { offers.append(try names.offer(band)) }
        return ResolvedPlan(
            question: PlanQuestion(
                objectives: objectives, currency: plan.currency.value, pins: plan.pins.map(\.value),
                forbids: plan.forbids.map(\.value), effort: plan.effort.value,
                usesSolver: plan.exact.value == .yes,
                regions: regions.regions.map { ($0.id, $0.name) }, countingRule: spec.density.count.value,
                targetPerTenThousand: spec.density.target.value),
            rules: rules(plan, bands: bands, isExcluded: { point in areas.contains { $0.region(at: point) != nil } }),
            towers: reader.towers, settlements: settlements.rows, bands: offers.sorted { $0.band < $1.band },
            reserveDB: plan.reserve.value.value,
            quarantined: reader.quarantined + settlements.quarantined, inputs: inputs)
    }

    private static func settlements(
        _ plan: PlanSpec, spec: JobSpec, regions: RegionSet, grid: Grid, inputs: inout [InputFile]
    ) throws(MastheadError) -> (rows: [Settlement], quarantined: [QuarantinedRow]) {
        var reader = try SettlementReader(areaBounds: regions.bounds, grid: grid)
        for list in plan.settlements {
            let source = RegisterSource(
                path: list.path.value, layer: list.layer?.value, referenceSystem: list.referenceSystem.value,
                columns: list.columns, fields: SettlementsSpec.fields.map { ($0.name, $0.usualColumns) },
                key: "plan.settlements[].columns.name", identifier: "the name", location: list.location)
            let (table, rules) = try source.read(rows: .station)
            reader.read(table, by: rules, reachMetres: list.within.value.metres)
            inputs += InputFile.files(table.files, role: "settlements", of: list.path.value, credit: nil)
        }
        try reader.require(limit: spec.limits.quarantine.value)
        return (reader.settlements, reader.quarantined)
    }

    private static func excluded(
        _ areas: [PlanAreaSpec], grid: Grid, inputs: inout [InputFile]
    ) throws(MastheadError) -> [ProjectedRegions] {
        var projected: [ProjectedRegions] = []
        for area in areas {
            let set = try RegionSet.read(
                path: area.path.value.resolved, layer: area.layer?.value, idField: area.idField.value,
                nameField: area.idField.value, select: nil, mayOverlap: true)
            projected.append(try set.projected(to: grid))
            inputs += InputFile.files(set.files, role: "excluded areas", of: area.path.value, credit: nil)
        }
        return projected
    }

    private static func rules(
        _ plan: PlanSpec, bands: [Band], isExcluded: @escaping @Sendable (PlanePoint) -> Bool
    ) -> CandidateRules {
        var rules = CandidateRules()
        rules.latticeMetres = plan.generate.lattice.map(\.entry.value.metres)
        rules.leastPeople = plan.generate.leastPeople.value
        rules.summitMetres = plan.generate.summits?.value.metres
        rules.prominenceMetres = plan.generate.prominence.value.metres
        rules.summitReachMetres =
            bands.filter { band in plan.bands.contains { $0.name == band.id } }.map(\.radius.metres).max() ?? 0
        rules.routeMetres = plan.generate.routes?.value.metres
        rules.usesPlaces = plan.generate.places.value == .yes
        rules.slopeDegrees = plan.exclude.slope.value.degrees
        rules.spacingMetres = plan.exclude.spacing.value.metres
        rules.isExcluded = isExcluded
        rules.mastCost = Int64(plan.costs.mast.value + plan.costs.power.value)
        rules.reuseCost = Int64(plan.costs.reuse.value)
        rules.backhaulCost = Int64(plan.costs.backhaul.value)
        return rules
    }

    /// Objectives and candidates about routes and places need such layers.
    private static func requireFeatures(_ plan: PlanSpec, spec: JobSpec) throws(MastheadError) {
        let needs: [(Bool, Bool, String, ErrorLocation?)] = [
            (
                plan.objectives.contains { $0.value.kind.value == .routes }, spec.routes.isEmpty, "routes",
                plan.objectives.first { $0.value.kind.value == .routes }?.location
            ),
            (plan.generate.routes != nil, spec.routes.isEmpty, "routes", plan.generate.routes?.location),
            (
                plan.objectives.contains { $0.value.kind.value == .places }, spec.places.isEmpty, "places",
                plan.objectives.first { $0.value.kind.value == .places }?.location
            ),
            (plan.generate.places.value == .yes, spec.places.isEmpty, "places", plan.generate.places.location),
        ]
        for (isAsked, isEmpty, what, location) in needs where isAsked && isEmpty {
            throw MastheadError(
                .badJob, "the plan asks about \(what), and the job has none", at: location ?? plan.location,
                remedy: "Add \(what): [{ path: \(what).geojson }] to the job, or ask for something else.")
        }
    }

    /// Names of bands and services as indices.
    private struct Names {
        let bands: [Band]
        let kinds: [ServiceKind]

        func band(_ name: String, at location: ErrorLocation) throws(MastheadError) -> Int {
            if let index = bands.firstIndex(where: { $0.id == name }) { return index }
            throw MastheadError(
                .unknownName, "\"\(name)\" is not a band of the job", at: location,
                remedy: NearestName.suggestion(for: name, among: bands.map(\.id)).map { "Write \($0)." }
                    ?? "Use one of: \(bands.map(\.id).joined(separator: ", ")).")
        }

        func kind(_ service: Entry<String>) throws(MastheadError) -> Int {
            if let index = kinds.firstIndex(where: { $0.id == service.value }) { return index }
            throw MastheadError(
                .unknownName, "\"\(service.value)\" is not a service of the job", at: service.location,
                remedy: NearestName.suggestion(for: service.value, among: kinds.map(\.id)).map { "Write \($0)." }
                    ?? "Use one of: \(kinds.map(\.id).joined(separator: ", ")).")
        }

        func mask(_ names: [Entry<String>]?) throws(MastheadError) -> [Bool] {
            guard let names else { return Array(repeating: true, count: bands.count) }
            var mask = Array(repeating: false, count: bands.count)
            for name in names { mask[try band(name.value, at: name.location)] = true }
            return mask
        }

        func objective(_ entry: Entry<PlanObjectiveSpec>) throws(MastheadError) -> PlanObjective {
            let spec = entry.value
            let millionths = spec.share.map { Int(($0.value.fraction * 1e6).rounded()) }
            let mask = try mask(spec.bands)
            let kind = try kind(spec.service)
            switch spec.kind.value {
            case .reach:
                return .reach(
                    millionths: millionths ?? 1_000_000, kind: kind, bands: mask, perRegion: spec.per.value == .region,
                    denserThan: spec.denserThan?.value)
            case .budget:
                let budget =
                    spec.sites.map { PlacementBudget.sites($0.value) }
                    ?? .cost(Int64(spec.cost?.value ?? 0))
                return .budget(budget, kind: kind, bands: mask)
            case .routes: return .routes(millionths: millionths)
            case .places: return .places
            case .density: return .density(megabits: spec.traffic.value)
            case .hotSpots:
                return .hotSpots(millionths: millionths ?? 900_000, bands: mask, megabits: spec.traffic.value)
            }
        }

        func offer(_ entry: NamedEntry<PlanBandSpec>) throws(MastheadError) -> ResolvedPlan.BandOffer {
            let index = try band(entry.name, at: entry.entry.location)
            let band = bands[index]
            let spec = entry.entry.value
            return ResolvedPlan.BandOffer(
                band: index, cost: Int64(spec.cost.value), azimuths: spec.azimuths.value,
                tiltDegrees: spec.tilts?.map(\.value.degrees) ?? [band.mechanicalTilt.degrees],
                heightMetres: spec.height?.value.metres)
        }
    }
}
