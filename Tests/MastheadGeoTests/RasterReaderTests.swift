import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Synchronization
import Testing

@Suite("Values at cell centres")
struct RasterReaderTests {
    private func place(_ longitude: Double, _ latitude: Double) -> GeographicPosition {
        GeographicPosition(longitudeDegrees: longitude, latitudeDegrees: latitude)
    }

    private func grid(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double, cell: Double = 100,
        crs: ReferenceSystem? = nil
    ) throws -> Grid {
        try GridChooser.studyGrid(
            covering: [place(west, south), place(east, south), place(east, north), place(west, north)], crs: crs,
            cell: Length(metres: cell))
    }

    /// A raster whose value is a plane over longitude and latitude, so that any bilinear value is known.
    private func slope(_ folder: ScratchFolder, west: Double, north: Double, columns: Int, rows: Int) throws
        -> RasterLayer
    {
        let pixel = 0.01
        let path = try SyntheticRaster.write(
            folder.file("slope\(west).tif"), west: west, north: north, pixel: pixel, columns: columns, rows: rows
        ) { column, row in Float(Double(column) * 2 + Double(row) * 3) }
        return try RasterLayer.open(role: "ground", path: path)
    }

    @Test("a plane is followed to single precision, on the northern and the southern half", arguments: [47.0, -33.0])
    func plane(north: Double) throws {
        let folder = try ScratchFolder()
        let layer = try slope(folder, west: 12, north: north, columns: 200, rows: 200)
        let grid = try grid(12.2, north - 1.8, 13.8, north - 0.2, cell: 250)
        var reader = try RasterReader(layer, on: grid)
        let values = try reader.values(in: grid.window, method: .bilinear)
        let locator = try GridLocator(grid)
        for index in stride(from: 0, to: values.count, by: 997) {
            let cell = grid.centre(column: index % grid.columns, row: index / grid.columns)
            let there = try locator.geographic(of: cell)
            let u = (there.longitudeDegrees - 12) / 0.01 - 0.5
            let v = (north - there.latitudeDegrees) / 0.01 - 0.5
            // 0.01: the lattice strays by 0.15 % of a 250 m cell, which is 0.0005 of a pixel and so 0.002 in value.
            #expect(abs(Double(values[index]) - (2 * u + 3 * v)) < 0.01)
        }
    }

    @Test("two windows that overlap give the same bits", arguments: [Resampling.bilinear, .nearest])
    func windowsAgree(method: Resampling) throws {
        let folder = try ScratchFolder()
        let layer = try slope(folder, west: 179, north: -16, columns: 200, rows: 100)
        let grid = try grid(179.1, -16.9, -179.2, -16.1, cell: 150)
        var reader = try RasterReader(layer, on: grid)
        let whole = try reader.values(in: grid.window, method: method)
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<12 {
            let window = GridWindow(
                column: Int.random(in: -40..<grid.columns, using: &generator),
                row: Int.random(in: -40..<grid.rows, using: &generator),
                columns: Int.random(in: 1...300, using: &generator), rows: Int.random(in: 1...200, using: &generator))
            let part = try reader.values(in: window, method: method)
            guard let shared = window.intersection(grid.window) else { continue }
            for row in shared.row..<(shared.row + shared.rows) {
                for column in shared.column..<(shared.column + shared.columns) {
                    let a = part[window.index(column: column, row: row)]
                    let b = whole[grid.window.index(column: column, row: row)]
                    #expect(a.bitPattern == b.bitPattern, "seed 11, cell \(column), \(row)")
                }
            }
        }
    }

    @Test("an area across the antimeridian reads both ends of a source around the Earth")
    func antimeridian() throws {
        let folder = try ScratchFolder()
        let path = try SyntheticRaster.write(
            folder.file("world.tif"), west: -180, north: -10, pixel: 0.5, columns: 720, rows: 20
        ) { column, row in Float(column < 360 ? column + 720 : column) }
        let layer = try RasterLayer.open(role: "ground", path: path)
        let grid = try grid(178.6, -17, -178.6, -16, cell: 500)
        var reader = try RasterReader(layer, on: grid)
        let values = try reader.values(in: grid.window, method: .bilinear)
        let locator = try GridLocator(grid)
        for index in stride(from: 0, to: values.count, by: 313) {
            let there = try locator.geographic(
                of: grid.centre(column: index % grid.columns, row: index / grid.columns))
            let longitude = there.longitudeDegrees < 0 ? there.longitudeDegrees + 360 : there.longitudeDegrees
            // Columns are counted from 180° W: 359.5 pixel centres on, the first column comes back.
            let expected = (longitude + 180) / 0.5 - 0.5
            #expect(abs(Double(values[index]) - expected) < 0.01)
        }
    }

