import MastheadCore
import MastheadGeo
import MastheadPlanning
import Testing

@Suite("The parts that a band divides cells into")
struct RefinementTests {
    private func factor(_ cell: Double, _ resolution: Double) throws -> Int {
        try Refinement.factor(
            cell: Length(metres: cell), resolution: Length(metres: resolution), band: "mm", at: .none)
    }

    @Test(
        "the smallest odd number of parts is taken whose side is no longer than the resolution",
        arguments: [
            (100.0, 10.0, 11), (90, 10, 9), (100, 100, 1), (100, 250, 1), (100, 99, 3), (100, 33.4, 3), (100, 33.3, 5),
            (30, 10, 3), (150, 10, 15), (20, 10, 3), (0.3, 0.1, 3),
        ])
    func smallestOdd(cell: Double, resolution: Double, k: Int) throws {
        #expect(try factor(cell, resolution) == k)
        #expect(cell / Double(k) <= resolution * (1 + 1e-9))
    }

    @Test("more than fifteen parts are refused, and each way that the remedy names would work")
    func refused() throws {
        let error = #expect(throws: MastheadError.self) { _ = try factor(200, 10) }
        #expect(error?.code == .outsideValidity)
        #expect(error?.problem == "band mm asks for parts of 10 m in cells of 200 m: more than 15 parts along a side")
        #expect(error?.remedy == "Set the band's resolution to 13.4 m or more, or grid.resolution to 150 m or less.")
        #expect(try factor(200, 13.4) == 15)
        #expect(try factor(150, 10) == 15)
    }

    @Test("the part in the middle has the centre of its cell", arguments: [3, 5, 11, 15])
    func middle(k: Int) {
        let grid = Grid(
            referenceSystem: ReferenceSystem(definition: "EPSG:32633"), westMetres: 500_000, northMetres: 5_000_000,
            cellMetres: 100, columns: 40, rows: 30)
        let whole = grid.centre(column: 7, row: 21)
        let part = grid.refined(by: k).centre(column: 7 * k + k / 2, row: 21 * k + k / 2)
        // 1 µm: the rounding of eastings of 5000 km.
        #expect(abs(whole.x - part.x) < 1e-6 && abs(whole.y - part.y) < 1e-6)
    }
}
