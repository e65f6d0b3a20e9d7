import Foundation
import MastheadCore
import MastheadPropagation
import MastheadTestSupport
import Testing

@Suite("P.1411 on short paths")
struct P1411Tests {
    private static let terminals = PathTerminals(
        transmitterHeightMetres: 6, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)

    private static func model(
        _ rule: SightlineRule = .profile, _ environment: P1411.Environment = .urbanHighRise, pL: Double = 50,
        sigma: Decibels? = nil, gigahertz: Double = 28
    ) throws -> P1411 {
        try P1411.prepare(
            for: PropagationParameters(
                frequency: Frequency(gigahertz: gigahertz), locationPercent: pL, locationSigma: sigma,
                sightline: rule), environment: environment)
    }

    private static func street(metres: Double, clutter: Double = 0) -> PathProfile {
        P1812TrapTests.profile(count: 11, kilometres: metres / 1000) { _ in
            PathSample(groundMetres: 0, clutterMetres: clutter)
        }
    }

    @Test("the excess of hidden urban paths over free space never falls below zero", arguments: [0.001, 1, 50, 99.9])
    func keptAboveFreeSpace(pL: Double) throws {
        for environment in [P1411.Environment.urbanHighRise, .urbanLowRise] {
            let row = try #require(P1411SiteGeneral.withinStreetCanyons(environment, isInSight: false))
            for d in [30.0, 100, 250] {
                let loss = row.lossDB(
                    distanceMetres: d, frequencyGigahertz: 28,
                    deviationDB: row.sigmaDB * NormalDistribution.quantile(pL / 100))
                let free = FreeSpace.lossDB(distanceKilometres: d / 1000, frequencyGigahertz: 28)
                // 0.0003 dB: the text's speed of light is rounded to 2.998e8 m/s.
                #expect(loss > free - 0.0003)
            }
        }
    }

    @Test("what keeps a loss above free space is 3 dB where the excess is zero, and nothing far above")
    func softFloor() throws {
        let row = try #require(P1411SiteGeneral.withinStreetCanyons(.urbanHighRise, isInSight: false))
        let median = row.medianDB(distanceMetres: 100, frequencyGigahertz: 28)
        let free = 20 * log10(4e9 * Double.pi * 100 * 28 / 2.998e8)
        let atZero = row.lossDB(distanceMetres: 100, frequencyGigahertz: 28, deviationDB: free - median)
        // 1e-9 dB: the same sum in another order.
        #expect(abs(atZero - free - 10 * log10(2)) < 1e-9)
        let farAbove = row.lossDB(distanceMetres: 100, frequencyGigahertz: 28, deviationDB: 100)
        #expect(abs(farAbove - median - 100) < 1e-9)
        let farBelow = row.lossDB(distanceMetres: 100, frequencyGigahertz: 28, deviationDB: -1e4)
        #expect(abs(farBelow - free) < 1e-9)
    }

    @Test("the tables have no residential paths in sight and no hidden ones over low roofs")
    func missingRows() {
        #expect(P1411SiteGeneral.withinStreetCanyons(.residential, isInSight: true) == nil)
        #expect(P1411SiteGeneral.overRooftops(.urbanLowRise, isInSight: false) == nil)
        #expect(P1411SiteGeneral.overRooftops(.residential, isInSight: true) == nil)
    }

    @Test("warnings name frequency and distance beyond the ends of a row, and not at them")
    func warnings() throws {
        let row = try #require(P1411SiteGeneral.withinStreetCanyons(.urbanLowRise, isInSight: false))
        #expect(row.warnings(distanceMetres: 30, frequencyGigahertz: 10).isEmpty)
        #expect(row.warnings(distanceMetres: 250, frequencyGigahertz: 73).isEmpty)
        #expect(row.warnings(distanceMetres: 29.9, frequencyGigahertz: 9.9) == [.frequency, .distance])
        let low = P1411StreetLevel(.urban)
        #expect(low.warnings(distanceMetres: 3000, frequencyGigahertz: 0.3).isEmpty)
        #expect(low.warnings(distanceMetres: 3000.1, frequencyGigahertz: 3.1).rawValue == 3)
        #expect(low.warnings(distanceMetres: 0, frequencyGigahertz: 1) == .distance)
    }

