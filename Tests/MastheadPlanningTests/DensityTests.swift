import MastheadGeo
import MastheadPlanning
import Testing

@Suite("Density counts what it says")
struct DensityTests {
    @Test(
        "the missing stations lift a region exactly to its target",
        arguments: [
            (0, 10_000.0, 18.0, 18), (17, 10_000, 18, 1), (18, 10_000, 18, 0), (40, 10_000, 18, 0),
            (0, 10_001, 18, 19), (5, 555.5, 18, 0), (0, 555.5, 18, 1), (0, 0, 18, 0), (3, 0, 18, 0),
        ])
    func missing(stations: Int, people: Double, target: Double, expected: Int) {
        #expect(
            Density.missing(stations: stations, people: PersonCount(persons: people), target: target) == expected)
    }

    @Test("a region without people has no density and misses nothing")
    func noPeople() {
        let region = RegionFigures(
            id: "1", name: "Empty", people: .zero, squareCentimetres: 10, stations: 3, missingStations: 0, bands: [])
        #expect(region.stationsPerTenThousand == nil)
    }

    // MIIT's October 2023 figures: 3.215 million base stations, 22.78 per 10,000; REGULATION.md §10, check 6.
    @Test("published national figures come out of the same division")
    func nationalFigure() throws {
        let region = RegionFigures(
            id: "CN", name: "Nation", people: PersonCount(persons: 1.41175e9), squareCentimetres: 0,
            stations: 3_215_000, missingStations: 0, bands: [])
        let density = try #require(region.stationsPerTenThousand)
        // 0.01: the published figure has two decimals, and the population of the year's end is rounded to 10,000.
        #expect(abs(density - 22.78) < 0.01)
        #expect(Density.missing(stations: 2_312_000, people: region.people, target: 18) == 229_150)
    }
}
