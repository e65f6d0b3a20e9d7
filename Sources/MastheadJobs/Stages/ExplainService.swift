public import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning

/// Answers how the numbers of a finished run came about, from the run and its inputs, offline.
public enum ExplainService {
    /// Answers one question.
    ///
    /// - Parameter run: The folder of a finished run.
    /// - Throws: `bad-run` when the run is not finished or its inputs have changed; `unknown-name` for an identifier that
    ///   the run does not hold.
    public static func explain(run: String, question: ExplainQuestion) throws(MastheadError) -> ExplainAnswer {
        if case .site(let id) = question, let answer = try PlanAnswer.site(id, in: run) { return answer }
        let finished = try FinishedRun(folder: run)
        // Every answer speaks of the inputs, so they must be what they were.
        let job = try finished.job()
        switch question {
        case .place(let place, let band): return try PlaceAnswer.answer(place, band: band, of: job)
        case .site(let id): return try StationAnswer.site(id, in: finished)
        case .station(let id): return try StationAnswer.station(id, in: finished)
        case .region(let id): return try RegionAnswer.answer(id, in: finished)
        case .studyArea: return RegionAnswer.studyArea(in: finished)
        }
    }

    /// An identifier that the run does not hold.
    static func unknown(_ what: String, _ id: String, among ids: [String], option: String) -> MastheadError {
        MastheadError(
            .unknownName, "the run holds no \(what) \"\(id)\"", at: .option(option),
            remedy: NearestName.suggestion(for: id, among: ids).map { "Write \($0)." }
                ?? "Use an identifier of regions.csv or sectors.csv, such as \(ids.first ?? "none").")
    }
}

/// The level at a place.
enum PlaceAnswer {
    static func answer(_ place: GeographicPosition, band name: String?, of job: ResolvedJob)
        throws(MastheadError) -> ExplainAnswer
    {
        let band = try bandIndex(name, in: job)
        let grid = job.setup.studyGrid
        let point = try GridLocator(grid).plane(of: place)
        let cell = grid.cell(at: point)
        guard grid.window.contains(column: cell.column, row: cell.row) else {
            throw MastheadError(
                .usage, "\(place) lies outside the study grid", at: .option("--at"),
                remedy: "Give longitude and latitude of a place in the study area.")
        }
        var explainer = try CellExplainer(setup: job.setup)
        let explanation = try explainer.explain(at: point, band: band)
        let region = try job.regions.projected(to: grid).region(at: grid.centre(column: cell.column, row: cell.row))
        return ExplainAnswer(
            title: "Cell at \(place), \(job.setup.bands[band].id)",
            lines: lines(explanation, job: job, band: band, region: region),
            ledgers: [explanation.budget, explanation.loss, explanation.requirement, explanation.uplink].compactMap {
                $0
            })
    }

    /// What is true of a cell whose centre no region holds.
    private static let outsideNote = ", but in no raster or figure unless a part of the cell lies in a region"

    private static func bandIndex(_ name: String?, in job: ResolvedJob) throws(MastheadError) -> Int {
        guard let name else { return 0 }
        guard let index = job.setup.bands.firstIndex(where: { $0.id == name }) else {
            throw ExplainService.unknown("band", name, among: job.setup.bands.map(\.id), option: "--band")
        }
        return index
    }

    private static func lines(_ cell: CellExplanation, job: ResolvedJob, band: Int, region: Int?) -> [ReportLine] {
        var lines = [
            ReportLine("cell", "column \(cell.column), row \(cell.row) of the study grid"),
            ReportLine("region", region.map { job.regions.regions[$0].name } ?? "outside all regions"),
        ]
        if let part = cell.part {
            lines.append(
                ReportLine(
                    "part",
                    "column \(part.column), row \(part.row) of the grid of parts of "
                        + "\(FixedPoint.text(part.metres, decimals: 2)) m; all below is about the part"))
            lines.append(
                ReportLine(
                    "whole cell",
                    part.cellLevelDBm.map {
                        "\(FixedPoint.text($0, decimals: 2)) dBm in the middle, "
                            + (part.cellIsCovered ? "covered there" : "not covered there")
                    } ?? "no sector reaches its middle"))
        }
        if let heights = cell.clutterHeights { lines.append(ReportLine("heights in sight", heights)) }
        guard let level = cell.levelDBm, let sector = cell.sectorID else {
            lines.append(ReportLine("best server", "none: no sector reaches the cell"))
            return lines
        }
        lines += [
            ReportLine("best server", sector), ReportLine("SS-RSRP", "\(FixedPoint.text(level, decimals: 2)) dBm"),
            ReportLine(
                "needed",
                "\(FixedPoint.text(cell.requiredDBm, decimals: 2)) dBm: threshold, margin and penetration together"),
            ReportLine(
                "covered",
                (cell.isCovered ? "yes" : "no") + (region == nil ? outsideNote : "")),
        ]
        if let services = cell.services {
            lines.append(
                ReportLine("served", services.isEmpty ? "not even outdoors" : services.joined(separator: ", ")))
        }
        if let sinr = cell.sinrDB, let throughput = cell.downlinkKilobitsPerSecond, let limit = cell.limit {
            lines += [
                ReportLine("SS-SINR", "\(FixedPoint.text(sinr, decimals: 2)) dB"),
                ReportLine("downlink", "\(FixedPoint.text(throughput / 1000, decimals: 1)) Mbit/s for one user alone"),
                ReportLine("limit", limit.meaning),
            ]
        }
        if let distance = cell.distanceMetres, let azimuth = cell.azimuthDegrees, let elevation = cell.elevationDegrees
        {
            lines.append(
                ReportLine(
                    "path",
                    "\(FixedPoint.text(distance / 1000, decimals: 3)) km, azimuth "
                        + "\(FixedPoint.text(azimuth < 0 ? azimuth + 360 : azimuth, decimals: 1))°, elevation "
                        + "\(FixedPoint.text(elevation, decimals: 2))°"))
        }
        for (rank, contender) in cell.contenders.enumerated() {
            lines.append(
                ReportLine(
                    "server \(rank + 1)",
                    "\(contender.sectorID)  \(FixedPoint.text(contender.levelDBm, decimals: 2)) dBm from "
                        + "\(FixedPoint.text(contender.distanceMetres / 1000, decimals: 2)) km"))
        }
        return lines
    }
}

