import MastheadCore
import MastheadOutput

/// The keys at the top of a job file.
enum JobKeys {
    static let job = Key(
        "job", ValueKind.name, .required, example: "quickstart",
        "Name of the job; its runs are written to `<output>/<job>/<run>`.")
    static let title = Key(
        "title", ValueKind.text, .optional("the job's name"), example: "\"700 MHz in the north, 2026\"",
        "Title of the maps.")
    static let regions = Key(
        "regions", ValueKind.group(RegionsSpec.group), .required, example: "{ path: regions.geojson }",
        "Administrative regions; together they are the study area.")
    static let grid = Key(
        "grid", ValueKind.group(GridSpec.group), .required, example: "{ resolution: 100 m }", "The study grid.")
    static let layers = Key(
        "layers", ValueKind.group(LayersSpec.group), .required,
        example: "{ ground: { path: dtm.tif }, population: { path: population.tif } }", "The rasters.")
    static let atmosphere = Key(
        "atmosphere", ValueKind.group(AtmosphereSpec.group), .empty,
        example: "{ delta-n: 45 N-units/km, n0: 325 N-units }",
        "Refractivity of the air.")
    static let bands = Key(
        "bands", ValueKind.list(of: .group(BandSpec.group), atLeast: 1), .required,
        example: "[{ template: n28-700 }]", "Bands to compute.")
    static let register = Key(
        "register", ValueKind.list(of: .group(RegisterSpec.group), atLeast: 1),
        .optional("none, with `plan`; else it is required"), example: "[{ path: register.csv }]",
        "Registers of base stations. A job with a plan may do without.")
    static let plan = Key(
        "plan", ValueKind.group(PlanSpec.group), .optional("none"),
        example: "{ currency: EUR, costs: { mast: 90000, reuse: 20000 }, bands: { n28: { cost: 30000 } }, "
            + "objectives: [{ kind: reach, share: 95 % }] }",
        "Sites to be chosen.")
    static let vehicles = Key(
        "vehicles", ValueKind.named(.quantity(Decibels(0)...Decibels(60))), .optional("car 9 dB, train 20 dB"),
        example: "{ car: 9 dB, train: 24 dB }",
        "Loss into each kind of vehicle; services in vehicles are named after it.")
    static let routes = Key(
        "routes", ValueKind.list(of: .group(FeatureSpec.routesGroup), atLeast: 1), .optional("none"),
        example: "[{ path: routes.geojson, id: name }]", "Roads and railways whose covered length is asked for.")
    static let places = Key(
        "places", ValueKind.list(of: .group(FeatureSpec.placesGroup), atLeast: 1), .optional("none"),
        example: "[{ path: places.geojson }]", "Hospitals, hubs, ports and other places that must be covered.")
    static let density = Key(
        "density", ValueKind.group(DensitySpec.group), .empty, example: "{ target: 18, count: station }",
        "Base stations per 10,000 persons.")
    static let limits = Key(
        "limits", ValueKind.group(LimitsSpec.group), .empty, example: "{ quarantine: 5 % }", "What a run bears.")
    static let products = Key(
        "products", ValueKind.list(of: .oneOf(ProductNames.ids), atLeast: 1),
        .optional("all products"), example: "[level, regions, map]",
        "Products to write (`masthead list products`), of the run and of the plan.")
    static let output = Key(
        "output", ValueKind.path, .required, example: "../../Output",
        "Folder that runs are written into; made where it is not there.")
    static let run = Key(
        "run", ValueKind.group(RunSpec.group), .empty, example: "{ threads: 4 }", "How the work is done.")

    static let group = KeyGroup(
        "job",
        "One job: where, with which layers, bands and base stations, and what to write. Every quantity carries its "
            + "unit. Relative paths are relative to the folder of the job file.",
        [
            job.description, title.description, regions.description, grid.description, layers.description,
            atmosphere.description, bands.description, vehicles.description, register.description,
            routes.description, places.description, density.description, plan.description, limits.description,
            products.description, output.description, run.description,
        ]
    ) { reader -> JobParts? in
        JobParts(reader)
    }
}

/// A job file's values, before they are joined with the file itself.
struct JobParts: Sendable {
    let name: Entry<String>
    let title: Entry<String>
    let regions: RegionsSpec
    let grid: GridSpec
    let layers: LayersSpec
    let atmosphere: AtmosphereSpec
    let bands: [BandSpec]
    let register: [RegisterSpec]
    let plan: PlanSpec?
    let vehicles: [NamedEntry<Decibels>]?
    let routes: [FeatureSpec]
    let places: [FeatureSpec]
    let density: DensitySpec
    let limits: LimitsSpec
    let products: Entry<[Entry<String>]>?
    let output: Entry<JobPath>
    let run: RunSpec

