import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("What the census refuses")
struct CensusRefusalTests {
    private typealias Fixture = VectorFixture

    /// Totals of a region over a raster of 0.01° pixels from 10° E, 50.5° N, 50 by 50.
    private func totals(
        region: [(Double, Double)] = Fixture.box(10.1, 50.1, 10.4, 50.4), nodata: Double? = nil,
        kind: PopulationSource.Kind = .count,
        value: (Int, Int) -> Float
    ) throws -> PersonCount {
        let folder = try ScratchFolder()
        let set = try folder.regions([Fixture.polygon("r", rings: [region])])
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: 10, north: 50.5, pixel: 0.01, columns: 50, rows: 50, nodata: nodata,
            value: value)
        var reader = try CensusReader(
            source: try CensusTests.source(path, kind), regions: set, grid: try CensusTests.grid(set, cell: 500))
        let totals = try reader.sourceTotals()
        var sum = PersonCount.zero
        for window in reader.plan.grid.window.tiles(side: 50) {
            sum = try reader.tile(window).shares.reduce(sum) { $0 + $1.people }
        }
        #expect(sum == totals.total)
        return totals.total
    }

    @Test(
        "a population that cannot be is refused with its place and a remedy",
        arguments: [(-3, "-3"), (.infinity, "inf"), (.nan, "NaN"), (1e10, "more than live on Earth")]
            as [(Float, String)])
    func refusesValues(bad: Float, word: String) throws {
        let error = try #require(throws: MastheadError.self) {
            _ = try totals { column, row in column == 20 && row == 15 ? bad : 1 }
        }
        #expect(error.code == .badLayerValue && error.problem.contains(word))
        guard case .layer("population", _, let place?) = error.location else {
            Issue.record("no place in \(error.location)")
            return
        }
        #expect(abs(place.longitudeDegrees - 10.205) < 1e-6 && abs(place.latitudeDegrees - 50.345) < 1e-6)
        #expect(!error.remedy.isEmpty)
    }

    @Test(
        "bad values outside all regions, and declared nodata inside, do no harm", arguments: [-99999, .nan] as [Float])
    func acceptsNodata(nodata: Float) throws {
        let total = try totals(nodata: Double(nodata)) { column, row in
            if column == 20 && row == 15 { return nodata }
            return column == 1 ? -7 : 1
        }
        // 30 by 30 pixels less one; 1e-6 persons for 900 roundings to 2⁻²⁸ of a pixel at the border.
        #expect(abs(total.persons - 899) < 1e-6)
    }

    @Test("undeclared NaN outside all regions does no harm where the raster declares another nodata")
    func acceptsNaNOutside() throws {
        let total = try totals(nodata: -1) { column, row in
            if column == 20 && row == 15 { return -1 }
            return column == 1 ? .nan : 1
        }
        #expect(abs(total.persons - 899) < 1e-6)
    }

    @Test(
        "a source that does not reach over a region is refused with region, share and place; half a pixel is not missed"
    )
    func refusesUncovered() throws {
        let error = try #require(throws: MastheadError.self) {
            _ = try totals(region: Fixture.box(10.1, 50.1, 10.6, 50.4)) { _, _ in 1 }
        }
        #expect(error.code == .layerDoesNotCover)
        // One of fifty columns beyond the edge is put up with.
        #expect(error.problem == "the population raster does not reach over 18.00 % of region \"r\"")
        #expect(error.location.description.contains("E"))
        let total = try totals(region: Fixture.box(10.1, 50.1, 10.505, 50.4)) { _, _ in 1 }
        #expect(abs(total.persons - 1200) < 1e-6)
    }

    @Test("a grid that does not reach over a region is refused")
    func refusesSmallGrid() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([Fixture.polygon("r", rings: [Fixture.box(10.1, 50.1, 10.4, 50.4)])])
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: 10, north: 50.5, pixel: 0.01, columns: 50, rows: 50
        ) { _, _ -> Float in 1 }
        let grid = try CensusTests.grid(set, cell: 500)
        let small = Grid(
            referenceSystem: grid.referenceSystem, westMetres: grid.westMetres, northMetres: grid.northMetres,
            cellMetres: 500, columns: grid.columns - 3, rows: grid.rows)
        let error = try #require(throws: MastheadError.self) {
            _ = try CensusPlan(source: try CensusTests.source(path), regions: set, grid: small)
        }
        #expect(error.code == .layerDoesNotCover && error.problem.contains("study grid"))
    }

    @Test("a missing tile of a population mosaic under a region is refused, elsewhere not")
    func refusesMissingTile() throws {
        let folder = try ScratchFolder()
        let tiles = folder.file("tiles")
        try FileManager.default.createDirectory(atPath: tiles, withIntermediateDirectories: true)
        for (column, row) in [(0, 0), (1, 0), (0, 1)] {
            try SyntheticRaster.write(
                "\(tiles)/\(column)\(row).tif", west: 10 + Double(column) * 0.2, north: 50.4 - Double(row) * 0.2,
                pixel: 0.01, columns: 20, rows: 20
            ) { _, _ -> Float in 1 }
        }
        func total(_ box: [(Double, Double)]) throws -> PersonCount {
            let set = try folder.regions([Fixture.polygon("r", rings: [box])])
            var reader = try CensusReader(
                source: try CensusTests.source(tiles), regions: set, grid: try CensusTests.grid(set, cell: 500))
            return try reader.sourceTotals().total
        }
        #expect(abs(try total(Fixture.box(10.1, 50.25, 10.3, 50.35)).persons - 200) < 1e-6)
        let error = #expect(throws: MastheadError.self) { _ = try total(Fixture.box(10.1, 50.1, 10.3, 50.3)) }
        #expect(error?.code == .layerVoid)
    }
}
