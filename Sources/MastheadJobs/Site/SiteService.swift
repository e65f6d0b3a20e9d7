public import MastheadCore
import MastheadGeo
public import MastheadOutput
import MastheadPlanning
import MastheadPropagation

/// Computes one site from flags and writes its rasters.
public enum SiteService {
    /// More cells than this do not fit into the memory that a command should take: about 1 GB for one carrier.
    private static let mostCells = 50_000_000

    /// Computes and writes a site; everything is checked before the folder is touched.
    ///
    /// - Parameter threads: Worker threads; the bytes are the same for any number.
    /// - Throws: What is wrong with the request, the layers, or the folder; `interrupted` when stopped.
    public static func run(_ request: SiteRequest, threads: Int, stop: StopFlag) throws(MastheadError) -> SiteReport {
        let folder = try SiteFolder(path: request.folder, at: .option("--out"))
        let resolver = try SiteResolver(request)
        let carriers = try resolver.carriers()
        let grid = try SiteCoverage.grid(
            around: request.position, radius: request.radius, cell: request.resolution, at: .option("--resolution"))
        guard grid.cellCount <= mostCells else {
            throw MastheadError(
                .usage,
                "a radius of \(request.radius) at \(request.resolution) makes \(Grouped.text(grid.cellCount)) cells; "
                    + "there may be \(Grouped.text(mostCells))",
                at: .option("--resolution"), remedy: "Use larger cells or a smaller radius.")
        }
        let terrain = request.terrain(grid)
        try requireSurfaceIsRead(terrain, carriers)
        let site = try site(request, terrain, carriers, height: resolver.height)
        var report = try report(site, carriers.map(\.report), request, resolver.templateFiles)
        let work = SiteWork(site: site, threads: threads, stop: stop)
        let (rasters, caveats) = try work.run()
        let tallies = rasters.tallies
        for index in report.carriers.indices { report.carriers[index].tally = tallies[index] }
        report.caveats = caveats.listed
        try folder.begin(report)
        try write(report, rasters, site, request, folder: folder, threads: threads, stop: stop)
        report.isFinished = true
        try folder.finish(report)
        return report
    }

    /// The prepared site; heights that a model does not allow are refused at their options.
    private static func site(
        _ request: SiteRequest, _ terrain: TerrainSource, _ carriers: [SiteResolver.Carrier], height: Length
    ) throws(MastheadError) -> SiteCoverage {
        do throws(MastheadError) {
            return try SiteCoverage(
                position: request.position, height: height, carriers: carriers.map(\.carrier), radius: request.radius,
                terrain: terrain, exactRays: request.exactRays, toleratesVoids: request.toleratesVoids)
        } catch {
            guard error.code == .outsideValidity else { throw error }
            throw error.located(at: .option("--height, --receiver-height"))
        }
    }

    /// A surface that no model looks at would be left out in silence.
    private static func requireSurfaceIsRead(_ terrain: TerrainSource, _ carriers: [SiteResolver.Carrier])
        throws(MastheadError)
    {
        let isRead = carriers.contains { $0.carrier.model.tellsSight || $0.carrier.model.readsComposition }
        guard terrain.surface != nil, !isRead else { return }
        let names = Set(carriers.map(\.carrier.model.id)).sorted().joined(separator: ", ")
        throw MastheadError(
            .usage, "no model asked for reads a surface layer: \(names)", at: .option("--surface"),
            remedy: "Remove --surface; these models take heights from clutter classes, or from none.")
    }

    private static func report(
        _ site: SiteCoverage, _ carriers: [SiteCarrierReport], _ request: SiteRequest, _ templates: [InputFile]
    ) throws(MastheadError) -> SiteReport {
        var inputs: [RunManifest.Input] = []
        for file in templates + SiteInputs.files(site.terrain(ofGroup: 0), request) {
            let (bytes, sha256) = try FileDigest.digest(ofFile: file.path)
            inputs.append(
                RunManifest.Input(
                    role: file.role, name: file.name, base: file.base, bytes: bytes, sha256: sha256, credit: nil))
        }
        return SiteReport(
            isFinished: false,
            software: RunManifest.Software(
                masthead: SoftwareVersion.masthead, gdal: GDALRuntime.version, proj: GDALRuntime.projVersion),
            site: SiteReport.Site(
                longitude: site.position.longitudeDegrees, latitude: site.position.latitudeDegrees,
                heightMetres: site.height.metres, radiusMetres: site.radius.metres),
            cells: SiteReport.Cells(site.grid, exactRays: site.exactRays),
            air: SiteReport.Air(deltaN: request.air.deltaN, n0: request.air.n0, source: request.air.source),
            carriers: carriers, inputs: inputs, caveats: [])
    }

    /// Writes the rasters, several at a time; each holds its values only while it is written.
    private static func write(
        _ report: SiteReport, _ rasters: SiteRasters, _ site: SiteCoverage, _ request: SiteRequest, folder: SiteFolder,
        threads: Int, stop: StopFlag
    ) throws(MastheadError) {
        try WorkerPool.run(count: report.carriers.count, threads: threads, isStopped: { stop.isRaised }) {
            () throws(MastheadError) in
            ()
        } body: { (_: inout Void, index, _) throws(MastheadError) in
            let carrier = report.carriers[index]
            try folder.write(
                rasters.take(index), of: carrier, grid: site.grid, isCloudOptimized: request.isCloudOptimized,
                metadata: SiteInputs.metadata(carrier, report))
        }
    }
}

extension Caveats {
    /// The counts with their meanings, by name.
    fileprivate var listed: [RunManifest.CaveatCount] {
        PlanningCaveats.all.compactMap { caveat in
            counts[caveat.code].map {
                RunManifest.CaveatCount(code: caveat.code, count: $0, meaning: caveat.meaning)
            }
        }.sorted { $0.code < $1.code }
    }
}