    init?(_ reader: MappingReader) {
        guard let name = reader[JobKeys.job], let regions = reader[JobKeys.regions], let grid = reader[JobKeys.grid],
            let layers = reader[JobKeys.layers], let atmosphere = reader[JobKeys.atmosphere],
            let bands = reader[JobKeys.bands], let density = reader[JobKeys.density],
            let limits = reader[JobKeys.limits],
            let output = reader[JobKeys.output], let run = reader[JobKeys.run]
        else { return nil }
        self.name = name
        title = reader[JobKeys.title] ?? Entry(name.value, at: name.location, isWritten: false)
        self.regions = regions.value
        self.grid = grid.value
        self.layers = layers.value
        self.atmosphere = atmosphere.value
        self.bands = bands.value.map(\.value)
        register = reader[JobKeys.register]?.value.map(\.value) ?? []
        plan = reader[JobKeys.plan]?.value
        vehicles = reader[JobKeys.vehicles]?.value
        routes = reader[JobKeys.routes]?.value.map(\.value) ?? []
        places = reader[JobKeys.places]?.value.map(\.value) ?? []
        self.density = density.value
        self.limits = limits.value
        products = reader[JobKeys.products]
        self.output = output
        self.run = run.value
        refuseBadStep(reader.reading.errors)
        refuseSameNames(reader.reading.errors)
        refuseVehicles(reader.reading.errors)
        refuseNothingToDo(reader)
        plan?.refuseUnknownBands(bandNames, reader.reading.errors)
        if !reader.isWritten(JobKeys.plan) { refusePlanProducts(reader.reading.errors) }
    }

    /// Products of a plan need one.
    private func refusePlanProducts(_ errors: ErrorList) {
        for product in products?.value ?? [] where ProductNames.planIDs.contains(product.value) {
            errors.add(
                MastheadError(
                    .badJob, "\(Quoted.text(product.value)) is a product of a plan, and the job has none",
                    at: product.location, remedy: "Remove it, or add the key plan (Jobs/README.md)."))
        }
    }

    /// Without a plan, stations come from registers alone.
    private func refuseNothingToDo(_ reader: MappingReader) {
        guard !reader.isWritten(JobKeys.register), !reader.isWritten(JobKeys.plan) else { return }
        reader.reading.errors.add(
            .badJob, "the file has no key \"register\"", at: reader.reading.place,
            remedy: "Add register: \(JobKeys.register.example), or a plan.")
    }

    /// The names of the bands; none where a template of the job's own decides one.
    private var bandNames: [String] {
        let names = bands.compactMap { band -> String? in
            if let name = band.name { return name.value }
            guard case .named(let template) = band.template.value else { return nil }
            return template
        }
        return names.count == bands.count ? names : []
    }

    /// Vehicles have names of their own, and there are at most six beside outdoor and indoor.
    private func refuseVehicles(_ errors: ErrorList) {
        for vehicle in vehicles ?? [] where ["outdoor", "indoor", "any"].contains(vehicle.name) {
            errors.add(
                MastheadError(
                    .badJob, "a vehicle is called \(vehicle.name), which means another service",
                    at: vehicle.entry.location, remedy: "Give the vehicle another name, such as bus."))
        }
        if let vehicles, vehicles.count > 6, let last = vehicles.last {
            errors.add(
                MastheadError(
                    .badJob, "the job has \(vehicles.count) kinds of vehicles; there may be 6", at: last.entry.location,
                    remedy: "Keep the six that matter, or divide them among several jobs."))
        }
    }

    /// The terrain grid is the study grid divided by a whole number.
    private func refuseBadStep(_ errors: ErrorList) {
        guard let step = layers.ground.step else { return }
        let resolution = grid.resolution.value
        let factor = resolution.metres / step.value.metres
        // Both were written with a few digits: a thousandth of a thousandth is rounding, not a wish.
        guard factor.rounded() < 1 || abs(factor - factor.rounded()) > 1e-6 else { return }
        let count = max(1, factor.rounded(.up))
        let nearest = Length(metres: resolution.metres / count)
        errors.add(
            MastheadError(
                .badJob, "the terrain step \(step.value) does not divide the grid's resolution \(resolution)",
                at: step.location,
                remedy: "Write a step of \(nearest), or another that goes into \(resolution) a whole number of times."))
    }

    private func refuseSameNames(_ errors: ErrorList) {
        var places: [String: ErrorLocation] = [:]
        for band in bands {
            let entry = band.name
            let name: String
            if let entry {
                name = entry.value
            } else if case .named(let template) = band.template.value {
                name = template
            } else {
                continue
            }
            let location = entry?.location ?? band.location
            if places[name] != nil {
                errors.add(
                    MastheadError(
                        .badJob, "two bands are called \(Quoted.text(name))", at: location,
                        remedy: "Give each band a name of its own with the key name."))
            }
            places[name] = location
        }
    }

    func spec(of document: YAMLDocument) -> JobSpec {
        JobSpec(
            file: document.place.file, bytes: document.bytes, name: name, title: title, regions: regions, grid: grid,
            layers: layers, atmosphere: atmosphere, bands: bands, vehicles: vehicles, register: register,
            routes: routes, places: places, density: density, plan: plan, limits: limits, products: products,
            output: output,
            run: run)
    }
}
