import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@Suite("The census of real regions", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
struct CensusRealDataTests {
    /// Totals computed by shapely 2.2 (GEOS), each pixel as a polygon intersected with each county, in double precision.
    static let expected: [(name: String, people: [String: Double])] = [
        (
            "monterey",
            [
                "06069": 47720.453969821, "06087": 175784.915326572, "06047": 304.752695906,
                "06053": 358157.084327285, "06085": 680.166622429,
            ]
        ),
        (
            "missouri",
            [
                "29131": 9124.964421249, "29151": 560.249719605, "29169": 79.201009034, "29053": 10065.562040151,
                "29029": 11212.414222421, "29051": 34148.092677471, "29125": 695.907990158, "29141": 6333.816038745,
                "29161": 2.436094655, "29135": 12892.589876329, "29027": 22270.414324787, "29019": 125148.074925526,
                "29089": 3445.377772583,
            ]
        ),
        (
            "calgary",
            [
                "G00": 2710.692557493, "G01": 217.085395771, "G02": 454.343591824, "G03": 5074.688474929,
                "G04": 1356.452998142, "G10": 166.509605582, "G11": 423.802494588, "G12": 811.538209532,
                "G13": 3438.272758297, "G14": 2319.265353185, "G20": 107.784568384, "G21": 651.598884023,
                "G22": 12184.732872484, "G23": 1740.279939992, "G24": 2294.365421197, "G30": 145.648252177,
                "G31": 6843.104266832, "G32": 33651.111318352, "G33": 1594.368119938, "G34": 1291.998167313,
                "G40": 279.239694224, "G41": 2178.163928544, "G42": 380557.239196513, "G43": 1938.404851587,
                "G44": 1308.013161217,
            ]
        ),
    ]

    @Test(
        "county totals are those of an independent computation, and the tiles' sums are the same to the last digit",
        arguments: expected)
    func agrees(name: String, people: [String: Double]) throws {
        let folder = try #require(SharedData.path("data/\(name)"))
        let set = try RegionSet.read(path: folder + "/regions.geojson", idField: "id", nameField: "name")
        let plan = try CensusPlan(
            source: try CensusTests.source(folder + "/population.tif"), regions: set,
            grid: try CensusTests.grid(set, cell: 100))
        var reader = try CensusReader(plan: plan)
        let totals = try reader.sourceTotals()
        var sums = [Int64](repeating: 0, count: set.regions.count)
        for window in plan.grid.window.tiles(side: 256) {
            for share in try reader.tile(window).shares { sums[Int(share.region)] += share.people.billionths }
        }
        #expect(sums == totals.perRegion.map(\.billionths))
        for (region, counted) in zip(set.regions, totals.perRegion) {
            let expected = try #require(people[region.id])
            // 1e-8: borders rounded to 2⁻²⁸ of a pixel and people to a billionth; the promise is 1e-6.
            #expect(abs(counted.persons / expected - 1) < 1e-8, "\(name) \(region.id)")
        }
    }
}
