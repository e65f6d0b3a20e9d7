import Foundation
import MastheadCore
import MastheadPropagation
import Testing

/// Places where implementations and editions of P.452 are known to differ.
@Suite("P.452 avoids the known traps")
struct P452TrapTests {
    static let terminals = PathTerminals(
        transmitterHeightMetres: 10, receiverHeightMetres: 10, midpointLatitudeDegrees: 45)

    static func model(
        _ edition: P452.Edition = .v18, p: Double = 50, gigahertz: Double = 2, gains: (Double, Double) = (0, 0),
        vapour: Double? = nil
    ) throws -> P452 {
        try P452.prepare(
            for: PropagationParameters(
                frequency: Frequency(gigahertz: gigahertz), timePercent: p,
                atmosphere: Atmosphere(vapourDensityGramsPerCubicMetre: vapour),
                transmitterHorizonGainDBi: gains.0, receiverHorizonGainDBi: gains.1), edition: edition)
    }

    /// Flat ground, 5 km with a point every 10 m, and 20 m of clutter at one point.
    static func flat(clutterAt index: Int?) -> PathProfile {
        P1812TrapTests.profile(count: 501, kilometres: 5) {
            PathSample(groundMetres: 0, clutterMetres: $0 == index ? 20 : 0)
        }
    }

    @Test("clutter nearer than 50 m to a terminal is left out, at 50 m it counts", arguments: [false, true])
    func fiftyMetres(atReceiver: Bool) throws {
        let model = try Self.model()
        let clear = model.lossDB(over: Self.flat(clutterAt: nil), terminals: Self.terminals)
        for steps in 1...7 {
            let profile = Self.flat(clutterAt: atReceiver ? 500 - steps : steps)
            let loss = model.lossDB(over: profile, terminals: Self.terminals)
            if steps < 5 {
                #expect(loss == clear, "\(steps * 10) m")
            } else {
                #expect(loss > clear + 10, "\(steps * 10) m: \(loss) over \(clear)")
            }
        }
    }

    @Test("clutter next to a terminal counts in P.1812 and not in P.452-18")
    func nearClutterDiffers() throws {
        let profile = Self.flat(clutterAt: 3)
        let other = try P1812.prepare(for: PropagationParameters(frequency: Frequency(gigahertz: 2)))
        let clear = other.lossDB(over: Self.flat(clutterAt: nil), terminals: Self.terminals)
        #expect(other.lossDB(over: profile, terminals: Self.terminals) > clear + 10)
    }

