import Foundation
import MastheadCore
import MastheadGeo
import MastheadOutput
import MastheadPlanning
import MastheadPropagation
import MastheadRadio
import MastheadTestSupport

/// A finished run made of formulas: levels fall with the distance from each station, people live in the west.
struct SyntheticRun {
    let folder: ScratchFolder
    let content: RunContent

    /// Tiles that are computed when they are asked for.
    struct Tiles: CoverageTiles {
        let grid: Grid
        let windows: [GridWindow]
        let places: [PlanePoint]
        let bandCount: Int

        func tile(_ index: Int) throws(MastheadError) -> CoverageTile {
            let window = windows[index]
            var layer = CoverageTile.Layer(levelHundredthsDBm: [], bestServer: [], covered: [])
            for row in window.row..<window.row + window.rows {
                for column in window.column..<window.column + window.columns {
                    append(grid.centre(column: column, row: row), column: column, row: row, to: &layer)
                }
            }
            return CoverageTile(
                window: window, layers: Array(repeating: layer, count: bandCount), sums: SyntheticRun.noSums)
        }

        /// Level −40 dBm at a mast, 35 dB less for each decade of distance; a margin of two columns is outside.
        private func append(_ place: PlanePoint, column: Int, row: Int, to layer: inout CoverageTile.Layer) {
            guard column >= 2, column < grid.columns - 2 else {
                layer.levelHundredthsDBm.append(CoverageTile.noLevel)
                layer.bestServer.append(0)
                layer.covered.append(255)
                return
            }
            var best = (level: -200.0, server: 0)
            for (index, mast) in places.enumerated() {
                let distance = hypot(place.x - mast.x, place.y - mast.y)
                let level = -40 - 35 * log10(max(distance, 100) / 100)
                if level > best.level { best = (level, index + 1) }
            }
            layer.levelHundredthsDBm.append(Int16((best.level * 100).rounded()))
            layer.bestServer.append(UInt32(best.server))
            layer.covered.append(best.level >= -99.75 ? 1 : 0)
        }
    }

    /// A run on a grid of its own.
    ///
    /// - Parameters:
    ///   - names: One region for each name, side by side.
    ///   - place: The middle of the area.
    init(
        columns: Int = 150, rows: Int = 110, cell: Double = 250, title: String = "Synthetic coverage",
        names: [String] = ["West", "East"], bands: [String] = ["n28"], tileSide: Int = 64,
        place: GeographicPosition = GeographicPosition(longitudeDegrees: 115.3, latitudeDegrees: 30.2)
    ) throws {
        folder = try ScratchFolder()
        let system = ReferenceSystem.equalArea(around: [place])
        let grid = Grid(
            referenceSystem: system, westMetres: -Double(columns) * cell / 2, northMetres: Double(rows) * cell / 2,
            cellMetres: cell, columns: columns, rows: rows)
        let register = try Self.register(grid, names: names)
        let tiles = Tiles(
            grid: grid, windows: grid.window.tiles(side: tileSide), places: register.stations.map(\.plane),
            bandCount: bands.count)
        let scratch = folder.file("scratch")
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        content = RunContent(
            job: "synthetic", software: "Masthead test", title: title,
            figures: Self.figures(register, names: names, bands: bands), tiles: tiles,
            borders: Self.borders(grid, count: names.count), stations: register.stations,
            ground: try Self.ground(grid, in: folder), quarantined: register.quarantined,
            credits: ["Made of formulas, no data"], scratch: scratch)
    }

    /// Writes products of these names into a folder of the run; all for nil.
    @discardableResult
    func write(_ ids: [String]? = nil, into name: String = "out") throws -> [ProductWriter.WrittenFile] {
        let out = folder.file(name)
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        return try ProductWriter.write(
            content, products: ProductCatalogue.entries(ids?.map { ($0, .none) }), to: out, isStopped: { false },
            onProduct: { _ in })
    }

    // MARK: - Parts

