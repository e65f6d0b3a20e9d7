import Foundation
import MastheadCore
import MastheadPropagation
import Testing

/// Places where implementations of P.1812 are known to differ or fail; each is one line of the list of traps.
@Suite("P.1812 avoids the known traps")
struct P1812TrapTests {
    static let terminals = PathTerminals(
        transmitterHeightMetres: 30, receiverHeightMetres: 1.5, midpointLatitudeDegrees: 45)

    static func model(
        p: Double = 50, pL: Double = 50, sigma: Decibels? = nil, megahertz: Double = 763, deltaN: Double = 45
    ) throws -> P1812 {
        try P1812.prepare(
            for: PropagationParameters(
                frequency: Frequency(megahertz: megahertz), timePercent: p, locationPercent: pL, locationSigma: sigma,
                deltaN: deltaN))
    }

    static func profile(
        count: Int = 41, kilometres: Double = 8, _ sample: (Int) -> PathSample = { _ in PathSample(groundMetres: 0) }
    ) -> PathProfile {
        var profile = PathProfile()
        profile.refillEquidistant(count: count, lengthKilometres: kilometres, sample)
        return profile
    }

    @Test("troposcatter has the form of P.1812-6")
    func troposcatterForm() throws {
        let b = try Self.model(p: 10).breakdown(over: Self.profile(kilometres: 150), terminals: Self.terminals)
        let f = 0.763
        let expected =
            190.1 + 25 * log10(f) - 2.5 * pow(log10(f / 2), 2) + 20 * log10(150.0)
            + 0.573 * b.angularDistanceMilliradians - 0.15 * 325 - 10.125 * pow(log10(50.0 / 10), 0.7)
        // 1e-9 dB: the same sum in another order.
        #expect(abs(b.troposcatterDB - expected) < 1e-9)
    }

    @Test("a receiver on the sea has no location variability", arguments: [1.0, 99.0])
    func seaReceiver(pL: Double) throws {
        let sea = Self.profile { PathSample(groundMetres: 0, zone: $0 == 40 ? .sea : .inland) }
        let b = try Self.model(pL: pL).breakdown(over: sea, terminals: Self.terminals)
        #expect(b.locationDB == 0 && b.locationSigmaDB == 0)
        let land = try Self.model(pL: pL).breakdown(over: Self.profile(), terminals: Self.terminals)
        #expect(abs(land.locationDB) > 3)
    }

    @Test("beyond 70° of latitude β0 follows its own formula")
    func highLatitude() throws {
        var terminals = Self.terminals
        terminals.midpointLatitudeDegrees = 78
        let profile = Self.profile(kilometres: 20)
        let north = try Self.model().breakdown(over: profile, terminals: terminals).anomalousTimePercent
        terminals.midpointLatitudeDegrees = -78
        let south = try Self.model().breakdown(over: profile, terminals: terminals).anomalousTimePercent
        let τ = 1 - exp(-4.12e-4 * pow(20, 2.41))
        let μ1 = pow(pow(10, -20 / (16 - 6.6 * τ)) + pow(10, -5 * (0.496 + 0.354 * τ)), 0.2)
        // 1e-12 %: the same formula, whose bitwise reading once gave 100 times as much.
        #expect(abs(north - 4.17 * pow(μ1, 1.3)) < 1e-12 && north == south)
    }

    @Test("a spike beside either end counts, one at an end does not")
    func spikesAtEnds() throws {
        let model = try Self.model()
        let flat = model.lossDB(over: Self.profile(), terminals: Self.terminals)
        for index in [1, 39] {
            let spiked = Self.profile { PathSample(groundMetres: $0 == index ? 60 : 0) }
            #expect(model.lossDB(over: spiked, terminals: Self.terminals) > flat + 5)
        }
        let first = Self.profile { PathSample(groundMetres: 0, clutterMetres: $0 == 0 || $0 == 40 ? 60 : 0) }
        // The receiver's clutter sets its location sigma, which half of the locations do not see beyond 4e-9 of it.
        #expect(abs(model.lossDB(over: first, terminals: Self.terminals) - flat) < 1e-6)
    }

    @Test("the terminal's own clutter is left out and its neighbour's carries the loss")
    func neighbourCarriesLoss() throws {
        let model = try Self.model()
        let wood = Self.profile(count: 401) { PathSample(groundMetres: 0, clutterMetres: $0 >= 390 ? 15 : 0) }
        let edge = Self.profile(count: 401) {
            PathSample(groundMetres: 0, clutterMetres: $0 >= 390 && $0 != 399 ? 15 : 0)
        }
        let inWood = model.lossDB(over: wood, terminals: Self.terminals)
        let inClearing = model.lossDB(over: edge, terminals: Self.terminals)
        #expect(inWood > inClearing + 2)
    }

    @Test("p = 50 gives a number where the logarithm of p/50 is zero", arguments: [50.0, 50.0.nextDown, 49.999_999])
    func medianTime(p: Double) throws {
        let loss = try Self.model(p: p).lossDB(over: Self.profile(), terminals: Self.terminals)
        let median = try Self.model().lossDB(over: Self.profile(), terminals: Self.terminals)
        // 1e-4 dB: (log 50/p)^0.7 rises steeply from zero.
        #expect(abs(loss - median) < 1e-4)
    }