    @Test("a source that is torn along the antimeridian is read on both sides of the tear")
    func tornSource() throws {
        let folder = try ScratchFolder()
        let mollweide = ReferenceSystem(definition: "ESRI:54009")
        let path = try SyntheticRaster.write(
            folder.file("m.tif"), west: -18_100_000, north: 9_100_000, pixel: 25_000, columns: 1448, rows: 728,
            referenceSystem: mollweide
        ) { column, row in Float(column * 1000 + row) }
        let layer = try RasterLayer.open(role: "population", path: path)
        let grid = try grid(178.6, -17.4, -178.6, -16.2, cell: 1000)
        var reader = try RasterReader(layer, on: grid)
        let values = try reader.values(in: grid.window, method: .nearest)
        let transform = try CoordinateTransform(from: grid.referenceSystem, to: mollweide)
        for (index, value) in values.enumerated() {
            let place = try transform.forward(grid.centre(column: index % grid.columns, row: index / grid.columns))
            let at = layer.pixels.pixel(at: place)
            // Within a thousandth of a pixel of a border either side may be taken.
            guard abs(at.column - at.column.rounded()) > 1e-3, abs(at.row - at.row.rounded()) > 1e-3 else { continue }
            #expect(value == Float(Int(at.column) * 1000 + Int(at.row)))
        }
    }

    @Test("a void neighbour voids a bilinear value only where it has a share")
    func voidNeighbour() throws {
        let folder = try ScratchFolder()
        let utm = ReferenceSystem(definition: "EPSG:32633")
        let path = try SyntheticRaster.write(
            folder.file("v.tif"), west: 500_000, north: 5_000_000, pixel: 100, columns: 6, rows: 6,
            referenceSystem: utm, nodata: -32768
        ) { column, row in column == 3 && row == 2 ? Int16.min : Int16(column) }
        let layer = try RasterLayer.open(role: "ground", path: path)
        // Cells on the pixels: each value is its own pixel's, whatever stands beside it.
        let aligned = Grid(
            referenceSystem: utm, westMetres: 500_000, northMetres: 5_000_000, cellMetres: 100, columns: 6, rows: 6)
        var reader = try RasterReader(layer, on: aligned)
        let same = try reader.values(in: aligned.window, method: .bilinear)
        #expect(same.enumerated().allSatisfy { $0 == 15 ? $1.isNaN : $1 == Float($0 % 6) })
        // Cells a third of a pixel off: the four around the void are void, one third of a step more elsewhere.
        let shifted = Grid(
            referenceSystem: utm, westMetres: 500_025, northMetres: 4_999_975, cellMetres: 100, columns: 5, rows: 5)
        var other = try RasterReader(layer, on: shifted)
        let values = try other.values(in: shifted.window, method: .bilinear)
        for (index, value) in values.enumerated() {
            let isTouched = [2, 3].contains(index % 5) && [1, 2].contains(index / 5)
            #expect(isTouched ? value.isNaN : value == Float(index % 5) + 0.25)
        }
    }

    @Test("within the outer half pixel the edge holds, and beyond the edge there is nothing")
    func edges() throws {
        let folder = try ScratchFolder()
        let utm = ReferenceSystem(definition: "EPSG:32633")
        let path = try SyntheticRaster.write(
            folder.file("e.tif"), west: 500_000, north: 5_000_000, pixel: 100, columns: 3, rows: 3,
            referenceSystem: utm
        ) { column, row in Int16(column + 1) }
        let fine = Grid(
            referenceSystem: utm, westMetres: 499_900, northMetres: 5_000_000, cellMetres: 25, columns: 20, rows: 1)
        var reader = try RasterReader(try RasterLayer.open(role: "ground", path: path), on: fine)
        let values = try reader.values(in: fine.window, method: .bilinear)
        #expect(values[0..<4].allSatisfy(\.isNaN) && values[4] == 1 && values[5] == 1 && values[6] == 1.125)
        #expect(values[14] == 3 && values[15] == 3 && values[16..<20].allSatisfy(\.isNaN))
    }

    @Test("a source much finer than the cells gives the value at each centre")
    func fineSource() throws {
        let folder = try ScratchFolder()
        let utm = ReferenceSystem(definition: "EPSG:32633")
        let path = try SyntheticRaster.write(
            folder.file("f.tif"), west: 500_000, north: 5_000_000, pixel: 1, columns: 2600, rows: 2600,
            referenceSystem: utm
        ) { column, row in Float(column) + Float(row) * 4 }
        let coarse = Grid(
            referenceSystem: utm, westMetres: 500_000, northMetres: 5_000_000, cellMetres: 200, columns: 13, rows: 13)
        var reader = try RasterReader(try RasterLayer.open(role: "ground", path: path), on: coarse)
        let values = try reader.values(in: coarse.window, method: .bilinear)
        for (index, value) in values.enumerated() {
            let expected = Double(index % 13 * 200) + 99.5 + (Double(index / 13 * 200) + 99.5) * 4
            #expect(abs(Double(value) - expected) < 0.01)
        }
    }