    @Test("on a path of 100 m around its middle no clutter counts")
    func allNearClutter() throws {
        let profile = P1812TrapTests.profile(count: 26, kilometres: 0.25) {
            PathSample(groundMetres: 0, clutterMetres: (5...20).contains($0) ? 0 : 30)
        }
        let bare = P1812TrapTests.profile(count: 26, kilometres: 0.25)
        let model = try Self.model()
        #expect(
            model.lossDB(over: profile, terminals: Self.terminals)
                == model.lossDB(over: bare, terminals: Self.terminals))
    }

    @Test("P.452-17 does not see clutter on the profile, P.452-18 none at the terminals")
    func editionsReadTheirOwn() throws {
        let old = try Self.model(.v17)
        #expect(
            old.lossDB(over: Self.flat(clutterAt: 250), terminals: Self.terminals)
                == old.lossDB(over: Self.flat(clutterAt: nil), terminals: Self.terminals))
        let new = try Self.model(.v18)
        var inClutter = Self.terminals
        inClutter.transmitterClutter = NominalClutter(heightMetres: 20, distanceKilometres: 0.02)
        #expect(
            new.lossDB(over: Self.flat(clutterAt: nil), terminals: inClutter)
                == new.lossDB(over: Self.flat(clutterAt: nil), terminals: Self.terminals))
    }

    @Test("nominal clutter raises the antenna, shortens the path and adds Ah")
    func nominalClutter() throws {
        var terminals = Self.terminals
        terminals.receiverClutter = NominalClutter(heightMetres: 25, distanceKilometres: 0.025)
        let b = try Self.model(.v17).breakdown(over: Self.flat(clutterAt: nil), terminals: terminals)
        // The last point not beyond 4.975 km stands at 4.97 km. 1e-12: sums of steps.
        #expect(abs(b.lengthKilometres - 4.97) < 1e-12 && b.receiverAltitudeMetres == 25)
        #expect(b.longestLandKilometres == 5 && b.transmitterAltitudeMetres == 10 && b.transmitterClutterDB == 0)
        let Ffc = 0.25 + 0.375 * (1 + tanh(7.5 * (2 - 0.5)))
        let Ah = 10.25 * Ffc * exp(-0.025) * (1 - tanh(6 * (10.0 / 25 - 0.625))) - 0.33
        // 1e-12 dB: the same formula.
        #expect(abs(b.receiverClutterDB - Ah) < 1e-12 && abs(b.lossDB - b.combinedDB - Ah) < 1e-12)
    }

    @Test("nominal clutter below the antenna changes nothing")
    func lowClutter() throws {
        var terminals = Self.terminals
        terminals.transmitterClutter = NominalClutter(heightMetres: 10, distanceKilometres: 0.1)
        let model = try Self.model(.v17)
        let profile = Self.flat(clutterAt: nil)
        #expect(
            model.lossDB(over: profile, terminals: terminals)
                == model.lossDB(over: profile, terminals: Self.terminals))
    }

    @Test("the angle factor looks at the ground, not at the clutter")
    func angleFactorOverGround() throws {
        let model = try Self.model(p: 10)
        let bare = try model.breakdown(over: Self.flat(clutterAt: nil), terminals: Self.terminals)
        let cluttered = try model.breakdown(over: Self.flat(clutterAt: 250), terminals: Self.terminals)
        #expect(cluttered.diffractionDB > bare.diffractionDB + 5)
        #expect(cluttered.angleFactor == bare.angleFactor && bare.angleFactor > 0)
    }

    @Test("troposcatter has the constants of P.452-17, the coupling of both antennas and dry air")
    func troposcatterForm() throws {
        let profile = P1812TrapTests.profile(kilometres: 150)
        let b = try Self.model(p: 10, gains: (20, 5)).breakdown(over: profile, terminals: Self.terminals)
        let f = 2.0
        let without =
            190 + 25 * log10(f) - 2.5 * pow(log10(f / 2), 2) + 20 * log10(150.0)
            + 0.573 * b.angularDistanceMilliradians - 0.15 * 325 + 0.051 * exp(0.055 * 25)
            - 10.1 * pow(log10(50.0 / 10), 0.7)
        let gas = GaseousAttenuation.specific(
            frequencyGigahertz: f, dryPressureHectopascals: 1013.25, temperatureKelvin: 288.15, vapourDensity: 3)
        // 1e-9 dB: the same sum in another order.
        #expect(abs(b.troposcatterDB - without - (gas.oxygen + gas.vapour) * 150) < 1e-9)
    }

    @Test("gases count over the slant distance in line of sight, with more vapour over the sea")
    func gases() throws {
        let profile = P1812TrapTests.profile(kilometres: 4)
        let sea = P1812TrapTests.profile(kilometres: 4) { _ in PathSample(groundMetres: 0, zone: .sea) }
        var terminals = Self.terminals
        terminals.transmitterHeightMetres = 3000
        let model = try Self.model(gigahertz: 22.235)
        let b = try model.breakdown(over: profile, terminals: terminals)
        let slant = (16 + pow(2.99, 2)).squareRoot()
        for (breakdown, density) in [(b, 7.5), (try model.breakdown(over: sea, terminals: terminals), 10)] {
            let γ = GaseousAttenuation.specific(
                frequencyGigahertz: 22.235, dryPressureHectopascals: 1013.25, temperatureKelvin: 288.15,
                vapourDensity: density)
            // 1e-9 dB: the same product.
            #expect(abs(breakdown.gasDB - (γ.oxygen + γ.vapour) * slant) < 1e-9)
        }
        #expect(abs(b.slantKilometres - slant) < 1e-12 && b.lengthKilometres == 4)
        // A density that the job gives holds everywhere.
        let dry = try Self.model(gigahertz: 22.235, vapour: 0)
        #expect(
            try dry.breakdown(over: sea, terminals: terminals).gasDB
                == dry.breakdown(over: profile, terminals: terminals).gasDB)
    }

    @Test("p = 50 gives a number where the logarithm of p/50 is zero", arguments: [50.0, 50.0.nextDown, 49.999_999])
    func medianTime(p: Double) throws {
        let loss = try Self.model(p: p).lossDB(over: Self.flat(clutterAt: nil), terminals: Self.terminals)
        let median = try Self.model().lossDB(over: Self.flat(clutterAt: nil), terminals: Self.terminals)
        // 1e-4 dB: (log 50/p)^0.7 rises steeply from zero.
        #expect(abs(loss - median) < 1e-4)
    }
}
