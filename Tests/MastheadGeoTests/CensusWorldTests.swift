import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("The census across the antimeridian")
struct CensusWorldTests {
    private typealias Fixture = VectorFixture

    /// Persons in a pixel of the test rasters, by the longitude and latitude of its western and southern edge.
    private static func persons(_ west: Double, _ south: Double) -> Double {
        let column = ((west + 360).truncatingRemainder(dividingBy: 360) / 0.1).rounded()
        return (column * 7 + ((south + 90) / 0.1).rounded() * 3).truncatingRemainder(dividingBy: 97)
    }

    /// A raster of 0.1° from `west`, with rows from 16° to 18.5° S.
    private static func raster(_ path: String, west: Double, columns: Int) throws -> String {
        try SyntheticRaster.write(path, west: west, north: -16, pixel: 0.1, columns: columns, rows: 25) { column, row in
            Float(persons(west + Double(column) * 0.1, -16 - Double(row + 1) * 0.1))
        }
    }

    /// People between 178.93° E and 178.88° W, 16.27° and 18.11° S, by overlap in degrees.
    private static var expected: Double {
        var sum = 0.0
        for column in 0..<40 {
            for row in 0..<25 {
                let west = 178 + Double(column) * 0.1
                let south = -16 - Double(row + 1) * 0.1
                let across = max(0, min(181.12, west + 0.1) - max(178.93, west))
                let up = max(0, min(-16.27, south + 0.1) - max(-18.11, south))
                sum += across * up / 0.01 * persons(west, south)
            }
        }
        return sum
    }

    private static let jumping = VectorFixture.polygon(
        "fiji",
        rings: [[(178.93, -18.11), (-178.88, -18.11), (-178.88, -16.27), (178.93, -16.27), (178.93, -18.11)]])
    private static let countedOn = VectorFixture.polygon(
        "fiji", rings: [VectorFixture.box(178.93, -18.11, 181.12, -16.27)])
    private static let split = VectorFixture.multiPolygon(
        "fiji",
        [VectorFixture.box(178.93, -18.11, 180, -16.27), VectorFixture.box(-180, -18.11, -178.88, -16.27)])

    @Test(
        "a region over ±180 is counted whole, south of the equator, however it and the raster are written",
        arguments: [jumping, countedOn, split], [(-180.0, 3600), (178.0, 40), (0.0, 3600)])
    func countsAcross(region: String, raster: (west: Double, columns: Int)) throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([region])
        let path = try Self.raster(folder.file("p.tif"), west: raster.west, columns: raster.columns)
        let plan = try CensusPlan(
            source: try CensusTests.source(path), regions: set, grid: try CensusTests.grid(set, cell: 500))
        var reader = try CensusReader(plan: plan)
        let total = try reader.sourceTotals().total
        // 1e-7: borders are rounded to 2⁻²⁸ of a pixel; pixels to a billionth of a person.
        #expect(abs(total.persons / Self.expected - 1) < 1e-7)
        let shares = try CensusTests.shares(plan, side: 100)
        #expect(shares.reduce(0) { $0 + $1.people } == total.billionths)
        #expect(shares.allSatisfy { $0.squareCentimetres > 0 })
        let area = Double(shares.reduce(0) { $0 + $1.squareCentimetres }) / 1e4
        #expect(abs(area / plan.projected.squareMetres(of: 0) - 1) < 1e-9)
    }

    @Test("a raster whose projection is torn open at ±180 is counted on both sides of the tear")
    func countsTornProjection() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([Self.jumping])
        let mollweide = ReferenceSystem(definition: "ESRI:54009")
        let transform = try CoordinateTransform(from: .wgs84, to: mollweide)
        let east = try transform.forward(PlanePoint(x: 179.999, y: -15.5))
        // 2 km pixels over the whole width of the world, from 15.5° to about 19° S; ten persons in each.
        let columns = Int(2 * east.x / 2000) + 20
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: -east.x - 20_000, north: east.y, pixel: 2000, columns: columns, rows: 220,
            referenceSystem: mollweide
        ) { _, _ -> UInt8 in 10 }
        let plan = try CensusPlan(
            source: try CensusTests.source(path), regions: set, grid: try CensusTests.grid(set, cell: 500))
        var reader = try CensusReader(plan: plan)
        let totals = try reader.sourceTotals()
        // PROJ's Mollweide is that of a sphere with the equatorial radius: ten persons on 4 km² of it everywhere.
        // 1e-6: borders are chords of 500 m in it.
        let zone = sin(18.11 * .pi / 180) - sin(16.27 * .pi / 180)
        let expected = 6_378_137 * 6_378_137 * (2.19 * .pi / 180) * zone / 4e6 * 10
        #expect(abs(totals.total.persons / expected - 1) < 1e-6)
        let shares = try CensusTests.shares(plan, side: 128)
        #expect(shares.reduce(0) { $0 + $1.people } == totals.total.billionths)
        // Cells without people would show a gap at the tear.
        let empty = shares.filter { $0.people == 0 && $0.squareCentimetres > 100_000_000 }.count
        #expect(Double(empty) < 0.02 * Double(shares.count))
    }
}
