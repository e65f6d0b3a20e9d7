import Foundation
import MastheadCore
import MastheadGeo
import MastheadTestSupport
import Testing

@testable import MastheadPlanning

@Suite("Reach of routes and places")
struct ReachTests {
    private static let grid = Grid(
        referenceSystem: ReferenceSystem.equalArea(around: [
            GeographicPosition(longitudeDegrees: 10, latitudeDegrees: 50)
        ]), westMetres: 0, northMetres: 1000, cellMetres: 100, columns: 20, rows: 10)
    private static let kinds = [
        ServiceKind(id: "outdoor", title: "outdoors"), ServiceKind(id: "car", title: "in a car"),
    ]

    /// A route along the middle of row 5, one piece of 100 m in each column.
    private func pieces(_ route: Int32, tunnel: Range<Int> = 0..<0) -> [LinePiece] {
        (0..<20).map { column -> LinePiece in
            let west = Double(column) * 100
            return LinePiece(
                start: PlanePoint(x: west, y: 450), end: PlanePoint(x: west + 100, y: 450), route: route,
                region: column < 10 ? 0 : 1, millimetres: 100_000,
                isUnderground: tunnel.contains(column), continues: column > 0)
        }
    }

    private func plan(
        _ pieces: [LinePiece], points: [KeyPoint] = [], parts: [Int] = [1, 1], rule: ReachRule? = nil
    ) -> ReachPlan {
        let rule = rule ?? ReachRule(service: 0, bands: [true, true])
        let routes = Int((pieces.map(\.route).max() ?? -1) + 1)
        let places = Int((points.map(\.place).max() ?? -1) + 1)
        func labels(_ count: Int) -> [FeatureLabel] {
            (0..<count).map { FeatureLabel(id: "\($0)", name: "\($0)", kind: "road", source: 0) }
        }
        return ReachPlan(
            kinds: Self.kinds, parts: parts,
            routes: RouteSet(routes: labels(routes), pieces: pieces, grid: Self.grid),
            routeRules: Array(repeating: rule, count: routes),
            places: PlaceSet(places: labels(places), keyPoints: points, grid: Self.grid),
            placeRules: Array(repeating: rule, count: places))
    }