    @Test("I(x) is the Recommendation's approximation, not the exact quantile")
    func approximateQuantile() {
        let approximate = LocationVariability.inverseComplementaryNormal(0.1)
        // 1e-7: printed with 8 digits in the reference data.
        #expect(abs(approximate - 1.2817288) < 1e-7)
        #expect(abs(approximate - NormalDistribution.upperQuantile(0.1)) > 1e-4)
        #expect(LocationVariability.inverseComplementaryNormal(0.9) == -approximate)
        #expect(
            LocationVariability.inverseComplementaryNormal(0) == LocationVariability.inverseComplementaryNormal(1e-6))
    }

    @Test("losses far above 220 dB combine without overflow or underflow")
    func largeLosses() throws {
        let wall = Self.profile(count: 201, kilometres: 1000) {
            PathSample(groundMetres: $0 == 100 ? 8000 : Double($0 % 7) * 300)
        }
        let b = try Self.model(p: 1, megahertz: 6000).breakdown(over: wall, terminals: Self.terminals)
        #expect(b.ductingDB > 300 && b.notionalEnhancedDB >= b.ductingDB && b.notionalEnhancedDB.isFinite)
        #expect(b.medianLocationDB <= b.troposcatterDB && b.medianLocationDB.isFinite)
    }

    @Test("free space follows the slant distance, the rest the path length")
    func slantDistance() throws {
        var terminals = Self.terminals
        terminals.transmitterHeightMetres = 3000
        let b = try Self.model().breakdown(over: Self.profile(kilometres: 4), terminals: terminals)
        let slant = (16 + pow(2.9985, 2)).squareRoot()
        // 1e-9 dB: the same formula.
        #expect(abs(b.freeSpaceDB - (92.4 + 20 * log10(0.763) + 20 * log10(slant))) < 1e-9)
        #expect(b.lengthKilometres == 4)
    }

    @Test("a point's zone covers half the interval on either side of it")
    func halfIntervals() throws {
        let zones: [RadioZone] = [.inland, .sea, .sea, .coastalLand, .inland, .inland]
        let profile = try PathProfile(
            distanceKilometres: [0, 1, 2, 4, 7, 8], groundMetres: [0, 0, 0, 0, 0, 0], zones: zones)
        let b = try Self.model().breakdown(over: profile, terminals: Self.terminals)
        // Sea from 0.5 to 3 km, coast to 5.5 km, inland beyond. 1e-12 km: sums of halves.
        #expect(abs(b.seaShare - 2.5 / 8) < 1e-12)
        #expect(abs(b.longestLandKilometres - 5) < 1e-12)
        #expect(abs(b.longestInlandKilometres - 2.5) < 1e-12)
        #expect(abs(b.transmitterToCoastKilometres - 0.5) < 1e-12)
        #expect(abs(b.receiverToCoastKilometres - 5) < 1e-12)
    }

    @Test("a terminal on the sea is at the coast, whatever distance is given")
    func terminalAtSea() throws {
        var terminals = Self.terminals
        terminals.transmitterToCoastKilometres = 3
        terminals.receiverToCoastKilometres = 2
        let profile = Self.profile { PathSample(groundMetres: 0, zone: $0 < 38 ? .sea : .coastalLand) }
        let b = try Self.model().breakdown(over: profile, terminals: terminals)
        #expect(b.transmitterToCoastKilometres == 0 && b.receiverToCoastKilometres == 2)
    }

    @Test("the shortest path and the fewest points give a number")
    func shortestPath() throws {
        let profile = Self.profile(count: 5, kilometres: 0.25)
        let b = try Self.model().breakdown(over: profile, terminals: Self.terminals)
        #expect(b.lossDB >= b.freeSpaceDB && b.lossDB < b.freeSpaceDB + 20)
    }

    @Test("equal obstacles at either end of an even path: the later one is the principal edge")
    func equalObstacles() throws {
        // 25 intervals of a length without an exact binary form: the two points beside the middle are equal but for
        // rounding.
        let terminals = PathTerminals(
            transmitterHeightMetres: 10, receiverHeightMetres: 10, midpointLatitudeDegrees: 45)
        let b = try Self.model().breakdown(over: Self.profile(count: 26, kilometres: 3.99691), terminals: terminals)
        #expect(b.transmitterHorizonKilometres > 3.99691 / 2)
    }

    @Test("a higher ΔN lowers the diffraction loss over the horizon")
    func deltaNMatters() throws {
        let profile = Self.profile(count: 101, kilometres: 60)
        let standard = try Self.model(deltaN: 40).breakdown(over: profile, terminals: Self.terminals)
        let bent = try Self.model(deltaN: 80).breakdown(over: profile, terminals: Self.terminals)
        #expect(bent.medianDiffractionDB < standard.medianDiffractionDB)
    }
}
