import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("Study grids")
struct GridChooserTests {
    private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [GeographicPosition] {
        [(west, south), (east, south), (east, north), (west, north)].map {
            GeographicPosition(longitudeDegrees: $0.0, latitudeDegrees: $0.1)
        }
    }

    @Test(
        "the grid covers the area, also where its sides bulge, south of the equator and across the antimeridian",
        arguments: [[-122.5, 36, -121, 37], [-115, 50, -113, 51], [177, -19, -178, -16], [-72, -54, -66, -50]])
    func covers(corners: [Double]) throws {
        let outline = box(corners[0], corners[1], corners[2], corners[3])
        let grid = try GridChooser.studyGrid(covering: outline, cell: Length(metres: 200))
        let locator = try GridLocator(grid)
        var generator = SeededGenerator(seed: 23)
        let width = corners[2] - corners[0] + (corners[2] < corners[0] ? 360 : 0)
        for side in 0..<4 {
            for _ in 0..<50 {
                let share = generator.uniform(in: 0...1)
                let place = GeographicPosition(
                    longitudeDegrees: corners[0] + width * (side == 0 ? 0 : side == 1 ? 1 : share),
                    latitudeDegrees: corners[1]
                        + (corners[3] - corners[1]) * (side == 2 ? 0 : side == 3 ? 1 : share))
                let cell = grid.cell(at: try locator.plane(of: place))
                #expect(grid.window.contains(column: cell.column, row: cell.row), "seed 23")
            }
        }
        // Not wasteful either: no more than three cells beyond the outline's own width in the plane.
        #expect(Double(grid.rows) * 200 < (corners[3] - corners[1]) * 112_000 + 0.02 * Double(grid.columns) * 200)
    }

    @Test("edges are multiples of the cell, so that neighbouring areas share their cells")
    func aligned() throws {
        let crs = ReferenceSystem(definition: "EPSG:3035")
        let a = try GridChooser.studyGrid(covering: box(8, 47, 9, 48), crs: crs, cell: Length(metres: 90))
        let b = try GridChooser.studyGrid(
            covering: box(9, 47, 10, 48), crs: crs, cell: Length(metres: 90), alignedTo: 10)
        for (grid, step) in [(a, 90.0), (b, 900.0)] {
            #expect((grid.westMetres / step).rounded() * step == grid.westMetres)
            #expect((grid.northMetres / step).rounded() * step == grid.northMetres)
        }
        #expect(b.columns % 10 == 0 && b.rows % 10 == 0)
    }

    @Test("what cannot be a study grid is refused with a remedy")
    func refusals() {
        let area = box(8, 47, 9, 48)
        #expect(throws: MastheadError.self) { try GridChooser.studyGrid(covering: area, cell: Length(metres: 0)) }
        #expect(throws: MastheadError.self) { try GridChooser.studyGrid(covering: [], cell: Length(metres: 100)) }
        #expect(throws: MastheadError.self) {
            try GridChooser.studyGrid(covering: area, cell: Length(metres: 0.0001))
        }
        #expect(throws: MastheadError.self) {
            try GridChooser.studyGrid(covering: area, crs: .wgs84, cell: Length(metres: 100))
        }
        #expect(throws: MastheadError.self) {
            try GridChooser.studyGrid(
                covering: area, crs: ReferenceSystem(definition: "EPSG:2263"), cell: Length(metres: 100))
        }
    }

    @Test("a cell of the default grid has its true area")
    func trueArea() throws {
        let grid = try GridChooser.studyGrid(covering: box(20, 64, 30, 70), cell: Length(metres: 1000))
        let locator = try GridLocator(grid)
        // A narrow triangle far from the centre: half of base times height on the ground, both measured by geodesics.
        let corner = grid.centre(column: 10, row: 10)
        let south = try locator.geographic(of: PlanePoint(x: corner.x, y: corner.y - 1000))
        let east = try locator.geographic(of: PlanePoint(x: corner.x + 1000, y: corner.y))
        let here = try locator.geographic(of: corner)
        let a = Geodesic.distance(from: here, to: east).metres
        let b = Geodesic.distance(from: here, to: south).metres
        let angle = Geodesic.bearing(from: here, to: south).radians - Geodesic.bearing(from: here, to: east).radians
        // 1e-5: the triangle of geodesics is flat to (1 km / R)², and the projection varies by 1e-6 over 1 km.
        #expect(abs(a * b * abs(sin(angle)) / 1e6 - 1) < 1e-5)
    }
}
