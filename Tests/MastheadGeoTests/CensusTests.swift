import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("The census")
struct CensusTests {
    typealias Fixture = VectorFixture
    static let utm33 = ReferenceSystem(definition: "EPSG:32633")

    static func source(_ path: String, _ kind: PopulationSource.Kind = .count) throws -> PopulationSource {
        PopulationSource(layer: try RasterLayer.open(role: "population", path: path), kind: kind)
    }

    static func grid(_ set: RegionSet, cell: Double, crs: ReferenceSystem? = nil) throws -> Grid {
        try GridChooser.studyGrid(
            coveringRings: set.geographicRings(), crs: crs, cell: Length(metres: cell))
    }

    /// A share in columns and rows of the grid.
    struct GridShare: Hashable {
        var column: Int
        var row: Int
        var region: Int32
        var people: Int64
        var squareCentimetres: Int64
    }

    static func shares(_ plan: CensusPlan, side: Int) throws -> [GridShare] {
        var reader = try CensusReader(plan: plan)
        var result: [GridShare] = []
        for window in plan.grid.window.tiles(side: side) {
            let tile = try reader.tile(window)
            let keys = tile.shares.map { ($0.cell, $0.region) }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.0 < $0.1 }, "sorted, and no cell and region twice")
            for share in tile.shares {
                result.append(
                    GridShare(
                        column: window.column + Int(share.cell) % window.columns,
                        row: window.row + Int(share.cell) / window.columns, region: share.region,
                        people: share.people.billionths, squareCentimetres: share.squareCentimetres))
            }
        }
        return result
    }

    /// Two regions with a wild common border and a hole, in longitude and latitude.
    static func wildRegions(_ folder: ScratchFolder, seed: UInt64) throws -> RegionSet {
        var generator = SeededGenerator(seed: seed)
        let border = (0...60).map { step in
            (15.2 + generator.uniform(in: -0.05...0.05), 48 + Double(step) / 150)
        }
        let hole = [(15.05, 48.1), (15.12, 48.13), (15.09, 48.22), (15.05, 48.1)]
        return try folder.regions([
            Fixture.polygon("west", rings: [[(15.0, 48.0)] + border + [(15.01, 48.4), (15.0, 48.0)], hole]),
            Fixture.polygon("east", rings: [[(15.4, 47.99), (15.43, 48.41)] + border.reversed() + [(15.4, 47.99)]]),
        ])
    }

    static func randomRaster(_ path: String, seed: UInt64) throws -> String {
        var generator = SeededGenerator(seed: seed)
        // 487 m: neither a multiple nor a divisor of the cells.
        return try SyntheticRaster.write(
            path, west: 499_000, north: 5_362_000, pixel: 487, columns: 80, rows: 110, referenceSystem: utm33,
            nodata: -1
        ) { column, row -> Float in
            let value = Float(generator.uniform(in: 0...900))
            return (column + row) % 11 == 0 ? -1 : value
        }
    }

    @Test(
        "totals equal an independent clip of each pixel to 1e-6, for a source of other size and reference system",
        arguments: [1, 2, 3] as [UInt64])
    func agreesWithIndependentClip(seed: UInt64) throws {
        let folder = try ScratchFolder()
        let set = try Self.wildRegions(folder, seed: seed)
        let path = try Self.randomRaster(folder.file("p.tif"), seed: seed)
        let plan = try CensusPlan(
            source: Self.source(path), regions: set, grid: try Self.grid(set, cell: 100))
        var reader = try CensusReader(plan: plan)
        let totals = try reader.sourceTotals()
        var raster = RasterDataset(plan.source.layer)
        let values = try raster.doubles(in: GridWindow(column: 0, row: 0, columns: 80, rows: 110))
        let transform = try CoordinateTransform(from: .wgs84, to: Self.utm33)
        for (index, region) in set.regions.enumerated() {
            // Borders cut into pieces of about 50 m, a tenth of what the census takes.
            let rings = try region.polygons.flatMap(\.rings).map { ring -> [PlanePoint] in
                try zip(ring, ring.dropFirst() + ring.prefix(1)).flatMap { start, end in
                    try (0..<1000).map { step -> PlanePoint in
                        let t = Double(step) / 1000
                        let point = try transform.forward(
                            PlanePoint(x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t))
                        return PlanePoint(x: (point.x - 499_000) / 487, y: (5_362_000 - point.y) / 487)
                    }
                }
            }
            var expected = 0.0
            for row in 0..<110 {
                let strip = rings.map { IndependentClip.strip($0, axis: \.y, from: Double(row)) }
                for column in 0..<80 where !values[row * 80 + column].isNaN {
                    let area = strip.reduce(0) {
                        $0 + IndependentClip.area(IndependentClip.strip($1, axis: \.x, from: Double(column)))
                    }
                    expected += abs(area) * values[row * 80 + column]
                }
            }
            let counted = totals.perRegion[index].persons
            // 1e-6 is the promise; the longer pieces of border are the largest part of the difference.
            #expect(abs(counted / expected - 1) < 1e-6, "seed \(seed), \(region.id): \(counted) and \(expected)")
        }
        #expect(totals.total == totals.perRegion.reduce(.zero, +))
    }

    @Test(
        "cells do not depend on the tiles, and sum to the source's totals to the last digit",
        arguments: [(4, .count), (5, .density)] as [(UInt64, PopulationSource.Kind)])
    func tilesAgree(seed: UInt64, kind: PopulationSource.Kind) throws {
        let folder = try ScratchFolder()
        let set = try Self.wildRegions(folder, seed: seed)
        let source = try Self.source(Self.randomRaster(folder.file("p.tif"), seed: seed), kind)
        for cell in [100.0, 730] {
            let plan = try CensusPlan(source: source, regions: set, grid: try Self.grid(set, cell: cell))
            let whole = try Self.shares(plan, side: 4096)
            for side in [256, 61] {
                let tiled = try Self.shares(plan, side: side)
                #expect(Set(tiled) == Set(whole) && tiled.count == whole.count, "seed \(seed), side \(side)")
            }
            var reader = try CensusReader(plan: plan)
            let totals = try reader.sourceTotals()
            for region in 0..<2 {
                let part = whole.filter { $0.region == Int32(region) }
                #expect(part.reduce(0) { $0 + $1.people } == totals.perRegion[region].billionths)
                let area = Double(part.reduce(0) { $0 + $1.squareCentimetres }) / 1e4
                // Half a cm² for each cell on the border.
                let bound = 0.5e-4 * Double(part.count)
                #expect(abs(area - plan.projected.squareMetres(of: region)) < bound)
            }
            #expect(totals.total.billionths > 0)
        }
    }

    @Test("where people are spread evenly, each cell has them in proportion to its area in the region")
    func spreadsEvenly() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions(
            [
                Fixture.polygon(
                    "a",
                    rings: [
                        [(500_010, 5_300_020), (507_000, 5_301_000), (503_000, 5_306_500)]
                            + [(500_010, 5_300_020)]
                    ])
            ], crs: Fixture.crs(32633))
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: 499_000, north: 5_308_000, pixel: 130, columns: 90, rows: 90,
            referenceSystem: Self.utm33
        ) { _, _ -> Float in 169 }
        let plan = try CensusPlan(
            source: try Self.source(path), regions: set, grid: try Self.grid(set, cell: 100, crs: Self.utm33))
        let shares = try Self.shares(plan, side: 64)
        #expect(shares.count > 1000)
        for share in shares {
            // 169 persons on 16 900 m²: one person on 100 m², a thousand billionths on a cm². Up to six pixels round to
            // a billionth each and the area to half a cm²; borders lie on steps of 2⁻²⁸ pixels, 0.5 µm, along 250 m.
            let people = Double(share.people) / 1000
            #expect(abs(people - Double(share.squareCentimetres)) < 3, "\(share)")
        }
    }

    @Test("pixels in the plane of the grid are shared among its cells by exact overlap")
    func splitsByOverlap() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions(
            [
                Fixture.polygon("west", rings: [Fixture.box(500_000, 5_300_000, 502_030, 5_304_000)]),
                Fixture.polygon("east", rings: [Fixture.box(502_030, 5_300_000, 504_000, 5_304_000)]),
            ], crs: Fixture.crs(32633))
        let value = { (column: Int, row: Int) in Double((column * 31 + row * 17) % 101) }
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: 499_930, north: 5_304_070, pixel: 250, columns: 17, rows: 17,
            referenceSystem: Self.utm33
        ) { Float(value($0, $1)) }
        let grid = Grid(
            referenceSystem: Self.utm33, westMetres: 500_000, northMetres: 5_304_000, cellMetres: 100, columns: 40,
            rows: 40)
        let plan = try CensusPlan(source: try Self.source(path), regions: set, grid: grid)
        for share in try Self.shares(plan, side: 16) {
            var expected = 0.0
            let left = share.region == 0 ? 500_000.0 : 502_030
            let right = share.region == 0 ? 502_030.0 : 504_000
            let west = max(plan.grid.westMetres + Double(share.column) * 100, left)
            let east = min(plan.grid.westMetres + Double(share.column + 1) * 100, right)
            let north = plan.grid.northMetres - Double(share.row) * 100
            for column in 0..<17 {
                for row in 0..<17 {
                    let x = 499_930 + Double(column) * 250
                    let y = 5_304_070 - Double(row) * 250
                    let across = max(0, min(east, x + 250) - max(west, x))
                    let down = max(0, min(north, y) - max(north - 100, y - 250))
                    expected += across * down / 62_500 * value(column, row)
                }
            }
            #expect(share.squareCentimetres == Int64(((east - west) * 100 * 1e4).rounded()))
            // Borders are rounded to 2⁻²⁸ of a pixel or cell: up to 1e-8 of a pixel's hundred persons, by four pixels.
            #expect(abs(Double(share.people) / 1e9 - expected) < 5e-6, "\(share) \(expected)")
        }
    }

    @Test("pixels much larger than a tile are shared among all tiles under them, to the last digit")
    func splitsCoarsePixels() throws {
        let folder = try ScratchFolder()
        let set = try Self.wildRegions(folder, seed: 9)
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: 14.9, north: 48.5, pixel: 0.2, columns: 3, rows: 3
        ) { column, row -> Float in Float(column * 1000 + row * 77) + 0.1 }
        let plan = try CensusPlan(
            source: try Self.source(path), regions: set, grid: try Self.grid(set, cell: 250))
        var reader = try CensusReader(plan: plan)
        let totals = try reader.sourceTotals()
        let fine = try Self.shares(plan, side: 20)
        #expect(fine.reduce(0) { $0 + $1.people } == totals.total.billionths)
        #expect(Set(fine) == Set(try Self.shares(plan, side: 256)))
        // Within a pixel, people are spread over the whole of each region's part.
        #expect(fine.filter { $0.people == 0 }.count < fine.count / 100)
    }

    @Test("a raster whose first row is the southern one counts the same")
    func readsSouthUp() throws {
        let folder = try ScratchFolder()
        let set = try Self.wildRegions(folder, seed: 6)
        let value = { (column: Int, row: Int) in Float((column * 13 + row * 29) % 50) }
        let north = try SyntheticRaster.write(
            folder.file("n.tif"), west: 14.9, north: 48.5, pixel: 0.0125, columns: 50, rows: 50, value: value)
        var values: [Float] = []
        for row in (0..<50).reversed() { values += (0..<50).map { value($0, row) } }
        let south = folder.file("s.tif")
        try RasterWriter.writeRaster(
            values, columns: 50, rows: 50, referenceSystem: .wgs84,
            pixels: PixelTransform(west: 14.9, columnX: 0.0125, rowX: 0, north: 47.875, columnY: 0, rowY: 0.0125),
            to: south)
        let grid = try Self.grid(set, cell: 500)
        var totals: [[PersonCount]] = []
        for path in [north, south] {
            var reader = try CensusReader(source: try Self.source(path), regions: set, grid: grid)
            try totals.append(reader.sourceTotals().perRegion)
        }
        for (a, b) in zip(totals[0], totals[1]) {
            // 1e-8: corners are rounded to 2⁻²⁸ of a pixel from one end or from the other.
            #expect(a.persons > 1000 && abs(a.persons / b.persons - 1) < 1e-8)
        }
    }

    @Test("a density counts people by the true area of the ellipsoid")
    func countsDensity() throws {
        let folder = try ScratchFolder()
        let set = try folder.regions([Fixture.polygon("a", rings: [Fixture.box(-70.3, -53.2, -69.1, -52.4)])])
        let path = try SyntheticRaster.write(
            folder.file("p.tif"), west: -70.5, north: -52.1, pixel: 0.03, columns: 60, rows: 60
        ) { _, _ -> Float in 8 }
        let plan = try CensusPlan(
            source: try Self.source(path, .density), regions: set, grid: try Self.grid(set, cell: 500))
        var reader = try CensusReader(plan: plan)
        let area = plan.projected.squareMetres(of: 0) / 1e6
        // 2e-5: a pixel counts by its share in degrees, but within a row of 3.3 km the northern half is 0.04 % smaller
        // than the southern, which the two rows that the border cuts show.
        #expect(abs(try reader.sourceTotals().total.persons / (8 * area) - 1) < 2e-5)
    }
}

/// A clip written for the tests alone, by another method than the program's: strips of unit width, one after the other.
enum IndependentClip {
    /// The part of a ring between `from` and `from + 1` along an axis.
    static func strip(_ ring: [PlanePoint], axis: KeyPath<PlanePoint, Double>, from low: Double) -> [PlanePoint] {
        half(half(ring) { $0[keyPath: axis] - low }) { low + 1 - $0[keyPath: axis] }
    }

    private static func half(_ ring: [PlanePoint], _ side: (PlanePoint) -> Double) -> [PlanePoint] {
        var result: [PlanePoint] = []
        for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
            let a = side(start)
            let b = side(end)
            if a >= 0 { result.append(start) }
            if (a > 0 && b < 0) || (a < 0 && b > 0) {
                let t = a / (a - b)
                result.append(PlanePoint(x: start.x + t * (end.x - start.x), y: start.y + t * (end.y - start.y)))
            }
        }
        return result
    }

    static func area(_ ring: [PlanePoint]) -> Double {
        guard let origin = ring.first else { return 0 }
        return zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { sum, edge in
            sum + ((edge.0.x - origin.x) * (edge.1.y - origin.y) - (edge.1.x - origin.x) * (edge.0.y - origin.y)) / 2
        }
    }
}