    @Test("four threads, each with its own reader, read the same values as one")
    func threads() throws {
        let folder = try ScratchFolder()
        let layer = try slope(folder, west: 12, north: 47, columns: 300, rows: 300)
        let grid = try grid(12.2, 44.2, 14.8, 46.8, cell: 300)
        let tiles = grid.window.tiles(side: 128)
        var reader = try RasterReader(layer, on: grid)
        let expected = try tiles.map { try reader.values(in: $0, method: .bilinear) }
        let next = Atomic<Int>(0)
        let results = Mutex<[Int: [Float]]>([:])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            guard var own = try? RasterReader(layer, on: grid) else { return }
            while true {
                let tile = next.add(1, ordering: .relaxed).oldValue
                guard tile < tiles.count else { return }
                let values = try? own.values(in: tiles[tile], method: .bilinear)
                results.withLock { $0[tile] = values }
            }
        }
        let found = results.withLock { $0 }
        #expect(found.count == tiles.count)
        #expect(expected.indices.allSatisfy { found[$0] == expected[$0] })
    }

    @Test("voids, missing tiles and places beyond the layer are told apart, each with its place")
    func firstVoid() throws {
        let folder = try ScratchFolder()
        for (name, west, north) in [("a", 10.0, 50.0), ("b", 11.0, 50.0), ("c", 11.0, 49.0)] {
            try SyntheticRaster.write(
                folder.file(name + ".tif"), west: west, north: north, pixel: 0.1, columns: 10, rows: 10,
                nodata: -32768
            ) { column, row in name == "b" && column == 5 && row == 5 ? Int16.min : 100 }
        }
        let layer = try RasterLayer.open(role: "ground", path: folder.path)
        func found(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> LayerVoid? {
            let grid = try grid(west, south, east, north, cell: 1000)
            var reader = try RasterReader(layer, on: grid)
            return try reader.firstVoid(in: grid.window)
        }
        #expect(try found(10.2, 49.2, 10.8, 49.8) == nil)
        let declared = try #require(try found(11.3, 49.2, 11.8, 49.8))
        #expect(declared.kind == .declared && declared.error.code == .layerVoid)
        #expect(declared.error.description.contains("b.tif at 49.45000° N 11.55000° E"))
        let missing = try #require(try found(10.3, 48.3, 10.7, 48.7))
        #expect(missing.kind == .missingTile && missing.error.code == .missingFile)
        #expect(missing.error.remedy.contains("nearest"))
        let outside = try #require(try found(12.3, 49.3, 12.7, 49.7))
        #expect(outside.kind == .outside && outside.error.code == .layerDoesNotCover)
        #expect(outside.error.problem.contains("it lies between 50.00000° N 10.00000° E and 48.00000° N 12.00000° E"))
    }

    @Test(
        "real terrain matches an independent bilinear reading",
        .enabled(if: SharedData.isPresent, "\(SharedData.absence)"), arguments: ["monterey", "sangabriel"])
    func realTerrain(region: String) throws {
        let path = try #require(SharedData.path("data/\(region)/ground.tif"))
        let layer = try RasterLayer.open(role: "ground", path: path)
        var dataset = RasterDataset(layer)
        let pixels = try dataset.doubles(in: GridWindow(column: 0, row: 0, columns: layer.columns, rows: layer.rows))
        let a = try #require(layer.position(column: 20, row: 20))
        let b = try #require(layer.position(column: Double(layer.columns) - 20, row: Double(layer.rows) - 20))
        let grid = try grid(
            a.longitudeDegrees, b.latitudeDegrees, b.longitudeDegrees, a.latitudeDegrees, cell: 90,
            crs: region == "sangabriel" ? layer.referenceSystem : nil)
        var reader = try RasterReader(layer, on: grid)
        let window = GridWindow(column: 0, row: 0, columns: min(300, grid.columns), rows: min(300, grid.rows))
        let values = try reader.values(in: window, method: .bilinear)
        let transform = try CoordinateTransform(from: grid.referenceSystem, to: layer.referenceSystem)
        var worst = 0.0
        for index in stride(from: 0, to: values.count, by: 7) where !values[index].isNaN {
            let place = try transform.forward(grid.centre(column: index % window.columns, row: index / window.columns))
            let at = layer.pixels.pixel(at: place)
            let u = at.column - 0.5
            let v = at.row - 0.5
            let left = Int(u.rounded(.down))
            let top = Int(v.rounded(.down))
            guard left >= 0, top >= 0, left + 1 < layer.columns, top + 1 < layer.rows else { continue }
            let corner = top * layer.columns + left
            let s = u - Double(left)
            let t = v - Double(top)
            let upper = pixels[corner] * (1 - s) + pixels[corner + 1] * s
            let lower = pixels[corner + layer.columns] * (1 - s) + pixels[corner + layer.columns + 1] * s
            worst = max(worst, abs(Double(values[index]) - (upper * (1 - t) + lower * t)))
        }
        // 0.05 m: slopes here reach 1 in 1, and the lattice strays by 0.05 % of a 90 m cell.
        #expect(worst < 0.05)
    }
}
