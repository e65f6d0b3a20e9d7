import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning

/// Makes figures and products of finished tiles, and the manifest last.
struct RunFinisher {
    var job: ResolvedJob
    let folder: RunFolder
    let inputs: InputDigests
    /// Files of the plan that the run began with.
    var planFiles: [ProductWriter.WrittenFile] = []
    let progress: any ProgressReporting
    let stop: StopFlag

    /// The summary of a run whose manifest stands and whose products are as it says; nil where there is work to do.
    func finishedRun() throws(MastheadError) -> RunSummary? {
        guard FileManager.default.fileExists(atPath: folder.manifestPath),
            let manifest = try? JSONFile.read(RunManifest.self, from: folder.manifestPath)
        else { return nil }
        for product in manifest.products {
            guard let found = try? FileDigest.digest(ofFile: "\(folder.path)/\(product.name)"),
                found.sha256 == product.sha256
            else {
                progress.report(.message("\(product.name) is missing or altered; the run is done again"))
                return nil
            }
        }
        var summary = try summary(manifest)
        summary.wasFinished = true
        return summary
    }

    /// Adds up the tiles, writes products and manifest, and removes unfinished work.
    func finish(tiles: [GridWindow], resumed: Int, threads: Int, clock: RunClock) throws(MastheadError) -> RunSummary {
        let stored = StoredTiles(grid: job.setup.studyGrid, windows: tiles, store: folder.tiles)
        var builder = FigureBuilder(
            definitions: job.definitions, regions: job.regions.regions.map { ($0.id, $0.name) },
            stations: job.setup.stations)
        var reach = job.setup.reach.map { ReachBuilder(plan: $0, bands: job.definitions.bands.map(\.id)) }
        for index in tiles.indices {
            let sums = try stored.tile(index).sums
            builder.add(sums)
            reach?.add(sums)
        }
        var census = try CensusReader(plan: job.census)
        let figures = builder.figures(sourcePeople: try census.sourceTotals().total)
        try requirePeopleKept(figures)
        clock.mark("figures")

        // The figures are always written: the summary and `explain` read them.
        let chosen = try ProductCatalogue.entries(job.spec.products?.value.map { ($0.value, $0.location) })
        let products = ProductCatalogue.entries.filter { entry in
            entry.id == "figures" || chosen.contains { $0.id == entry.id }
        }
        var content = try content(figures, tiles: stored)
        if let plan = job.setup.reach, let reach { content.reach = ReachContent(figures: reach.figures(), plan: plan) }
        let stage = "products"
        progress.report(.started(stage: stage, of: products.count, unit: "products"))
        let files = try ProductWriter.write(
            content, products: products, to: folder.path, isStopped: { stop.isRaised },
            onProduct: { progress.report(.advanced(stage: stage, done: $0, of: products.count)) })
        let jobCopy = try copyJob()
        progress.report(.finished(stage: stage))
        clock.mark("products")

        let manifest = manifest(
            figures, builder: builder, files: files + [jobCopy] + planFiles,
            clock: RunManifest.Clock(reading: clock, threads: threads, resumed: resumed))
        try AtomicFile.write(JSONFile.text(manifest), to: folder.manifestPath)
        folder.removeWork()
        var summary = try summary(manifest)
        summary.resumedTiles = resumed
        return summary
    }

    /// The totals may differ by rounding only: the source's pixels are divided, and nothing is lost or made.
    private func requirePeopleKept(_ figures: RunFigures) throws(MastheadError) {
        let check = RunManifest.Population(source: figures.sourcePeople, studyArea: figures.total.people)
        guard check.relativeDifference <= 1e-6 else {
            throw MastheadError(
                .internalFault,
                "the study area holds \(check.studyAreaPersons) people and its source \(check.sourcePersons)",
                at: .file(job.spec.file), remedy: "Report this with the job and its layers.")
        }
    }

    private func content(_ figures: RunFigures, tiles: StoredTiles) throws(MastheadError) -> RunContent {
        var credits: [String] = []
        for credit in inputs.inputs.compactMap(\.credit) where !credits.contains(credit) { credits.append(credit) }
        return RunContent(
            job: job.spec.name.value, software: "Masthead \(SoftwareVersion.masthead)",
            title: job.spec.title.value, figures: figures, tiles: tiles,
            borders: try borders(), stations: job.setup.stations,
            ground: job.terrain.ground, quarantined: job.quarantined, credits: credits,
            scratch: folder.work)
    }