/// A site or a station: what stands there, and whom it serves.
enum StationAnswer {
    static func site(_ id: String, in run: FinishedRun) throws(MastheadError) -> ExplainAnswer {
        let sectors = run.figures.sectors.filter { $0.siteID == id }
        guard !sectors.isEmpty else {
            throw ExplainService.unknown("site", id, among: run.figures.sectors.map(\.siteID), option: "--site")
        }
        return answer("Site \(id)", sectors, in: run)
    }

    static func station(_ id: String, in run: FinishedRun) throws(MastheadError) -> ExplainAnswer {
        let sectors = run.figures.sectors.filter { $0.stationID == id }
        guard !sectors.isEmpty else {
            throw ExplainService.unknown(
                "station", id, among: run.figures.sectors.map(\.stationID), option: "--station")
        }
        return answer("Station \(id)", sectors, in: run)
    }

    private static func answer(_ title: String, _ sectors: [SectorFigures], in run: FinishedRun) -> ExplainAnswer {
        var lines: [ReportLine] = []
        if let first = sectors.first {
            lines.append(ReportLine("place", "\(first.position)"))
            let region = run.figures.regions.first { $0.id == first.regionID }
            lines.append(ReportLine("region", region.map { "\($0.name) (\($0.id))" } ?? "outside all regions"))
        }
        var ledger = Ledger("people in covered cells that \(title) serves best", unit: "persons")
        for sector in sectors {
            let azimuth = sector.azimuthDegrees.map { "azimuth \(FixedPoint.text($0, decimals: 0))°" } ?? "no azimuth"
            lines.append(
                ReportLine(
                    sector.id,
                    "\(sector.band), \(azimuth), tilt \(FixedPoint.text(sector.tiltDegrees, decimals: 1))° down, "
                        + "\(FixedPoint.text(sector.heightMetres, decimals: 0)) m, EIRP "
                        + "\(FixedPoint.text(sector.eirpDBm, decimals: 1)) dBm, serves "
                        + "\(Grouped.text(sector.servedCells)) cells"))
            ledger.add("sector \(sector.id), \(sector.band)", sector.servedPeople.persons)
        }
        return ExplainAnswer(title: title, lines: lines, ledgers: [ledger])
    }
}

/// Density and reach of a region.
enum RegionAnswer {
    static func answer(_ id: String, in run: FinishedRun) throws(MastheadError) -> ExplainAnswer {
        guard let region = run.figures.regions.first(where: { $0.id == id }) else {
            throw ExplainService.unknown("region", id, among: run.figures.regions.map(\.id), option: "--region")
        }
        return answer(region, title: "Region \(region.name) (\(region.id))", in: run)
    }

    /// The sum over all regions.
    static func studyArea(in run: FinishedRun) -> ExplainAnswer {
        let regions = run.figures.regions
        var whole = answer(run.figures.total, title: "Study area, \(regions.count) regions", in: run)
        var missing = Ledger("base stations that miss, summed over the regions", unit: "stations")
        for region in regions { missing.add("\(region.name) (\(region.id))", Double(region.missingStations)) }
        whole.ledgers[0] = missing
        return whole
    }

    private static func answer(_ region: RegionFigures, title: String, in run: FinishedRun) -> ExplainAnswer {
        let explanation = RegionExplanation(of: region, in: run.figures)
        let definitions = run.figures.definitions
        var lines = [
            ReportLine(
                "people", "\(FixedPoint.text(region.people.persons, decimals: 2)), \(definitions.populationSource)"),
            ReportLine("area", "\(FixedPoint.text(region.squareKilometres, decimals: 3)) km²"),
            ReportLine("counted", "\(region.stations), \(explanation.countingRule)"),
            ReportLine(
                "density",
                region.stationsPerTenThousand.map {
                    "\(FixedPoint.text($0, decimals: 4)) per 10,000 persons = \(region.stations) × 10,000 ÷ "
                        + FixedPoint.text(region.people.persons, decimals: 2)
                } ?? RegionTable.noPeople),
            ReportLine("target", "\(PlainNumber.text(definitions.targetPerTenThousand)) per 10,000 persons"),
        ]
        lines.append(ReportLine("which", explanation.counted.joined(separator: " ")))
        for input in run.manifest.inputs where ["population", "regions", "register"].contains(input.role) {
            lines.append(ReportLine("from \(input.role)", "\(input.name), SHA-256 \(input.sha256)"))
        }
        return ExplainAnswer(
            title: title, lines: lines, ledgers: [explanation.density] + explanation.reach)
    }
}