    /// Tiles of a side in which the first band serves the columns below `limit` outdoors, and no other service is there.
    private func tiles(_ plan: ReachPlan, limit: Int, side: Int = 7, level: Int16 = -9000) throws -> [TileSums] {
        let empty = Data(#"{"regions":[],"sectors":[],"areaCells":0,"evaluations":0,"caveats":{"counts":{}}}"#.utf8)
        return try Self.grid.window.tiles(side: side).map { window in
            let outdoor = (0..<window.cellCount).map { index -> UInt8 in
                window.column + index % window.columns < limit ? UInt8(plan.parts[0]) : 0
            }
            let none = [UInt8](repeating: 0, count: window.cellCount)
            let levels = [Int16](repeating: level, count: window.cellCount)
            func layer(_ services: [[UInt8]]) -> CoverageTile.Layer {
                CoverageTile.Layer(
                    levelHundredthsDBm: levels, bestServer: Array(repeating: 0, count: window.cellCount),
                    covered: none, services: services)
            }
            let tile = CoverageTile(
                window: window, layers: [layer([outdoor, none]), layer([none, none])],
                sums: try JSONDecoder().decode(TileSums.self, from: empty))
            return plan.adding(to: tile).sums
        }
    }

    private func figures(_ plan: ReachPlan, _ tiles: [TileSums]) -> ReachFigures {
        var builder = ReachBuilder(plan: plan, bands: ["a", "b"])
        for tile in tiles { builder.add(tile) }
        return builder.figures()
    }

    @Test("a route under service is covered, and one without is not")
    func coveredOrNot() throws {
        let plan = plan(pieces(0))
        let served = figures(plan, try tiles(plan, limit: 20)).routes[0]
        #expect(served.lengths.servedMillimetres == [2_000_000, 0, 0, 0, 2_000_000, 0])
        #expect(served.lengths.isCovered(4, atMillionths: 950_000) == true)
        let dark = figures(plan, try tiles(plan, limit: 0)).routes[0]
        #expect(dark.lengths.servedMillimetres.allSatisfy { $0 == 0 })
        #expect(dark.lengths.isCovered(4, atMillionths: 950_000) == false)
    }

    @Test("exactly 95 % of the length is covered, and a millimetre less is not")
    func edge() {
        var lengths = RouteLengths(columns: 1)
        lengths.openMillimetres = 2_000_000
        lengths.servedMillimetres = [1_900_000]
        #expect(lengths.isCovered(0, atMillionths: 950_000) == true)
        lengths.servedMillimetres = [1_899_999]
        #expect(lengths.isCovered(0, atMillionths: 950_000) == false)
        // Longer than the Earth is around: the products must not overflow.
        lengths.openMillimetres = .max / 2
        lengths.servedMillimetres = [.max / 2]
        #expect(lengths.isCovered(0, atMillionths: 1_000_000) == true)
    }

    @Test("a tunnel under full service is neither served nor in the share")
    func tunnel() throws {
        let plan = plan(pieces(0, tunnel: 5..<9) + pieces(1, tunnel: 0..<20))
        let all = figures(plan, try tiles(plan, limit: 20)).routes
        #expect(all[0].lengths.undergroundMillimetres == 400_000)
        #expect(all[0].lengths.openMillimetres == 1_600_000)
        #expect(all[0].lengths.servedMillimetres[0] == 1_600_000)
        #expect(all[0].lengths.share(0) == 1)
        #expect(all[1].lengths.isCovered(0, atMillionths: 950_000) == nil)
        #expect(all[1].lengths.servedMillimetres.allSatisfy { $0 == 0 })
    }

    @Test("tiles of any size in any order give the same figures, which add up over the regions")
    func order() throws {
        let plan = plan(
            pieces(0, tunnel: 5..<7),
            points: [KeyPoint(point: PlanePoint(x: 50, y: 450), place: 0, region: 0)])
        let forward = figures(plan, try tiles(plan, limit: 13))
        #expect(figures(plan, try tiles(plan, limit: 13).reversed()) == forward)
        #expect(figures(plan, try tiles(plan, limit: 13, side: 3)) == forward)
        let route = forward.routes[0]
        #expect(route.parts.reduce(0) { $0 + $1.lengths.servedMillimetres[0] } == route.lengths.servedMillimetres[0])
        #expect(route.parts.map(\.lengths.totalMillimetres) == [1_000_000, 1_000_000])
        #expect(route.lengths.servedMillimetres[0] == 1_100_000)
    }

    @Test("a place is covered when all its key points are served, and one point without service undoes it")
    func places() throws {
        let points = (0..<20).map {
            KeyPoint(point: PlanePoint(x: Double($0) * 100 + 50, y: 250), place: 0, region: 0)
        }
        let plan = plan([], points: points)
        #expect(figures(plan, try tiles(plan, limit: 20)).places[0].isCovered(0) == true)
        let one = figures(plan, try tiles(plan, limit: 19)).places[0]
        #expect(one.servedPoints[0] == 19)
        #expect(one.isCovered(0) == false)
    }

    @Test("a place underground is never covered from outside")
    func undergroundPlace() throws {
        let plan = plan(
            [], points: [KeyPoint(point: PlanePoint(x: 50, y: 250), place: 0, region: 0, isUnderground: true)])
        let place = figures(plan, try tiles(plan, limit: 20)).places[0]
        #expect(place.isCovered(0) == nil)
        #expect(place.undergroundPoints == 1 && place.openPoints == 0)
        #expect(place.servedPoints.allSatisfy { $0 == 0 })
    }

    @Test("a kind's own threshold refuses cells below it, and its bands are those that count for any")
    func ownCriterion() throws {
        let strict = plan(
            pieces(0), rule: ReachRule(service: 0, bands: [true, false], leastHundredthsDBm: [-8999, nil]))
        #expect(figures(strict, try tiles(strict, limit: 20)).routes[0].lengths.servedMillimetres[0] == 0)
        #expect(
            figures(strict, try tiles(strict, limit: 20, level: -8999)).routes[0].lengths.servedMillimetres[0]
                == 2_000_000)
        let other = plan(pieces(0), rule: ReachRule(service: 0, bands: [false, true]))
        let lengths = figures(other, try tiles(other, limit: 20)).routes[0].lengths
        #expect(lengths.servedMillimetres[0] == 2_000_000)
        #expect(lengths.servedMillimetres[4] == 0)
    }

    @Test("a section counts over the share of its cell's parts, and a key point needs all of them")
    func parts() throws {
        let point = KeyPoint(point: PlanePoint(x: 50, y: 450), place: 0, region: 0)
        let plan = plan(pieces(0), points: [point], parts: [9, 1])
        let window = Self.grid.window
        for (served, millimetres, points) in [(UInt8(9), 2_000_000, 1), (8, 20 * 88_888, 0), (0, 0, 0), (255, 0, 0)] {
            let layer = CoverageTile.Layer(
                levelHundredthsDBm: Array(repeating: -9000, count: window.cellCount),
                bestServer: Array(repeating: 0, count: window.cellCount),
                covered: Array(repeating: 0, count: window.cellCount),
                services: Array(repeating: Array(repeating: served, count: window.cellCount), count: 2))
            let none = CoverageTile.Layer(
                levelHundredthsDBm: layer.levelHundredthsDBm, bestServer: layer.bestServer, covered: layer.covered,
                services: Array(repeating: Array(repeating: 0, count: window.cellCount), count: 2))
            let evaluator = ReachEvaluator(plan: plan, layers: [layer, none], window: window)
            #expect(evaluator.routeSums().reduce(0) { $0 + $1.servedMillimetres[0] } == Int64(millimetres))
            #expect(evaluator.placeSums().map { $0.servedPoints[0] } == [points])
        }
    }

    @Test("the summary counts a route in each region by its part there, and adds up over the regions")
    func summary() throws {
        let plan = plan(pieces(0))
        let figures = figures(plan, try tiles(plan, limit: 10))
        let sums = ReachSummary.all(figures)
        #expect(sums.map(\.region) == [nil, 0, 1])
        #expect(sums.map { $0.covered[0] } == [0, 1, 0])
        #expect(sums[0].lengths.openMillimetres == sums[1].lengths.openMillimetres + sums[2].lengths.openMillimetres)
    }
}