    /// The polygons of each region in the plane of the grid.
    private func borders() throws(MastheadError) -> [[VectorPolygon]] {
        let projected = try job.regions.projected(to: job.setup.studyGrid)
        return zip(job.regions.regions, projected.rings).map { region, rings in region.polygons(of: rings) }
    }

    /// Keeps the job as it was written beside its products.
    private func copyJob() throws(MastheadError) -> ProductWriter.WrittenFile {
        try AtomicFile.write(job.spec.bytes, to: "\(folder.path)/job.yaml")
        return ProductWriter.WrittenFile(
            name: "job.yaml", bytes: job.spec.bytes.count, sha256: FileDigest.digest(of: job.spec.bytes))
    }

    private func manifest(
        _ figures: RunFigures, builder: FigureBuilder, files: [ProductWriter.WrittenFile], clock: RunManifest.Clock
    ) -> RunManifest {
        var caveats = job.caveats
        caveats.merge(builder.caveats)
        return RunManifest(
            job: job.spec.name.value, run: folder.id, jobFile: folder.relativePath(of: job.spec.file),
            software: RunManifest.Software(
                masthead: SoftwareVersion.masthead, gdal: GDALRuntime.version, proj: GDALRuntime.projVersion),
            inputs: inputs.inputs, parameters: ResolvedParameters.describe(job), decisions: job.decisions,
            definitions: job.definitions, grid: job.setup.studyGrid,
            terrainStepMetres: job.setup.terrainGrid.cellMetres, areaCells: builder.areaCells,
            evaluations: builder.evaluations,
            population: RunManifest.Population(source: figures.sourcePeople, studyArea: figures.total.people),
            register: RunManifest.Register(
                rows: job.register.rowCount, quarantined: job.register.quarantined.count,
                stations: job.register.stations.count, sectors: job.register.sectorCount),
            total: figures.total,
            caveats: caveats.counts.sorted { $0.key < $1.key }.map { code, count in
                RunManifest.CaveatCount(
                    code: code, count: count,
                    meaning: PlanningCaveats.all.first { $0.code == code }?.meaning ?? "")
            },
            findings: Self.findings(figures), products: files, clock: clock)
    }

    /// Regions whose density misses the target.
    static func findings(_ figures: RunFigures) -> [String] {
        figures.regions.filter { $0.missingStations > 0 }.map { region in
            let density = region.stationsPerTenThousand.map { FixedPoint.text($0, decimals: 2) } ?? "no"
            return "\(region.name) (\(region.id)) has \(density) base stations per 10,000 persons; "
                + "\(region.missingStations) more \(region.missingStations == 1 ? "is" : "are") needed for "
                + PlainNumber.text(figures.definitions.targetPerTenThousand)
        }
    }

    private func summary(_ manifest: RunManifest) throws(MastheadError) -> RunSummary {
        let figures = try JSONFile.read(RunFigures.self, from: "\(folder.path)/figures.json")
        return RunSummaryBuilder.summary(manifest, figures: figures, folder: folder)
    }
}

/// The tiles of a run as its products read them.
struct StoredTiles: CoverageTiles {
    let grid: Grid
    let windows: [GridWindow]
    let store: TileStore

    func tile(_ index: Int) throws(MastheadError) -> CoverageTile {
        guard let tile = store.tile(index), tile.window == windows[index] else {
            throw MastheadError(
                .badRun, "tile \(index) of the run is not there, or is damaged", at: .file(store.folder),
                remedy: "Give the same command again; the tile is computed anew.")
        }
        return tile
    }
}

extension RunManifest.Clock {
    /// What the clock of a run says now.
    init(reading clock: RunClock, threads: Int, resumed: Int) {
        let format = Date.ISO8601FormatStyle()
        self.init(
            started: clock.started.formatted(format), finished: Date().formatted(format),
            stageSeconds: Dictionary(clock.stages.map { ($0.stage, $0.seconds) }) { $0 + $1 }, threads: threads,
            peakMemoryBytes: RunClock.peakMemoryBytes, resumedTiles: resumed, host: ProcessInfo.processInfo.hostName)
    }
}