    @Test("near street level the loss does not jump where paths in sight go over to hidden ones")
    func streetLevelContinuity() {
        for surroundings in P1411StreetLevel.Surroundings.allCases {
            for p in [1.0, 10, 44.9, 45, 50, 90, 99] {
                let method = P1411StreetLevel(surroundings)
                let d = P1411StreetLevel.sightDistanceMetres(locationPercent: p)
                func loss(_ d: Double) -> Double {
                    method.lossDB(distanceMetres: d, frequencyGigahertz: 1.8, locationPercent: p)
                }
                for edge in [d, d + 20] {
                    // 1e-5 dB: a step of 2e-9 m on a slope of up to 100 dB over 20 m.
                    #expect(abs(loss(edge + 1e-9) - loss(edge - 1e-9)) < 1e-5, "\(surroundings) \(p) %")
                }
            }
        }
    }

    @Test("fewer locations are in sight at greater distance")
    func sightDistance() {
        for p in stride(from: 1.0, to: 98, by: 0.5) where p != 44.5 {
            #expect(
                P1411StreetLevel.sightDistanceMetres(locationPercent: p)
                    > P1411StreetLevel.sightDistanceMetres(locationPercent: p + 0.5), "\(p) %")
        }
    }

    @Test("the bounds along a street meet at the break point and stand around the median")
    func canyonBounds() throws {
        var g = SeededGenerator(seed: 1411)
        for _ in 0..<2000 {
            let (h1, h2, d) = (g.uniform(in: 1.5...20), g.uniform(in: 1...5), g.uniform(in: 0.5...1000))
            let hs = g.uniform(in: 0...1.6)
            let uhf = try P1411StreetCanyon.uhf(
                distanceMetres: d, frequencyGigahertz: g.uniform(in: 0.3...3), heightMetres: h1, otherHeightMetres: h2)
            let shf = try P1411StreetCanyon.shf(
                distanceMetres: d, frequencyGigahertz: g.uniform(in: 3...15), heightMetres: h1, otherHeightMetres: h2,
                roadHeightMetres: hs)
            for street in [uhf, shf] {
                #expect(street.lowerDB.isFinite && street.upperDB.isFinite)
                // 1e-9 dB: sums in another order.
                #expect(abs(street.medianDB - street.lowerDB - 6) < 1e-9)
            }
        }
        let Rbp = 4 * 10 * 1.5 / (2.998e8 / 2e9)
        func upper(_ d: Double) throws -> Double {
            try P1411StreetCanyon.uhf(
                distanceMetres: d, frequencyGigahertz: 2, heightMetres: 10, otherHeightMetres: 1.5
            ).upperDB
        }
        // 1e-6 dB: 40 log₁₀ of a relative step of 2e-9.
        #expect(abs(try upper(Rbp * (1 + 1e-9)) - upper(Rbp * (1 - 1e-9))) < 1e-6)
    }

    @Test("a street below the traffic falls by 30 dB per decade beyond 20 m")
    func traffic() throws {
        func median(_ d: Double) throws -> Double {
            try P1411StreetCanyon.shf(
                distanceMetres: d, frequencyGigahertz: 8, heightMetres: 4, otherHeightMetres: 1.5, roadHeightMetres: 1.6
            ).medianDB
        }
        // 1e-9 dB: one logarithm.
        #expect(abs(try median(300) - median(30) - 30) < 1e-9)
    }

    @Test(
        "bounds along a street outside the text are refused",
        arguments: [
            (0.29, 100, 4, 2), (3.01, 100, 4, 2), (1, 0, 4, 2), (1, 1000.1, 4, 2), (1, 100, 0, 2), (1, 100, 4, -1),
            (1, .nan, 4, 2), (.nan, 100, 4, 2), (1, 100, .infinity, 2),
        ] as [(Double, Double, Double, Double)])
    func canyonRefusals(f: Double, d: Double, h1: Double, h2: Double) {
        let error = #expect(throws: MastheadError.self) {
            try P1411StreetCanyon.uhf(
                distanceMetres: d, frequencyGigahertz: f, heightMetres: h1, otherHeightMetres: h2)
        }
        #expect(error?.code == .outsideValidity)
    }

    @Test("clutter in the line makes a hidden path")
    func profileRule() throws {
        let open = Self.street(metres: 100)
        let built = Self.street(metres: 100, clutter: 20)
        func loss(_ rule: SightlineRule, _ path: PathProfile) throws -> Double {
            try Self.model(rule).lossDB(over: path, terminals: Self.terminals)
        }
        #expect(try loss(.profile, open) == loss(.lineOfSight, open))
        #expect(try loss(.profile, built) == loss(.nonLineOfSight, open))
    }

    @Test("paths and parameters that Table 4 does not have are refused, its ends are not")
    func refusals() throws {
        func accepts(_ metres: Double, _ rule: SightlineRule) throws -> Bool {
            let slant = (metres * metres - 4.5 * 4.5).squareRoot()
            let model = try Self.model(rule)
            do {
                try model.require(Self.street(metres: slant), Self.terminals)
                return true
            } catch {
                #expect(error.code == .outsideValidity && error.remedy.hasPrefix("Use "))
                return false
            }
        }
        // A micrometre inside: the slant distance is a root.
        #expect(try accepts(5.000001, .lineOfSight) && accepts(659.999999, .lineOfSight))
        #expect(try !accepts(4.99, .lineOfSight) && !accepts(660.01, .lineOfSight))
        #expect(try accepts(30.000001, .nonLineOfSight) && accepts(714.999999, .nonLineOfSight))
        #expect(try !accepts(29.99, .nonLineOfSight) && !accepts(715.01, .nonLineOfSight))
        for gigahertz in [0.79, 82.1, Double.nan] {
            #expect(throws: MastheadError.self) { try Self.model(gigahertz: gigahertz) }
        }
        #expect(throws: MastheadError.self) { try Self.model(.probability) }
        #expect(throws: MastheadError.self) { try Self.model(.lineOfSight, .residential) }
        #expect(throws: MastheadError.self) { try Self.model(.profile, .urbanLowRise, gigahertz: 3.5) }
        #expect(throws: Never.self) { try Self.model(.lineOfSight, .urbanLowRise, gigahertz: 3.5) }
        #expect(throws: MastheadError.self) { try Self.model(pL: 0) }
        #expect(throws: MastheadError.self) { try Self.model(sigma: Decibels(-1)) }
        let residential = try Self.model(.profile, .residential)
        #expect(throws: MastheadError.self) {
            try residential.require(Self.street(metres: 100), Self.terminals)
        }
        #expect(throws: Never.self) {
            try residential.require(Self.street(metres: 100, clutter: 20), Self.terminals)
        }
    }

    @Test("no path of a length has less than the lowest loss, and more locations never lose less")
    func bounds() throws {
        var g = SeededGenerator(seed: 14110)
        var valid = 0
        for _ in 0..<3000 {
            let profile = P1812TrapTests.profile(count: 9, kilometres: g.uniform(in: 0.003...0.8)) { _ in
                PathSample(
                    groundMetres: g.uniform(in: -5...5), clutterMetres: g.uniform(in: 0...1) < 0.1 ? 20 : 0)
            }
            let ends = PathTerminals(
                transmitterHeightMetres: g.uniform(in: 1...30), receiverHeightMetres: g.uniform(in: 1...10),
                midpointLatitudeDegrees: 0)
            let rule = SightlineRule.allCases[Int(g.uniform(in: 0...2.999))]
            let f = 0.8 * pow(10, g.uniform(in: 0...2))
            let pL = g.uniform(in: 0.01...99.9)
            let model = try Self.model(rule, pL: pL, gigahertz: f)
            guard (try? model.require(profile, ends)) != nil else { continue }
            valid += 1
            let loss = model.lossDB(over: profile, terminals: ends)
            let rise =
                profile.groundMetres[0] + ends.transmitterHeightMetres - profile.groundMetres[8]
                - ends.receiverHeightMetres
            let d = profile.lengthKilometres
            #expect(loss.isFinite && loss >= model.lowestLossDB(distanceKilometres: d, altitudeDifferenceMetres: rise))
            #expect(loss >= model.lowestLossDB(distanceKilometres: d))
            let more = try Self.model(rule, pL: pL + 0.05, gigahertz: f)
            #expect(more.lossDB(over: profile, terminals: ends) > loss)
            // 1e-9 dB: a ledger adds its terms.
            #expect(abs(try model.ledger(over: profile, terminals: ends).total - loss) < 1e-9)
        }
        #expect(valid > 1000)
    }
}