    private static let noSums = decode(
        TileSums.self, #"{"regions":[],"sectors":[],"areaCells":0,"evaluations":0,"caveats":{"counts":{}}}"#)

    private static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            preconditionFailure("the text above is the value's own form: \(error)")
        }
    }

    /// A hill in the middle, in the grid's own plane.
    private static func ground(_ grid: Grid, in folder: ScratchFolder) throws(MastheadError) -> RasterLayer {
        let path = folder.file("ground.tif")
        try SyntheticRaster.write(
            path, west: grid.westMetres - 2000, north: grid.northMetres + 2000, pixel: 500,
            columns: Int(Double(grid.columns) * grid.cellMetres / 500) + 9,
            rows: Int(Double(grid.rows) * grid.cellMetres / 500) + 9, referenceSystem: grid.referenceSystem
        ) { column, row in
            Int16(200 + 120 * sin(Double(column) / 3) * cos(Double(row) / 4))
        }
        return try RasterLayer.open(role: "ground", path: path)
    }

    /// Upright strips of equal width, the first one with a hole.
    private static func borders(_ grid: Grid, count: Int) -> [[VectorPolygon]] {
        let width = Double(grid.columns) * grid.cellMetres / Double(count)
        let south = grid.northMetres - Double(grid.rows) * grid.cellMetres
        func rectangle(_ west: Double, _ east: Double, _ low: Double, _ high: Double) -> [PlanePoint] {
            [(west, low), (east, low), (east, high), (west, high)].map { PlanePoint(x: $0.0, y: $0.1) }
        }
        return (0..<count).map { index in
            let west = grid.westMetres + Double(index) * width
            let hole = rectangle(west + width * 0.7, west + width * 0.8, south * 0.2, -south * 0.2)
            return [
                VectorPolygon(
                    outer: rectangle(west, west + width, south, grid.northMetres), holes: index == 0 ? [hole] : [])
            ]
        }
    }

    /// Five stations of three sectors and one row that is refused, read as a register is.
    private static func register(_ grid: Grid, names: [String]) throws -> StationRegister {
        let band = Band(
            id: "n28", registerNames: ["n28"],
            carrier: try Carrier(
                frequency: Frequency(megahertz: 773), bandwidth: Frequency(megahertz: 30),
                subcarrierSpacing: Frequency(hertz: 15e3)),
            power: PowerLevel(dBm: 46), feederLoss: Decibels(3), pattern: SectorElementPattern(), sectorCount: 3,
            antennaHeight: Length(metres: 30), mechanicalTilt: Angle(degrees: 0), electricalTilt: Angle(degrees: 3),
            receiverHeight: Length(metres: 1.5), radius: Length(kilometres: 15),
            criterion: CoverageCriterion(
                threshold: PowerLevel(dBm: -110), probability: Share(percent: 90), sigma: Decibels(8)),
            model: P1812.entry, polarization: .vertical, timePercent: 50, environment: "outdoor")
        let locator = try GridLocator(grid)
        let bounds = GeographicBounds(westDegrees: -180, southDegrees: -90, eastDegrees: 180, northDegrees: 90)
        var reader = RegisterReader(
            bands: [band], knownBandNames: [], areaBounds: bounds,
            place: { position in (try? locator.plane(of: position)).map { ($0, 0) } })
        let east = Double(grid.columns) * grid.cellMetres
        let north = Double(grid.rows) * grid.cellMetres
        var rows: [RegisterRow] = []
        for index in 0..<6 {
            let part = (Double(index) + 0.5) / 6
            let place = PlanePoint(
                x: grid.westMetres + east * part, y: grid.northMetres - north * (0.5 + 0.3 * sin(Double(index) * 2)))
            rows.append(
                RegisterRow(
                    number: index + 2,
                    fields: ["id": index == 1 ? "=HYPERLINK(\"x\"),1" : "T\(index)", "h": index == 5 ? "-4" : "30"],
                    position: try locator.geographic(of: place)))
        }
        reader.read(
            RegisterTable(file: "register.csv", columnNames: [], rows: rows),
            by: RegisterRules(rows: .station, columns: [.station: "id", .height: "h"]))
        return try reader.finish(limit: Share(percent: 50))
    }

    /// Figures that add up: the last region holds no one.
    private static func figures(_ register: StationRegister, names: [String], bands: [String]) -> RunFigures {
        let definitions = Definitions(
            countingRule: .station, targetPerTenThousand: 18, populationSource: "Formula, 2026",
            bands: bands.map {
                Definitions.Band(
                    id: $0, carrierMegahertz: 773, model: "Recommendation ITU-R P.1812-8", timePercent: 50,
                    thresholdDBm: -110, probability: 0.9, sigmaDB: 8, marginDB: 10.2524, environment: "outdoor",
                    penetrationDB: 0, receiverHeightMetres: 1.5, radiusMetres: 15000)
            })
        let regions = names.enumerated().map { index, name in
            let isEmpty = index == names.count - 1
            return RegionFigures(
                id: "R\(index)", name: name, people: PersonCount(persons: isEmpty ? 0 : 1234.5678 * Double(index + 1)),
                squareCentimetres: 5_000_000_000_000, stations: index % 3,
                missingStations: isEmpty ? 0 : 2 + index,
                bands: bands.map {
                    RegionFigures.Band(
                        id: $0, coveredPeople: PersonCount(persons: isEmpty ? 0 : 1000),
                        expectedPeople: PersonCount(persons: isEmpty ? 0 : 1100.25),
                        coveredSquareCentimetres: 1_250_000_000_000)
                })
        }
        let people = regions.reduce(PersonCount.zero) { $0 + $1.people }
        let total = RegionFigures(
            id: "", name: "Study area", people: people,
            squareCentimetres: regions.reduce(0) { $0 + $1.squareCentimetres },
            stations: regions.reduce(0) { $0 + $1.stations }, missingStations: 3,
            bands: bands.map { RegionFigures.Band(id: $0, coveredPeople: PersonCount(persons: 1000)) })
        let sectors = register.stations.flatMap { station in
            station.sectors.map { sector in
                SectorFigures(
                    ordinal: Int(sector.ordinal), id: sector.id, stationID: station.id, siteID: station.siteID,
                    band: bands[0], position: station.position, heightMetres: sector.heightMetres,
                    azimuthDegrees: sector.azimuth?.degrees, tiltDegrees: sector.tilt.degrees, eirpDBm: 62.8,
                    regionID: "R0", servedCells: 10, servedPeople: PersonCount(persons: 2.5))
            }
        }
        return RunFigures(
            definitions: definitions, regions: regions, total: total, sectors: sectors, stationsOutside: 1,
            sourcePeople: people)
    }
}

extension SyntheticRun {
    /// The same run with other tiles.
    init(_ run: SyntheticRun, tiles: any CoverageTiles) {
        var content = run.content
        content.tiles = tiles
        self.init(folder: run.folder, content: content)
    }

    private init(folder: ScratchFolder, content: RunContent) {
        self.folder = folder
        self.content = content
    }
}
