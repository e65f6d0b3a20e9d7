import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("The line between two antennas")
struct LineOfSightTests {
    private static let terminals = PathTerminals(
        transmitterHeightMetres: 10, receiverHeightMetres: 10, midpointLatitudeDegrees: 45)

    private static func look(
        count: Int = 101, kilometres: Double = 1, _ terminals: PathTerminals = terminals,
        _ sample: (Int) -> PathSample
    ) -> LineOfSight {
        LineOfSight(
            over: P1812TrapTests.profile(count: count, kilometres: kilometres, sample), terminals: terminals,
            deltaN: 39.25)
    }

    @Test("the bulge of the Earth in the middle of a flat path is d² / (8 k a)")
    func bulge() {
        let sight = Self.look(kilometres: 20) { _ in PathSample(groundMetres: 0) }
        // k = 157 / (157 − 39.25) = 4/3; 1e-9 m: rounding of a product.
        let expected: Double = 10 - 400_000 / (8 * 6371 * 4.0 / 3)
        #expect(abs(sight.lowestClearanceMetres - expected) < 1e-9)
        #expect(abs(sight.lowestClearanceKilometres - 10) < 1e-9)
        #expect(sight.isClear)
        let long = Self.look(kilometres: 40) { _ in PathSample(groundMetres: 0) }
        #expect(!long.isClear)
    }

    @Test("two antennas of 10 m see each other up to twice their horizon distance", arguments: [0.999, 1.001])
    func horizon(share: Double) {
        let radius = 6371e3 * 4 / 3
        let horizon = 2 * (20 * radius).squareRoot() / 1000
        let sight = Self.look(count: 1001, kilometres: horizon * share) { _ in PathSample(groundMetres: 0) }
        #expect(sight.isClear == (share < 1))
    }

    @Test("a forest below the line hides nothing, and one above it hides the antenna and is walked through")
    func forest() {
        func sight(_ height: Double) -> LineOfSight {
            Self.look { PathSample(groundMetres: 0, clutterMetres: (40...60).contains($0) ? height : 0) }
        }
        #expect(sight(9.9).isClear && sight(9.9).clutterMetres == 0)
        let hidden = sight(20)
        #expect(!hidden.isClear)
        // 200 m between the first and last tree, and half an interval of 10 m at either edge; 0.1 m: the bulge of 15 mm.
        #expect(abs(hidden.clutterMetres - 210) < 0.1)
    }

    @Test("trees leave a line clear of what is solid, buildings do not, and a class that stands in no way is nothing")
    func kinds() {
        func sight(_ kind: ClutterKind?, hill: Double = 0) -> LineOfSight {
            Self.look {
                PathSample(
                    groundMetres: $0 == 20 ? hill : 0, clutterMetres: (40...60).contains($0) ? 20 : 0, clutterKind: kind
                )
            }
        }
        let trees = sight(.vegetation)
        #expect(!trees.isClear && trees.isClearOfSolids && !trees.isClearOfAll)
        #expect(trees.vegetationMetres == trees.clutterMetres)
        #expect(!sight(.vegetation, hill: 11).isClearOfSolids)
        for kind in [ClutterKind.buildings, nil] {
            #expect(!sight(kind).isClearOfSolids && sight(kind).vegetationMetres == 0)
            // 0.02 m: the bulge of a path of one kilometre is 15 mm.
            #expect(abs(sight(kind).solidClearanceMetres + 10) < 0.02)
        }
        #expect(sight(ClutterKind.none).isClearOfAll && !sight(ClutterKind.none).isClear)
    }

    @Test("a hill that hides the antenna is not clutter")
    func hill() {
        let sight = Self.look { PathSample(groundMetres: $0 == 50 ? 30 : 0) }
        #expect(!sight.isClear && sight.clutterMetres == 0)
        // 0.02 m: the bulge of a path of one kilometre is 15 mm.
        #expect(abs(sight.lowestClearanceMetres + 20) < 0.02 && abs(sight.lowestClearanceKilometres - 0.5) < 1e-12)
    }

    @Test("a terminal's own clutter hides nothing")
    func ownClutter() {
        let sight = Self.look { PathSample(groundMetres: 0, clutterMetres: $0 == 0 || $0 == 100 ? 30 : 0) }
        #expect(sight.isClear && sight.clutterMetres == 0)
    }

    @Test("a path of two points is clear, by the height of the lower antenna")
    func twoPoints() {
        let ends = PathTerminals(transmitterHeightMetres: 25, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 0)
        let sight = Self.look(count: 2, ends) { _ in PathSample(groundMetres: 3, clutterMetres: 50) }
        #expect(sight.isClear && sight.lowestClearanceMetres == 1.5 && sight.lowestClearanceKilometres == 1)
    }

    @Test("an even slope through a canopy counts its slant length")
    func slant() {
        let ends = PathTerminals(transmitterHeightMetres: 5, receiverHeightMetres: 5, midpointLatitudeDegrees: 0)
        let sight = Self.look(count: 1001, ends) { PathSample(groundMetres: Double($0), clutterMetres: 20) }
        // 1 km along the ground and 1 km up; two half-grown intervals at the ends, of which three quarters are inside.
        let whole = 1000 * 2.0.squareRoot()
        #expect(abs(sight.clutterMetres - whole * (1 - 0.5 / 1000)) < 0.01)
    }

    @Test("a clear line runs through no clutter, and walking the path the other way changes nothing")
    func bothWays() throws {
        var clear = 0
        for seed in pathSeeds {
            let path = try SyntheticPath(seed: seed)
            let back = try path.reversed
            let there = LineOfSight(over: path.profile, terminals: path.terminals, deltaN: path.parameters.deltaN)
            #expect(there.solidClearanceMetres == there.lowestClearanceMetres && there.vegetationMetres == 0, "\(path)")
            let here = LineOfSight(over: back.profile, terminals: back.terminals, deltaN: path.parameters.deltaN)
            #expect(there.lowestClearanceMetres.isFinite && there.clutterMetres.isFinite, "\(path)")
            #expect(!there.isClear || there.clutterMetres == 0, "\(path)")
            #expect(there.clutterMetres >= 0, "\(path)")
            // 1e-6 m: altitudes of 2000 m and bulges of 1000 m cancel; 1e-3 m of length where the line grazes a surface.
            #expect(abs(there.lowestClearanceMetres - here.lowestClearanceMetres) < 1e-6, "\(path)")
            #expect(abs(there.clutterMetres - here.clutterMetres) < 1e-3, "\(path)")
            if there.isClear { clear += 1 }
        }
        #expect(clear > 50 && clear < 1450)
    }

    @Test("lowering the clutter never hides an antenna that was in sight")
    func monotony() throws {
        for seed in pathSeeds.prefix(300) {
            let path = try SyntheticPath(seed: seed)
            let bare = try PathProfile(
                distanceKilometres: path.profile.distanceKilometres, groundMetres: path.profile.groundMetres)
            let with = LineOfSight(over: path.profile, terminals: path.terminals, deltaN: 45)
            let without = LineOfSight(over: bare, terminals: path.terminals, deltaN: 45)
            #expect(without.lowestClearanceMetres >= with.lowestClearanceMetres, "\(path)")
            #expect(without.clutterMetres == 0, "\(path)")
        }
    }
}
